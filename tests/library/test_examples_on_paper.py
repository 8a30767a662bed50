"""The worked example as each language prints it, for every shape of credit and with fees that are not monthly."""

from __future__ import annotations

from importlib.resources import files

import pytest

from sla_drafter import Builder
from sla_drafter.document.nodes import StoryKind, Table
from sla_drafter.document.walk import sections_of, words_of

STARTERS = files("sla_drafter.templates") / "starters"
LADDER, POOL = ("managed_database", "credits_ladder"), ("outsourced_operations", "at_risk_pool")
STEPS = ("managed_database", "credits_stepped")
BY_STEPS = "  steps:\n    availability: {block: 1 hour, credit: 5%, count: each full}\n"


def text_of(starter: str, clause: str) -> str:
    """The starter with a fee for a year by days; for credits by steps these stand in the place of its ladders."""
    text = (STARTERS / f"{starter}.yaml").read_text(encoding="utf-8")
    for month, year in (("9,500", "114,000"), ("180,000", "2,160,000")):
        text = text.replace(f"GBP {month} per month", f"GBP {year} per year")
    text = text.replace("month: of failure, net_of", "month: of failure, proration: by days, net_of")
    if clause == "credits_stepped":
        begin, end = text.index("  ladders:\n"), text.index("  fee_base: {")
        text = text[:begin] + BY_STEPS + text[end:]
    return text


def last_lines(starter: str, clause: str, language: str) -> tuple[str, str]:
    """The fees of the month, and the credit, as the table of the example ends."""
    draft = Builder.from_text(text_of(starter, clause)).set({"language": language}).draft()
    schedules = sections_of(draft.document.story(StoryKind.SCHEDULES))
    part = next(section for section in schedules if section.id == f"{clause}.schedule")
    example = [block for block in part.blocks if isinstance(block, Table)][-1]
    fees, credit = (words_of(row.cells[1].children) for row in example.rows[-2:])
    return fees, credit


@pytest.mark.parametrize("language", ["en", "de", "es", "fr"])
@pytest.mark.parametrize(
    ("starter", "clause", "fees", "credit"),
    [
        # 114,000 x 30 / 365 = 9,369.8630…; 5% of it, for the first band as for one full hour
        (*LADDER, "9,369.863…", "468.49"),
        (*STEPS, "9,369.863…", "468.49"),
        # 2,160,000 x 30 / 365 = 177,534.2465…; 12% of it, and 70% of that, are 14,912.8767…
        (*POOL, "177,534.246…", "14,912.88"),
    ],
)
def test_the_example_ends_with_the_fees_of_the_month_and_the_credit(
    language: str, starter: str, clause: str, fees: str, credit: str
) -> None:
    printed = tuple(map(plain, last_lines(starter, clause, language)))
    assert printed[0] == plain(fees)
    assert printed[1].endswith(plain(credit))


def plain(words: str) -> str:
    """The digits of an amount, whatever its language puts between them."""
    return "".join(sign for sign in words if sign.isdigit() or sign in "…=")
