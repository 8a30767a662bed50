"""Defined terms: found where they are used, gathered with the terms of their own definitions, put in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from attrs import field, frozen

from sla_drafter.assembly.fill import Filling, author_fault, fill
from sla_drafter.document.nodes import Block, Definition, Inline, Paragraph, Text, Use
from sla_drafter.document.rewrite import rewrite_blocks
from sla_drafter.document.walk import inlines_of, lines_of
from sla_drafter.language.phrases import PhraseIndex
from sla_drafter.model.languages import said_of
from sla_drafter.model.library import DefinedTerm

PLACE = "[[definitions]]"
CLAUSE = "definitions"


@frozen(eq=False)
class Terms:
    """The terms of a draft: those of the library by id, and all forms in which a term is found in words."""

    library: dict[str, DefinedTerm]
    forms: PhraseIndex[str]
    elsewhere: frozenset[str] = field(default=frozenset())


def terms_of(filling: Filling, blocks: Iterable[Block]) -> Terms:
    """The terms that these blocks may use: defined in the library or in the blocks, not by the master agreement."""
    language = filling.words.language
    master = filling.agreement.master_agreement
    elsewhere = frozenset(said_of(master.terms if master else (), language))
    known = {
        term.id: term
        for term in filling.library.terms.values()
        if language in term.words and term.words[language] not in elsewhere
    }
    library = {term.id: term for term in known.values() if not term.defined_in}
    forms = {form: term.id for term in library.values() for form in term.forms[language]}
    for defined in _definitions(blocks):
        of = known[defined.term].forms[language] if defined.term in known else ()
        for form in (defined.words, *of):
            forms.setdefault(form, defined.term)
    return Terms(library, _phrases(tuple(forms.items())), elsewhere)


@lru_cache(maxsize=64)
def _phrases(forms: tuple[tuple[str, str], ...]) -> PhraseIndex[str]:
    """The forms of the terms; drafts of one process that define the same terms share them."""
    return PhraseIndex.of(dict(forms))


def _definitions(blocks: Iterable[Block]) -> Iterator[Definition]:
    for block in blocks:
        for line in lines_of(block):
            yield from (inline for inline in inlines_of(line) if isinstance(inline, Definition))


def mark(blocks: tuple[Block, ...], terms: Terms) -> tuple[Block, ...]:
    """The blocks with every use of a term marked; the author marks none."""
    return rewrite_blocks(blocks, lambda inline: _marked(inline.words, terms.forms), _WORDS)  # type: ignore[union-attr]


_WORDS = frozenset((Text,))


@lru_cache(maxsize=8192)
def _marked(words: str, forms: PhraseIndex[str]) -> tuple[Inline, ...]:
    """Words with the terms in them; most words of a draft are those of the one before."""
    nodes: list[Inline] = []
    end = 0
    for found in forms.find(words):
        if found.start > end:
            nodes.append(Text(words[end : found.start]))
        nodes.append(Use(found.payload, words[found.start : found.end]))
        end = found.end
    if end < len(words):
        nodes.append(Text(words[end:]))
    return tuple(nodes)


def definitions(filling: Filling, position: str, terms: Terms, blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The definitions that the blocks need, and those that these need in turn, in alphabetical order."""
    language = filling.words.language
    found: dict[str, Block] = {}
    waiting = _used(blocks, terms)
    while waiting:
        term = terms.library[waiting.pop()]
        if term.id in found:
            continue
        text = term.definitions[language]
        match mark(fill(filling, CLAUSE, position, text).body, terms):
            case (Paragraph() as said,):
                before, after = filling.words.quotation_marks
                means = Text(f"{after} {filling.words.message('defined_as')} ")
                opening = (Text(before), Definition(term.id, term.words[language]), means)
            case _:
                raise author_fault(text, "a definition is one paragraph")
        found[term.id] = Paragraph((*opening, *(_without(inline, term.id) for inline in said.children)))
        waiting |= _used([said], terms) - found.keys()
    return tuple(found[one] for one in sorted(found, key=lambda one: terms.library[one].words[language].lower()))


def _without(inline: Inline, term: str) -> Inline:
    """A definition does not use the term that it defines."""
    return Text(inline.words) if isinstance(inline, Use) and inline.term == term else inline


def _used(blocks: Iterable[Block], terms: Terms) -> set[str]:
    return {
        inline.term
        for block in blocks
        for line in lines_of(block)
        for inline in inlines_of(line)
        if isinstance(inline, Use) and inline.term in terms.library
    }
