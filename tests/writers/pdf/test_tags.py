"""What somebody hears who cannot see the page: the tree of tags of a paper."""

from __future__ import annotations

import itertools
from io import BytesIO
from typing import Any

import attrs
import pytest
from pikepdf import Pdf

from sla_drafter.document.nodes import (
    Chart,
    Comment,
    Document,
    Figure,
    Image,
    Item,
    Items,
    Link,
    Note,
    Paragraph,
    Reference,
    Row,
    Section,
    SectionKind,
    Signature,
    Story,
    StoryKind,
    Table,
    Text,
)
from sla_drafter.writers.pdf import write
from tests.writers.pdf.papers import body_of, plain
from tests.writers.pdf.tags import Tag, tags_of
from tests.writers.sample import EVERY_SAMPLE, SAMPLE, WHEN, cells, line, paragraph, png


def tags(document: Document) -> Tag:
    return tags_of(write(document, plain(), None))


def clause_of(document: Document) -> Tag:
    (clause,) = [tag for tag in tags(document) if tag.said.get("ID") == "only"]
    return clause


def test_sections_hold_their_clauses_and_have_headings_that_leave_no_level_out() -> None:
    assert tags(body_of(paragraph("words"))).shape() == {
        "Document": [{"Part": [{"Sect": ["H1", {"Sect": ["H2", "P"]}]}]}]
    }
    levels = [int(tag.role[1]) for tag in tags(SAMPLE) if tag.role[0] == "H" and tag.role[1:].isdigit()]
    assert levels[0] == 1
    assert all(below <= above + 1 for above, below in itertools.pairwise(levels))


def test_a_clause_without_a_section_does_not_begin_at_the_second_level() -> None:
    lonely = Section("c", SectionKind.CLAUSE, line("Clause"), (Section("d", SectionKind.PART, line("Part"), ()),))
    found = tags(Document(line("x"), "en", (Story(StoryKind.BODY, (lonely,)),)))
    assert found.shape() == {"Document": [{"Part": [{"Sect": ["H1", {"Sect": ["H2"]}]}]}]}


def test_a_list_has_items_with_label_and_body_and_says_how_it_is_numbered() -> None:
    inner = Items((Item((paragraph("deep"),)),))
    outer = Items((Item((paragraph("one"),)), Item((paragraph("two"), inner))))
    bullets = Items((Item((paragraph("point"),)),), ordered=False)
    clause = clause_of(body_of(outer, bullets))
    deep = {"L": [{"LI": ["Lbl", {"LBody": ["P"]}]}]}
    item = {"LI": ["Lbl", {"LBody": ["P"]}]}
    assert clause.shape() == {"Sect": ["H2", {"L": [item, {"LI": ["Lbl", {"LBody": ["P", deep]}]}]}, {"L": [item]}]}
    kinds = ["LowerAlpha", "LowerRoman", "Disc"]
    assert [tag.said["A"] for tag in clause.all("L")] == [f"ListNumbering={kind} O=List" for kind in kinds]


def test_a_table_has_its_caption_its_header_over_the_columns_and_a_cell_for_every_column() -> None:
    ragged = (Row(cells("1", "2")), Row(cells("3")), Row(()))
    (table,) = clause_of(body_of(Table(cells("A", "B"), ragged, line("Its caption")))).all("Table")
    assert [kid.role for kid in table.kids] == ["Caption", "TR", "TR", "TR", "TR"]
    assert [[kid.role for kid in row.kids] for row in table.all("TR")] == [["TH", "TH"]] + [["TD", "TD"]] * 3
    assert all("Scope=Column" in head.said["A"] for head in table.all("TH"))


def test_a_table_on_several_pages_is_one_and_its_header_is_heard_once() -> None:
    rows = tuple(Row(cells(f"row {number}", "words")) for number in range(120))
    found = clause_of(body_of(Table(cells("A", "B"), rows)))
    (table,) = found.all("Table")
    assert len(table.all("TR")) == 121
    assert len(table.all("TH")) == 2
    assert {page for cell in table.all("TD") for page in cell.pages} == {1, 2, 3}


def test_a_paragraph_on_two_pages_is_one() -> None:
    (words,) = clause_of(body_of(Paragraph(line("so it goes on " * 600)))).all("P")
    assert words.pages == {1, 2}


def test_the_contents_have_an_entry_with_a_link_for_each_section() -> None:
    (contents,) = tags(SAMPLE).all("TOC")
    assert [kid.role for kid in contents.kids] == ["Caption"] + ["TOCI"] * 4
    assert [tag.held for tag in contents.all("Link")] == [["Link"]] * 4
    assert contents.all("TOCI")[0].shape() == {"TOCI": [{"Reference": ["Link"]}]}


def test_contents_over_two_pages_are_one_list() -> None:
    many = tuple(
        Section(f"s{number}", SectionKind.SECTION, line("A section with a long title " * 4), ()) for number in range(60)
    )
    (contents,) = tags(attrs.evolve(SAMPLE, stories=(Story(StoryKind.BODY, many),))).all("TOC")
    assert len(contents.all("TOCI")) == 60
    assert {page for tag in contents for page in tag.pages} == {1, 2, 3}


