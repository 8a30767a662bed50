from __future__ import annotations

import os
import re
import subprocess
import sys
from html.parser import HTMLParser

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sla_drafter.document.house import House
from sla_drafter.document.index import values_of
from sla_drafter.document.nodes import (
    Definition,
    Document,
    Figure,
    Image,
    Link,
    Note,
    Paragraph,
    Section,
    SectionKind,
    Story,
    StoryKind,
    Text,
    Use,
    Value,
)
from sla_drafter.document.printed import passages
from sla_drafter.readers.house import load_house
from sla_drafter.readers.html import read_passages, read_source
from sla_drafter.writers.html import write
from sla_drafter.writers.html.look import contrast
from tests.writers.papers import papers, words
from tests.writers.sample import EVERY_SAMPLE, HOSTILE, SAMPLE, SOURCE, UNFINISHED, clause, line, paragraph

HOUSE = load_house("plain")
VOID = {"meta", "br", "img", "col", "rect"}
WRITE = """
import sys
from sla_drafter.readers.house import load_house
from sla_drafter.writers.html import write
from tests.writers.papers import papers, words
from tests.writers.sample import SAMPLE, SOURCE
sys.stdout.buffer.write(write(SAMPLE, load_house("plain"), SOURCE))
"""


def squeezed(document: Document) -> list[tuple[str, str]]:
    return [(passage.id, "".join(passage.words.split())) for passage in passages(document)]


def read(data: bytes) -> list[tuple[str, str]]:
    return [(passage.id, "".join(passage.words.split())) for passage in read_passages(data)]


def text_of(document: Document, house: House = HOUSE) -> str:
    return write(document, house, SOURCE).decode()


def of_clauses(*blocks: Paragraph | Figure, more: tuple[Section, ...] = ()) -> Document:
    section = Section("one", SectionKind.SECTION, line("One"), (clause("first", "First", *blocks), *more))
    return attrs.evolve(SAMPLE, cover=None, stories=(Story(StoryKind.BODY, (section,)),))


