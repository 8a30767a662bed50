"""What is wrong, where, by which figures, and how to mend it: one value for every kind of mistake.

A `Finding` is used for a mistake in a file, a bad row of a table, a lint and a review. It never raises; only the
outermost door of the library does. A mend is a value too: whoever owns the file applies it.
"""

from __future__ import annotations

import enum
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from sla_drafter.values import frozen


class Severity(enum.Enum):
    """How serious a finding is: an error blocks a draft, a warning blocks sign-off, information blocks nothing."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for information, so that sorting puts the worst first."""
        return list(Severity).index(self)


class Confidence(enum.Enum):
    """How sure a finding is: exact by data or counting, or likely by the wording of a text that somebody else wrote."""

    EXACT = "exact"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@frozen
class Place:
    """Where something stands in a file: file, line and column (from 1), the line itself and the marked length.

    What is wrong with a file as a whole stands at its beginning and quotes no line. In a file that has no lines, as
    Word and PDF files, lines are its paragraphs. `is_private` says that it is in the private part of an agreement.
    """

    file: PurePath
    line: int
    column: int
    text: str
    length: int = 1
    note: str = ""
    is_private: bool = False

    @property
    def is_whole_file(self) -> bool:
        """Whether the place is the file and no line of it."""
        return not self.text and (self.line, self.column) == (1, 1)

    def __str__(self) -> str:
        return str(self.file) if self.is_whole_file else f"{self.file}:{self.line}:{self.column}"


@frozen
class Edit:
    """One change to the agreement file: the path of a fact, and the words that should stand there (None removes it)."""

    path: str
    words: str | None


@frozen
class Swap:
    """Other words for some words of a paper: what stands there, and what could stand in its place.

    The words stand in a clause, or in a foreign paper in a paragraph (`paragraph` counts them, `line` is that of a text
    file); of several such places there, `nth` is meant, counted from 0.
    """

    clause: str
    words: str
    instead: str
    nth: int = 0
    paragraph: int = 0
    line: int = 0


@frozen
class Mend:
    """What would be right, in words that can be pasted, and what a program can apply: edits of facts, swaps of words.

    A safe one changes nothing of what is agreed: an edit of facts no word of the paper, a swap no more than how the
    same thing is written. So it may be applied without asking anybody.
    """

    words: str
    edits: tuple[Edit, ...] = ()
    is_safe: bool = False
    swaps: tuple[Swap, ...] = ()


@frozen
class Finding:
    """One thing that is wrong or worth knowing.

    `rule` is the code (`CRE-04`), `name` says the fault (`ladder_misses_target`), `field` is the path of the fact,
    `clause` the id of the clause that prints it. `places` are empty until the file is known; the first is where the
    fault is, a second is the other side of a contradiction. `witness` is an example in money or minutes. `quote` are
    the words to mark in the line; `also`, `also_notes` and `also_quotes` are the other paths with their notes and
    words. `waived` and `private` are reasons from the private part of the agreement: shown to its author, written to
    no file; so is what was typed where a mistake stands in it.
    `given` is the value that a script set for the field, which then stands in no file. `figures` are the
    figures that triggered it, each with its name, spelled as on paper; `confidence` says how sure the finding is.
    `is_known` says that it stands in the baseline that the file is compared with.
    """

    rule: str
    name: str
    severity: Severity
    message: str
    field: str = ""
    clause: str = ""
    clause_words: str = ""
    places: tuple[Place, ...] = ()
    also: tuple[str, ...] = ()
    also_notes: tuple[str, ...] = ()
    also_quotes: tuple[str, ...] = ()
    note: str = ""
    quote: str = ""
    witness: str = ""
    mend: Mend | None = None
    page: int | None = None
    waived: str = ""
    private: str = ""
    given: str = ""
    figures: tuple[tuple[str, str], ...] = ()
    confidence: Confidence = Confidence.EXACT
    is_known: bool = False

    def __str__(self) -> str:
        where = str(self.places[0]) if self.places else self.where_given or self.clause
        mend = f" Mend: {self.mend.words}" if self.mend else ""
        return f"{self.severity.value} {self.rule} {self.name} at {where}: {self.message}{mend}"

    @property
    def where_given(self) -> str:
        """The field, and the value that a script set for it: services.database.fee = EUR 1 per month."""
        return f"{self.field} = {self.given}" if self.given else self.field

    @property
    def where_told(self) -> str:
        """The same for a report that others read: of a private field, its path alone."""
        return self.field if self.field.startswith("private.") else self.where_given


def worst_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings in the order in which a person should read them: worst first, then by place in the file."""

    def key(finding: Finding) -> tuple[int, int, int, str, str]:
        place = finding.places[0] if finding.places else None
        return (
            finding.severity.rank,
            place.line if place else 10**9,
            place.column if place else 0,
            finding.rule,
            finding.field,
        )

    return tuple(sorted(findings, key=key))


def failing(findings: Iterable[Finding], fail_on: Severity) -> tuple[Finding, ...]:
    """The findings at or above a severity; a waived one does not fail, but an error cannot be waived.

    What stands in the baseline fails nothing: a baseline asks whether a file became worse.
    """
    return tuple(
        finding
        for finding in findings
        if finding.severity.rank <= fail_on.rank
        and not finding.is_known
        and not (finding.waived and finding.severity is not Severity.ERROR)
    )


@frozen
class FileFindings:
    """What was found in one file, worst first. `is_unreadable` says that nothing could be judged in it."""

    path: PurePath
    findings: tuple[Finding, ...]
    is_unreadable: bool = False


@frozen
class RuleNote:
    """A rule as a report declares it: code, name, severity, what it checks, and its manual page."""

    code: str
    name: str
    severity: Severity
    checks: str
    page: str


_DIGITS = 16
_FIGURE = re.compile(r"-?\d[\d.,]*")


def identity(finding: Finding) -> str:
    """What a finding is known by when lines move and clauses are numbered anew: sixteen hexadecimal digits.

    It is made of the rule and of where the fault is in the deal (the path and the clause), and of the words found
    where neither is known; not of a file, a line, a page or a figure: an average changes with every word.
    """
    import hashlib  # asked for by few reports

    where = (finding.field, finding.clause)
    known = (finding.rule, *where, finding.quote or ("" if any(where) else _FIGURE.sub("", finding.message)))
    return hashlib.sha256("\n".join(known).encode()).hexdigest()[:_DIGITS]


def identities(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Each finding with its identity; the second and later ones that are alike are counted: …, …:2, …:3."""
    seen: Counter[str] = Counter()
    for finding in findings:
        known = identity(finding)
        seen[known] += 1
        yield finding, known if seen[known] == 1 else f"{known}:{seen[known]}"
