"""A Word file of one's own as a house: a plain letterhead works on the first try, and what was put in is said."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt, RGBColor
from PIL import Image

from sla_drafter.document.house import House
from sla_drafter.errors import NotWritten, Unreadable
from sla_drafter.readers.docx import read_passages, read_references
from sla_drafter.readers.house import house_names, load_house
from sla_drafter.readers.pdf_beside import read_beside as pdf_beside
from sla_drafter.writers.docx import write
from sla_drafter.writers.html import write as html
from sla_drafter.writers.pdf import write as pdf
from tests.promises.files import starter
from tests.writers.docx.invariants import faults
from tests.writers.sample import SAMPLE, UNFINISHED

FIRM = "Harrow & Finch LLP"
Change = Callable[[WordFile], object]


def jpeg() -> io.BytesIO:
    held = io.BytesIO()
    Image.new("RGB", (300, 100), "#204080").save(held, "JPEG")
    held.seek(0)
    return held


def letterhead(folder: Path, *changes: Change) -> Path:
    """A letterhead as an office has it: logo and address in the header, the company's register in the footer."""
    made = docx.Document()
    sheet = made.sections[0]
    sheet.page_width, sheet.page_height, sheet.left_margin = Mm(210), Mm(297), Mm(30)
    head = sheet.header
    head.paragraphs[0].add_run().add_picture(jpeg(), height=Mm(12))
    head.add_paragraph(FIRM)
    head.add_paragraph("12 Example Street, London")
    sheet.footer.paragraphs[0].text = "Registered in England and Wales"
    made.styles["Normal"].font.name, made.styles["Normal"].font.size = "Arial", Pt(10)
    made.styles["Heading 1"].font.color.rgb = RGBColor(0x20, 0x40, 0x80)
    for change in changes:
        change(made)
    made.save(str(folder / "letter.docx"))
    return folder / "letter.docx"


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name).decode()


def refusal(path: Path) -> str:
    with pytest.raises(Unreadable) as refused:
        load_house(path)
    return str(refused.value)


def passages_of(house: House) -> list[str]:
    return [" ".join(passage.words.split()) for passage in read_passages(write(SAMPLE, house, None))]


def test_a_plain_letterhead_works_on_the_first_try(tmp_path: Path) -> None:
    house = load_house(letterhead(tmp_path))
    data = write(SAMPLE, house, None)
    assert passages_of(house) == passages_of(load_house())
    assert not [found for found in read_references(data) if found.printed != found.computed]
    assert not faults(data)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        heads = [package.read(name).decode() for name in package.namelist() if "header" in name and ".rels" not in name]
        assert any(name.endswith(".jpg") for name in package.namelist())
    assert any("Harrow &amp; Finch LLP" in head for head in heads)


def test_what_was_taken_from_the_plain_house_is_said(tmp_path: Path) -> None:
    said = " ".join(found.message for found in load_house(letterhead(tmp_path)).remarks)
    assert "taken from the plain house: the styles" in said
    assert "Cover Party" in said
    assert "no alternative text" in said
    assert "The PDF is set in Lato: the letters of Arial are not here" in said
    assert "the text goes below the letterhead" in said
    assert "a line more" in said


def test_sheet_letters_colours_and_letterhead_serve_the_other_formats(tmp_path: Path) -> None:
    house = load_house(letterhead(tmp_path))
    assert (house.name, house.typeface.word, house.sizes.text) == ("letter", "Arial", Decimal(10))
    assert house.paper.left == Decimal("85.05")
    assert house.colours.heading == "204080"
    assert house.letterhead is not None
    assert (house.letterhead.name, house.letterhead.lines) == (FIRM, ("12 Example Street, London",))
    assert house.letterhead.logo is not None
    assert abs(house.letterhead.logo_height - Decimal("34.02")) < Decimal("0.1")


def test_borrowed_styles_have_the_colour_of_the_headings_of_the_file(tmp_path: Path) -> None:
    sheet = part(write(SAMPLE, load_house(letterhead(tmp_path)), None), "word/styles.xml")
    schedule = sheet[sheet.index('<w:name w:val="Clause Title"/>') :].partition("</w:style>")[0]
    assert '<w:color w:val="204080"/>' in schedule


