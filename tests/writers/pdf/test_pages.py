from __future__ import annotations

import re
from io import BytesIO

import attrs
import pytest
from pypdf import PdfReader

from sla_drafter.document.nodes import (
    Break,
    Cell,
    Chart,
    Document,
    Figure,
    Item,
    Items,
    Paragraph,
    Row,
    Section,
    SectionKind,
    Signature,
    Story,
    StoryKind,
    Table,
    Text,
)
from sla_drafter.writers.pdf import layout, write
from sla_drafter.writers.pdf.looks import styles_of
from sla_drafter.writers.pdf.measure import width
from tests.writers.pdf.papers import body_of, plain
from tests.writers.sample import EVERY_SAMPLE, SAMPLE, line


def page_words(data: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(data)).pages]


@pytest.mark.parametrize("name", EVERY_SAMPLE)
def test_every_page_is_counted_once(name: str) -> None:
    laid = layout(EVERY_SAMPLE[name], plain())
    assert laid.pages.total == len(page_words(laid.data))


def test_cover_body_signatures_and_schedules_are_counted_apart() -> None:
    pages = layout(SAMPLE, plain()).pages
    assert (pages.front, pages.body, pages.schedules) == (1, 2, 1)
    assert pages.page_of["overview"] == 2
    assert pages.page_of["services"] == pages.total


def test_signatures_that_fit_under_the_body_are_no_page_of_their_own() -> None:
    body, signatures, _ = SAMPLE.stories
    short = attrs.evolve(SAMPLE, stories=(Story(StoryKind.BODY, body.blocks[:1]), signatures))
    assert layout(short, plain()).pages == attrs.evolve(
        layout(short, plain()).pages, front=1, body=1, signatures=0, schedules=0
    )


def test_a_paper_without_cover_and_contents_begins_with_its_text() -> None:
    pages = layout(body_of(Paragraph(line("Hello"))), plain()).pages
    assert (pages.front, pages.body, pages.total) == (0, 1, 1)


def test_each_page_says_its_number_and_how_many_there_are() -> None:
    words = page_words(layout(SAMPLE, plain()).data)
    assert all(f"Page {number} of {len(words)}" in page for number, page in enumerate(words, 1))


def test_the_contents_say_the_page_on_which_each_section_begins() -> None:
    laid = layout(attrs.evolve(SAMPLE, footer=()), plain())
    words = page_words(laid.data)
    listed = [section.id for story in SAMPLE.stories for section in story.blocks if isinstance(section, Section)]
    page_numbers = [str(laid.pages.page_of[name]) for name in listed]
    tail = words[0].split("Page 1 of")[0].replace(".", " ").split()
    assert [word for word in tail if word.isdigit()][-len(listed) :] == page_numbers
    for name, title in (("overview", "Overview"), ("credits", "Service credits"), ("levels", "Service levels")):
        assert title in words[laid.pages.page_of[name] - 1]


def test_a_banner_stands_on_every_page() -> None:
    words = page_words(layout(attrs.evolve(SAMPLE, banner="Unfinished draft"), plain()).data)
    assert len(words) > 2
    assert all("Unfinished draft" in page for page in words)


def test_the_header_of_a_long_table_stands_on_every_page_of_it() -> None:
    words = page_words(layout(SAMPLE, plain()).data)
    table = [page for page in words if "GBP" in page]
    assert len(table) > 1
    assert all("Availability Credit Amount" in page for page in table)


@pytest.mark.parametrize("lines", range(44, 62))
def test_a_heading_never_stands_alone_at_the_foot_of_a_page(lines: int) -> None:
    filled = Section("a", SectionKind.SECTION, line("First"), tuple(Paragraph(line("filled")) for _ in range(lines)))
    clause = Section("c", SectionKind.CLAUSE, line("Clause"), (Paragraph(line("words of the clause " * 30)),))
    after = Section("b", SectionKind.SECTION, line("Second"), (clause,))
    laid = layout(Document(line("x"), "en", (Story(StoryKind.BODY, (filled, after)),)), plain())
    assert laid.pages.page_of["b"] == laid.pages.page_of["c"]
    last_of_first_page = page_words(laid.data)[0]
    assert not last_of_first_page.replace("1 / 2", "").strip().endswith("2 Second")


@pytest.mark.parametrize("kind", SectionKind)
@pytest.mark.parametrize("lines", range(40, 56))
def test_a_heading_goes_over_the_page_with_the_words_that_lead_into_a_table(lines: int, kind: SectionKind) -> None:
    filler = Paragraph(tuple(inline for number in range(lines) for inline in (Text(f"line {number}"), Break())))
    row = Row((Cell(line("one " * 60)),))
    lead = Paragraph(line("The table shows what is meant."))
    titled = Section("titled", kind, line("Titled"), (lead, Table((Cell(line("Head")),), (row, row))))
    pages = page_words(layout(body_of(filler, titled), plain()).data)
    (at,) = (words for words in pages if "Titled" in words)
    assert "The table shows" in at
    assert "Head one" in at


