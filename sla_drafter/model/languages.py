"""Whose words are in which language: a text that is given once belongs to the language of the agreement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import evolve

from sla_drafter.model.agreement import Agreement
from sla_drafter.model.facts import PROPER
from sla_drafter.model.paths import Fact, declared, is_object
from sla_drafter.model.scalars import Prose, Quantity, Target


def counted(value: Any) -> Quantity | None:
    """The number of things that a value is, or that a target is of; None for anything else."""
    border = value.value if isinstance(value, Target) else value
    return border if isinstance(border, Quantity) else None


def called(value: Any, things: Prose) -> Any:
    """The same number, or target, of things that are called otherwise; any other value as it is."""
    quantity = counted(value)
    if quantity is None:
        return value
    renamed = evolve(quantity, things=things)
    return evolve(value, value=renamed) if isinstance(value, Target) else renamed


def by_language(agreement: Agreement) -> Agreement:
    """The agreement as a paper in another language sees it.

    Every text that was given once is one of the agreement's own language. A name (of a company, of a tool) is the same
    everywhere and stays.
    """
    return _told(agreement, agreement.language)  # type: ignore[no-any-return]  # an agreement stays one


def _told(owner: Any, language: str) -> Any:
    changed = {}
    for attribute in declared(type(owner)):
        value = getattr(owner, attribute.name)
        if value is None or value == () or attribute.metadata.get(PROPER):
            continue
        told = tuple(_one(item, language) for item in value) if isinstance(value, tuple) else _one(value, language)
        if told != value:
            changed[attribute.name] = told
    return evolve(owner, **changed) if changed else owner


def _one(value: Any, language: str) -> Any:
    if isinstance(value, Prose):
        return Prose(tuple((known or language, words) for known, words in value.by_language))
    quantity = counted(value)
    if quantity:
        return called(value, _one(quantity.things, language))
    return _told(value, language) if is_object(value) else value


def public_texts(facts: Iterable[Fact]) -> Iterator[tuple[Fact, Prose]]:
    """The texts among the facts of an agreement, those that are private left out; a fact may be several texts."""
    for fact in facts:
        if not fact.path.startswith("private."):
            for prose in _texts(fact.value):
                yield fact, prose


def texts_without(texts: Iterable[tuple[Fact, Prose]], language: str) -> Iterator[Fact]:
    """The facts of which a text says nothing in a language."""
    last: Fact | None = None
    for fact, prose in texts:
        if fact is not last and prose.words(language) is None:
            last = fact
            yield fact


def _texts(value: Any) -> Iterator[Prose]:
    for one in value if isinstance(value, tuple) else (value,):
        if isinstance(one, Prose):
            yield one
        elif quantity := counted(one):
            yield quantity.things


def texts_by_language(texts: Iterable[tuple[Fact, Prose]], own: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The texts that an agreement gives in several languages, by path; its own language comes first."""
    for fact, prose in texts:
        if len(prose.by_language) > 1:
            words = {language or own: words for language, words in prose.by_language}
            if len(words) > 1:
                yield fact.path, {one: words[one] for one in sorted(words, key=lambda one: (one != own, one))}


def said_of(texts: Iterable[Prose], language: str) -> Iterator[str]:
    """The words of several texts in a language; one that says nothing in it is left out."""
    return (words for text in texts if (words := text.words(language)))
