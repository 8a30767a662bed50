from __future__ import annotations

import json
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from sla_drafter import Builder, NotWritten, Unreadable
from sla_drafter.document.index import values_of
from sla_drafter.document.nodes import Reference, Section, StoryKind, Table
from sla_drafter.document.walk import document_lines, inlines_of, sections_of, words_of
from sla_drafter.readers.ics import read_calendar

STARTER = (files("sla_drafter.templates") / "starters" / "managed_database.yaml").read_text(encoding="utf-8")
BASE = Builder.from_text(STARTER)


def parts(builder: Builder) -> dict[str, Section]:
    document = builder.draft(layout=False).document
    return {one.id: one for one in sections_of(document.story(StoryKind.SCHEDULES))}


def rows(part: Section) -> dict[str, tuple[str, ...]]:
    (table,) = part.blocks
    assert isinstance(table, Table)
    return {
        words_of(row.cells[0].children): tuple(words_of(cell.children) for cell in row.cells[1:]) for row in table.rows
    }


def test_without_being_asked_no_paper_has_a_computed_date() -> None:
    draft = BASE.draft(layout=False)
    assert "schedule.key_dates" not in parts(BASE)
    dates = {value.words for _, value in values_of(draft.document) if value.form == "date"}
    assert dates == {"1 April 2027", "15 February 2027"}
    assert not any("computed.dates" in value.field for _, value in values_of(draft.document))


def test_the_schedule_of_key_dates_has_every_date_with_its_clause() -> None:
    found = rows(parts(BASE.with_dates())["key_dates.dates"])
    assert found["Review due"] == ("1 October 2028", "clause 8.4")
    assert found["Last day of notice about renewal"] == ("31 December 2029", "clause 1.6")
    assert found["Last day of the first term"] == ("31 March 2030", "clause 1.6")
    assert found["Audit due"][0].startswith("1 July 2027, 1 October 2027, ")
    assert found["Report due"][0].count("20") == 36


def test_deadlines_that_begin_with_an_event_are_rules() -> None:
    found = rows(parts(BASE.with_dates())["key_dates.deadlines"])
    assert found["Claiming a Service Credit"] == ("60 days from the report that shows the miss", "clause 7.2")
    assert len(found) == 3


def test_every_rule_of_a_key_date_is_a_reference_to_a_clause_of_the_paper() -> None:
    draft = BASE.with_dates().draft(layout=False)
    references = {
        one.target for line in document_lines(draft.document) for one in inlines_of(line) if isinstance(one, Reference)
    }
    assert {"term_renewal", "periodic_review", "audits", "meetings", "reporting"} <= references
    assert not draft.faults


def test_a_draft_with_dates_is_written_read_back_and_beside_its_calendar(tmp_path: Path) -> None:
    draft = BASE.with_dates().build()
    written = draft.write(*(tmp_path / f"a.{ending}" for ending in ("docx", "pdf", "html", "md", "json", "ics")))
    assert len(written) == 6
    calendar = read_calendar((tmp_path / "a.ics").read_bytes())
    assert calendar == draft.calendar
    assert calendar.stamped == date(2027, 4, 1)
    assert len({event.uid for event in calendar.events}) == len(calendar.events) == 87
    review = next(event for event in calendar.events if event.uid.startswith("review-"))
    assert review.on == date(2028, 10, 1)
    assert review.details == "clause 8.4 of the Service Level Agreement for Managed MariaDB"


def test_the_source_of_a_paper_says_whether_it_has_key_dates() -> None:
    plain, dated = (json.loads(builder.draft(layout=False).source) for builder in (BASE, BASE.with_dates()))
    assert "with_dates" not in plain
    assert dated["with_dates"] is True
    assert plain["fingerprint"] != dated["fingerprint"]


def test_the_ids_of_events_outlive_a_version_and_differ_between_agreements() -> None:
    first, second, other = (
        BASE.set(facts).draft(layout=False).calendar.events
        for facts in ({}, {"version": "0.2"}, {"parties.customer.name": "Orle & Sons GmbH"})
    )
    assert [event.uid for event in first] == [event.uid for event in second]
    assert not {event.uid for event in first} & {event.uid for event in other}


def test_an_agreement_without_a_date_has_no_calendar_to_write(tmp_path: Path) -> None:
    draft = BASE.set({"term.effective": None}).draft(layout=False)
    with pytest.raises(NotWritten, match="has no date that could be in a calendar"):
        draft.write(tmp_path / "a.ics")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("facts", "metric", "value", "credit"),
    [
        ({}, "availability", "99.42%", "GBP 1,425.00"),
        ({}, "availability", "99.9%", "GBP 0.00"),
        ({}, "availability", "99.89999%", "GBP 475.00"),
        ({}, "query_time", "12.5%", "GBP 950.00"),
        ({"services.database.fee": "GBP 90,000 per year"}, "availability", "99.42%", "15%"),
        ({"services.database.fee": "JPY 1,234,567 per month"}, "availability", "99.7%", "JPY 61,728"),
    ],
)
def test_a_draft_says_what_a_value_earns(facts: dict[str, str], metric: str, value: str, credit: str) -> None:
    assert BASE.set(facts).draft(layout=False).credit(metric, value) == credit


@pytest.mark.parametrize(
    ("metric", "value", "said"),
    [
        ("availabilty", "99%", "There is no credit for availabilty. Mend: one of: availability"),
        ("availability", "99.4", '"99.4" is not a percentage. Write 99.4%.'),
        ("availability", "101%", "It is a percentage from 0 to 100."),
    ],
)
def test_what_earns_nothing_because_it_is_nothing_is_refused(metric: str, value: str, said: str) -> None:
    with pytest.raises(Unreadable) as refused:
        BASE.draft(layout=False).credit(metric, value)
    assert said in str(refused.value)


def test_values_of_a_worked_example_are_facts_with_their_path() -> None:
    fields = {value.field for _, value in values_of(BASE.draft(layout=False).document)}
    assert {
        "computed.allowed_downtime.availability.30_days",
        "computed.example.availability.outage",
        "computed.example.availability.value",
        "computed.example.availability.band.to",
        "computed.example.availability.amount",
    } <= fields
