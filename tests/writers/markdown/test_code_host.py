"""The text of every starter as a code host shows it (GitHub's own parser), and after another program formatted it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import cmarkgfm
import lxml.html
import mdformat
import pytest
from cmarkgfm.cmark import Options
from markdown_it import MarkdownIt

from sla_drafter.builder.files import made_bytes
from sla_drafter.document.nodes import Table
from sla_drafter.document.walk import sections_of, words_of
from sla_drafter.readers.markdown import read_passages, read_source
from sla_drafter.review.verify import differences
from tests.promises.starters import IDS, PAPERS, draft_of
from tests.readers.foreign.code_host import read, shown

Papers = pytest.mark.parametrize(("name", "language"), PAPERS, ids=IDS)
# What code hosts let through of the HTML in a Markdown file; everything else is taken out or shown as words.
LET_THROUGH = {"a", "br", "del", "em", "ins", "mark", "strong", "sub", "sup"}


def text_of(name: str, language: str) -> str:
    return made_bytes(draft_of(name, language), "md").decode()


def shown_by_host(text: str) -> lxml.html.HtmlElement:
    html = cmarkgfm.github_flavored_markdown_to_html(text, Options.CMARK_OPT_UNSAFE)
    return lxml.html.fragment_fromstring(html, create_parent="div")


def shown_by_commonmark(text: str) -> lxml.html.HtmlElement:
    html = MarkdownIt("commonmark").enable("table").render(text)
    return lxml.html.fragment_fromstring(html, create_parent="div")


def words(page: lxml.html.HtmlElement) -> str:
    """The words that are shown; comments are not."""
    for comment in list(page.iter(lxml.html.etree.Comment)):
        comment.drop_tree()
    return "".join(page.text_content().split())


def shape(page: lxml.html.HtmlElement) -> Counter[str]:
    """How many there are of each element; a host makes a link of an address, whose words stay the same."""
    return Counter(
        str(element.tag) for element in page.iter() if isinstance(element.tag, str) and not is_made_link(element)
    )


def is_made_link(element: lxml.html.HtmlElement) -> bool:
    """Whether a link shows the address that it leads to: a host makes one of every address."""
    target = (element.get("href") or "").removeprefix("mailto:").removeprefix("http://")
    return bool(target) and target == element.text_content()


def leading_nowhere(page: lxml.html.HtmlElement) -> list[str]:
    places = {str(element.get(name)) for element in page.iter() for name in ("id", "name") if element.get(name)}
    return [target for _, _, target, _ in page.iterlinks() if target.startswith("#") and target[1:] not in places]


def raw_tags(text: str) -> Iterator[str]:
    """The HTML tags in the text itself."""
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        for child in (token, *(token.children or ())):
            if child.type in ("html_inline", "html_block"):
                yield from re.findall(r"</?([a-z]+)", re.sub(r"<!--.*?-->", "", child.content, flags=re.DOTALL))


@Papers
def test_a_code_host_shows_the_words_lists_and_tables_that_commonmark_shows(name: str, language: str) -> None:
    text = text_of(name, language)
    host, other = shown_by_host(text), shown_by_commonmark(text)
    assert words(host) == words(other)
    assert shape(host) == shape(other)
    assert leading_nowhere(host) == []
    assert set(raw_tags(text)) <= LET_THROUGH


@Papers
def test_a_code_host_shows_every_row_and_cell_of_every_table(name: str, language: str) -> None:
    draft = draft_of(name, language)
    tables = [
        block
        for story in draft.document.stories
        for section in sections_of(story.blocks)
        for block in section.blocks
        if isinstance(block, Table)
    ]
    rows = [
        [words_of(cell.children) for cell in row]
        for one in tables
        for row in (one.header, *(r.cells for r in one.rows))
    ]
    found = [[cell.text_content() for cell in row] for row in shown_by_host(text_of(name, language)).iter("tr")]
    squeezed = [["".join(cell.split()) for cell in row] for row in rows]
    assert [["".join(cell.split()) for cell in row] for row in found] == squeezed


@Papers
def test_the_text_survives_a_program_that_parses_and_writes_it_again(name: str, language: str) -> None:
    text = text_of(name, language)
    again = mdformat.text(text, extensions={"tables"})
    assert again != text
    assert read_passages(again.encode()) == read_passages(text.encode())
    assert read_source(again.encode()) == read_source(text.encode())
    assert differences(draft_of(name, language).document, {"again.md": read_passages(again.encode())}) == ()
    assert mdformat.text(again, extensions={"tables"}) == again


@Papers
def test_lint_reads_the_words_that_a_code_host_shows(name: str, language: str) -> None:
    text = text_of(name, language)
    assert read(text) == shown(text)


def test_what_a_code_host_shows_otherwise_is_seen() -> None:
    text = text_of(*PAPERS[0])
    struck = f"{text}\n~~gone~~\n"
    assert words(shown_by_host(struck)) != words(shown_by_commonmark(struck))
    assert shape(shown_by_host(struck)) != shape(shown_by_commonmark(struck))
    assert leading_nowhere(shown_by_host("[there](#nowhere)")) == ["#nowhere"]
    assert set(raw_tags("<script>alert(1)</script>\n")) == {"script"}
