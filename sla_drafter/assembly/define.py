"""Defined terms: found where they are used, gathered with the terms of their own definitions, put in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from attrs import field

from sla_drafter.assembly.fill import Filling, author_fault, fill
from sla_drafter.assembly.placed import KEPT_CLAUSES
from sla_drafter.assembly.skeleton import Parsed
from sla_drafter.document.nodes import Block, Definition, Inline, Paragraph, Text, Use
from sla_drafter.document.rewrite import rewrite_blocks
from sla_drafter.document.walk import inlines_of, lines_of
from sla_drafter.language.kept import kept
from sla_drafter.language.phrases import PhraseIndex
from sla_drafter.model.languages import said_of
from sla_drafter.model.library import DefinedTerm
from sla_drafter.values import frozen

PLACE = "[[definitions]]"
CLAUSE = "definitions"


@frozen(eq=False)
class Terms:
    """The terms of a draft: those of the library by id, and all forms in which a term is found in words."""

    library: dict[str, DefinedTerm]
    forms: PhraseIndex[str]
    elsewhere: frozenset[str] = field(default=frozenset())


def terms_of(filling: Filling, clauses: Iterable[Parsed]) -> Terms:
    """The terms that these clauses may use: defined in the library or in them, not by the master agreement."""
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
    for defined in (one for clause in clauses for one in _definitions(clause)):
        of = known[defined.term].forms[language] if defined.term in known else ()
        for form in (defined.words, *of):
            forms.setdefault(form, defined.term)
    return Terms(library, _phrases(tuple(forms.items())), elsewhere)


@lru_cache(maxsize=64)
def _phrases(forms: tuple[tuple[str, str], ...]) -> PhraseIndex[str]:
    """The forms of the terms; drafts of one process that define the same terms share them."""
    return PhraseIndex.of(dict(forms))


@lru_cache(maxsize=KEPT_CLAUSES)
def _definitions(clause: Parsed) -> tuple[Definition, ...]:
    return tuple(inline for inline in _inlines((*clause.body, *clause.schedule)) if isinstance(inline, Definition))


def _inlines(blocks: Iterable[Block]) -> Iterator[Inline]:
    return (inline for block in blocks for line in lines_of(block) for inline in inlines_of(line))


@lru_cache(maxsize=KEPT_CLAUSES)
def marked(parsed: Parsed, forms: PhraseIndex[str]) -> Parsed:
    """A clause with every use of a term marked; the author marks none."""

    def change(inline: Inline) -> tuple[Inline, ...]:
        return _marked(inline.words, forms)  # type: ignore[union-attr]  # it is a text

    body, schedule = (rewrite_blocks(part, change, _WORDS) for part in (parsed.body, parsed.schedule))
    return Parsed(body, parsed.schedule_title, schedule)


_WORDS = frozenset((Text,))


@kept(8192)
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


def definitions(filling: Filling, position: str, terms: Terms, clauses: Iterable[Parsed]) -> tuple[Block, ...]:
    """The definitions that the clauses need, and those that these need in turn, in alphabetical order."""
    language = filling.words.language
    found: dict[str, Block] = {}
    waiting = {one for clause in clauses for one in _used_in(clause)} & terms.library.keys()
    while waiting:
        term = terms.library[waiting.pop()]
        if term.id in found:
            continue
        text = term.definitions[language]
        match marked(fill(filling, CLAUSE, position, text), terms.forms).body:
            case (Paragraph() as said,):
                before, after = filling.words.quotation_marks
                means = Text(f"{after} {filling.words.message('defined_as')} ")
                opening = (Text(before), Definition(term.id, term.words[language]), means)
            case _:
                raise author_fault(text, "a definition is one paragraph")
        found[term.id] = Paragraph((*opening, *(_without(inline, term.id) for inline in said.children)))
        waiting |= (_used([said]) & terms.library.keys()) - found.keys()
    return tuple(found[one] for one in sorted(found, key=lambda one: terms.library[one].words[language].lower()))


def _without(inline: Inline, term: str) -> Inline:
    """A definition does not use the term that it defines."""
    return Text(inline.words) if isinstance(inline, Use) and inline.term == term else inline


@lru_cache(maxsize=KEPT_CLAUSES)
def _used_in(clause: Parsed) -> frozenset[str]:
    return _used((*clause.body, *clause.schedule))


def _used(blocks: Iterable[Block]) -> frozenset[str]:
    return frozenset(inline.term for inline in _inlines(blocks) if isinstance(inline, Use))
