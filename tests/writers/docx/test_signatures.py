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


def paragraph_of(document: Document, words: str) -> str:
    data = write(document, load_house(), None)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        xml = archive.read("word/document.xml").decode()
    return xml[xml.rindex("<w:p>", 0, xml.index(words)) : xml.index(words)]


def test_the_last_clause_is_kept_with_the_places_to_sign() -> None:
    assert "<w:keepNext/>" in paragraph_of(SIGNED, "Words of end.")
    assert "<w:keepNext/>" not in paragraph_of(SIGNED, "Words of notices.")


def test_without_places_to_sign_the_last_clause_stands_as_any_other() -> None:
    assert "<w:keepNext/>" not in paragraph_of(evolve(SIGNED, stories=SIGNED.stories[:1]), "Words of end.")