def test_the_first_schedule_begins_a_page_and_the_next_follows() -> None:
    pages = layout(SAMPLE, plain()).pages
    assert pages.page_of["services"] == pages.page_of["levels"] == pages.front + pages.body + pages.signatures + 1


@pytest.mark.parametrize(
    "values", [("1", "2", "3"), ("99.95", "99.42", "100"), ("0", "0"), ("-3", "4"), ("n/a", "7"), ("NaN",), ("7", "7")]
)
def test_a_chart_prints_its_labels_and_values_and_they_are_not_read_as_text(values: tuple[str, ...]) -> None:
    labels = tuple(f"month {number}" for number in range(len(values)))
    document = body_of(Figure(Chart(labels, values, "%"), "By month"))
    laid = layout(document, plain())
    words = page_words(laid.data)[0]
    assert all(f"{value} %" in words for value in values)
    assert all(label in words for label in labels)


def test_a_chart_of_many_bars_goes_on_over_the_page() -> None:
    labels = tuple(f"day {number}" for number in range(120))
    chart = Chart(labels, tuple(str(number) for number in range(120)), "h")
    laid = layout(body_of(Figure(chart, "By day")), plain())
    assert laid.pages.total == 3


def test_words_stay_between_the_margins() -> None:
    document = body_of(Paragraph((Text("W" * 5000),)))
    laid = layout(document, plain())
    paper = plain().paper
    seen: list[float] = []
    for page in PdfReader(BytesIO(laid.data)).pages:
        page.extract_text(visitor_text=lambda text, _cm, tm, *_: seen.append(tm[4]) if text.strip() else None)
    assert seen
    assert min(seen) >= float(paper.left) - 0.1
    assert max(seen) < float(paper.width - paper.right)


@pytest.mark.parametrize("before", range(40, 56))
def test_no_single_line_of_a_paragraph_stands_alone_on_a_page(before: int) -> None:
    inlines = [part for number in range(5) for part in (Text(f"line{number}"), Break())]
    filled = (Paragraph(line("filled")) for _ in range(before))
    words = page_words(layout(body_of(*filled, Paragraph(tuple(inlines[:-1]))), plain()).data)
    assert all(page.count("line") != 1 for page in words)


@pytest.mark.parametrize("before", range(40, 58))
@pytest.mark.parametrize("caption", [(), line("Its caption")])
def test_the_words_before_a_table_its_caption_its_header_and_its_first_row_stand_on_one_page(
    before: int, caption: tuple[Text, ...]
) -> None:
    table = Table((Cell(line("HEADER")),), tuple(Row((Cell(line(f"row{number}.")),)) for number in range(9)), caption)
    filled = (Paragraph(line("filled")) for _ in range(before))
    words = page_words(layout(body_of(*filled, Paragraph(line("as follows:")), table), plain()).data)
    (page,) = [page for page in words if "as follows:" in page]
    assert "HEADER" in page
    assert "row0." in page
    assert all("row" in page for page in words if "HEADER" in page)


@pytest.mark.parametrize("before", range(44, 56))
def test_the_header_of_a_table_never_stands_alone_at_the_foot_of_a_page(before: int) -> None:
    table = Table((Cell(line("HEADER")),), tuple(Row((Cell(line(f"row{number}.")),)) for number in range(9)))
    filled = Items(tuple(Item((Paragraph(line("filled")),)) for _ in range(before)))
    words = page_words(layout(body_of(filled, table), plain()).data)
    assert all("row" in page for page in words if "HEADER" in page)
    first = next(page for page in words if "HEADER" in page)
    assert "row1." in first, "one row alone below a header looks lost"


def test_a_page_with_signatures_and_body_text_is_a_body_page_whichever_comes_first() -> None:
    body, signatures, _ = SAMPLE.stories
    short = Story(StoryKind.BODY, body.blocks[:1])
    document = attrs.evolve(SAMPLE, cover=None, contents_title="", stories=(signatures, short))
    pages = layout(document, plain()).pages
    assert (pages.front, pages.body, pages.signatures, pages.schedules) == (0, 1, 0, 0)


def test_words_after_a_wide_marker_begin_after_it() -> None:
    deep = Items(tuple(Item((Paragraph(line(f"said{number}")),)) for number in range(38)))
    data = layout(body_of(Items((Item((deep,)),))), plain()).data
    starts: dict[str, float] = {}

    def seen(text: str, _cm: object, matrix: list[float], *_: object) -> None:
        starts.setdefault(text.strip(), matrix[4])

    for page in PdfReader(BytesIO(data)).pages:
        page.extract_text(visitor_text=seen)
    wide = width(styles_of(plain()).text.font, "(xxxviii)") * float(plain().sizes.text)
    assert starts["said37"] >= starts["(xxxviii)"] + wide
    assert starts["said0"] < starts["said37"]


