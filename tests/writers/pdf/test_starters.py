"""The pages of every starter: no heading and no single line stands alone, and the pages are those that are said."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from attrs import frozen
from pikepdf import Array, Pdf, parse_content_stream

from sla_drafter.builder import Draft
from sla_drafter.document.number import numbers
from sla_drafter.readers.house import house_names
from sla_drafter.writers.pdf import layout
from tests.writers.pdf.test_checkers import EVERY_STARTER, draft

PAPERS = [(*starter, "plain") for starter in EVERY_STARTER] + [
    (*EVERY_STARTER[0], house) for house in house_names() if house != "plain"
]


@frozen
class Line:
    """One line on a page: its page, its height above the foot, its element and the role of that."""

    page: int
    height: float
    element: int
    role: str


@functools.cache
def lines(starter: str, language: str, house: str) -> tuple[Line, ...]:
    return tuple(sorted(_lines(draft(starter, language, house).pdf), key=lambda one: (one.page, -one.height)))


def _lines(data: bytes) -> Iterator[Line]:
    """Every line of words that is heard, once for each element that has words in it."""
    with Pdf.open(BytesIO(data)) as file:
        pages = {page.obj.objgen: number for number, page in enumerate(file.pages, 1)}
        owners = {key: element for element in _elements(file) for key in _marks(element, pages)}
        for number, page in enumerate(file.pages, 1):
            for mark, height in _heights(page):
                element = owners[number, mark]
                yield Line(number, height, element.objgen[0], str(element.S)[1:])


def _elements(file: Any) -> Iterator[Any]:
    waiting = [file.Root.StructTreeRoot.K]
    while waiting:
        element = waiting.pop()
        yield element
        kids = element.K if isinstance(element.K, Array) else [element.K]
        waiting += [kid for kid in kids if not isinstance(kid, int) and "/S" in kid]


def _marks(element: Any, pages: dict[tuple[int, int], int]) -> Iterator[tuple[int, int]]:
    for kid in element.K:
        if isinstance(kid, int):
            yield pages[element.Pg.objgen], kid
        elif kid.get("/Type") == "/MCR":
            yield pages[kid.Pg.objgen], int(kid.MCID)


def _heights(page: Any) -> set[tuple[int, float]]:
    found, mark, height = set(), None, 0.0
    for instruction in parse_content_stream(page):
        operands, name = instruction.operands, str(instruction.operator)
        if name == "BDC":
            mark = int(operands[1]["/MCID"]) if "/MCID" in operands[1] else mark
        elif name == "EMC":
            mark = None
        elif name == "Tm":
            height = round(float(operands[5]), 1)
        elif name == "Tj" and mark is not None:
            found.add((mark, height))
    return found


def is_heading(line: Line) -> bool:
    return line.role[0] == "H" and line.role[1:].isdigit()


@pytest.mark.parametrize(("starter", "language", "house"), PAPERS)
def test_no_heading_stands_alone_at_the_foot_of_a_page(starter: str, language: str, house: str) -> None:
    every = lines(starter, language, house)
    assert sum(map(is_heading, every)) > 20
    for page in range(1, every[-1].page + 1):
        on_page = [line for line in every if line.page == page]
        lowest = min(line.height for line in on_page)
        last = [line for line in on_page if line.height == lowest]
        assert not all(map(is_heading, last)), f"page {page} ends with a heading"


@pytest.mark.parametrize(("starter", "language", "house"), PAPERS)
def test_no_single_line_of_a_paragraph_stands_at_the_foot_or_the_top_of_a_page(
    starter: str, language: str, house: str
) -> None:
    every = lines(starter, language, house)
    paragraphs = {line.element for line in every if line.role in {"P", "LBody"}}
    divided = {element for element in paragraphs if len({line.page for line in every if line.element == element}) > 1}
    for element in divided:
        for page in {line.page for line in every if line.element == element}:
            assert len({line.height for line in every if (line.element, line.page) == (element, page)}) > 1


@pytest.mark.parametrize(("starter", "language", "house"), PAPERS)
def test_every_clause_has_the_page_that_is_said(starter: str, language: str, house: str) -> None:
    paper: Draft = draft(starter, language, house)
    pages = layout(paper.document, paper.house, paper.source).pages
    assert pages.total == lines(starter, language, house)[-1].page
    assert set(numbers(paper.document)) <= set(pages.page_of)
