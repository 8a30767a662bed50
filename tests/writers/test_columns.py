from __future__ import annotations

import io
import re
import zipfile
from decimal import Decimal

import pytest
from lxml import etree
from pypdf import PdfReader

from sla_drafter.document.nodes import Chart, Document, Figure
from sla_drafter.readers.house import load_house
from sla_drafter.writers import docx, html, markdown, pdf
from sla_drafter.writers.scale import every_nth, scale, spelled, told
from tests.writers.pdf.papers import body_of, plain

DAYS = tuple(str(day) for day in range(1, 32))
VALUES = tuple("89.583" if day == "3" else "100" for day in DAYS)
MONTH = Chart(DAYS, VALUES, "%", "99.9", "target at least 99.9%")
YEAR = Chart(("2027-01", "2027-02"), ("99.731", "99.95"), "%", "99.9", "target at least 99.9%")
NS = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}


def paper(chart: Chart) -> Document:
    return body_of(Figure(chart, "What the chart says"))


def first_page(chart: Chart) -> str:
    """The words of the first page of a PDF."""
    return PdfReader(io.BytesIO(pdf.write(paper(chart), plain(), None))).pages[0].extract_text()


def chart_of(chart: Chart) -> etree._Element:
    """The chart part of a Word file."""
    data = docx.write(paper(chart), load_house(), None)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        name = next(name for name in package.namelist() if name.startswith("word/charts/"))
        return etree.fromstring(package.read(name))


def found(root: etree._Element, path: str) -> list[str]:
    values = root.xpath(path, namespaces=NS)
    assert isinstance(values, list)
    return [str(value) for value in values]


def test_an_axis_begins_at_zero_unless_all_values_are_close_together() -> None:
    assert scale(Chart(("a",), ("50",), "%", "95")).lowest == 0
    assert scale(MONTH).lowest == 70
    assert scale(YEAR).lowest == Decimal("99.6")
    assert scale(Chart(("a",), ("100",), "%", "100")).lowest == 0


def test_what_is_below_the_target_misses_it_and_words_have_no_column() -> None:
    measured = scale(Chart(("a", "b", "c"), ("94.9", "95", "n/a"), "%", "95"))
    assert measured.misses == (True, False, False)
    assert measured.shares[2] is None
    assert measured.shares[1] == measured.target == 1


@pytest.mark.parametrize(("value", "said"), [("70", "70 %"), ("99.50", "99.5 %"), ("100", "100 %"), ("0", "0 %")])
def test_a_value_at_the_axis_is_short(value: str, said: str) -> None:
    assert spelled(Decimal(value), "%") == said


def test_labels_do_not_touch() -> None:
    widths = [Decimal(12)] * 5
    assert every_nth(widths, Decimal(15), Decimal(3)) == (True,) * 5
    assert every_nth(widths, Decimal(14), Decimal(3)) == (True, False, True, False, True)
    assert every_nth(widths, Decimal(0), Decimal(3)) == (True,) * 5
    middles = [Decimal(each) for each in (10, 20, 40, 50, 70)]
    assert told(widths, middles, (True,) * 5, Decimal(1)) == (True, False, True, False, True)


def test_a_page_of_a_pdf_shows_the_axis_the_target_and_what_misses_it() -> None:
    words = first_page(MONTH)
    assert all(word in words for word in ("100 %", "70 %", "target at least 99.9%", "89.583"))
    few = first_page(YEAR)
    assert all(word in few for word in ("99.731", "99.95", "2027-01", "2027-02"))


def test_a_web_page_draws_a_column_for_each_point_and_a_dashed_line() -> None:
    page = html.write(paper(MONTH), load_house(), None).decode()
    drawn = page[page.index("<svg") : page.index("</svg>")]
    assert drawn.count('<rect class="kept"') == 30
    assert drawn.count('<rect class="miss"') == 1
    assert drawn.count('class="target"') == 1
    assert 'aria-label="What the chart says"' in drawn
    assert "89.583" in re.sub("<[^>]*>", " ", drawn)


def test_a_word_file_has_a_native_chart_with_the_target_as_a_line() -> None:
    chart = chart_of(MONTH)
    assert found(chart, "//c:barChart//c:val//c:v/text()") == list(VALUES)
    assert set(found(chart, "//c:lineChart//c:val//c:v/text()")) == {"99.9"}
    assert found(chart, "//c:lineChart/c:ser/c:tx/c:v/text()") == ["target at least 99.9%"]
    assert found(chart, "//c:dPt/c:idx/@val") == ["2"]
    assert found(chart, "//c:valAx/c:scaling/c:min/@val") == ["70"]


def test_a_word_chart_without_a_target_has_columns_only() -> None:
    chart = chart_of(Chart(("a", "b"), ("1", "2"), "h"))
    assert found(chart, "//c:lineChart") == []
    assert found(chart, "//c:legend") == []
    assert found(chart, "//c:barChart//c:val//c:v/text()") == ["1", "2"]


def test_a_markdown_file_says_the_target() -> None:
    text = markdown.write(paper(YEAR), load_house(), None).decode()
    assert "| 2027-01 | 99.731 |" in text
    assert "target at least 99.9%" in text
