from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import zipfile
from datetime import UTC, datetime
from functools import cache

import attrs
import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.document.nodes import (
    Cell,
    Document,
    Figure,
    Image,
    Item,
    Items,
    Paragraph,
    Reference,
    Row,
    Section,
    SectionKind,
    Story,
    StoryKind,
    Table,
)
from sla_drafter.document.printed import Passage, passages
from sla_drafter.errors import Unreadable
from sla_drafter.readers.docx import read_passages, read_references, read_source
from sla_drafter.readers.house import load_house
from sla_drafter.writers.docx import write
from tests.writers.docx.invariants import faults
from tests.writers.docx.lists_sample import LISTS
from tests.writers.sample import EVERY_SAMPLE, HOSTILE, SAMPLE, SOURCE, line, paragraph

PAPERS = {**EVERY_SAMPLE, "lists": LISTS}
KINDS_OF_PARTS = re.compile(
    r"\[Content_Types\]\.xml|(?:word/)?_rels/(?:[a-z]+\.xml)?\.rels|docProps/(?:core|custom|app)\.xml|word/(?:document|styles|numbering|"
    r"settings|fontTable|footnotes|comments|header1|footer1|theme/theme1|charts/chart\d+)\.xml|word/media/image\d+\.(?:png|jpeg)"
)
LETTERS = st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), min_size=1)


@cache
def file(name: str) -> bytes:
    return write(PAPERS[name], load_house(), SOURCE)


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name).decode()


def squeezed(found: tuple[Passage, ...]) -> list[tuple[str, str]]:
    return [(passage.id, "".join(passage.words.split())) for passage in found]


every_paper = pytest.mark.parametrize("name", PAPERS)


@every_paper
def test_the_file_says_the_same_words_in_the_same_order_under_the_same_numbers(name: str) -> None:
    assert squeezed(read_passages(file(name))) == squeezed(passages(PAPERS[name]))


@every_paper
def test_every_cross_reference_shows_the_number_that_word_will_compute(name: str) -> None:
    assert not [reference for reference in read_references(file(name)) if reference.printed != reference.computed]


def test_every_reference_of_the_paper_is_a_field() -> None:
    assert [reference.printed for reference in read_references(file("sample"))] == [
        "Schedule 2", "Schedule 1", "Part 1", "2.1(b)", "2.1(b)(ii)", "1.1",
    ]  # fmt: skip


def test_words_that_lead_into_a_list_stay_on_its_page() -> None:
    items = Items((Item((paragraph("one"),)), Item((paragraph("two"),))))
    blocks = (paragraph("leads"), items, paragraph("alone"))
    clause = Section("a", SectionKind.CLAUSE, line("Title"), (paragraph("first"), *blocks))
    part = Section("b", SectionKind.PART, line("Part"), blocks)
    data = write(attrs.evolve(SAMPLE, stories=(Story(StoryKind.BODY, (clause, part)),)), load_house(), None)
    styles = [
        (one.text, one.style.paragraph_format.keep_with_next)
        for one in docx.Document(io.BytesIO(data)).paragraphs
        if one.style
    ]
    assert [kept for words, kept in styles if words == "leads"] == [True, True]
    assert not [words for words, kept in styles if words in {"one", "two", "alone"} and kept]


@pytest.mark.parametrize("kind", SectionKind)
def test_words_that_lead_into_a_table_stay_on_its_page_and_other_words_do_not(kind: SectionKind) -> None:
    table = Table((), (Row((Cell(line("cell")),)),))
    blocks = (paragraph("alone"), paragraph("leads"), table, paragraph("after"))
    titled = Section("a", kind, line("Title"), blocks)
    story = Story(StoryKind.BODY, (titled, attrs.evolve(titled, id="b", blocks=(paragraph("first"), table))))
    document = attrs.evolve(SAMPLE, stories=(story,))
    data = write(document, load_house(), None)
    found = re.findall(r"<w:p>(?:(?!</w:p>).)*</w:p>", part(data, "word/document.xml"))
    styles = re.findall(r'w:styleId="(\w+)">(?:(?!</w:style>).)*<w:keepNext/>', part(data, "word/styles.xml"))
    keeping = tuple(f'<w:pStyle w:val="{style}"/>' for style in styles if "Head" not in style)
    kept = {
        words
        for one in found
        if any(style in one for style in keeping)
        for words in re.findall(r"<w:t[^>]*>([^<]+)<", one)
    }
    assert kept & {"alone", "leads", "after", "first", "cell"} == {"leads", "first"}


