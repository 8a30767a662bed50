"""Nobody signs a page on which no words of the agreement stand: the last clause goes with the places to sign."""

from __future__ import annotations

import io
import zipfile

from attrs import evolve

from sla_drafter.document.nodes import Document, Paragraph, Section, SectionKind, Signature, Story, StoryKind, Text
from sla_drafter.readers.house import load_house
from sla_drafter.writers.docx import write


def clause(name: str) -> Section:
    return Section(name, SectionKind.CLAUSE, (Text(name.title()),), (Paragraph((Text(f"Words of {name}."),)),))


SIGNED = Document(
    title=(Text("An agreement"),),
    language="en",
    stories=(
        Story(
            StoryKind.BODY,
            (Section("section.closing", SectionKind.SECTION, (Text("Closing"),), (clause("notices"), clause("end"))),),
        ),
        Story(StoryKind.SIGNATURES, (Signature((Text("Signed for us"),), (("Name", ()),)),)),
    ),
)


def is_kept_with_what_follows(document: Document, words: str) -> bool:
    """Whether the style of the paragraph says so: no paragraph has looks of its own."""
    data = write(document, load_house(), None)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        xml, sheet = (archive.read(f"word/{part}.xml").decode() for part in ("document", "styles"))
    paragraph = xml[xml.rindex("<w:p>", 0, xml.index(words)) : xml.index(words)]
    assert "keepNext" not in paragraph
    style = paragraph.partition('<w:pStyle w:val="')[2].partition('"')[0]
    definition = sheet[sheet.index(f'w:styleId="{style}"') :].partition("</w:style>")[0]
    return "<w:keepNext/>" in definition


def test_the_last_clause_is_kept_with_the_places_to_sign() -> None:
    assert is_kept_with_what_follows(SIGNED, "Words of end.")
    assert not is_kept_with_what_follows(SIGNED, "Words of notices.")


def test_without_places_to_sign_the_last_clause_stands_as_any_other() -> None:
    assert not is_kept_with_what_follows(evolve(SIGNED, stories=SIGNED.stories[:1]), "Words of end.")
