from __future__ import annotations

from collections.abc import Callable

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings

from sla_drafter.model.agreement import Agreement, ClauseUse, OpenPoint
from sla_drafter.model.parties import Party
from sla_drafter.model.private import LeftOut, Private
from sla_drafter.readers.agreement_file import loads, spell
from tests.readers.agreement_file.sample import AGREEMENT, CLAUSES, read
from tests.readers.agreement_file.values import AGREEMENTS

MARKER = "marker-of-what-is-private"


def again(agreement: Agreement, *, with_private: bool = True) -> Agreement:
    return loads(spell(agreement, with_private=with_private), "spelled.yaml", CLAUSES).agreement


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(AGREEMENTS)
def test_what_is_written_is_read_as_the_same_agreement(agreement: Agreement) -> None:
    assert again(agreement) == agreement


def test_the_model_file_is_written_as_the_same_agreement(golden: Callable[[str, str], None]) -> None:
    agreement = loads(AGREEMENT, "agreement.yaml", CLAUSES).agreement
    assert again(agreement, with_private=False) == agreement
    golden(spell(agreement), "agreement_file/spelled.yaml")


def test_writing_twice_gives_the_same_text() -> None:
    agreement = loads(AGREEMENT, "agreement.yaml", CLAUSES).agreement
    assert spell(again(agreement)) == spell(agreement)


def test_what_is_private_is_written_only_when_it_is_asked_for() -> None:
    agreement = Agreement(
        clauses=(ClauseUse("benchmarking", include=False),),
        private=Private(notes=(MARKER,), left_out=(LeftOut("benchmarking", MARKER),)),
        open_points=(OpenPoint("title", "TBC", MARKER),),
    )
    assert MARKER not in spell(agreement)
    assert "title: TBC\n" in spell(agreement)
    assert again(agreement) == agreement


OPEN = """\
title: TBC
law: TBC
kind: [customer_based, TBC]
term: TBC
parties: {provider: TBC, customer: {name: "[Customer Name]"}}
roles: TBC
metrics: {availability: {name: Uptime of <SYSTEM> in all regions, target: at least __%}}
credits: {ladders: {availability: [{below: TBC, credit: 10%}, {below: 99%, credit: TBC}, TBC]}}
escalation: [TBC, {after: 1 hour}]
review: {triggers: [a, TBC]}
clauses: {benchmarking: {every: TBC}, insurance: TBC}
"""


def test_open_points_are_written_where_they_stood() -> None:
    agreement = read(OPEN).agreement
    assert [point.path for point in agreement.open_points] == [
        "title",
        "kind",
        "law",
        "parties.provider",
        "parties.customer.name",
        "roles",
        "term",
        "metrics.availability.name",
        "metrics.availability.target",
        "credits.ladders.availability.TBC.to",
        "credits.ladders.availability.99%.credit",
        "credits.ladders.availability.TBC3",
        "review.triggers",
        "escalation[1]",
        "clauses.benchmarking.every",
        "clauses.insurance",
    ]
    assert again(agreement, with_private=False) == agreement


@pytest.mark.parametrize(
    "text", ["a: b", "x #y", "- x", "'", '"', "a, b", "{", "null", "~", "removed", "é\n\tz", " x", "C:\\"]
)
def test_a_text_that_looks_like_notation_is_quoted(text: str) -> None:
    from sla_drafter.model.scalars import Prose

    agreement = Agreement(parties=(Party("provider", name=Prose((("", text),)), notices=text),))
    assert again(agreement) == agreement
    assert again(evolve(agreement, title=Prose((("de", text), ("en", text))))).title == Prose(
        (("de", text), ("en", text))
    )