@every_paper
def test_bookmarks_fields_tables_lists_and_styles_are_sound(name: str) -> None:
    assert not faults(file(name))


@every_paper
def test_the_source_comes_back_byte_for_byte(name: str) -> None:
    assert read_source(file(name)) == SOURCE
    assert read_source(write(PAPERS[name], load_house(), None)) is None


def test_a_long_source_comes_back_too() -> None:
    source = bytes(range(256)) * 400
    assert read_source(write(SAMPLE, load_house(), source)) == source


@every_paper
def test_the_file_holds_only_parts_that_we_know_and_leads_only_to_web_addresses(name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(file(name))) as package:
        assert package.testzip() is None
        assert not [member for member in package.namelist() if not KINDS_OF_PARTS.fullmatch(member)]
        arrows = "".join(package.read(member).decode() for member in package.namelist() if member.endswith(".rels"))
    assert not [arrow for arrow in re.findall(r"<Relationship [^>]*External[^>]*>", arrows) if "https://" not in arrow]


PRINT_DIGEST = """
import hashlib
from sla_drafter.readers.house import load_house
from sla_drafter.writers.docx import write
from tests.writers.sample import REVIEWED, SAMPLE, SOURCE
print(*(hashlib.sha256(write(paper, load_house(), SOURCE)).hexdigest() for paper in (SAMPLE, REVIEWED)))
"""


def test_another_process_another_hash_seed_and_another_time_zone_give_the_same_bytes() -> None:
    found = {
        subprocess.run(
            [sys.executable, "-c", PRINT_DIGEST],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("0", "UTC"), ("1", "Asia/Tokyo"))
    }
    assert len(found) == 1


def test_nothing_in_the_file_knows_the_day_it_was_written() -> None:
    with zipfile.ZipFile(io.BytesIO(file("sample"))) as package:
        assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        held = b"".join(package.read(member) for member in package.namelist())
    assert f"{datetime.now(UTC):%Y-%m-%d}".encode() not in held
    assert b"2027-01-01T00:00:00Z" in held


@given(words=LETTERS, where=st.sampled_from(["cover", "banner", "text", "footer", "title"]))
def test_any_words_come_out_as_they_are_wherever_they_stand(words: str, where: str) -> None:
    document = Document(
        title=line(words if where == "title" else "Title"),
        language="en",
        stories=(Story(StoryKind.BODY, (Paragraph(line(words if where == "text" else "Text", "|")),)),),
        cover=attrs.evolve(SAMPLE.cover, lines=((words, line(words)),)) if where == "cover" and SAMPLE.cover else None,
        banner=words if where == "banner" else "",
        footer=line(words if where == "footer" else "Foot"),
    )
    opened = docx.Document(io.BytesIO(write(document, load_house(), None)))
    shown = {
        "cover": "\n".join(paragraph.text for paragraph in opened.paragraphs),
        "banner": opened.sections[0].header.paragraphs[0].text,
        "text": "\n".join(paragraph.text for paragraph in opened.paragraphs),
        "footer": opened.sections[0].footer.paragraphs[0].text,
        "title": opened.core_properties.title,
    }[where]
    # XML itself reads the line ends of other systems as its own.
    assert words.replace("\x85", "\n").replace("\u2028", "\n") in shown.replace("\x85", "\n").replace("\u2028", "\n")


def test_python_docx_opens_the_file_and_finds_title_language_and_repeated_header_rows() -> None:
    opened = docx.Document(io.BytesIO(file("sample")))
    assert opened.core_properties.title == "Service Level Agreement for Managed PostgreSQL"
    assert opened.core_properties.language == "en"
    assert opened.core_properties.author == "Aldgate Data Services Ltd"
    bands = opened.tables[0]
    assert [cell.text for cell in bands.rows[0].cells] == ["Availability", "Credit", "Amount"]
    assert len(bands.rows) == 61
    assert HOSTILE in [cell.text for table in opened.tables for row in table.rows for cell in row.cells]


