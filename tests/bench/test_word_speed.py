"""The Word writer against docxtpl: the same agreement of about 2,500 words, with the same fields and bookmarks."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable

import attrs
from docxtpl import DocxTemplate

from sla_drafter.document.nodes import Document, Items, Reference, Section, SectionKind, Story, StoryKind, Value
from sla_drafter.document.printed import passages
from sla_drafter.readers.house import load_house
from sla_drafter.sandbox import word_environment
from sla_drafter.writers.docx import write
from tests.writers.sample import SAMPLE, SOURCE, clause, item, line, paragraph

TIMES_FASTER = 8  # measured 16; a busy machine must not fail the test
RUNS = 15
SENTENCE = (
    "The Provider shall answer each request of the Customer within the time that the Schedule names for its severity "
    "and tell the Customer what it does next and when it expects to be done by "
)
ITEMS = ("first item of the list", "second item of the list")


def agreement() -> Document:
    def one(section: int, number: int) -> Section:
        return clause(
            f"c{section}_{number}",
            f"Clause {section} {number}",
            paragraph(SENTENCE, Value("99.9%", "a.b", "percent"), " see ", Reference("c1_1", "clause ", "1.1"), "."),
            Items(tuple(item(words) for words in ITEMS)),
        )

    body = tuple(
        Section(f"s{n}", SectionKind.SECTION, line(f"Section {n}"), tuple(one(n, at) for at in range(1, 6)))
        for n in range(1, 10)
    )
    return attrs.evolve(SAMPLE, cover=None, stories=(Story(StoryKind.BODY, body),))


def template_of(document: Document) -> bytes:
    """The finished file as a template of docxtpl: the words stand in it, the values are tags, as people write them."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(write(document, load_house(), SOURCE))) as old, zipfile.ZipFile(held, "w") as new:
        for name in old.namelist():
            data = old.read(name).decode().replace("99.9%", "{{ target }}")
            new.writestr(name, data, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def fastest(work: Callable[[], object]) -> float:
    """The shortest of several runs, which a busy machine disturbs least."""
    found = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return min(found)


def test_a_word_file_is_written_many_times_faster_than_docxtpl_renders_one() -> None:
    document, house = agreement(), load_house()
    template = template_of(document)
    assert sum(len(passage.words.split()) for passage in passages(document)) > 2_000

    def with_docxtpl() -> None:
        filled = DocxTemplate(io.BytesIO(template))
        filled.render({"target": "99.9%"}, jinja_env=word_environment(), autoescape=True)
        filled.save(io.BytesIO())

    write(document, house, SOURCE)
    ours, theirs = fastest(lambda: write(document, house, SOURCE)), fastest(with_docxtpl)
    print(f"ours {ours * 1000:.2f} ms, docxtpl {theirs * 1000:.2f} ms, {theirs / ours:.1f} times")
    assert theirs / ours > TIMES_FASTER
