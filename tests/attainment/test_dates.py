from __future__ import annotations

from datetime import date
from importlib.resources import files

import pytest

from sla_drafter.attainment.dates import deadlines, end_of_first_term, key_dates, last_day_to_stop_renewal
from sla_drafter.model.agreement import Agreement
from sla_drafter.readers.agreement_file import loads
from sla_drafter.readers.clauses import load_library

STARTER = (files("sla_drafter.templates") / "starters" / "managed_database.yaml").read_text(encoding="utf-8")
LOADED = loads(STARTER, "agreement.yaml", load_library().clauses)
TERM = {"term.effective": "2027-01-01", "term.initial": "24 months", "term.non_renewal_notice": "60 days"}


def agreed(facts: dict[str, str]) -> Agreement:
    return LOADED.set(TERM | facts).agreement


def days(agreement: Agreement, kind: str) -> tuple[date, ...]:
    return next((one.on for one in key_dates(agreement) if one.id == kind), ())


def test_a_term_ends_on_the_day_before_the_same_date() -> None:
    assert end_of_first_term(agreed({})) == date(2028, 12, 31)
    assert end_of_first_term(agreed({"term.effective": "2027-08-31", "term.initial": "6 months"})) == date(2028, 2, 28)


@pytest.mark.parametrize(
    ("counting", "notice", "day"),
    [
        ("clear", "60 days", date(2028, 11, 1)),
        ("excluding first", "60 days", date(2028, 11, 2)),
        ("clear", "3 months", date(2028, 9, 30)),
        ("clear", "5 business days", date(2028, 12, 20)),
    ],
)
def test_notice_against_renewal_is_counted_by_the_rule_of_the_agreement(counting: str, notice: str, day: date) -> None:
    assert last_day_to_stop_renewal(agreed({"time.notice_days": counting, "term.non_renewal_notice": notice})) == day


def test_sixty_clear_days_are_sixty_days_between_the_notice_and_the_first_day_after_the_term() -> None:
    notice = last_day_to_stop_renewal(agreed({}))
    assert notice is not None
    assert (date(2029, 1, 1) - notice).days - 1 == 60


def test_nobody_guesses_how_days_of_notice_are_counted() -> None:
    agreement = LOADED.set(TERM | {"time.notice_days": None}).agreement
    assert last_day_to_stop_renewal(agreement) is None


def test_notice_that_is_longer_than_the_term_has_no_day() -> None:
    assert last_day_to_stop_renewal(agreed({"term.non_renewal_notice": "25 months"})) is None


def test_without_renewal_there_is_no_notice() -> None:
    assert last_day_to_stop_renewal(agreed({"term.renewal": "none"})) is None


def test_reviews_and_audits_are_counted_from_the_first_day() -> None:
    assert days(agreed({}), "review") == (date(2028, 7, 1),)
    assert days(agreed({"term.effective": "2027-01-31", "audits.every": "1 month"}), "audit")[:3] == (
        date(2027, 2, 28),
        date(2027, 3, 31),
        date(2027, 4, 30),
    )


def test_a_report_is_due_so_many_business_days_after_its_month() -> None:
    due = days(agreed({}), "report")
    assert len(due) == 24
    assert due[2] == date(2027, 4, 7)  # Easter Monday is 29 March, so no business day is lost in April
    assert due[3] == date(2027, 5, 10)  # 3 May is a bank holiday


@pytest.mark.parametrize("holidays", ["Nowhere at all"])
def test_what_cannot_be_counted_has_no_day(holidays: str) -> None:
    agreement = agreed({"hours.desk.holidays": holidays})
    assert days(agreement, "report") == ()
    assert days(agreement, "audit")


def test_without_a_start_nothing_is_dated_and_without_a_length_only_what_comes_first() -> None:
    nothing = LOADED.set({"term.effective": None}).agreement
    assert key_dates(nothing) == ()
    endless = LOADED.set({"term.effective": "2027-01-01", "term.initial": None}).agreement
    assert {one.id: one.on for one in key_dates(endless)} == {
        "start": (date(2027, 1, 1),),
        "audit": (date(2027, 4, 1),),
        "review": (date(2028, 7, 1),),
    }


@pytest.mark.parametrize(
    "facts",
    [
        {"term.effective": "9999-12-31"},
        {"term.effective": "0001-01-01"},
        {"term.initial": "99999999 months"},
        {"term.initial": "99999999 days"},
        {"term.non_renewal_notice": "99999999 months"},
        {"term.non_renewal_notice": "99999999 days"},
        {"reports.due": "99999999 weeks"},
        {"review.every": "99999999 years"},
        {"term.initial": "1.5 months"},
        {"term.non_renewal_notice": "4 hours"},
    ],
)
def test_what_leaves_the_calendar_is_no_date_and_no_crash(facts: dict[str, str]) -> None:
    agreement = agreed(facts)
    assert all(one.on == tuple(sorted(one.on)) for one in key_dates(agreement))
    if any(path.startswith("term.initial") or path.endswith("notice") for path in facts):
        assert last_day_to_stop_renewal(agreement) is None


def test_what_falls_on_most_days_is_no_key_date() -> None:
    assert days(agreed({"meetings.every": "1 day"}), "meeting") == ()
    assert len(days(agreed({"meetings.every": "1 week"}), "meeting")) == 104


def test_kinds_stand_in_the_order_of_their_first_day() -> None:
    first = [one.on[0] for one in key_dates(agreed({}))]
    assert first == sorted(first)
    assert {one.id for one in key_dates(agreed({}))} == {
        "start",
        "report",
        "meeting",
        "audit",
        "review",
        "notice",
        "end",
    }


def test_a_deadline_after_an_event_is_a_rule() -> None:
    assert [(one.id, str(one.within.amount), one.within.unit.value) for one in deadlines(agreed({}))] == [
        ("contest", "10", "business day"),
        ("claim", "60", "day"),
        ("election", "60", "day"),
    ]
