"""A table of credits leaves out a range."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.lints import spelled, wordlists
from sla_drafter.lints.credit_tables import Band, credit_tables
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.promised import shares
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="SLA-01",
    name="credit_table_gap",
    severity=Severity.ERROR,
    checks="A table of credits leaves out no value between the promised share, its best row and its worst.",
    why="For 98.95% the one side reads the row above and the other the row below.",
    bad="| Monthly uptime | Service credit |\n|---|---|\n| 99.0% – 99.9% | 10% |\n| 98.0% – 98.9% | 25% |",
    good=(
        "| Monthly uptime | Service credit |\n"
        "|---|---|\n"
        "| below 99.9% and at least 99.0% | 10% |\n"
        "| below 99.0% | 25% |"
    ),
    source="Own reading of tables; a step of one digit passes where values are rounded. From data it is CRE-01.",
    reads=Reads.FOREIGN,
    languages=LANGUAGES,
    sure=Confidence.MEDIUM,
)


def find(paper: Paper) -> Iterator[Finding]:
    rounds = wordlists.pattern("measures", paper.language, "rounding")
    for table in credit_tables(paper):
        for better, worse in pairwise(table):
            if is_gap(better, worse) and not (
                is_step(better, worse) and any(rounds.search(one.words) for one in paper.lines_holding(rounds))
            ):
                yield RULE.finding(
                    f"No row is for {between(better, worse)}: neither “{better.words}” nor “{worse.words}” holds it.",
                    clause=worse.clause,
                    quote=worse.words,
                    mend=f"let the row begin right below {spelled.share(better.low)}",
                )
        yield from _below_the_promise(table[0], paper)


def _below_the_promise(best: Band, paper: Paper) -> Iterator[Finding]:
    """Whether a paper that promises one share leaves values right below it without a row."""
    promised = {share.value: share.words for share in shares(paper)}
    if len(promised) != 1:
        return  # of several promises nobody can tell which one the table is of
    ((value, words),) = promised.items()
    if best.high < value:
        yield RULE.finding(
            f"{words} is promised, and the best row of the table is “{best.words}”: "
            f"values between {spelled.share(best.high)} and {words} break the promise and earn nothing.",
            clause=best.clause,
            quote=best.words,
            mend=f"let the table begin right below {words}",
        )


def is_gap(better: Band, worse: Band) -> bool:
    """Whether some value is in neither of two rows that follow each other."""
    return worse.high < better.low or (worse.high == better.low and not (worse.with_high or better.with_low))


def is_step(better: Band, worse: Band) -> bool:
    """Whether rows whose ends both belong to them are one last digit apart."""
    apart = better.low - worse.high
    return better.with_low and worse.with_high and apart.numerator == 1 and apart.denominator in (1, 10, 100, 1000)


def between(better: Band, worse: Band) -> str:
    """The values that are in no row."""
    low, high = spelled.share(worse.high), spelled.share(better.low)
    return f"values between {low} and {high}" if low != high else f"exactly {low}"
