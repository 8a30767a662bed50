# ruff: noqa: E501 - markup is easier to read on one line
"""Files that other programs could have written: numbers, nested structures, fields, notes, what is not shown."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from sla_drafter.readers.docx import Changes, CrossReference, read_passages, read_references
from sla_drafter.readers.docx.lines import lines
from sla_drafter.readers.docx.numbering import spelled
from sla_drafter.readers.docx.package import open_package

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = f'xmlns:w="{WORD}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
KINDS = ("styles", "numbering", "footnotes")


def file(body: str, **parts: str) -> bytes:
    """A Word file with this text and these parts."""
    arrows = "".join(
        f'<Relationship Id="r{n}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>'
        for n, kind in enumerate(KINDS)
        if kind in parts
    )
    found = {
        "_rels/.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{arrows}</Relationships>',
        "word/document.xml": f"<w:document {HEAD}><w:body>{body}</w:body></w:document>",
        **{f"word/{kind}.xml": f"<w:{kind} {HEAD}>{words}</w:{kind}>" for kind, words in parts.items()},
    }
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        for name, words in found.items():
            package.writestr(name, words)
    return held.getvalue()


def p(words: str = "", *, number: str = "", level: int = 0, style: str = "", inside: str = "") -> str:
    numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{numbered}</w:pPr>{inside or r(words)}</w:p>"


def r(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def definition(name: str, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{name}">{"".join(levels)}</w:abstractNum>'


def level(at: int, pattern: str, form: str = "decimal", more: str = "", start: int = 1) -> str:
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{pattern}"/></w:lvl>'


def num(name: str, definition: str, inside: str = "") -> str:
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{definition}"/>{inside}</w:num>'


def printed(data: bytes) -> list[str]:
    return [line.printed for line in lines(open_package(data))]


LEGAL = definition(
    "0", level(0, "%1."), level(1, "%1.%2"), level(2, "(%3)", "lowerLetter"), level(3, "(%4)", "lowerRoman")
)


def test_levels_count_and_start_again_below_a_higher_one() -> None:
    body = "".join(p("x", number="1", level=at) for at in (0, 1, 2, 2, 3, 3, 2, 1, 2, 0, 1))
    assert printed(file(body, numbering=LEGAL + num("1", "0"))) == [
        "1. x", "1.1 x", "(a) x", "(b) x", "(i) x", "(ii) x", "(c) x", "1.2 x", "(a) x", "2. x", "2.1 x",
    ]  # fmt: skip


def test_instances_of_one_definition_count_together_until_one_starts_anew() -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
    numbering = LEGAL + num("1", "0") + num("2", "0") + num("3", "0", anew)
    body = "".join(p("x", number=name) for name in ("1", "2", "3", "3", "1"))
    assert printed(file(body, numbering=numbering)) == ["1. x", "2. x", "7. x", "8. x", "9. x"]


def test_an_instance_may_have_a_level_of_its_own() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "Annex %1", "upperRoman", start=4)}</w:lvlOverride>'
    assert printed(file(p("x", number="1"), numbering=LEGAL + num("1", "0", own))) == ["Annex IV x"]


def test_a_style_brings_its_list_also_through_the_style_it_is_based_on() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="a"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="b"/><w:basedOn w:val="A"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="c"/><w:basedOn w:val="A"/><w:pPr><w:numPr><w:ilvl w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    linked = definition("0", level(0, "%1."), level(1, "%1.%2", more='<w:pStyle w:val="A"/>'), level(2, "(%3)"))
    body = p("x", number="1") + p("x", style="A") + p("x", style="C") + p("x", style="B", number="0")
    assert printed(file(body, styles=styles, numbering=linked + num("1", "0"))) == ["1. x", "1.1 x", "(1) x", "x"]


def test_a_level_may_never_start_again_and_legal_numbering_is_arabic() -> None:
    kept = definition("0", level(0, "%1", "upperRoman"), level(1, "%1.%2", more='<w:lvlRestart w:val="0"/><w:isLgl/>'))
    body = "".join(p("x", number="1", level=at) for at in (0, 1, 0, 1))
    assert printed(file(body, numbering=kept + num("1", "0"))) == ["I x", "1.1 x", "II x", "2.2 x"]


def test_a_paragraph_that_only_ends_a_section_of_the_file_is_not_counted() -> None:
    end = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:sectPr/></w:pPr></w:p>'
    assert printed(file(end + p("x", number="1"), numbering=LEGAL + num("1", "0"))) == ["", "1. x"]


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("decimal", "28"), ("decimalZero", "28"), ("lowerLetter", "bb"), ("upperLetter", "BB"), ("lowerRoman", "xxviii"),
        ("upperRoman", "XXVIII"), ("ordinal", "28th"), ("none", ""),
    ],
)  # fmt: skip
def test_numbers_are_spelled_as_word_spells_them(form: str, words: str) -> None:
    assert spelled(28, form) == words


def test_ordinals_end_as_english_does() -> None:
    assert [spelled(number, "ordinal") for number in (1, 2, 3, 4, 11, 12, 13, 21, 112)] == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "112th",
    ]  # fmt: skip


def test_nothing_in_content_controls_changes_tables_and_boxes_is_lost() -> None:
    cell = f"<w:tc>{p('cell')}<w:tbl><w:tr><w:tc>{p('inner')}</w:tc></w:tr></w:tbl>{p('after')}</w:tc>"
    body = (
        f"<w:sdt><w:sdtPr><w:tag w:val='x'/></w:sdtPr><w:sdtContent>{p('in a control')}<w:sdt><w:sdtContent>"
        f"{p('nested')}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>"
        f"<w:tbl><w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent>{cell}</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>"
        + p(inside=f"<w:sdt><w:sdtContent>{r('inline')}</w:sdtContent></w:sdt><w:ins>{r(' put in')}</w:ins>")
        + p(inside="<w:del><w:r><w:delText>taken out</w:delText></w:r></w:del>")
        + p(inside=f"<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{p('boxed')}</w:txbxContent></mc:Choice>"
            f"<mc:Fallback><w:txbxContent>{p('boxed')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>{r('around')}")
    )  # fmt: skip
    assert printed(file(body)) == [
        "in a control", "nested", "cell", "inner", "after", "inline put in", "taken out", "around", "boxed",
    ]  # fmt: skip


def test_a_note_is_read_where_its_mark_stands_and_signs_are_words() -> None:
    notes = f'<w:footnote w:id="0" w:type="separator">{p("no")}</w:footnote><w:footnote w:id="2">{p(" a note")}</w:footnote>'
    body = p(inside=r("before") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + r(", after"))
    signs = p(inside="<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>")
    assert printed(file(body + signs, footnotes=notes)) == ["before a note, after", "a b\nc\u2011d"]


def test_hidden_words_are_not_what_a_reader_sees() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>shown</w:t></w:r>'
    assert printed(file(p(inside=hidden + shown))) == ["shown"]


def test_words_before_an_end_that_is_taken_out_join_the_next_paragraph_or_stand_last() -> None:
    ended = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{r('kept ')}</w:p>"
    accepted = lines(open_package(file(ended + p("next") + ended)), Changes.ACCEPTED)
    assert [line.printed for line in accepted] == ["kept next", "kept "]


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def field(instruction: str, result: str) -> str:
    half = len(instruction) // 2
    parts = "".join(
        f"<w:r><w:instrText>{part}</w:instrText></w:r>" for part in (instruction[:half], instruction[half:])
    )
    return f"{mark('begin')}{parts}{mark('separate')}{result}{mark('end')}"


def bookmarked(name: str, words: str) -> str:
    return f'<w:bookmarkStart w:id="1" w:name="{name}"/>{r(words)}<w:bookmarkEnd w:id="1"/>'


def test_stale_and_dangling_references_are_found_out() -> None:
    body = (
        p(number="1", inside=r("one"))
        + p(number="1", level=1, inside=r("two"))
        + p(number="1", level=2, inside=bookmarked("here", "three"))
        + p(inside=field(r" REF here \w \h ", r("9.9(z)")) + field(r" REF here \n ", r("(a)")))
        + p(inside=f'<w:fldSimple w:instr=" REF gone \\r ">{r("5")}</w:fldSimple>' + field(" REF here ", r("three")))
    )
    data = file(body, numbering=LEGAL + num("1", "0"))
    assert read_references(data) == (
        CrossReference("here", "9.9(z)", "1.1(a)"),
        CrossReference("here", "(a)", "(a)"),
        CrossReference("gone", "5", None),
    )
    assert printed(data)[3:] == ["9.9(z)(a)", "5three"]


def test_the_contents_list_is_left_out_of_the_passages() -> None:
    first = p(
        inside=f"{mark('begin')}<w:r><w:instrText> TOC \\o </w:instrText></w:r>{mark('separate')}{r('1 Overview')}"
    )
    last = p(inside=f"{r('2 Credits')}{mark('end')}")
    assert [passage.words for passage in read_passages(file(first + last + p("Text")))] == ["Text"]


def test_bookmarks_of_others_start_no_passage() -> None:
    body = p(inside=bookmarked("_Ref123456", "theirs")) + p(inside=bookmarked("_Ref_ours", "ours")) + p("more")
    assert [(found.id, found.words) for found in read_passages(file(body))] == [("", "theirs"), ("ours", "ours more")]


def test_a_file_of_python_docx_is_read_whole() -> None:
    made = docx.Document()
    made.add_heading("Title", 0)
    made.add_paragraph("First", style="List Number")
    made.add_paragraph("Second", style="List Number")
    made.add_paragraph("Point", style="List Bullet")
    made.add_table(1, 2).rows[0].cells[1].text = "cell"
    held = io.BytesIO()
    made.save(held)
    assert [line for line in printed(held.getvalue()) if line] == ["Title", "1. First", "2. Second", "• Point", "cell"]
