"""The gate before signing: every error blocks, every open point, and every warning that nobody has accepted by name."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from attrs import evolve

from sla_drafter.assembly.draft import Draft
from sla_drafter.document.pages import Pages
from sla_drafter.findings import Finding, Mend, Severity, worst_first
from sla_drafter.language.readability import PROFILES, Reading, measure
from sla_drafter.lints import waivers
from sla_drafter.lints.paper import Paper
from sla_drafter.model.private import Waiver
from sla_drafter.values import frozen


@frozen
class Accepted:
    """A warning and the waiver that somebody gave for it."""

    finding: Finding
    waiver: Waiver


@frozen
class Judged:
    """The findings of a draft at its strictest: what blocks, what is accepted, what only informs."""

    blocking: tuple[Finding, ...]
    accepted: tuple[Accepted, ...]
    informing: tuple[Finding, ...]


@frozen
class SignedFile:
    """A file that is signed off: its name, its SHA-256 in hexadecimal digits, its length in bytes."""

    name: str
    sha256: str
    size: int


@frozen(eq=False)
class SignOff:
    """What is signed off: a draft with nothing that blocks, the day, the name of the agreement, and the files."""

    draft: Draft
    judged: Judged
    pages: Pages
    on: date
    agreement: str
    files: tuple[SignedFile, ...]

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The readability of the body in every counting profile."""
        paper = Paper(self.draft.document)
        terms = [words for words, _ in paper.definitions.values()]
        lines = [line.words for line in paper.body]
        found = (measure(lines, profile, paper.language, terms) for profile in PROFILES.values())
        return tuple(one for one in found if one)


def signed_files(made: Mapping[str, bytes]) -> tuple[SignedFile, ...]:
    """The files with their SHA-256, by name."""
    return tuple(SignedFile(name, hashlib.sha256(data).hexdigest(), len(data)) for name, data in made.items())


def judge(draft: Draft, findings: Sequence[Finding], on: date) -> Judged:
    """What stands in the way of a sign-off on a day.

    A waiver counts with a reason, an approver and a last day that is not over. Nothing that is open can be waived.
    """
    held = [one for one in waivers.waivers_of(draft.agreement) if waivers.holds(one, on)]
    blocking: list[Finding] = []
    accepted: list[Accepted] = []
    for finding in findings:
        if finding.severity is Severity.INFO:
            continue
        named = [one for one in held if waivers.names(one, finding)]
        waiver = next((one for one in named if one.until), None)
        if waiver and finding.waived:
            accepted.append(Accepted(finding, waiver))
        else:
            blocking.append(_unwaived(finding, named))
    blocking += _blanks(draft, {one.field for one in blocking})
    informing = tuple(one for one in findings if one.severity is Severity.INFO)
    return Judged(worst_first(blocking), tuple(accepted), informing)


def _unwaived(finding: Finding, named: Iterable[Waiver]) -> Finding:
    """A finding that blocks; a warning whose waiver has no end says so."""
    if not any(named) or finding.severity is Severity.ERROR:
        return finding
    mend = Mend(f"until: YYYY-MM-DD   (the waiver of {finding.rule} has no last day, and a sign-off wants one)")
    return evolve(finding, waived="", mend=mend)


def _blanks(draft: Draft, known: set[str]) -> Iterator[Finding]:
    """Every blank of the paper that no other finding speaks of: a paper with a blank is not signed off."""
    for field in sorted(set(Paper(draft.document).index.blanks) - known):
        message = f"{field} is still open: the paper has a blank there."
        mend = Mend("State what was agreed. What is open is never signed off, and no waiver covers it.")
        yield Finding("SGN-01", "blank_left", Severity.ERROR, message, field, mend=mend)
