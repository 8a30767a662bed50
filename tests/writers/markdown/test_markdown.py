from __future__ import annotations

import os
import subprocess
import sys

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sla_drafter.document.nodes import Document, Paragraph, Section, SectionKind, Story, StoryKind, Text, Value
from sla_drafter.document.printed import passages
from sla_drafter.readers.house import load_house
from sla_drafter.readers.markdown import read_passages, read_source
from sla_drafter.writers.markdown import write
from sla_drafter.writers.markdown.inlines import escaped
from tests.writers.papers import SIGNS, papers, words
from tests.writers.sample import EVERY_SAMPLE, HOSTILE, SAMPLE, SOURCE, UNFINISHED, clause, line

HOUSE = load_house("plain")
WRITE = """
import sys
from sla_drafter.readers.house import load_house
from sla_drafter.writers.markdown import write
from tests.writers.sample import SAMPLE, SOURCE
sys.stdout.buffer.write(write(SAMPLE, load_house("plain"), SOURCE))
"""


def squeezed(words: str) -> str:
    return "".join(words.split())


def expected(document: Document) -> list[tuple[str, str]]:
    return [(passage.id, squeezed(passage.words)) for passage in passages(document) if squeezed(passage.words)]


def read(data: bytes) -> list[tuple[str, str]]:
    return [(passage.id, squeezed(passage.words)) for passage in read_passages(data)]


def text_of(document: Document) -> str:
    return write(document, HOUSE, SOURCE).decode()


@pytest.mark.parametrize("document", EVERY_SAMPLE.values(), ids=list(EVERY_SAMPLE))
def test_a_reader_of_the_text_sees_the_words_and_numbers_of_the_paper(document: Document) -> None:
    assert read(write(document, HOUSE, SOURCE)) == expected(document)


@settings(max_examples=60)
@given(papers)
def test_any_paper_is_read_back_word_for_word(document: Document) -> None:
    assert read(write(document, HOUSE, SOURCE)) == expected(document)


@pytest.mark.parametrize("html", [True, False])
@given(words=words | st.text(st.sampled_from(SIGNS), max_size=30))
def test_any_value_is_words_to_a_markdown_program_with_html_on_or_off(html: bool, words: str) -> None:
    program = MarkdownIt("commonmark", {"html": html}).enable(["table", "strikethrough"])
    tokens = program.parse(f"| x{escaped(words)}x |\n| --- |\n\nx{escaped(words)}x\n")
    shown = [
        "".join(child.content for child in token.children or [])
        for token in tokens
        if token.type == "inline" and {child.type for child in token.children or []} == {"text"}
    ]
    assert [squeezed(cell) for cell in shown] == [squeezed(f"x{words}x")] * 2


def test_the_hostile_value_reads_well_in_a_difference() -> None:
    assert escaped(HOSTILE).startswith("A\\&B \\<Ltd> \\*x\\* \\| \\{\\{ 7\\*7 }} \\_y\\_")
    assert escaped("Monday to Friday 08:00–18:00, 99.9% (see A-1)") == "Monday to Friday 08:00–18:00, 99.9% (see A-1)"


def test_a_picture_word_of_a_code_host_stays_words() -> None:
    assert escaped(":smile: at 9:00") == "\\:smile: at 9:00"


def test_one_paragraph_stands_on_one_line() -> None:
    lines = text_of(SAMPLE).split("\n")
    assert '<a id="parties"></a>**1.1 Parties** This agreement is made between Aldgate Data Services Ltd' in "\n".join(
        lines
    )
    assert "- (a) each month by itself;" in lines
    assert '  - <a name="measurement.customer_acts"></a>(ii) acts of the Customer.' in lines
    assert '## <a id="overview"></a>1 Overview' in lines
    assert "| below 99.9% | 1% | GBP 120.00 |" in lines


def test_one_changed_word_changes_one_line() -> None:
    def paper(words: str) -> list[str]:
        section = Section("one", SectionKind.SECTION, line("One"), (clause("a", "A", Paragraph((Text(words),))),))
        return text_of(attrs.evolve(SAMPLE, stories=(Story(StoryKind.BODY, (section,)),))).split("\n")

    old, new = paper("The term is 12 months."), paper("The term is 24 months.")
    assert len(old) == len(new)
    assert sum(one != two for one, two in zip(old, new, strict=True)) == 1


def test_every_reference_leads_to_an_address_in_the_text() -> None:
    text = text_of(SAMPLE)
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    targets = {
        str(child.attrs["href"]) for token in tokens for child in token.children or [] if child.type == "link_open"
    }
    inside = {target[1:] for target in targets if target.startswith("#")}
    assert inside
    assert not [name for name in inside if f'<a id="{name}">' not in text and f'<a name="{name}">' not in text]
    assert {target for target in targets if not target.startswith("#")} == {"https://example.com/status?a=1&b=2"}


def test_an_unfinished_paper_says_so_first() -> None:
    text = text_of(UNFINISHED)
    assert text.startswith("<!-- sla-drafter: banner -->\n\n> **Unfinished draft: 2 open points**\n")
    assert text.count("<strong><mark>\\[Fee\\]</mark></strong>") == 2


def test_the_source_is_the_last_comment_and_comes_back_after_version_control_changed_the_line_ends() -> None:
    data = write(SAMPLE, HOUSE, SOURCE)
    assert data.endswith(b"\n-->\n")
    assert read_source(data) == SOURCE
    assert read_source(data.replace(b"\n", b"\r\n")) == SOURCE
    assert read(data.replace(b"\n", b"\r\n")) == expected(SAMPLE)
    assert read_source(write(SAMPLE, HOUSE, None)) is None


@given(st.binary(max_size=60) | st.sampled_from([b"-->", b"--->", b"{\r\n}", b"\n\n-->\n", b"%2D--"]))
def test_any_source_comes_back_byte_for_byte(source: bytes) -> None:
    data = write(UNFINISHED, HOUSE, source)
    assert read_source(data) == source
    assert read(data) == expected(UNFINISHED)


def test_a_value_that_looks_like_our_own_comments_changes_nothing() -> None:
    hostile = '<!-- sla-drafter: contents --> <a id="x"></a> <sub data-author="a">gone</sub> [1](#note-1)'
    section = Section("one", SectionKind.SECTION, line("One"), (Paragraph((Value(hostile, "a.b"),)),))
    document = attrs.evolve(SAMPLE, stories=(Story(StoryKind.BODY, (section,)),))
    assert read(write(document, HOUSE, None)) == expected(document)


def test_the_same_paper_gives_the_same_bytes_in_another_process_and_time_zone() -> None:
    texts = {
        subprocess.run(
            [sys.executable, "-c", WRITE],
            env={**os.environ, "PYTHONPATH": ".", "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert texts == {write(SAMPLE, HOUSE, SOURCE)}
