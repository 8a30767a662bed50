"""The few things that are raised: every one of them carries findings, and only an outermost door raises."""

from __future__ import annotations

from collections.abc import Sequence

from sla_drafter.findings import Finding


class SlaDrafterError(Exception):
    """Anything this library refuses to do."""


class FindingsError(SlaDrafterError):
    """A refusal that says all of its reasons at once."""

    def __init__(self, headline: str, findings: Sequence[Finding] = ()) -> None:
        super().__init__(headline)
        self.headline = headline
        self.findings = tuple(findings)

    def __str__(self) -> str:
        return "\n  ".join((self.headline, *map(str, self.findings)))


class Unreadable(FindingsError):
    """A file or a value has the wrong shape: nothing can be computed from it (exit status 2)."""


class DraftRejected(FindingsError):
    """A draft has errors, so it is not handed out (exit status 1)."""


class ClauseFault(FindingsError):
    """A clause, a term or an outline of the library is wrong: its author has to mend it (exit status 2)."""


class NotWritten(FindingsError):
    """Nothing was written: a target cannot be written, or somebody edited it, or reading back found a difference."""


class UnknownLanguage(SlaDrafterError, LookupError):
    """A language that the library has no words for; it names those that it has."""

    def __init__(self, language: str, known: Sequence[str]) -> None:
        super().__init__(f"There are no words for the language {language!r}. There are: {', '.join(known)}.")
        self.language, self.known = language, tuple(known)
