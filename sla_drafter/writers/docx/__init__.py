"""Word: native numbering and cross-references, in the template of the house. Same input, same bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sla_drafter.document.house import House, Letterhead, said_by
from sla_drafter.document.nodes import Document, Inline, SectionKind, StoryKind
from sla_drafter.document.number import Number, numbers
from sla_drafter.document.walk import sections_of, words_of
from sla_drafter.errors import Unreadable
from sla_drafter.sandbox import PLACE, as_written
from sla_drafter.writers.docx import styles
from sla_drafter.writers.docx.blocks import Blocks, ContentsLine
from sla_drafter.writers.docx.facts import facts_of
from sla_drafter.writers.docx.inlines import Inlines
from sla_drafter.writers.docx.ledger import Ledger, landings
from sla_drafter.writers.docx.lists import Counting
from sla_drafter.writers.docx.markup import element_of_text, run
from sla_drafter.writers.docx.package import zipped
from sla_drafter.writers.docx.parts import entries
from sla_drafter.writers.docx.placed import placed_clauses, refuse_rest, without
from sla_drafter.writers.docx.template import open_template
from sla_drafter.writers.foot import divided_foot, letters_of_line

__all__ = ["write"]

_BEFORE_NUMBER = 4  # letters


def write(document: Document, house: House, source: bytes | None, counted: Mapping[str, Number] | None = None) -> bytes:
    """The bytes of the Word file; `source` is what it carries with it, None for nothing.

    `counted` are the numbers of a template that places clauses between words of its own; else the paper's own count.
    Raises `Unreadable` when the template of the house cannot be used.
    """
    try:
        return _written(document, house, source, counted)
    except Unreadable as fault:
        raise Unreadable(f"The Word template of the house {house.name} cannot be used.", fault.findings) from fault


def _written(document: Document, house: House, source: bytes | None, counted: Mapping[str, Number] | None) -> bytes:
    template = open_template(house.template)
    ledger, bound = Ledger(), template.bound
    count = numbers(document) if counted is None else counted
    inlines = Inlines(ledger, bound.styles, styles.Looks(bound.styles), count, landings(document))
    blocks = Blocks(
        house, ledger, inlines, Counting.starting(bound.first_free), bound.lists, _before_signatures(document)
    )
    placed = placed_clauses(document, template.calls, blocks)
    rest = without(document.stories, placed) if placed else document.stories
    if not template.has_body:
        refuse_rest(rest)
    for story in rest:
        blocks.story(story)
    context = {
        **_front(document, house, inlines),
        **_heads(document, house),
        "contents": as_written(contents_list(blocks.contents, inlines.ids[styles.CONTENTS])),
        "body": as_written("".join(blocks.out)),
        "more_lists": as_written(blocks.counting.markup()),
        PLACE: lambda name: as_written(placed[name]),
    }
    if any(name.partition(".")[0] not in context for name in template.names):
        context = {**facts_of(document), **context}
    return zipped(entries(document, template, ledger, context, source))


def _before_signatures(document: Document) -> str:
    """The id of the last clause before the places to sign; empty without such places."""
    if not document.story(StoryKind.SIGNATURES):
        return ""
    clauses = [one for one in sections_of(document.story(StoryKind.BODY)) if one.kind is SectionKind.CLAUSE]
    return clauses[-1].id if clauses else ""


def _front(document: Document, house: House, inlines: Inlines) -> Mapping[str, object]:
    """What the tags of a template can name, text and contents apart."""
    before, _, rest = document.page_of.partition("{page}")
    between, _, after = rest.partition("{pages}")
    return {
        "cover": _cover(document, inlines),
        "title": words_of(document.title),
        "version": document.version,
        "subject": document.subject,
        "author": document.author,
        "banner": document.banner,
        "open_points_title": document.open_points_title,
        "open_points": [as_written(inlines.runs(point)) for point in document.open_points],
        "contents_title": document.contents_title,
        "footer": as_written(inlines.foot(_foot(document, house))),
        "before_page": before,
        "before_pages": between,
        "after_pages": after,
        "schedule_word": document.schedule_word,
        "part_word": document.part_word,
    }


def _foot(document: Document, house: House) -> tuple[Inline, ...]:
    """The foot, divided where its words would push the page number behind their tab to another line."""
    room = letters_of_line(house)
    rest = room - len(document.page_of.replace("{page}", "100").replace("{pages}", "100")) - _BEFORE_NUMBER
    return divided_foot(document.footer, lambda words: len(words) <= room, lambda words: len(words) <= rest)


def _heads(document: Document, house: House) -> Mapping[str, object]:
    """The words of the letterhead and of the running head; a house without a letterhead has the author's name."""
    head = house.letterhead or Letterhead("{author}")
    lines = filter(None, (said_by(line, document) for line in head.lines))
    return {
        "letterhead": {"name": said_by(head.name, document), "lines": list(lines)},
        "running_head": said_by(house.running_head, document),
    }


def _cover(document: Document, inlines: Inlines) -> Mapping[str, object] | None:
    cover = document.cover
    if cover is None:
        return None
    return {
        "title": as_written(inlines.runs(cover.title)),
        "parties": [
            {"name": as_written(inlines.runs(party.name)), "role": as_written(inlines.runs(party.role))}
            for party in cover.parties
        ],
        "lines": [{"label": label, "fact": as_written(inlines.runs(fact))} for label, fact in cover.lines],
    }


def contents_list(lines: Sequence[ContentsLine], style: str) -> str:
    """The contents as a field that Word can build anew, filled with numbers and titles that lead to their place."""
    found = [
        f'<w:hyperlink w:anchor="{line.bookmark}" w:history="1">{run(element_of_text(line.number))}'
        f"{run('<w:tab/>')}{run(element_of_text(line.title))}</w:hyperlink>"
        for line in lines
    ]
    if found:
        instruction = '<w:instrText xml:space="preserve"> TOC \\o "1-1" \\h \\n \\u </w:instrText>'
        begin, separate, end = (run(f'<w:fldChar w:fldCharType="{at}"/>') for at in ("begin", "separate", "end"))
        found[0] = begin + run(instruction) + separate + found[0]
        found[-1] += end
    return "".join(f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{line}</w:p>' for line in found)
