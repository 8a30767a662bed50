"""The whole text: banner, title page, open points, contents, stories, foot, source."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.document.house import House
from sla_drafter.document.nodes import Document, Section, Text
from sla_drafter.document.walk import listed_sections, words_of
from sla_drafter.writers.embedded import NAME, spelled
from sla_drafter.writers.links import fragment
from sla_drafter.writers.markdown.blocks import blocks, part
from sla_drafter.writers.markdown.inlines import (
    Sheet,
    escaped,
    one_line,
    paragraph,
    sheet_of,
    strong,
    take_notes,
)


def write(document: Document, house: House, source: bytes | None) -> bytes:  # noqa: ARG001 - a house has no say here
    """The paper as Markdown in UTF-8, with the source in its last comment; the same paper gives the same bytes."""
    sheet = sheet_of(document)
    pieces = [*_front(document, sheet), *_contents(document, sheet)]
    for story in document.stories:
        sheet.clause = ""
        pieces += [part(story.kind.value), *blocks(story.blocks, sheet), *take_notes(sheet)]
    if document.footer:
        pieces += [part("foot"), "---", paragraph(document.footer, sheet)]
    if source is not None:
        pieces.append(f"<!-- {NAME}\n{spelled(source)}\n-->")
    return ("\n\n".join(filter(None, pieces)) + "\n").encode()


def _front(document: Document, sheet: Sheet) -> Iterator[str]:
    if document.banner:
        yield part("banner")
        yield f"> {strong(escaped(document.banner))}"
    cover = document.cover
    if cover is None:
        yield part("title")
        yield f"# {one_line(document.title, sheet)}"
    else:
        yield part("cover")
        yield f"# {one_line(cover.title, sheet)}"
        parties = (
            f"- {strong(one_line(party.name, sheet))} {one_line(party.role, sheet)}".rstrip() for party in cover.parties
        )
        lines = (f"- {paragraph((Text(label), Text(' '), *fact), sheet)}" for label, fact in cover.lines)
        yield "\n".join((*parties, *lines))
    yield from take_notes(sheet)
    if document.open_points:
        yield part("open_points")
        yield strong(escaped(document.open_points_title))
        yield "\n".join(f"- {paragraph(point, sheet)}" for point in document.open_points)
        yield from take_notes(sheet)


def _contents(document: Document, sheet: Sheet) -> Iterator[str]:
    listed = listed_sections(document)
    if document.contents_title and listed:
        yield part("contents")
        yield strong(escaped(document.contents_title))
        yield "\n".join(_entry(section, sheet) for section in listed)


def _entry(section: Section, sheet: Sheet) -> str:
    number = sheet.counted[section.id].printed if section.id in sheet.counted else ""
    words = escaped(" ".join(filter(None, (number, words_of(section.title)))))
    return f"- [{words}](#{fragment(section.id)})"
