"""The looks of a house on the pages of a PDF: seen by the eye, heard by nobody, and never instead of words."""

from __future__ import annotations

import io

import attrs
import pdfplumber
import pytest

from sla_drafter.document.house import CoverLook, Design, House, SectionLook, TableLook
from sla_drafter.document.nodes import Text
from sla_drafter.document.printed import passages
from sla_drafter.readers.house import house_names, load_house
from sla_drafter.readers.pdf import read_passages
from sla_drafter.review.verify import squeezed
from sla_drafter.writers.pdf import layout, write
from tests.writers.sample import SAMPLE, UNFINISHED

HOUSES = house_names()
TITLE = "Service Level Agreement for Managed PostgreSQL"


def pages_of(house: House) -> list[str]:
    with pdfplumber.open(io.BytesIO(write(SAMPLE, house, None))) as paper:
        return [page.extract_text() for page in paper.pages]


def colours_of(house: House, page: int) -> set[str]:
    """The colours of the rectangles of a page."""
    with pdfplumber.open(io.BytesIO(write(SAMPLE, house, None))) as paper:
        filled = [rect["non_stroking_color"] for rect in paper.pages[page].rects if rect["fill"]]
    return {"".join(f"{round(part * 255):02X}" for part in colour) for colour in filled}


@pytest.mark.parametrize("name", HOUSES)
def test_every_house_says_the_same_words(name: str) -> None:
    for paper in (SAMPLE, UNFINISHED):
        house = load_house(name)
        document = attrs.evolve(paper, numbering=house.numbering)
        drafted = squeezed(" ".join(one.words for one in passages(document)))
        assert squeezed(" ".join(one.words for one in read_passages(write(document, house, None)))) == drafted


def test_the_letterhead_stands_on_the_first_page_and_the_running_head_on_the_others() -> None:
    first, *others = pages_of(load_house("letterhead"))
    assert first.startswith("Aldgate Data Services Ltd\n")
    assert others
    assert all(page.startswith(f"{TITLE}\n") for page in others)


def test_a_paper_without_a_title_page_has_the_letterhead_on_its_first() -> None:
    house = load_house("letterhead")
    bare = attrs.evolve(SAMPLE, cover=None, contents_title="")
    with pdfplumber.open(io.BytesIO(write(bare, house, None))) as paper:
        assert paper.pages[0].extract_text().startswith("Aldgate Data Services Ltd\n")


def test_a_panel_fills_the_head_of_the_title_page_and_grows_with_the_title() -> None:
    house = load_house("corporate")
    assert {house.colours.heading, house.colours.accent} <= colours_of(house, 0)

    def foot_of_panel(title: str) -> float:
        cover = SAMPLE.cover
        assert cover is not None
        document = attrs.evolve(SAMPLE, cover=attrs.evolve(cover, title=(Text(title),)))
        with pdfplumber.open(io.BytesIO(write(document, house, None))) as paper:
            return max(float(rect["bottom"]) for rect in paper.pages[0].rects if rect["width"] > 590)

    assert foot_of_panel("A very long title of an agreement " * 9) > foot_of_panel("A title") + 50


@pytest.mark.parametrize("cover", CoverLook)
@pytest.mark.parametrize("sections", SectionLook)
@pytest.mark.parametrize("tables", TableLook)
def test_any_looks_go_together(cover: CoverLook, sections: SectionLook, tables: TableLook) -> None:
    house = attrs.evolve(load_house("letterhead"), design=Design(cover, sections, tables))
    assert layout(SAMPLE, house).pages.body >= 1


def test_bands_shade_the_header_and_every_second_row() -> None:
    house = load_house("corporate")
    found = set().union(*(colours_of(house, page) for page in range(1, 4)))
    assert {house.colours.heading, house.colours.shade} <= found