def test_a_note_follows_its_mark_wherever_its_words_are_printed() -> None:
    found = clause_of(body_of(Paragraph((Text("first"), Note(line("remark")), Text(" last"))), paragraph("after")))
    assert found.shape() == {"Sect": ["H2", {"P": ["Reference", {"Note": ["Lbl"]}]}, "P"]}
    names = [tag.said["ID"] for tag in tags(SAMPLE).all("Note", "Remark")]
    assert names
    assert len(set(names)) == len(names)


def test_who_remarked_something_is_a_note_of_the_clause() -> None:
    found = clause_of(body_of(Paragraph((Comment("Eve", WHEN, "Why?", line("new")),))))
    assert found.shape() == {"Sect": ["H2", {"P": ["Reference"]}, {"Remark": ["Lbl"]}]}


@pytest.mark.parametrize("content", [Image(png(), "image/png"), Chart(("a", "b"), ("1", "2"), "h")])
def test_a_figure_says_in_words_what_it_shows(content: Image | Chart) -> None:
    (figure,) = clause_of(body_of(Figure(content, "Two months", line("Caption")))).all("Figure")
    assert figure.said["Alt"] == "Two months"
    assert figure.pages == {1}
    (silent,) = clause_of(body_of(Figure(content, "", line("Its caption")))).all("Figure")
    assert silent.said["Alt"] == "Its caption"


def held_in(data: bytes, kind: str) -> list[dict[str, Any]]:
    with Pdf.open(BytesIO(data)) as file:
        found = [held for page in file.pages for held in page.get("/Annots", ()) if held.Subtype == kind]
        return [{str(key)[1:]: str(value) for key, value in held.items() if key != "/AP"} for held in found]


def test_a_link_says_where_it_leads_and_belongs_to_the_words_that_lead_there() -> None:
    words = (Text("see "), Reference("only", "clause ", "1.1"), Text(" at "), Link("https://example.com/", line("us")))
    data = write(body_of(Paragraph(words)), plain(), None)
    assert [link["Contents"] for link in held_in(data, "/Link")] == ["clause\u00a01.1", "us"]
    assert all(link["F"] == "4" and "StructParent" in link for link in held_in(data, "/Link"))
    assert [tag.held for tag in tags_of(data).all("Link")] == [["Link"], ["Link"]]


def test_a_link_over_two_lines_is_one_element_with_both_places() -> None:
    data = write(
        body_of(Paragraph((Link("https://example.com/", line("words that lead somewhere " * 4)),))), plain(), None
    )
    (link,) = tags_of(data).all("Link")
    assert link.held == ["Link", "Link"]


SIGNED = Signature(line("Signed for A"), (("Signature", ()), ("Name", ()), ("Title", line("Director")), ("Date", ())))


def fields(*signatures: Signature) -> list[tuple[str, str, str]]:
    document = Document(line("x"), "en", (Story(StoryKind.SIGNATURES, signatures),))
    found = held_in(write(document, plain(), None), "/Widget")
    return [(field["FT"], field["TU"], field["T"]) for field in found]


def test_what_is_not_filled_in_can_be_typed_and_the_signature_can_be_a_digital_one() -> None:
    assert fields(SIGNED) == [
        ("/Sig", "Signature: Signed for A", "1 Signature: Signed for A"),
        ("/Tx", "Name: Signed for A", "2 Name: Signed for A"),
        ("/Tx", "Date: Signed for A", "3 Date: Signed for A"),
    ]


def test_who_approves_on_record_is_asked_for_no_signature() -> None:
    by_record = attrs.evolve(SIGNED, lines=(("Record", ()), ("Date", ())), signed=False)
    assert [kind for kind, *_ in fields(by_record)] == ["/Tx", "/Tx"]


def test_every_field_has_a_name_of_its_own_and_letters_to_type_with() -> None:
    assert len({name for *_, name in fields(SIGNED, SIGNED, SIGNED)}) == 9
    document = Document(line("x"), "en", (Story(StoryKind.SIGNATURES, (SIGNED,)),))
    with Pdf.open(BytesIO(write(document, plain(), None))) as file:
        form = file.Root.AcroForm
        font = form.DR.Font.Typed
        assert len(form.Fields) == 3
        assert form.SigFlags == 1
        assert "/FontFile2" in font.FontDescriptor
        assert len(font.Widths) == 256
        assert int(font.Widths[ord("é")]) > 0


@pytest.mark.parametrize("name", EVERY_SAMPLE)
def test_every_mark_of_a_page_leads_to_its_element_and_back(name: str) -> None:
    with Pdf.open(BytesIO(write(EVERY_SAMPLE[name], plain(), None))) as file:
        numbers = file.Root.StructTreeRoot.ParentTree.Nums
        back = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
        for page in file.pages:
            elements = back[int(page.StructParents)]
            content = page.Contents.read_bytes()
            assert content.count(b"/MCID ") == len(elements)
            for number, element in enumerate(elements):
                assert f"{element.S} <</MCID {number}>> BDC".encode() in content
            for held in page.get("/Annots", ()):
                kids: list[Any] = list(back[int(held.StructParent)].K)
                assert any(kid.get("/Obj") == held for kid in kids if not isinstance(kid, int))
