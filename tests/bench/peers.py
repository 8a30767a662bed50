"""The peer of the benchmark for Word: docxtpl on a template with the same words; a letterhead as customers have it."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import docx
from attrs import evolve
from docxtpl import DocxTemplate

from sla_drafter.document.house import House
from sla_drafter.document.nodes import Document, Inline, Story, Value
from sla_drafter.document.rewrite import rewrite_blocks
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


def letterhead(folder: Path) -> Path:
    """A template as a customer has it: made with Word's own styles, with docxtpl tags and the place of the text."""
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "{{ parties.provider.name }}, to {{ parties.customer.name }}"
    made.add_paragraph("SERVICE LEVEL AGREEMENT", style="Title")
    made.add_paragraph("between {{ parties.provider.name }} and {{ parties.customer.name }}")
    made.add_paragraph("[[body]]")
    made.save(str(folder / "letterhead.docx"))
    return folder / "letterhead.docx"
