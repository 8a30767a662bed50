"""The pages in a browser: the sum agrees to the last digit; keyboard, dark screen, phone and paper."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from importlib import resources
from typing import Any

import pytest

from sla_drafter.attainment.attain import quantum_of
from sla_drafter.attainment.calculator import minutes_typed
from sla_drafter.attainment.pipeline import reported
from sla_drafter.attainment.schedules import zone_of
from sla_drafter.attainment.spoken import Spoken
from sla_drafter.attainment.statement import statement_of
from sla_drafter.language.words import words
from sla_drafter.model.agreement import Agreement
from tests.attainment.months import MARCH, agreed, metric
from tests.writers.conftest import DESK, PHONE, Shown
from tests.writers.site.months import CLAIMED, WHOLE_MONTH, an_outage, pages, site, slow_queries

pytestmark = pytest.mark.xdist_group("chromium")

FEE, TERMS = "fee: GBP 12,000 per month", "cap: 50% per month"
BANDS = "- {below: 99.9%, credit: 10%}"
QUERIES = "query_time: [{below: 95.0%, credit: 5%}, {below: 90.0%, credit: 10%}]"
VALUES, MONEY = "value_rounding: none", "money_rounding: half up"
HALF_OPEN = "{from: 90%, to: 95%, from_included: no, to_included: no, credit: 5%}"
# 15% and 25% of GBP 1,000.10 lie half-way: after an odd penny and after an even one.
TIE = "- {below: 99.9%, credit: 15%}"
# 7.0009% lies beyond half-way.
MORE = "query_time: [{below: 95.0%, credit: 7.0009%}]"
ODD = "- {below: 99.9%, credit: 7.125%}"
AGREEMENTS: dict[str, tuple[tuple[str, str], ...]] = {
    "as it stands": (),
    "values rounded": ((VALUES, "value_rounding: two places half up"), (FEE, "fee: GBP 9,517.35 per month")),
    "money half to even": (
        (MONEY, "money_rounding: half even"),
        (FEE, "fee: GBP 1,000.10 per month"),
        (BANDS, TIE),
        (QUERIES, MORE),
    ),
    "money down, no cents": ((MONEY, "money_rounding: down"), (FEE, "fee: JPY 12,345 per month"), (BANDS, ODD)),
    "three decimals, low cap": ((FEE, "fee: KWD 777.77 per month"), (TERMS, "cap: 9.5% per month")),
    "cap per year": ((TERMS, "cap: 1% per year"), (FEE, "fee: GBP 8,333.33 per month")),
    "bands by hand": (
        (
            QUERIES,
            f"query_time: [{HALF_OPEN}, {{below: 80%, credit: 10%}}]",
        ),
    ),
}
EACH = 80
FILL = """(inputs) => inputs.map(([level, whole, part]) => {
  const field = (id) => document.getElementById(id);
  field("level").selectedIndex = level;
  field("level").dispatchEvent(new Event("change"));
  field("whole").value = whole;
  field("part").value = part;
  field("part").dispatchEvent(new Event("input"));
  return field("answer").textContent;
})"""


def lengths(chance: random.Random) -> Iterator[Fraction]:
    """Downtimes of March in microseconds: on each border and beside it, and anywhere."""
    for border in ("99.9", "99.895", "99.0", "95.0", "100", "0"):
        exactly = WHOLE_MONTH * (100 - Fraction(border)) / 100
        yield from (exactly + step for step in (-1, 0, 1) if 0 <= exactly + step <= WHOLE_MONTH)
    while True:
        yield Fraction(chance.randrange(int(WHOLE_MONTH) // chance.choice((1, 10, 100, 1000, 10**6))))


def counts(chance: random.Random) -> Iterator[tuple[int, int]]:
    """Slow queries and all queries: on each border and beside it, and anywhere."""
    for border in (5, 10, 20, 0, 100):
        yield from ((1000 * border + step, 100_000) for step in (-1, 0, 1) if 0 <= 1000 * border + step <= 100_000)
    while True:
        events = chance.randrange(1, 10 ** chance.randrange(1, 12))
        yield chance.randrange(events + 1) // chance.choice((1, 8, 20)), events


def samples(name: str, agreement: Agreement) -> Iterator[tuple[list[Any], str]]:
    """What is typed for each of two service levels, and the answer that the statement of such a month gives."""
    chance = random.Random(name)  # noqa: S311 - figures to test with
    spoken = Spoken(agreement, words("en"), zone_of(agreement))
    for length, _ in zip(lengths(chance), range(EACH), strict=False):
        typed = [minutes_typed(WHOLE_MONTH), minutes_typed(length)]
        yield [0, *typed], answer(agreement, "availability", spoken, an_outage(agreement, length))
    for (failed, events), _ in zip(counts(chance), range(EACH), strict=False):
        typed = [str(events), str(failed)]
        yield [1, *typed], answer(agreement, "query_time", spoken, slow_queries(failed, events))


def answer(agreement: Agreement, name: str, spoken: Spoken, measurements: Any) -> str:
    statement = statement_of(agreement, measurements, MARCH)
    one, line = metric(statement, name), statement.line(name)
    assert one.judged is not None
    assert line is not None
    assert statement.total is not None
    quantum = quantum_of(agreement, name)
    assert one.judged == (one.value if quantum is None else reported((one.value or 0) * Fraction(100), quantum) / 100)
    slots: dict[str, Any] = {"value": spoken.percent(one.judged * 100), "target": spoken.target(one)}
    if one.met:
        return spoken.words.message("sum_met", **slots)
    if not line.percent:
        return spoken.words.message("sum_missed_free", **slots)
    return spoken.words.message("sum_missed", amount=spoken.due(statement.total), **slots)


@pytest.mark.parametrize("name", AGREEMENTS)
def test_the_page_and_the_statement_come_to_the_same_sum(shown: Shown, name: str) -> None:
    edits = AGREEMENTS[name]
    agreement = agreed(*edits)
    asked = list(samples(name, agreement))
    page = shown(pages(site(*edits)))
    found = page.evaluate(FILL, [typed for typed, _ in asked])
    assert found == [expected for _, expected in asked]


def test_more_than_a_thousand_sums_are_compared() -> None:
    assert len(AGREEMENTS) * 2 * EACH > 1000


def test_every_kind_of_answer_is_among_the_sums() -> None:
    answers = [
        said for name in ("bands by hand", "cap per year") for _, said in samples(name, agreed(*AGREEMENTS[name]))
    ]
    halves = {said.rpartition(" is ")[2] for _, said in samples("even", agreed(*AGREEMENTS["money half to even"]))}
    assert {"GBP 150.02.", "GBP 250.02."} <= halves
    for end in ("meets the target", "lies in no band", "The Service Credit is GBP 1,000.00"):
        assert any(end in said for said in answers), end


# --- what a person does


def test_the_sum_begins_with_the_figures_of_the_statement(shown: Shown) -> None:
    page = shown(pages(site()))
    assert page.locator("#whole").input_value() == "44460"
    assert page.locator("#part").input_value() == "150"
    assert page.locator("#answer").text_content() == (
        "99.66261…% misses the target, at least 99.9%. The Service Credit is GBP 1,200.00."
    )
    assert page.locator("#steps li").all_text_contents() == [
        "Value: (44,460 − 150) ÷ 44,460 = 99.66261…%",
        "Target, at least 99.9%: missed",
        "Band, from 99.0% to below 99.9%: 10%",
        "Amount: 10% of GBP 12,000.00 = GBP 1,200.00",
        "limit for the month, GBP 6,000.00: GBP 1,200.00",
        "Rounded once, half up: GBP 1,200.00",
    ]


def test_the_sum_is_worked_by_keyboard_alone(shown: Shown) -> None:
    page = shown(pages(site()))
    order = []
    for _ in range(60):
        page.keyboard.press("Tab")
        order.append(page.evaluate("document.activeElement.id"))
        if order[-1] == "level":
            break
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.selectedOptions[0].textContent") == "Query time"
    page.keyboard.press("ArrowUp")
    reached = []
    for text in ("", "44640", "0:60", "2232"):
        reached.append(page.evaluate("document.activeElement.id"))
        if text:
            page.keyboard.press("ControlOrMeta+a")
            page.keyboard.type(text)
        if text == "0:60":
            assert page.locator("#answer").text_content() == "Downtime: this is not a number of that kind."
            assert page.locator("#part").get_attribute("aria-invalid") == "true"
            continue
        if text != "2232":
            page.keyboard.press("Tab")
            if text == "":
                page.keyboard.press("Tab")
    assert reached == ["level", "whole", "part", "part"]
    assert page.locator("#part").get_attribute("aria-invalid") == "false"
    assert page.locator("#start").evaluate("each => each.selectedOptions[0].textContent") == "figures of your own"
    assert "95% misses the target, at least 99.9%. The Service Credit is GBP 3,000.00." in str(
        page.locator("#answer").text_content()
    )
    page.keyboard.press("Enter")
    assert page.url.endswith("index.html")


def test_the_first_stop_of_the_keyboard_leads_past_the_list_of_pages(shown: Shown) -> None:
    page = shown(pages(site()), "2027-03.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the text"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize(
    ("whole", "part", "said"),
    [
        ("0", "0", "Measured Time must be more than nothing."),
        ("100", "100.001", "Downtime is at most Measured Time."),
        ("1,000", "1", "Measured Time: this is not a number of that kind."),
        ("1000", "-1", "Downtime: this is not a number of that kind."),
        ("1000", "", "Downtime: this is not a number of that kind."),
        ("9" * 16, "1", "Measured Time: this is not a number of that kind."),
    ],
)
def test_a_figure_that_cannot_be_used_is_named(shown: Shown, whole: str, part: str, said: str) -> None:
    page = shown(pages(site()))
    assert page.evaluate(FILL, [[0, whole, part]]) == [said]
    assert page.locator("#steps li").count() == 0
    assert page.locator("[aria-invalid=true]").count() == 1


def test_a_choice_of_where_to_start_fills_both_figures(shown: Shown) -> None:
    page = shown(pages(site()))
    page.select_option("#start", label="a month of 30 days")
    assert (page.locator("#whole").input_value(), page.locator("#part").input_value()) == ("43200", "0")
    page.select_option("#level", label="Query time")
    assert (page.locator("#whole").input_value(), page.locator("#part").input_value()) == ("10000", "597")


def test_without_scripts_the_bands_are_shown_and_no_form(shown: Shown) -> None:
    page = shown(pages(site()), scripts=False)
    assert not page.locator("#sum").is_visible()
    assert page.locator("noscript").is_visible()
    assert page.get_by_text("from 99.0% to below 99.9%").is_visible()


# --- how it looks


def names() -> tuple[str, ...]:
    return ("index.html", "2027-01.html", "2027-02.html", "2027-03.html")


@pytest.mark.parametrize("name", names())
@pytest.mark.parametrize("size", [PHONE, (320, 700)])
def test_no_page_is_wider_than_a_phone(shown: Shown, name: str, size: tuple[int, int]) -> None:
    page = shown(pages(site(CLAIMED)), name, size)
    assert page.evaluate("document.documentElement.scrollWidth") == size[0]


@pytest.mark.parametrize("name", names())
@pytest.mark.parametrize("dark", [False, True])
def test_axe_finds_nothing(shown: Shown, name: str, dark: bool) -> None:
    page = shown(pages(site(CLAIMED)), name, dark=dark)
    page.evaluate((resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("axe.run()")
    assert {one["id"] for one in found["passes"]} > {"color-contrast", "document-title", "html-has-lang"}
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found["violations"]] == []


def test_axe_finds_what_is_wrong(shown: Shown) -> None:
    page = shown({name: page.replace(b' lang="en"', b"") for name, page in pages(site()).items()})
    page.evaluate((resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
    assert [one["id"] for one in page.evaluate("axe.run()")["violations"]] == ["html-has-lang"]


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_a_table_stays_one_for_those_who_hear_it(shown: Shown, size: tuple[int, int]) -> None:
    page = shown(pages(site()), size=size)
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    roles = Counter(node["role"]["value"] for node in tree if not node["ignored"])
    titles = Counter(node["name"]["value"] for node in tree if node.get("role", {}).get("value") == "columnheader")
    assert roles["table"] == 4, "periods, services, and a ladder for each of two service levels"
    assert roles["row"] == (1 + 3) + (1 + 5) + (1 + 3) + (1 + 2)
    assert roles["rowheader"] == 3 + 5
    assert titles["Claim by"] == titles["Measured over"] == 1


def test_on_paper_the_form_and_the_lists_of_pages_are_left_out(shown: Shown) -> None:
    page = shown(pages(site()))
    page.emulate_media(media="print")
    assert not page.locator("#sum").is_visible()
    assert not page.locator("nav").is_visible()
    assert page.get_by_role("heading", name="Latest period: March 2027").is_visible()
