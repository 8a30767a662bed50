from __future__ import annotations

from decimal import Decimal

import pytest

from sla_drafter.assembly.draft import Draft
from sla_drafter.document.nodes import Row, Section, StoryKind, Table, Value
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
    figures = {
        value.field.rpartition(".")[2]: Percent(Decimal(value.words.removesuffix("%")))
        for cell in row.cells
        for value in inlines_of(cell.children)
        if isinstance(value, Value)
    }
    assert words_of(credit.children).endswith("%")
    return Band(
        row.key.partition(LADDERS)[2].partition(".")[2],
        from_=figures.get("from"),
        from_included=not words.startswith("above"),
        to=figures.get("to"),
        to_included=words.endswith("included"),
        credit=figures["credit"],
    )


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
