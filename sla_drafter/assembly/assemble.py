"""An agreement and the clause library become a draft. Assembly always yields one: what is absent is a blank."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve

from sla_drafter.assembly.computed import Computed, computed
from sla_drafter.assembly.defaults import completed
from sla_drafter.assembly.define import CLAUSE, PLACE, definitions, marked, terms_of
from sla_drafter.assembly.draft import ChosenClause, Draft
from sla_drafter.assembly.fill import Filling
from sla_drafter.assembly.forms import said
from sla_drafter.assembly.front import cover, signatures, with_footer
from sla_drafter.assembly.key_dates import key_dates_schedule
from sla_drafter.assembly.key_facts import PLACE as KEY_FACTS
from sla_drafter.assembly.key_facts import key_facts, key_facts_table
from sla_drafter.assembly.order import Filled, body, replaced, schedules
from sla_drafter.assembly.outline import outline_of
from sla_drafter.assembly.packages import with_packages
from sla_drafter.assembly.resolve import broken, resolve, resolver
from sla_drafter.assembly.select import clashes, position_of, select
from sla_drafter.assembly.skeleton import Parsed
from sla_drafter.assembly.speller import Speller
from sla_drafter.assembly.texts import all_filled, texts_of
from sla_drafter.document.kinds import USUAL, Numbering
from sla_drafter.document.nodes import Block, Document, Story, StoryKind
from sla_drafter.findings import Finding, Mend, Severity
from sla_drafter.language.words import words
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.languages import by_language
from sla_drafter.model.library import Library, Outline


def assemble(
    agreement: Agreement,
    library: Library,
    language: str = "",
    *,
    with_dates: bool = False,
    numbering: Numbering = USUAL,
) -> Draft:
    """The draft of an agreement, in its own language or another; only a mistake in the library is raised.

    `with_dates` adds a schedule of key dates; without it no computed date is on the paper.
    `numbering` spells the numbers of sections and items.
    """
    language = language or agreement.language
    agreement = with_packages(agreement)
    selection = select(agreement, library)
    complete = completed(agreement, library, selection.chosen, selection.stated)
    agreement = complete.agreement if language == agreement.language else by_language(complete.agreement)
    sums = computed(agreement, with_dates=with_dates)
    filling = Filling.of(agreement, library, words(language), selection.chosen, sums)
    outline = outline_of(agreement, library)
    texts = texts_of(filling, outline, selection.chosen)
    filled = all_filled(filling, texts)
    document, faults = _document(filling, outline, filled, sums, numbering)
    chosen = tuple(ChosenClause(library.clauses[one], why, texts[one]) for one, why in selection.chosen.items())
    faults = (*faults, *(_clash(one, other) for one, other in clashes(library, selection)))
    return Draft(
        agreement,
        library,
        outline,
        chosen,
        document,
        left_out=tuple(selection.left_out.items()),
        faults=faults,
        has_dates=with_dates,
        defaults=complete.used,
        offered=complete.offered,
    )


def _clash(one: str, other: str) -> Finding:
    message = f"The clauses {one} and {other} exclude each other, and both are required or named."
    mend = Mend(f"clauses: {{{other}: no}}")
    return Finding("CMP-39", "clauses_clash", Severity.ERROR, message, field=f"clauses.{other}", clause=one, mend=mend)


def _document(
    filling: Filling, outline: Outline, filled: Mapping[str, Filled], sums: Computed, numbering: Numbering
) -> tuple[Document, tuple[Finding, ...]]:
    agreement, speller = filling.agreement, Speller(filling.agreement, filling.words)
    defined = _defined(filling, _with_key_facts(filled, speller))
    clauses = body(outline, filling.library, filling.words.language, defined)
    dated = key_dates_schedule(sums, speller, clauses) if sums.dates else ()
    stories = (
        Story(StoryKind.BODY, clauses),
        Story(StoryKind.SIGNATURES, signatures(agreement, speller) if "acceptance" in filled else ()),
        Story(StoryKind.SCHEDULES, (*schedules(outline, filling.words.language, defined), *dated)),
    )
    message = filling.words.message
    document = Document(
        title=(said(agreement.title, "title", "text", speller),),
        language=filling.words.language,
        stories=stories,
        cover=cover(agreement, speller),
        contents_title=message("contents"),
        schedule_word=message("schedule"),
        part_word=message("part"),
        skip_words=message("skip_to_text"),
        page_of=message("page_of", page="{page}", pages="{pages}"),
        author=_author(agreement, filling),
        subject=outline.names[filling.words.language],
        version=agreement.version or "",
        dated=agreement.term.effective if agreement.term else None,
        numbering=numbering,
    )
    found = resolver(agreement, filling.words, document)
    faults = broken(found, document)
    document = evolve(document, stories=resolve(found, document.stories))
    return with_footer(document, agreement, speller), faults


def _author(agreement: Agreement, filling: Filling) -> str:
    names = [party.name.words(filling.words.language) for party in agreement.parties[:1] if party.name]
    return names[0] or "" if names else ""


def _with_key_facts(filled: Mapping[str, Filled], speller: Speller) -> Mapping[str, Filled]:
    """The clauses with the table of key facts in its place."""
    home = filled.get("key_facts")
    if home is None:
        return filled
    table = (key_facts_table(key_facts(speller.agreement, speller), speller),)
    return {**filled, home.id: home.with_blocks(_in_place(home.parsed, KEY_FACTS, table))}


def _defined(filling: Filling, filled: Mapping[str, Filled]) -> dict[str, Filled]:
    """The clauses with every use of a term marked, and the definitions in their place."""
    terms = terms_of(filling, [one.parsed for one in filled.values()])
    found = {one: clause.with_blocks(marked(clause.parsed, terms.forms)) for one, clause in filled.items()}
    if CLAUSE not in found:
        return found
    using = [one.parsed for one in found.values()]
    entries = definitions(filling, position_of(filling.agreement, CLAUSE), terms, using)
    home = found[CLAUSE]
    found[CLAUSE] = home.with_blocks(_in_place(home.parsed, PLACE, entries))
    return found


def _in_place(parsed: Parsed, place: str, blocks: tuple[Block, ...]) -> Parsed:
    """A clause with blocks in the place of the paragraph that asks for them."""
    body, schedule = (
        tuple(new for block in part for new in replaced(block, place, blocks))
        for part in (parsed.body, parsed.schedule)
    )
    return Parsed(body, parsed.schedule_title, schedule)
