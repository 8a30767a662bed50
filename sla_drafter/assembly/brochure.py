"""The brochure: the main points of an agreement on two pages, for people who use the service and never read the rest.

It says nothing of its own. Its tables are those of the paper itself, and its key facts those of the key facts clause,
so a figure cannot stand in it otherwise than in the agreement.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice

from attrs import evolve

from sla_drafter.assembly.draft import Draft
from sla_drafter.assembly.forms import said
from sla_drafter.assembly.key_facts import key_facts, key_facts_table
from sla_drafter.assembly.slotted import slotted
from sla_drafter.assembly.speller import Speller
from sla_drafter.document.fingerprint import fingerprint
from sla_drafter.document.nodes import (
    Block,
    Cover,
    Document,
    Inline,
    Link,
    Paragraph,
    Reference,
    Section,
    SectionKind,
    Story,
    StoryKind,
    Table,
    Text,
    Use,
)
from sla_drafter.document.rewrite import rewrite_blocks
from sla_drafter.document.walk import sections_of
from sla_drafter.language.words import words

NAME = "brochure"
_TOLD_IN_TABLES = {"levels": "metric_list", "urgent": "severity", "fault": "contacts_escalation"}
"""Key facts that a table of the paper tells in full, by the clause whose table it is."""


def brochure(draft: Draft) -> Document:
    """The brochure of a draft, in the language of the draft."""
    paper = draft.document
    speller = Speller(draft.agreement, words(paper.language))
    message = speller.words.message
    parts = {part.id.partition(".")[0]: part for part in sections_of(paper.story(StoryKind.SCHEDULES))}
    sections = tuple(_sections(draft, parts, speller))
    title = slotted(speller.words, "brochure_of", title=paper.title)
    cover = evolve(paper.cover, title=title) if paper.cover else Cover(title)
    return Document(
        title=title,
        language=paper.language,
        stories=(Story(StoryKind.BODY, sections),),
        cover=cover,
        skip_words=paper.skip_words,
        page_of=paper.page_of,
        banner=paper.banner,
        footer=(*title, *paper.footer[len(paper.title) :]),
        author=paper.author,
        subject=message("brochure"),
        version=paper.version,
        dated=paper.dated,
        numbering=paper.numbering,
        brief=True,
    )


def _sections(draft: Draft, parts: dict[str, Section], speller: Speller) -> Iterator[Section]:
    message = speller.words.message
    told = {fact for fact, clause in _TOLD_IN_TABLES.items() if clause in parts}
    facts = [fact for fact in key_facts(draft.agreement, speller) if fact.id not in told]
    yield _section("key_facts", (Text(message("key_facts")),), (key_facts_table(facts, speller),))
    for clause, taken in _TABLES.items():
        tables = tuple(taken(parts[clause])) if clause in parts else ()
        if tables:
            yield _section(clause, parts[clause].title, rewrite_blocks(tables, _plainly))
    yield _section("full_text", (Text(message("full_text")),), tuple(_full_text(draft, speller)))


def _section(name: str, title: tuple[Inline, ...], blocks: tuple[Block, ...]) -> Section:
    return Section(f"{NAME}.{name}", SectionKind.SECTION, title, blocks)


def _first(part: Section) -> Iterator[Table]:
    yield from islice((block for block in part.blocks if isinstance(block, Table)), 1)


def _about(path: str, part: Section) -> Iterator[Table]:
    """The tables whose rows are about things at a path; a worked example is about none and is left to the agreement."""
    for block in part.blocks:
        if isinstance(block, Table) and any(row.key.startswith(path) for row in block.rows):
            yield block


_TABLES: dict[str, Callable[[Section], Iterator[Table]]] = {
    "metric_list": _first,
    "severity": partial(_about, "severities"),
    "credits_ladder": partial(_about, "credits"),
    "contacts_escalation": _first,
    "communication": _first,
}


def _plainly(inline: Inline) -> tuple[Inline, ...]:
    """What leads to another place of the agreement is words here."""
    return (Text(inline.words),) if isinstance(inline, Reference | Use) else (inline,)


def _full_text(draft: Draft, speller: Speller) -> Iterator[Paragraph]:
    """What prevails, and where it can be read."""
    agreement, paper = draft.agreement, draft.document
    version = said(agreement.version, "version", "text", speller)
    print_ = Text(fingerprint(paper))
    prevails = slotted(speller.words, "brochure_prevails", title=paper.title, version=version, fingerprint=print_)
    yield Paragraph(prevails)
    url = agreement.publication.url if agreement.publication else None
    if url:
        spelled = said(url, "publication.url", "text", speller)
        yield Paragraph(slotted(speller.words, "brochure_at", address=Link(url, (spelled,))))
        return
    for party in agreement.parties:
        if party.notices and party.name:
            name = said(party.name, f"parties.{party.id}.name", "text", speller)
            notices = said(party.notices, f"parties.{party.id}.notices", "text", speller)
            yield Paragraph(slotted(speller.words, "brochure_from", party=name, address=notices))
            return
