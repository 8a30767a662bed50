"""The peers of the benchmark: docxtpl on a template with the same words, and reportlab's platypus as it is sold."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from xml.sax.saxutils import escape

from attrs import evolve
from docxtpl import DocxTemplate
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer
from reportlab.platypus import Table as PlatypusTable

from sla_drafter.document.house import House
from sla_drafter.document.nodes import Block, Document, Inline, Items, Section, Story, Table, Value
from sla_drafter.document.number import numbers
from sla_drafter.document.rewrite import rewrite_blocks
from sla_drafter.document.walk import lines_of, words_of
from sla_drafter.sandbox import word_environment
from sla_drafter.writers.docx import write


def docxtpl_render(document: Document, house: House) -> Callable[[], bytes]:
    """What renders the same agreement with docxtpl: our own file as its template, every computed word a tag."""
    values: dict[str, str] = {}

    def tagged(inline: Inline) -> tuple[Inline, ...]:
        if not isinstance(inline, Value):
            return (inline,)
        name = f"v{len(values)}"
        values[name] = inline.words
        return (Value(f"{{{{ {name} }}}}", inline.field, inline.form),)

    stories = tuple(Story(story.kind, rewrite_blocks(story.blocks, tagged)) for story in document.stories)
    template = write(evolve(document, stories=stories), house, None)

    def render() -> bytes:
        filled = DocxTemplate(io.BytesIO(template))
        filled.render(values, jinja_env=word_environment(), autoescape=True)
        held = io.BytesIO()
        filled.save(held)
        return held.getvalue()

    return render


def platypus_render(document: Document) -> Callable[[], bytes]:
    """What sets the same words with stock platypus: paragraphs and tables, standard fonts, no tags and no bookmarks."""
    styles = getSampleStyleSheet()
    counted = numbers(document)

    def paragraph(words: str, style: str) -> Paragraph:
        return Paragraph(escape(words).encode("cp1252", "replace").decode("cp1252"), styles[style])

    def flowables(blocks: tuple[Block, ...]) -> Iterator[Flowable]:
        for block in blocks:
            match block:
                case Section():
                    number = counted[block.id].words if block.id in counted else ""
                    yield paragraph(f"{number} {words_of(block.title)}", "Heading3")
                    yield from flowables(block.blocks)
                case Items():
                    for item in block.items:
                        yield from flowables(item.blocks)
                case Table():
                    cells = (block.header, *(row.cells for row in block.rows))
                    rows = [[paragraph(words_of(cell.children), "Normal") for cell in row] for row in cells]
                    yield PlatypusTable(rows, style=[("GRID", (0, 0), (-1, -1), 0.5, colors.grey)], repeatRows=1)
                    yield Spacer(0, 6)
                case _:
                    yield from (paragraph(words_of(line), "Normal") for line in lines_of(block))

    def render() -> bytes:
        held = io.BytesIO()
        story = [flowable for one in document.stories for flowable in flowables(one.blocks)]
        SimpleDocTemplate(held, pagesize=A4).build(story)
        return held.getvalue()

    return render