@pytest.mark.parametrize("name", EVERY_SAMPLE)
def test_words_after_a_raised_mark_stand_on_their_line(name: str) -> None:
    content = b"".join(
        found.get_data()
        for page in PdfReader(BytesIO(layout(EVERY_SAMPLE[name], plain()).data)).pages
        if (found := page.get_contents()) is not None
    )
    for text in re.findall(rb"\bBT\b(.*?)\bET\b", content, re.DOTALL):
        rises = re.findall(rb"(\S+) Ts\b", text)
        assert not rises or float(rises[-1]) == 0


@pytest.mark.parametrize("filled", range(30, 52))
def test_nobody_signs_a_page_on_which_no_words_of_the_agreement_stand(filled: int) -> None:
    clauses = tuple(
        Section(f"c{number}", SectionKind.CLAUSE, line("Filled"), (Paragraph(line("words")),))
        for number in range(filled)
    )
    last = Section("end", SectionKind.CLAUSE, line("Acceptance"), (Paragraph(line("Each party accepts.")),))
    body = (
        Section("a", SectionKind.SECTION, line("First"), clauses),
        Section("b", SectionKind.SECTION, line("Closing"), (last,)),
    )
    lines = tuple((label, ()) for label in ("Signature", "Name", "Title", "Date"))
    signatures = (Signature(line("Signed for A"), lines), Signature(line("Signed for B"), lines))
    stories = (Story(StoryKind.BODY, body), Story(StoryKind.SIGNATURES, signatures))
    laid = layout(Document(line("x"), "en", stories), plain())
    signed = [page for page in page_words(laid.data) if "Signed for A" in page]
    assert ["Each party accepts." in page and "Closing" in page for page in signed] == [True]
    assert laid.pages.total == laid.pages.body + laid.pages.signatures


@pytest.mark.parametrize("filled", range(18, 40, 2))
def test_three_parties_sign_one_page_on_which_words_of_the_agreement_stand(filled: int) -> None:
    words = tuple(Paragraph((Text(f"words {number}"),)) for number in range(filled))
    lines = tuple((label, ()) for label in ("Signature", "Name", "Title", "Date"))
    signatures = tuple(Signature(line(f"Signed for {party}"), lines) for party in "ABC")
    last = Section("end", SectionKind.CLAUSE, line("Acceptance"), (Paragraph(line("Each party accepts.")),))
    stories = (Story(StoryKind.BODY, (*words, last)), Story(StoryKind.SIGNATURES, signatures))
    pages = page_words(layout(Document(line("x"), "en", stories), plain()).data)
    (signed,) = (page for page in pages if "Signed for" in page)
    assert "Each party accepts." in signed
    assert all(f"Signed for {party}" in signed for party in "ABC")


@pytest.mark.parametrize("rows", [2, 3, 4, 9])
@pytest.mark.parametrize("before", range(0, 60, 3))
def test_a_table_that_follows_another_begins_no_page(before: int, rows: int) -> None:
    lines = tuple(Paragraph((Text(f"line {number}"),)) for number in range(before))
    first = Table((Cell(line("FIRST")),), tuple(Row((Cell(line(f"one{number}")),)) for number in range(4)))
    then = Table((Cell(line("THEN")),), tuple(Row((Cell(line(f"two{number}")),)) for number in range(rows)))
    pages = page_words(write(body_of(*lines, first, then), plain(), None))
    (begun,) = (page for page in pages if "two0" in page)
    assert "one3" in begun
    assert "two1" in begun, "one row alone below a header looks lost"
    assert all(len(re.findall(r"two\d", page)) != 1 for page in pages), "so does one row on the next page"


@pytest.mark.parametrize("before", range(0, 60, 3))
def test_the_last_row_of_a_long_table_stands_alone_on_no_page(before: int) -> None:
    lines = tuple(Paragraph((Text(f"line {number}"),)) for number in range(before))
    table = Table((Cell(line("HEAD")),), tuple(Row((Cell(line(f"row{number}.")),)) for number in range(30)))
    pages = page_words(write(body_of(*lines, table), plain(), None))
    assert all(len(re.findall(r"row\d+\.", page)) != 1 for page in pages)


@pytest.mark.parametrize("before", range(0, 60, 4))
def test_a_table_that_is_no_higher_than_a_third_of_a_page_is_not_divided(before: int) -> None:
    lines = tuple(Paragraph((Text(f"line {number}"),)) for number in range(before))
    table = Table((Cell(line("HEAD")),), tuple(Row((Cell(line(f"row{number}")),)) for number in range(9)))
    pages = [page.extract_text() for page in PdfReader(BytesIO(write(body_of(*lines, table), plain(), None))).pages]
    (holding,) = [page for page in pages if "row" in page]
    assert all(f"row{number}" in holding for number in range(9))
    assert "HEAD" in holding
