"""What a reader said of findings: a table of verdicts that is kept, and how often each rule was right."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path

from attrs import frozen

from tests.papers.sampling import Found

VERDICTS = ("true", "false", "debatable")
KEY = ("rule", "paper", "line", "column", "words")
COLUMNS = (*KEY, "verdict", "why")
Verdicts = Mapping[tuple[str, ...], tuple[str, str]]
"""What was said of each finding, and why."""


def read_verdicts(file: Path) -> Verdicts:
    """The verdicts of a table; a finding that nobody has judged yet has an empty one."""
    if not file.exists():
        return {}
    with file.open(encoding="utf-8", newline="") as rows:
        read = {tuple(row[name] for name in KEY): (row["verdict"], row["why"]) for row in csv.DictReader(rows)}
    wrong = [" ".join(key) for key, (verdict, _) in read.items() if verdict not in ("", *VERDICTS)]
    if wrong:
        raise SystemExit(f"A verdict is one of {', '.join(VERDICTS)}. It is not in: {'; '.join(wrong)}")
    return read


def write_verdicts(file: Path, verdicts: Verdicts, sampled: Sequence[Found]) -> None:
    """The table with a row for each finding that is to be read; what was judged before stays."""
    kept = dict.fromkeys((one.key for one in sampled), ("", "")) | dict(verdicts)
    with file.open("w", encoding="utf-8", newline="") as rows:
        writer = csv.writer(rows, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows((*key, *said) for key, said in sorted(kept.items(), key=_in_order))


def _in_order(one: tuple[tuple[str, ...], object]) -> tuple[str, str, int, int, str]:
    rule, paper, line, column, words = one[0]
    return (rule, paper, int(line), int(column), words)


@frozen
class Tally:
    """How often a rule was found, how many of its findings were read, and what was said of them."""

    rule: str
    found: int
    sampled: int
    said: Mapping[str, int]

    @property
    def precision(self) -> Fraction | None:
        """The share of true findings among those that are true or false; None where there is neither."""
        judged = self.said.get("true", 0) + self.said.get("false", 0)
        return Fraction(self.said.get("true", 0), judged) if judged else None

    @property
    def cells(self) -> tuple[str, ...]:
        """The row of a table: code, found, read, true, false, debatable, precision."""
        said = [self.said.get(verdict, 0) for verdict in VERDICTS]
        share = "–" if self.precision is None else f"{round(100 * self.precision)}%"
        return (self.rule, str(self.found), f"{sum(said)} of {self.sampled}", *map(str, said), share)


def tallies(counted: Mapping[str, int], sampled: Sequence[Found], verdicts: Verdicts) -> tuple[Tally, ...]:
    """One tally for each rule, in the order of the counts."""
    said = Counter((one.rule, verdicts.get(one.key, ("", ""))[0]) for one in sampled)
    size = Counter(one.rule for one in sampled)
    return tuple(
        Tally(rule, count, size[rule], {verdict: said[rule, verdict] for verdict in VERDICTS})
        for rule, count in counted.items()
    )
