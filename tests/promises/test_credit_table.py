from __future__ import annotations

from decimal import Decimal

import pytest

from sla_drafter.assembly.draft import Draft
from sla_drafter.document.nodes import Cell, Row, Section, StoryKind, Table, Value
from sla_drafter.document.walk import inlines_of, sections_of, words_of
from sla_drafter.model.remedies import Band
from sla_drafter.model.scalars import Percent
from tests.model.everything import TURNS
from tests.promises.files import starter
from tests.promises.full import drafts_of, full_drafts

LADDERS = "credits.ladders."


def tables(draft: Draft) -> dict[str, tuple[Row, ...]]:
    """The rows of the printed credit tables, by metric."""
    parts = [part for part in sections_of(draft.document.story(StoryKind.SCHEDULES)) if is_ladders(part)]
    found: dict[str, tuple[Row, ...]] = {}
    for part in parts:
        for table in part.blocks:
            if isinstance(table, Table) and table.rows[0].key.startswith(LADDERS):
                metric = table.rows[0].key.removeprefix(LADDERS).split(".")[0]
                found[metric] = table.rows
    return found


def is_ladders(part: Section) -> bool:
    return part.id == "credits_ladder.schedule"


def band_of(row: Row) -> Band:
    """The band that a person reads in a row: its figures from the words, its borders from the words around them."""
    values, credit = row.cells
    words = words_of(values.children)
    borders = {name: Percent(figure) for name, figure in figures_of(values).items()}
    ((name, given),) = figures_of(credit).items()
    assert words_of(credit.children).startswith(SAID[name])
    assert words_of(credit.children).endswith("%") is (name == "credit")
    return Band(
        row.key.partition(LADDERS)[2].partition(".")[2],
        from_=borders.get("from"),
        from_included=not words.startswith("above"),
        to=borders.get("to"),
        to_included=words.endswith("included"),
        credit=Percent(given) if name == "credit" else None,
        days=given if name == "days" else None,
        points=given if name == "points" else None,
    )


SAID = {"credit": "", "days": "days of service: ", "points": "service points: "}
"""The words before what a band gives."""


def figures_of(cell: Cell) -> dict[str, Decimal]:
    """The figures of a cell, by the last step of the path of their field."""
    return {
        value.field.rpartition(".")[2]: Decimal(value.words.partition(" ")[0].removesuffix("%").replace(",", ""))
        for value in inlines_of(cell.children)
        if isinstance(value, Value) and value.form in ("percent", "points", "number")
    }


@pytest.mark.parametrize("turn", range(TURNS))
def test_the_printed_credit_tables_read_back_are_the_ladders_of_the_agreement(turn: int) -> None:
    for draft in drafts_of(turn):
        printed = {metric: tuple(map(band_of, rows)) for metric, rows in tables(draft).items()}
        assert printed == (agreed(draft) if "credits_ladder" in draft.clause_ids else {})


def agreed(draft: Draft) -> dict[str, tuple[Band, ...]]:
    """The bands of the agreement, by metric."""
    assert draft.agreement.credits is not None
    return {ladder.id: ladder.bands for ladder in draft.agreement.credits.ladders}


def test_both_ways_to_hold_a_border_are_among_the_ladders_that_were_read() -> None:
    held = {
        (band.from_included, band.to_included)
        for draft in full_drafts()
        if draft.agreement.credits
        for ladder in draft.agreement.credits.ladders
        for band in ladder.bands
    }
    assert held == {(True, True), (False, False)}


def test_the_short_form_of_a_ladder_is_printed_as_the_chain_that_it_is() -> None:
    draft = starter().draft(layout=False)
    printed = {metric: [words_of(row.cells[0].children) for row in rows] for metric, rows in tables(draft).items()}
    assert printed["availability"] == [
        "from 99.5% to below 99.9%",
        "from 98.0% to below 99.5%",
        "from 0% to below 98.0%",
    ]
    assert {metric: tuple(map(band_of, rows)) for metric, rows in tables(draft).items()} == agreed(draft)


# --- the other shapes


def rows_at(draft: Draft, path: str) -> tuple[Row, ...]:
    """The rows of the schedules that print the facts at a path."""
    parts = [part for part in sections_of(draft.document.story(StoryKind.SCHEDULES)) if part.id in CREDIT_PARTS]
    tables_ = [table for part in parts for table in part.blocks if isinstance(table, Table)]
    return tuple(row for table in tables_ for row in table.rows if path in fields_of(row))


CREDIT_PARTS = ("credits_ladder.schedule", "credits_stepped.schedule", "at_risk_pool.schedule")


def fields_of(row: Row) -> str:
    """The paths of the facts in a row, in one text."""
    return " ".join(
        value.field for cell in row.cells for value in inlines_of(cell.children) if isinstance(value, Value)
    )


def given_in(row: Row) -> dict[str, Decimal]:
    return {name: figure for cell in row.cells for name, figure in figures_of(cell).items()}


@pytest.mark.parametrize("turn", range(TURNS))
def test_steps_excess_and_allocations_read_back_are_those_of_the_agreement(turn: int) -> None:
    for draft in drafts_of(turn):
        promised = draft.agreement.credits
        assert promised is not None
        if "credits_stepped" in draft.clause_ids:
            for step in promised.steps:
                (row,) = rows_at(draft, f"credits.steps.{step.id}.")
                percents = {"step": step.step, "credit": step.credit, "cap": step.cap}
                numbers = {"days": step.days, "cap_days": step.cap_days}
                expected = {name: one.value for name, one in percents.items() if one}
                assert given_in(row) == expected | {name: one for name, one in numbers.items() if one}
            for table in promised.excess:
                printed = [given_in(row) for row in rows_at(draft, f"credits.excess.{table.id}.")]
                rows = [(row.over, row.credit) for row in table.rows]
                assert printed == [
                    {"over": over.value, "credit": credit.value} for over, credit in rows if over and credit
                ]
        if "at_risk_pool" in draft.clause_ids and promised.at_risk:
            for each in promised.at_risk.allocations:
                (row,) = rows_at(draft, f"credits.at_risk.allocations.{each.id}")
                assert each.percent is not None
                assert list(given_in(row).values()) == [each.percent.value]


@pytest.mark.parametrize("turn", range(TURNS))
def test_the_printed_table_of_points_read_back_is_that_of_the_agreement(turn: int) -> None:
    for draft in drafts_of(turn):
        promised = draft.agreement.credits
        rows = promised.points.table if promised and promised.points else ()
        printed = [given_in(row) for row in rows_at(draft, "credits.points.table.")]
        agreed_rows = [{"points": row.points, "credit": row.credit.value} for row in rows if row.credit]
        assert printed == (agreed_rows if "credits_ladder" in draft.clause_ids else [])