def test_the_language_of_the_paper_is_the_language_word_checks_spelling_in() -> None:
    german = write(attrs.evolve(SAMPLE, language="de"), load_house(), None)
    assert '<w:lang w:val="de-DE"' in part(german, "word/styles.xml")
    assert '<w:themeFontLang w:val="de-DE"' in part(german, "word/settings.xml")
    assert 'w:val="en-GB"' in part(file("sample"), "word/styles.xml")


def test_words_for_schedule_and_part_are_those_of_the_language() -> None:
    found = read_passages(write(attrs.evolve(SAMPLE, schedule_word="Anlage", part_word="Teil"), load_house(), None))
    assert {"services": "Anlage\u00a01 Services", "levels": "Anlage\u00a02 Service levels"}.items() <= {
        passage.id: passage.words.split(" The ")[0] for passage in found
    }.items()
    assert [passage.words[:6] for passage in found if passage.id == "service_hours"] == ["Teil\u00a01"]


def test_the_banner_stands_on_every_page_and_open_points_on_the_first() -> None:
    assert "Unfinished draft: 2 open points" in part(file("unfinished"), "word/header1.xml")
    assert part(file("unfinished"), "word/document.xml").index("Open points") < part(
        file("unfinished"), "word/document.xml"
    ).index("<w:sectPr>")
    assert 'w:val="Blank"' in part(file("unfinished"), "word/document.xml")


def test_the_contents_list_is_filled_and_leads_to_sections_and_schedules() -> None:
    text = part(file("sample"), "word/document.xml")
    field = text[text.index(" TOC ") : text.index("CoverEnd")]
    assert re.findall(r'w:anchor="(\w+)"', field) == ["_Ref_overview", "_Ref_credits", "_Ref_services", "_Ref_levels"]
    assert re.findall(r"<w:t [^>]*>([^<]*)</w:t>", field) == [
        "1", "Overview", "2", "Service credits", "Schedule 1", "Services", "Schedule 2", "Service levels",
    ]  # fmt: skip
    assert "updateFields" not in part(file("sample"), "word/settings.xml")


def test_tracked_changes_and_remarks_are_words_own() -> None:
    text, remarks = part(file("reviewed"), "word/document.xml"), part(file("reviewed"), "word/comments.xml")
    assert "<w:delText" in text
    assert text.count('<w:ins w:id="') > 5
    assert 'w:author="Ada &amp; Bob" w:date="2027-01-05T09:30:00Z"' in text
    assert "Which day &lt;exactly&gt;?" in remarks
    assert text.count("<w:commentRangeStart") == text.count("<w:commentRangeEnd") == remarks.count("<w:comment ") == 2


def test_a_reference_whose_words_are_not_the_number_stays_plain_words() -> None:
    document = attrs.evolve(
        SAMPLE, stories=(*SAMPLE.stories, Story(StoryKind.BODY, (Paragraph((Reference("levels", "", "Annex Q"),)),)))
    )
    data = write(document, load_house(), None)
    assert "Annex Q" not in [reference.printed for reference in read_references(data)]
    assert "Annex Q" in " ".join(passage.words for passage in read_passages(data))


def test_a_picture_that_is_no_picture_is_refused() -> None:
    broken = Figure(Image(b"no picture", "image/png"), "A picture")
    document = attrs.evolve(SAMPLE, stories=(Story(StoryKind.BODY, (broken,)),))
    with pytest.raises(Unreadable, match="PNG or JPEG"):
        write(document, load_house(), None)


def test_ids_that_do_not_fit_a_bookmark_still_lead_to_their_place() -> None:
    long_id = "x" * 60
    renamed = Section(long_id, SectionKind.SECTION, line("Long"), (paragraph("Words."),))
    pointing = paragraph(Reference(long_id, "section ", "1"), ".")
    document = attrs.evolve(SAMPLE, stories=(Story(StoryKind.BODY, (renamed, pointing)),))
    data = write(document, load_house(), None)
    assert not faults(data)
    assert long_id in [found.id for found in read_passages(data)]
    assert [(found.printed, found.computed) for found in read_references(data) if found.printed == "1"] == [("1", "1")]