def test_an_unfinished_paper_is_marked_on_every_page_of_a_letterhead(tmp_path: Path) -> None:
    data = write(UNFINISHED, load_house(letterhead(tmp_path)), None)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        heads = [package.read(name).decode() for name in package.namelist() if "word/header" in name]
    assert heads
    assert all(UNFINISHED.banner in head for head in heads)


def test_a_file_without_header_and_footer_gets_both(tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "empty.docx"))
    data = write(UNFINISHED, load_house(tmp_path / "empty.docx"), None)
    assert UNFINISHED.banner in part(data, "word/header1.xml")
    assert "NUMPAGES" in part(data, "word/footer1.xml")
    assert not faults(data)


def test_the_text_goes_where_the_paragraph_body_stands(tmp_path: Path) -> None:
    def with_places(made: WordFile) -> None:
        made.add_paragraph("{{r cover.title }}", style="Title")
        made.add_paragraph("{%p for party in cover.parties %}")
        made.add_paragraph("{{r party.name }} {{r party.role }}")
        made.add_paragraph("{%p endfor %}")
        made.add_paragraph("{%p for line in cover.lines %}")
        made.add_paragraph("{{ line.label }} {{r line.fact }}")
        made.add_paragraph("{%p endfor %}")
        made.add_paragraph("[[body]]")

    house = load_house(letterhead(tmp_path, with_places))
    assert passages_of(house) == passages_of(load_house())
    assert "title page" not in " ".join(found.message for found in house.remarks)


def test_a_file_that_names_no_title_gets_the_title_page_of_the_plain_house(tmp_path: Path) -> None:
    house = load_house(letterhead(tmp_path, lambda made: made.add_paragraph("[[body]]")))
    assert passages_of(house) == passages_of(load_house())
    assert "title page is that of the plain house" in " ".join(found.message for found in house.remarks)


def test_words_without_a_place_for_the_text_are_refused_with_the_mend(tmp_path: Path) -> None:
    said = refusal(letterhead(tmp_path, lambda made: made.add_paragraph("Dear Sir or Madam")))
    assert "Dear Sir or Madam" in said
    assert "Put a paragraph [[body]] where the text of the agreement goes." in said


def test_half_a_title_page_is_refused_with_what_is_missing(tmp_path: Path) -> None:
    def half(made: WordFile) -> None:
        made.add_paragraph("{{r cover.title }}")
        made.add_paragraph("[[body]]")

    assert "cover.parties and cover.lines" in refusal(letterhead(tmp_path, half))


def test_a_tab_between_words_of_the_letterhead_keeps_them_apart(tmp_path: Path) -> None:
    def tabbed(made: WordFile) -> None:
        made.sections[0].header.paragraphs[1].text = "Harrow & Finch\t\t1 Mill Lane"

    house = load_house(letterhead(tmp_path, tabbed))
    assert house.letterhead
    assert house.letterhead.name == "Harrow & Finch 1 Mill Lane"


def landscape_at_end(made: WordFile) -> None:
    """The text in a section upright, and an empty one across behind it."""
    made.add_paragraph("[[body]]")
    across = made.add_section()
    across.page_width, across.page_height = across.page_height, across.page_width


def test_the_sheet_is_that_of_the_section_in_which_the_text_stands(tmp_path: Path) -> None:
    house = load_house(letterhead(tmp_path, landscape_at_end))
    assert round(house.paper.width / Decimal("2.8346")) == 210
    across = load_house(letterhead(tmp_path, landscape_first))
    assert round(across.paper.width / Decimal("2.8346")) == 297


def landscape_first(made: WordFile) -> None:
    first = made.sections[0]
    first.page_width, first.page_height = first.page_height, first.page_width
    made.add_paragraph("[[body]]")
    upright = made.add_section()
    upright.page_width, upright.page_height = upright.page_height, upright.page_width


def test_a_letter_with_words_around_the_text_is_an_agreement_of_its_own_that_word_alone_prints(tmp_path: Path) -> None:
    def letter(made: WordFile) -> None:
        for words in ("Dear client,", "[[body]]", "Yours faithfully"):
            made.add_paragraph(words)

    assert load_house(letterhead(tmp_path, letter)).is_whole
    assert not load_house(letterhead(tmp_path, lambda made: made.add_paragraph("[[body]]"))).is_whole
    assert not load_house(letterhead(tmp_path)).is_whole
    assert not any(load_house(name).is_whole for name in house_names())


