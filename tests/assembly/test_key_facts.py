from __future__ import annotations

from importlib.resources import files

import pytest
from attrs import evolve

from sla_drafter.assembly.assemble import assemble
from sla_drafter.assembly.forms import spell
from sla_drafter.assembly.key_facts import PLACE, key_facts
from sla_drafter.assembly.speller import Speller
from sla_drafter.document.nodes import Section, StoryKind, Table, Value
from sla_drafter.document.walk import inlines_of, lines_of, words_of
from sla_drafter.language.words import words
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.paths import value_at
from sla_drafter.readers.agreement_file import loads
from sla_drafter.readers.clauses import load_library
from tests.assembly.fillings import clause, library
from tests.model.everything import everything

STARTERS = sorted(
    file.name for file in (files("sla_drafter.templates") / "starters").iterdir() if file.name.endswith(".yaml")
)


def starter(name: str) -> Agreement:
    text = (files("sla_drafter.templates") / "starters" / name).read_text(encoding="utf-8")
    return loads(text, name, load_library().clauses).agreement


def told(agreement: Agreement) -> dict[str, str]:
    return {fact.id: words_of(fact.said) for fact in key_facts(agreement, Speller(agreement, words("en")))}


def test_the_key_facts_of_a_starter_are_those_of_its_file() -> None:
    assert told(starter("managed_database.yaml")) == {
        "services": "Managed MariaDB holds the bookings and the tracking data of the Customer's freight portal",
        "hours": "24 hours a day, 7 days a week",
        "term": "From 1 April 2027, for 36 months at first",
        "levels": "Availability: at least 99.9% (calendar month)\nQuery time: at least 97% (calendar month)",
        "urgent": "Critical: answer within 15 minutes, restored within 4 hours",
        "credits": "Availability: 5% to 40% of the Fees\nQuery time: 5% to 10% of the Fees\n"
        "All together at most 40% of the Fees of one month",
        "fault": "Duty manager, +44 117 496 0123",
        "review": "every 18 months",
        "notice": "At least 90 days before a term ends",
    }


@pytest.mark.parametrize("name", STARTERS)
def test_every_starter_has_key_facts_and_no_blank_among_them(name: str) -> None:
    found = told(starter(name))
    assert {"services", "term"} <= set(found)
    assert words("en").message("blank") not in " ".join(found.values())


def test_every_figure_is_spelled_from_the_field_that_it_names() -> None:
    agreement = everything(0)
    speller = Speller(agreement, words("en"))
    found = [
        inline
        for fact in key_facts(agreement, speller)
        for inline in inlines_of(fact.said)
        if isinstance(inline, Value)
    ]
    assert len(found) > 15
    for value in found:
        known = evolve(speller, refers_to="roles") if value.form == "named" else speller
        assert spell(value_at(agreement, value.field), value.form, known) == value.words


def test_an_agreement_that_says_nothing_has_no_key_facts() -> None:
    assert told(Agreement()) == {}


def test_a_clause_that_asks_for_the_key_facts_gets_their_table() -> None:
    agreement = starter("managed_database.yaml")
    asking = clause("key_facts", f"These are the main points.\n\n{PLACE}\n")
    document = assemble(agreement, library(asking)).document
    ((table,),) = [
        [block for block in one.blocks if isinstance(block, Table)]
        for section in document.story(StoryKind.BODY)
        for one in lines_holder(section)
    ]
    assert [words_of(cell.children) for cell in table.header] == ["Key fact", "In short"]
    assert [words_of(row.cells[0].children) for row in table.rows][:2] == ["Services", "Service hours"]
    assert PLACE not in "".join(
        words_of(line) for section in document.story(StoryKind.BODY) for line in lines_of(section)
    )


def lines_holder(section: object) -> list[Section]:
    assert isinstance(section, Section)
    return [block for block in section.blocks if isinstance(block, Section)]
