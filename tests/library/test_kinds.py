"""Every kind of agreement works as a schedule to a master agreement, and standing alone."""

from __future__ import annotations

import pytest

from sla_drafter.builder import Draft
from sla_drafter.document.nodes import Blank
from sla_drafter.document.walk import document_lines, inlines_of, words_of
from sla_drafter.findings import Severity
from sla_drafter.model.choices import KINDS
from tests.library.texts import LIBRARY
from tests.promises.starters import builder_of

MASTER = (
    "{document: {title: Framework Agreement, dated: 2026-02-01}, terms: [Confidential Information], "
    "settles: {change_control: clause 31, periodic_review: clause 32, termination_general: clause 33}}"
)
SETTLED = {"change_control", "periodic_review", "termination_general"}
ALONE = {"disputes.negotiate_within": "10 business days", "disputes.courts": "the courts of England and Wales"}
each_kind = pytest.mark.parametrize("kind", KINDS)


def errors(draft: Draft) -> list[str]:
    return [f"{one.rule} {one.field} {one.message}" for one in draft.lint() if one.severity is Severity.ERROR]


@each_kind
def test_a_kind_works_as_a_schedule_to_a_master_agreement(kind: str) -> None:
    builder = builder_of(LIBRARY.outlines[kind].starter)
    alone = builder.draft(layout=False)
    draft = builder.set({"master_agreement": MASTER, **ALONE}).draft(layout=False)
    assert errors(draft) == []
    assert not draft.clause_ids & SETTLED
    words = " ".join(words_of(line) for line in document_lines(draft.document))
    if "policies" in draft.clause_ids:
        assert "clause 31 of the Framework Agreement" in words
    assert set(alone.clause_ids) - draft.clause_ids <= SETTLED


@each_kind
def test_a_term_that_the_master_agreement_defines_counts_as_defined(kind: str) -> None:
    draft = builder_of(LIBRARY.outlines[kind].starter).set({"master_agreement": MASTER, **ALONE}).draft(layout=False)
    words = " ".join(words_of(line) for line in document_lines(draft.document))
    assert "The Framework Agreement defines Confidential Information." in words
    assert not [one for one in draft.lint() if one.rule == "CON-07"]


@each_kind
def test_a_kind_stands_alone(kind: str) -> None:
    builder = builder_of(LIBRARY.outlines[kind].starter)
    if builder.agreement.master_agreement:
        builder = builder.set({"master_agreement": None, **ALONE})
    draft = builder.draft(layout=False)
    assert errors(draft) == []
    assert not [
        inline.field
        for line in document_lines(draft.document)
        for inline in inlines_of(line)
        if isinstance(inline, Blank)
    ]