def test_a_letter_with_words_around_the_text_is_drafted_and_read_back(tmp_path: Path) -> None:
    def letter(made: WordFile) -> None:
        for words in ("Dear client,", "[[body]]", "Yours faithfully"):
            made.add_paragraph(words)

    draft = starter().in_house(letterhead(tmp_path, letter)).draft(layout=False)
    (written,) = draft.write(tmp_path / "out.docx")
    words = " ".join(passage.words for passage in read_passages(written.read_bytes()))
    assert "Dear client," in words
    assert "Yours faithfully" in words
    with pytest.raises(NotWritten, match="--to docx"):
        draft.write(tmp_path / "out.html")


def test_the_line_of_the_paper_stands_above_the_footer_of_the_file_with_one_tab_at_the_right_edge(
    tmp_path: Path,
) -> None:
    data = write(SAMPLE, load_house(letterhead(tmp_path)), None)
    foot = part(data, "word/footer1.xml")
    assert foot.index("NUMPAGES") < foot.index("Registered in England and Wales")
    sheet = docx.Document(io.BytesIO(data)).sections[0]
    edge = round((Mm(210) - Mm(30) - (sheet.right_margin or 0)) / 635 + 0.1)
    tabs = foot[foot.index("<w:tabs>") : foot.index("</w:tabs>")]
    assert tabs.count("<w:tab ") == 3
    assert f'<w:tab w:val="right" w:pos="{edge}"/>' in tabs
    assert '<w:tab w:val="clear" w:pos="4680"/>' in tabs
    assert not faults(data)


def test_the_words_of_the_footer_stand_in_every_format(tmp_path: Path) -> None:
    house = load_house(letterhead(tmp_path))
    feet = [margin.words for margin in pdf_beside(pdf(SAMPLE, house, None)).margins if margin.sort == "foot"]
    assert feet
    assert all("Registered in England and Wales" in words for words in feet)
    page = html(SAMPLE, house, None).decode()
    assert page.count("Registered in England and Wales") == 2  # on the screen and at the foot of printed pages
    assert house.running_head == f"{FIRM} · 12 Example Street, London"


def test_a_footer_of_many_lines_has_room_below_the_text(tmp_path: Path) -> None:
    def register(made: WordFile) -> None:
        foot = made.sections[0].footer
        for cell in foot.add_table(1, 4, Mm(160)).rows[0].cells:
            cell.text = "Harrow & Finch LLP is authorised\n12 Example Street, London\nVAT 999 9999 73"

    house = load_house(letterhead(tmp_path, register))
    assert house.letterhead is not None
    assert len(house.letterhead.foot) == 1
    feet = [margin.words for margin in pdf_beside(pdf(SAMPLE, house, None)).margins if margin.sort == "foot"]
    assert all(words.count("VAT 999 9999 73") == 4 for words in feet)


def test_what_a_field_says_in_the_footer_is_told_and_a_page_number_is_not(tmp_path: Path) -> None:
    def dated(made: WordFile) -> None:
        foot = made.sections[0].footer
        for words, code in (("Printed ", "DATE"), ("Page ", "PAGE")):
            line = foot.add_paragraph(words)._p
            line.append(
                parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>')
            )

    house = load_house(letterhead(tmp_path, dated))
    said = [found.message for found in house.remarks if "Word file alone" in found.message]
    assert said == ['In the Word file alone: what a field says in the footer ("Printed 1").']
    assert house.letterhead is not None
    assert house.letterhead.foot == ("Registered in England and Wales",)


def test_a_box_of_text_in_the_header_is_read_once(tmp_path: Path) -> None:
    def boxed(made: WordFile) -> None:
        inside = "<w:txbxContent><w:p><w:r><w:t>Since 1899</w:t></w:r></w:p></w:txbxContent>"
        names = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        twice = f"<mc:Choice Requires='wps'>{inside}</mc:Choice><mc:Fallback>{inside}</mc:Fallback>"
        run = f"<w:p {nsdecls('w')} {names}><w:r><mc:AlternateContent>{twice}</mc:AlternateContent></w:r></w:p>"
        made.sections[0].header._element.append(parse_xml(run))

    house = load_house(letterhead(tmp_path, boxed))
    assert house.letterhead is not None
    assert house.letterhead.lines == ("12 Example Street, London", "Since 1899")
