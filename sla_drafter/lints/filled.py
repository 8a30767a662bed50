"""Clause texts filled on their own, for the rules of the library: by their examples, and by nothing at all."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.assembly.fill import Filling, fill
from sla_drafter.assembly.skeleton import Parsed
from sla_drafter.document.nodes import Block, Document, Section, SectionKind, Story, StoryKind, Text
from sla_drafter.errors import ClauseFault
from sla_drafter.findings import Finding, Mend, Severity
from sla_drafter.language.words import known_languages, words
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.shelf import Shelf, place_in
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.change import with_fact
from sla_drafter.model.example import Example
from sla_drafter.model.library import Clause, ClauseText
from sla_drafter.model.paths import value_at
from sla_drafter.values import frozen


@frozen
class FilledText:
    """A text filled by an example."""

    example: Example
    text: ClauseText
    parsed: Parsed


def examples_filled(shelf: Shelf) -> Iterator[FilledText]:
    """Each example in each text that it is meant for; texts that cannot be filled are another fault."""
    for clause in shelf.clauses:
        for example in shelf.examples_of[clause.id]:
            for text in clause.texts:
                meant = example.language in ("", text.language) and example.position in ("", text.position)
                if meant and text.language in known_languages():
                    try:
                        yield FilledText(example, text, _filled(shelf, clause, example, text))
                    except ClauseFault:
                        continue


def faults(shelf: Shelf) -> Iterator[Finding]:
    """The mistakes that keep a text from being filled, by its examples or by an agreement that states nothing."""
    said: set[tuple[str, str]] = set()
    for clause, text in shelf.texts:
        if text.language not in known_languages():
            yield _without_words(clause, text)
            continue
        for example in (Example(clause.id, "", Agreement(), ""), *shelf.examples_of[clause.id]):
            if example.language not in ("", text.language):
                continue
            try:
                _filled(shelf, clause, example, text)
            except ClauseFault as fault:
                new = [one for one in fault.findings if (text.where, one.message) not in said]
                said.update((text.where, one.message) for one in new)
                yield from new


def _without_words(clause: Clause, text: ClauseText) -> Finding:
    mend = Mend(f"write words/{text.language}.yaml, in the house library or in a pack")
    message = f"{text.where} is not judged: there are no words for the language {text.language}."
    place = (place_in(text.where, text.source),)
    return Finding("LIB-06", "no_words", Severity.WARNING, message, clause=clause.id, places=place, mend=mend)


def _filled(shelf: Shelf, clause: Clause, example: Example, text: ClauseText) -> Parsed:
    agreement = example.agreement
    for default in clause.defaults:
        held = default.position(text.position)
        if held and "*" not in default.path and value_at(agreement, default.path) in (None, ()):
            agreement = with_fact(agreement, default.path, default.values[held])
    chosen = (clause.id, *clause.requires, *example.chosen)
    filling = Filling.of(agreement, shelf.library, words(text.language), chosen)
    return fill(filling, clause.id, text.position, text)


def blocks_of(parsed: Parsed) -> tuple[Block, ...]:
    """The blocks of the clause and of its schedule part."""
    return (*parsed.body, *parsed.schedule)


def papers(shelf: Shelf) -> Iterator[tuple[ClauseText, Paper]]:
    """Each text that an example fills as a paper of its own, for the rules on wording."""
    for filled in examples_filled(shelf):
        title = (Text(filled.example.title),)
        section = Section(filled.example.clause, SectionKind.CLAUSE, title, blocks_of(filled.parsed))
        yield filled.text, Paper(Document((), filled.text.language, (Story(StoryKind.BODY, (section,)),)))
