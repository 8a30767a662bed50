"""A table of columns is a sequence of facts like any other."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.model.columns import NOT_SAID, Same, distinct, in_order, objects, rising
from sla_drafter.model.measured import Evidence, Outage, Outages, Span, Ticket, Tickets
from sla_drafter.model.record import Measurements

INSTANTS = st.integers(-(10**15), 10**15)
EVIDENCE = st.builds(Evidence, st.sampled_from(["a.csv", "b.csv"]), st.integers(1, 10**6), st.integers(1, 3))
OUTAGES = st.lists(
    st.builds(
        Outage,
        st.builds(Span, INSTANTS, INSTANTS),
        st.sampled_from(["database", "mail"]),
        EVIDENCE,
        st.sampled_from(["", "customer"]),
        st.sampled_from(["", "INC-1", "INC-2"]),
        st.sampled_from([Fraction(1), Fraction(1, 3)]),
        st.none() | INSTANTS,
        st.none() | INSTANTS | st.just(NOT_SAID),
    ),
    max_size=8,
)
TICKETS = st.lists(
    st.builds(
        Ticket,
        st.text(max_size=3),
        st.sampled_from("12"),
        INSTANTS,
        EVIDENCE,
        st.none() | INSTANTS,
        st.none() | INSTANTS,
        st.sampled_from([(), (Span(1, 2),)]),
        st.sampled_from(["", "database"]),
    ),
    max_size=8,
)


@given(OUTAGES, st.integers(-9, 9), st.integers(-9, 9))
def test_outages_are_a_sequence(facts: list[Outage], first: int, last: int) -> None:
    table = Outages.of(facts)
    assert (list(table), len(table)) == (facts, len(facts))
    assert table == tuple(facts)
    assert list(table[first:last]) == facts[first:last]
    assert [table[place] for place in range(-len(facts), len(facts))] == [*facts, *facts]
    assert [*table.spans] == [one.span for one in facts]
    assert [*table.evidence] == [one.evidence for one in facts]
    assert list(table.of_service("mail")) == [one for one in facts if one.service == "mail"]
    assert list(table.at([*range(len(facts))][::-1])) == facts[::-1]
    assert Outages.of(table) is table
    assert Measurements(outages=tuple(facts)) == Measurements(outages=table)


@given(TICKETS)
def test_cases_are_a_sequence(facts: list[Ticket]) -> None:
    table = Tickets.of(facts)
    assert list(table) == facts
    assert list(table.of_severity("1")) == [one for one in facts if one.severity == "1"]
    assert list(table.where(one.opened_at > 0 for one in facts)) == [one for one in facts if one.opened_at > 0]
    assert [*table.evidence] == [one.evidence for one in facts]


@given(OUTAGES, INSTANTS, INSTANTS)
def test_what_touches_a_window_has_some_time_in_it(facts: list[Outage], one: int, other: int) -> None:
    window = Span(min(one, other), max(one, other))
    inside = [fact for fact in facts if fact.span.start < window.end and fact.span.end > window.start]
    assert list(Outages.of(facts).touching(window)) == inside


def test_a_place_that_is_none_is_refused() -> None:
    with pytest.raises(IndexError):
        Outages.of(())[0]
    with pytest.raises(IndexError):
        Same("a", 2)[-3]
    assert Same("a", 2)[1] == Same("a", 2)[-2] == "a"


@given(st.lists(st.sampled_from([1, 2, 3])))
def test_what_a_column_holds(column: list[int]) -> None:
    assert list(distinct(column)) == list(dict.fromkeys(column))
    assert set(objects(column)) == set(column)
    assert in_order(column) == (sorted(column) == column)
    assert rising(column) == (sorted(set(column)) == column)


def test_a_column_of_one_word_is_held_as_one() -> None:
    assert list(distinct(Same("a", 3))) == list(objects(Same("a", 3))) == ["a"]
    assert not distinct(Same("a", 0))
    assert isinstance(Outages.of([Outage(Span(1, 2), "mail", Evidence("a", 1))] * 3).services, Same)
    assert repr(Tickets.of(())) == "Tickets([])"