class Tags(HTMLParser):
    """Every tag with its attributes, the open ones, and what is wrong with their nesting."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag == "a" and "a" in self.open:
            self.wrong.append("a link inside a link")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}> closes something else")


@pytest.mark.parametrize("document", EVERY_SAMPLE.values(), ids=list(EVERY_SAMPLE))
def test_a_reader_of_the_page_sees_the_words_and_numbers_of_the_paper(document: Document) -> None:
    assert read(write(document, HOUSE, SOURCE)) == squeezed(document)


@pytest.mark.parametrize("document", EVERY_SAMPLE.values(), ids=list(EVERY_SAMPLE))
def test_every_tag_is_closed_and_every_link_inside_the_page_has_a_target(document: Document) -> None:
    tags = Tags(text_of(document))
    ids = [attributes["id"] for _, attributes in tags.found if "id" in attributes]
    targets = {attributes["href"] for tag, attributes in tags.found if tag == "a"}
    assert not tags.wrong
    assert not tags.open
    assert len(ids) == len(set(ids))
    assert {target[1:] for target in targets if target and target.startswith("#")} <= set(ids)


def test_the_source_comes_back_byte_for_byte() -> None:
    assert read_source(write(SAMPLE, HOUSE, SOURCE)) == SOURCE
    assert read_source(write(SAMPLE, HOUSE, None)) is None


@given(st.binary(max_size=60))
def test_any_source_comes_back_byte_for_byte(source: bytes) -> None:
    assert read_source(write(of_clauses(), HOUSE, source)) == source


@given(words, words)
def test_any_value_is_printed_as_it_is_and_never_as_markup(one: str, two: str) -> None:
    document = of_clauses(paragraph(Value(one, "a.b"), " and ", Definition(two, two), Use(two, two), id="here"))
    page = write(document, HOUSE, None)
    assert read(page) == squeezed(document)
    assert {tag for tag, _ in Tags(page.decode()).found} <= {
        *("html", "head", "meta", "title", "style", "body", "a", "header", "h1", "h2", "h3", "nav", "ol", "li", "span"),
        *("main", "div", "section", "p", "dfn", "footer"),
    }


@settings(max_examples=60)
@given(papers)
def test_any_paper_is_read_back_word_for_word_from_well_formed_tags(document: Document) -> None:
    page = write(document, HOUSE, SOURCE)
    tags = Tags(page.decode())
    assert not tags.wrong
    assert not tags.open
    assert [passage for passage in read(page) if passage[1]] == [one for one in squeezed(document) if one[1]]


def test_the_same_paper_gives_the_same_bytes_in_another_process_and_time_zone() -> None:
    pages = {
        subprocess.run(
            [sys.executable, "-c", WRITE],
            env={**os.environ, "PYTHONPATH": ".", "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert pages == {write(SAMPLE, HOUSE, SOURCE)}


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "file:///a",
        "//b.example",
        "https:// x",
        "",
        "#a",
    ],
)
def test_a_link_that_may_not_be_followed_is_printed_as_words(target: str) -> None:
    document = of_clauses(paragraph(Link(target, line("these words"))))
    hrefs = [attributes["href"] for tag, attributes in Tags(text_of(document)).found if tag == "a"]
    assert all(href and href.startswith("#") for href in hrefs)
    assert read(write(document, HOUSE, None)) == squeezed(document)


@pytest.mark.parametrize("target", ["https://example.com/a?b=1&c=2#d", "http://example.com", "mailto:a@example.com"])
def test_a_link_to_a_page_or_a_mailbox_is_a_link(target: str) -> None:
    tags = Tags(text_of(of_clauses(paragraph(Link(target, line("here"))))))
    assert target in [attributes.get("href") for tag, attributes in tags.found if tag == "a"]


def test_the_page_runs_nothing_and_loads_nothing() -> None:
    tags = Tags(text_of(SAMPLE))
    assert not {"script", "link", "iframe", "object", "base", "form"} & {tag for tag, _ in tags.found}
    assert not [name for _, attributes in tags.found for name in attributes if name.startswith("on")]
    assert all((attributes["src"] or "").startswith("data:image/") for tag, attributes in tags.found if tag == "img")
    assert "url(" not in text_of(SAMPLE)
    assert "@import" not in text_of(SAMPLE)


def test_a_picture_that_can_hold_a_program_is_said_in_words() -> None:
    drawing = Image(b"<svg onload='x()'/>", "image/svg+xml")
    document = of_clauses(Figure(drawing, "What the drawing shows"))
    assert "<img" not in text_of(document)
    assert read(write(document, HOUSE, None)) == squeezed(document)


def test_a_term_leads_to_its_definition_and_shows_it_once_in_a_clause() -> None:
    defined = paragraph("The ", Definition("uptime", "Uptime"), " is the time that counts.")
    used = clause("second", "Second", paragraph("Less ", Use("uptime", "Uptime"), " or ", Use("uptime", "Uptime"), "."))
    text = text_of(of_clauses(defined, more=(used,)))
    assert '<dfn id="term-uptime">Uptime</dfn>' in text
    assert (
        'Less <a href="#term-uptime" class="term" title="The Uptime is the time that counts.">Uptime</a> or Uptime.'
    ) in text


def test_a_note_in_a_note_and_a_note_in_a_link_are_read_where_they_stand() -> None:
    inner = Note(line("inner"))
    document = of_clauses(
        paragraph("Before", Note((Text("outer "), inner, Text(" end"))), " after ", Link("https://a.example", (inner,)))
    )
    assert read(write(document, HOUSE, None)) == squeezed(document)
    assert not Tags(text_of(document)).wrong


def test_an_unfinished_paper_shows_its_banner_on_the_screen_and_on_every_printed_page() -> None:
    text = text_of(UNFINISHED)
    assert '<aside class="banner">Unfinished draft: 2 open points</aside>' in text
    assert '@top-center { content: "Unfinished draft: 2 open points"' in text
    assert text.count('<span class="blank">[Fee]</span>') == 2


def test_words_in_the_style_sheet_cannot_end_it() -> None:
    document = attrs.evolve(SAMPLE, banner='</style><script>x</script>"; } \\', footer=line("a\n</style>"))
    sheet = re.search(r"<style>(.*?)</style>", text_of(document), re.DOTALL)
    assert sheet
    assert '@bottom-left { content: "a\\a \\3c /style\\3e "' in sheet[1]
    assert "script" not in {tag for tag, _ in Tags(text_of(document)).found}


def test_the_printed_sheet_is_that_of_the_house_with_its_page_number() -> None:
    text = text_of(SAMPLE)
    assert f"size: {HOUSE.paper.width}pt {HOUSE.paper.height}pt" in text
    assert 'content: "Page " counter(page) " of " counter(pages)' in text


def test_a_language_that_is_written_from_right_to_left_says_so() -> None:
    assert '<html lang="ar-EG" dir="rtl">' in text_of(attrs.evolve(SAMPLE, language="ar_EG"))
    assert '<html lang="en">' in text_of(SAMPLE)


def test_every_text_colour_can_be_read_by_day_and_by_night() -> None:
    sheet = text_of(SAMPLE)
    day, night = (
        dict(re.findall(r"--([a-z-]+): #([0-9a-f]{6});", found)) for found in re.findall(r":root \{(.*?)\}", sheet)[:2]
    )
    for colours in (day, night):
        for name in ("text", "heading", "link", "quiet", "added", "removed"):
            assert contrast(colours[name], colours["ground"]) >= 4.5, name
        assert contrast(colours["heading"], colours["shade"]) >= 4.5
        assert contrast(colours["text"], colours["found"]) >= 4.5
        assert contrast(colours["on-banner"], colours["banner"]) >= 4.5


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("ffffff", "000000") == pytest.approx(21)
    assert contrast("767676", "ffffff") == pytest.approx(4.54, abs=0.01)


def test_every_value_of_the_sample_is_on_the_page_word_for_word() -> None:
    seen = "".join(passage.words for passage in read_passages(write(SAMPLE, HOUSE, None)))
    squeezed_page = "".join(seen.split())
    assert HOSTILE.split()[0] in seen
    assert not [value for _, value in values_of(SAMPLE) if "".join(value.words.split()) not in squeezed_page]


def test_a_link_followed_marks_the_heading_of_a_schedule_and_not_all_of_it() -> None:
    rules = re.findall(r"([^{}]*:target[^{}]*)\{", text_of(SAMPLE))
    selectors = [one.strip() for rule in rules for one in re.split(r",(?![^(]*\))", rule)]
    assert set(selectors) == {":target:not(section)", "section:target > :is(h2, h3)"}
