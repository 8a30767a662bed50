"""What the text rules find in a folder of papers, and which of it is read by hand.

Of each rule as many findings are read as are asked for, all where there are fewer: they are taken at equal steps from
the findings in the order of their files and places, so everybody who has the same papers reads the same ones.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePath

from attrs import frozen

from sla_drafter import lint
from sla_drafter.findings import Finding
from sla_drafter.readers.to_lint import is_paper

_SHOWN = 60
"""How many signs of the quoted words tell one finding from the others of its place; papers are not copied."""


@frozen(order=True)
class Found:
    """One finding in a paper: where it stands, the words it is about, what was said, and the paragraph around it."""

    rule: str
    paper: str
    line: int
    column: int
    quote: str
    message: str = ""
    around: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """What a verdict on it is known by."""
        return (self.rule, self.paper, str(self.line), str(self.column), self.quote)


def papers_in(folder: Path) -> tuple[Path, ...]:
    """Every paper that can be linted in a folder and below, by name."""
    return tuple(sorted(file for file in folder.rglob("*") if file.is_file() and is_paper(file)))


def found_in(folder: Path) -> tuple[Found, ...]:
    """Everything that is found in the papers of a folder, by rule, file and place. Ends where one cannot be read."""
    found: list[Found] = []
    for one in lint(*papers_in(folder)):
        if one.refused:
            raise SystemExit(f"{one.report.path} cannot be read: {one.findings[0].message}")
        found += (_found(finding, one.report.path.relative_to(folder)) for finding in one.findings)
    return tuple(sorted(found))


def _found(finding: Finding, paper: PurePath) -> Found:
    place = finding.places[0]
    quote = " ".join(finding.quote.split())[:_SHOWN]
    return Found(finding.rule, paper.as_posix(), place.line, place.column, quote, finding.message, place.text)


def counts(found: Sequence[Found]) -> Mapping[str, int]:
    """How often each rule was found, the most frequent first, equal ones by code."""
    counted = Counter(one.rule for one in found)
    return dict(sorted(counted.items(), key=lambda one: (-one[1], one[0])))


def sample(found: Sequence[Found], most: int) -> Iterator[Found]:
    """Of each rule up to so many findings: all of them, or those at equal steps."""
    for rule, count in counts(found).items():
        own = [one for one in found if one.rule == rule]
        read = min(count, most)
        yield from (own[step * count // read] for step in range(read))
