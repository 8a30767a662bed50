"""A clause text written for one test, filled from an agreement."""

from __future__ import annotations

from typing import Any

from sla_drafter.assembly.fill import Filling, fill
from sla_drafter.assembly.skeleton import Parsed
from sla_drafter.document.nodes import Block, Inline, Paragraph, Value
from sla_drafter.document.walk import inlines_of, lines_of, words_of
from sla_drafter.language.words import words
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.library import (
    Clause,
    ClauseText,
    DefinedTerm,
    Library,
    Outline,
    OutlineSchedule,
    OutlineSection,
    ParameterKind,
    Standing,
)
from tests.assembly.sample import agreement as sample

PARAMETERS = (ParameterKind("every", "duration", "How often."), ParameterKind("topics", "texts", "What about."))


def clause(name: str, source: str = "Words.", *, standing: str = "required", **known: Any) -> Clause:
    """A clause of the section `overview` with one English text, required for a customer-based agreement."""
    return Clause(
        id=name,
        version="1.0.0",
        titles={"en": name.replace("_", " ").capitalize()},
        section=known.pop("section", "overview"),
        kinds=known.pop("kinds", {"customer_based": Standing(standing)}),
        texts=known.pop("texts", (ClauseText("en", "balanced", source, f"overview/{name}/en.md"),)),
        **known,
    )


def term(name: str, definition: str, *forms: str) -> DefinedTerm:
    """A defined term; its first form is its word."""
    text = ClauseText("en", "balanced", definition, f"terms/{name}/en.md")
    return DefinedTerm(name, {"en": forms[0]}, {"en": forms}, {"en": text})


def library(*clauses: Clause, terms: tuple[DefinedTerm, ...] = ()) -> Library:
    """A library of these clauses, all in one section and one schedule."""
    ids = tuple(one.id for one in clauses)
    outline = Outline(
        "customer_based",
        {"en": "Service Level Agreement"},
        (OutlineSection("overview", {"en": "Overview"}, 400, ids),),
        (OutlineSchedule("details", {"en": "Details"}, ids),),
    )
    return Library({one.id: one for one in clauses}, {one.id: one for one in terms}, {"customer_based": outline})


def filled(source: str, agreement: Agreement | None = None, position: str = "balanced") -> Parsed:
    """A clause text with its slots filled."""
    home = clause("sample", source, parameters=PARAMETERS)
    filling = Filling.of(agreement or sample(), library(home), words("en"), ["sample", "parties"])
    return fill(filling, "sample", position, home.texts[0])


def line(source: str, agreement: Agreement | None = None) -> tuple[Inline, ...]:
    """The inlines of a text of one paragraph."""
    (block,) = filled(source, agreement).body
    assert isinstance(block, Paragraph)
    return block.children


def said(source: str, agreement: Agreement | None = None) -> str:
    """The words of a text, line by line."""
    return "\n".join(words_of(one) for block in filled(source, agreement).body for one in lines_of(block))


def values(blocks: tuple[Block, ...]) -> list[tuple[str, str, str]]:
    """Words, field and form of every computed word."""
    return [
        (one.words, one.field, one.form)
        for block in blocks
        for each in lines_of(block)
        for one in inlines_of(each)
        if isinstance(one, Value)
    ]
