"""The mistakes of measured facts while a file is read: collected row by row, then said with place and mend."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from attrs import Factory

from sla_drafter.findings import Finding, Mend, Place, Severity
from sla_drafter.model.measured import Evidence
from sla_drafter.readers.measurements.rules import RULES
from sla_drafter.values import define, frozen

MOST_LISTED = 1000
"""So many rows with the same fault are listed one by one for each file; the lines of the others are said together."""
_MOST_RANGES = 40


class Wrong(ValueError):
    """One cell or one row cannot be used. `column` is empty where the reader of a cell does not know its column.

    A message that takes a while may be a function: of a million rows with one fault, it is asked for a thousand only.
    """

    def __init__(self, name: str, message: str | Callable[[], str], right: str = "", column: str = "") -> None:
        super().__init__(name)
        self.name, self.said, self.right, self.column = name, message, right, column

    @property
    def message(self) -> str:
        """What is wrong, and what would be right."""
        return self.said if isinstance(self.said, str) else self.said()

    def __str__(self) -> str:
        return self.message

    def again(self) -> Wrong:
        """The same refusal, to be raised for another row."""
        return Wrong(self.name, self.said, self.right, self.column)


@frozen
class Mistake:
    """One fault with the evidence that it stands in; `other` is the second side of a contradiction."""

    name: str
    message: str
    evidence: Evidence
    column: str = ""
    right: str = ""
    other: Evidence | None = None
    note: str = ""


@define
class Listing:
    """The mistakes of one file, in the order in which they were found."""

    file: str
    listed: list[Mistake] = Factory(list)
    counts: dict[str, int] = Factory(dict)
    more: dict[str, list[int]] = Factory(dict)

    def add(self, mistake: Mistake) -> None:
        """Keeps a mistake; of very many with one name only the line."""
        if self._is_listed(mistake.name, mistake.evidence):
            self.listed.append(mistake)

    def _is_listed(self, name: str, evidence: Evidence) -> bool:
        count = self.counts[name] = self.counts.get(name, 0) + 1
        if count > MOST_LISTED:
            self.more.setdefault(name, []).append(evidence.line)
        return count <= MOST_LISTED

    def say(self, name: str, message: str, line: int = 1, column: str = "", right: str = "") -> None:
        """Keeps a mistake of the whole file, or of one of its lines."""
        self.add(Mistake(name, message, Evidence(self.file, line), column, right))

    def wrong(self, fault: Wrong, evidence: Evidence, column: str = "") -> None:
        """Keeps what the reader of a cell or a row refused."""
        if self._is_listed(fault.name, evidence):
            self.listed.append(Mistake(fault.name, fault.message, evidence, fault.column or column, fault.right))

    @property
    def has_error(self) -> bool:
        """Whether something in the file could not be used."""
        return any(RULES[name].severity is Severity.ERROR for name in self.counts)

    def folded(self) -> Iterator[Mistake]:
        """For each fault that more rows have than are listed: how many more, and in which lines."""
        for name, lines in self.more.items():
            message = f"{len(lines):,} more rows of {self.file} have this fault: {_ranges(sorted(lines))}."
            yield Mistake(name, message, Evidence(self.file, min(lines)))


def _ranges(lines: list[int]) -> str:
    """Lines in order: "lines 5, 7 to 9"; of very many pieces the first, and up to which line they go."""
    found: list[list[int]] = []
    for line in lines:
        if found and line <= found[-1][1] + 1:
            found[-1][1] = line
        else:
            found.append([line, line])
    shown = ", ".join(str(first) if first == last else f"{first} to {last}" for first, last in found[:_MOST_RANGES])
    rest = f" and {len(found) - _MOST_RANGES} more stretches up to line {lines[-1]}"
    return f"lines {shown}{rest if len(found) > _MOST_RANGES else ''}"


def finding(mistake: Mistake, places: Iterable[Place]) -> Finding:
    """A mistake as it is told to a person."""
    rule = RULES[mistake.name]
    mend = Mend(mistake.right) if mistake.right else None
    return Finding(rule.code, mistake.name, rule.severity, mistake.message, places=tuple(places), mend=mend)
