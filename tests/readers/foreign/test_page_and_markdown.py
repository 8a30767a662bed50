from __future__ import annotations

from pathlib import Path

import pytest

from sla_drafter.document.foreign import Foreign
from sla_drafter.document.kinds import StoryKind
from sla_drafter.document.nodes import Section
from sla_drafter.readers.foreign import read_bytes, read_document
from tests.readers.foreign.words import printed

PAGE = """<html lang=en><head><title>no</title><style>p {}</style></head><body><nav>Home</nav>
<h1>1. Support</h1><p>The <b>Provider</b> helps<br>at night.</p>
<ol type=a><li>by phone;<li><p>by mail.</p></ol><ul><li>always</ul>
<h2>2 Credits</h2><table><tr><th>Level<th>Credit<tr><td>99%<td>5%</table><p hidden>no</p><script>no</script>
</body></html>"""
MARKDOWN = """---
title: hidden
---
# 1. Support

The Provider **shall** help
at night.

1. by phone
2. by mail

| Level | Credit |
|-------|--------|
| 99%   | 5%     |
"""


def read(text: str, name: str) -> Foreign:
    return read_bytes(text.encode(), Path(name))


@pytest.mark.parametrize(
    "style",
    [
        "display:none",
        "color: red; DISPLAY : none;",
        "visibility: hidden",
        "font-size:0",
        "opacity: 0.0; x: 1",
        "mso-hide:all",
    ],
)
def test_what_an_element_hides_for_itself_is_not_read(style: str) -> None:
    veil = f'style="{style}"'
    page = (
        f"<p {veil}>no</p><p>The <span {veil}>no</span>Provider helps.</p><table><tr {veil}><td>no<tr><td>at night"
        f"<td {veil}>no</table><div {veil}><p>no</p></div>"
    )
    assert printed(read(page, "p.html")).split("\n") == ["The Provider helps.", "at night"]


@pytest.mark.parametrize(
    "style", ["display:block", "opacity:0.5", "font-size: 0.9em", "font-size:08px", "x-display:none"]
)
def test_another_style_hides_nothing(style: str) -> None:
    assert printed(read(f'<p style="{style}">yes</p>', "p.html")) == "yes"


def test_a_page_is_read_as_a_browser_shows_it() -> None:
    said = (
        "Home|1. Support|The Provider helps at night.|a. by phone;|b. by mail.|• always|2 Credits|Level|Credit|99%|5%"
    )
    assert printed(read(PAGE, "p.html")).split("\n") == said.split("|")


def test_what_follows_a_heading_is_inside_of_it() -> None:
    _, support = read(PAGE, "p.html").document.story(StoryKind.BODY)
    assert isinstance(support, Section)
    assert isinstance(support.blocks[-1], Section)


def test_markdown_is_read_as_rendered_with_the_lines_of_the_file() -> None:
    found = read(MARKDOWN, "p.md")
    said = "1. Support|The Provider shall help at night.|1. by phone|2. by mail|Level|Credit|99%|5%"
    assert printed(found).split("\n") == said.split("|")
    assert [mark.line for mark in found.marks.values()] == [4, 6, 9, 10, 12, 12, 14, 14]
    assert found.source[3] == "# 1. Support"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_whatever_ends_a_line_its_number_is_the_same(end: str, mark: str) -> None:
    found = read(mark + MARKDOWN.replace("\n", end), "p.md")
    assert (printed(found), found.source) == (printed(read(MARKDOWN, "p.md")), tuple(MARKDOWN.split("\n")))
    assert [mark.line for mark in found.marks.values()] == [4, 6, 9, 10, 12, 12, 14, 14]


def test_every_block_of_markdown_says_its_line() -> None:
    found = read("> quoted\n\n```text\nfenced\n```\n\n    indented\n\n- one\n\n  two\n\nTitle\n===\n", "a.md")
    assert printed(found).split("\n") == ["quoted", "fenced", "indented", "• one", "two", "Title"]
    assert [mark.line for mark in found.marks.values()] == [1, 3, 7, 9, 11, 13]


def test_signs_of_markdown_without_end_are_words() -> None:
    found = read("![" * 100_000, "a.md")
    assert printed(found) == "![" * 100_000


def test_words_that_are_nested_deeply_are_read_and_stay_apart() -> None:
    assert printed(read("> " * 900 + "deep", "a.md")) == "deep"
    quoted = "".join(f"{'> ' * 70}line{at}\n{'> ' * 70}\n" for at in range(3))
    assert printed(read(quoted, "a.md")).split() == ["line0", "line1", "line2"]
    listed = "".join(f"{'  ' * at}- word{at}\n" for at in range(40))
    found = printed(read(listed, "a.md")).replace("•", "").split()
    assert found == [f"word{at}" for at in range(40)]


@pytest.mark.parametrize("depth", range(54, 64))
def test_a_table_and_a_list_that_are_nested_deeply_keep_every_word(depth: int) -> None:
    rows = ("| a | *b* |", "|---|---|", "| **c** | d |", "", "", "- e", "- f *g*h")
    found = read("".join(f"{'> ' * depth}{row}\n" for row in rows), "a.md")
    assert printed(found).replace("•", "").split() == ["a", "b", "c", "d", "e", "f", "gh"]


def test_a_picture_and_its_words_are_no_text() -> None:
    assert printed(read("Seen ![the *plan* of it](plan.png) here & <b>there</b>.", "a.md")) == "Seen here & there."


def test_the_language_is_told_from_the_words() -> None:
    assert read("Der Anbieter hilft dem Kunden, und die Frist ist nicht lang.", "a.md").document.language == "de"
    assert read("Le prestataire aide les clients et la durée est courte.", "a.md").document.language == "fr"
    assert read("El proveedor ayuda y los plazos se cuentan por días.", "a.md").document.language == "es"
    assert read("99", "a.md").document.language == "en"


def test_an_agreement_of_the_world_is_read() -> None:
    found = read_document(Path(__file__).parent / "papers" / "cakelabs_sla.md")
    assert printed(found).startswith("SLA\nWe care about running our service")
    assert not found.is_ours


def test_an_attribute_of_a_file_is_no_line() -> None:
    for value in ("1", "x", "²", "9" * 5000):
        page = f'<p data-line="{value}" data-sla-drafter-line="{value}">words<ol start="{value}"><li>one</ol>'
        assert [mark.line for mark in read(page, "a.html").marks.values()] == [None, None]
        assert [mark.line for mark in read(f"# A\n\n{page}\n", "a.md").marks.values()] == [1, 3, 3]


def test_words_in_html_have_the_line_in_which_they_stand() -> None:
    text = (
        "<div>one</div>\n\n<div\ntitle=x>\ntwo\n</div>\n<table>\n<tr>\n<td>a</td>\n<td>b\nc</td></tr>\n</table>\n\nd\n"
    )
    found = read(text, "a.md")
    assert printed(found).split("\n") == ["one", "two", "a", "b c", "d"]
    assert [mark.line for mark in found.marks.values()] == [1, 5, 9, 10, 14]


HIDING = (
    "</body></html>", "<html>", "<html>\n<body>", "</body\n>", "<!doctype html>", "<frameset>", "<head>", "<table>",
    "<table><tr>", "<select>", "<object>", "<svg>", "<template>", "<noscript>", "x <template> y", "x <OBJECT\nid=z> y",
)  # fmt: skip


@pytest.mark.parametrize("markup", HIDING)
def test_no_tag_in_markdown_hides_the_words_behind_it(markup: str) -> None:
    found = printed(read(f"before\n\n{markup}\n\nafter\n\n- item\n\n<p>last</p>\n", "a.md"))
    assert found.replace("•", "").replace(" x ", "").replace(" y ", "").split()[-3:] == ["after", "item", "last"]


def test_tags_that_a_code_host_shows_are_words() -> None:
    for name in ("script", "style", "title", "textarea", "iframe", "xmp", "plaintext", "noembed", "NoFrames"):
        assert printed(read(f"a <{name}> b\n\nc", "a.md")) == f"a <{name}> b\nc"
    assert printed(read("a <scripted> b", "a.md")) == "a\nb"


def test_words_between_the_rows_of_a_table_are_read() -> None:
    page = "<table>lost<caption>A</caption><tbody>here<tr>too<td>B<td>C</td>and<p>more</p></tr></tbody>last</table>"
    assert printed(read(page, "a.html")).split() == ["lost", "A", "here", "too", "B", "C", "and", "more", "last"]


@pytest.mark.parametrize("words", ["The Provider helps.", "Note: The Provider\nhelps.", "", "**Parties**: two"])
def test_words_between_two_rules_at_the_beginning_are_no_front_matter(words: str) -> None:
    for apart in ("\n", "\n\n"):
        found = printed(read(f"---{apart}{words}{apart}---\n\nAlways.\n", "a.md"))
        assert found.split() == f"{words.replace('*', '')} Always.".split()


@pytest.mark.parametrize("end", ["---", "..."])
def test_facts_about_the_file_are_front_matter(end: str) -> None:
    facts = 'title: An agreement\n# ours\n\nparties:\n  - A\n- B\n"by": [a,\n]\nempty:\n'
    assert printed(read(f"---\n{facts}{end}\nAlways.\n", "a.md")) == "Always."


def test_a_note_is_read_where_it_stands_and_its_mark_is_no_word() -> None:
    found = read("Within 30 days[^1] or [^none].\n\n[^1]: Once\n    only.\n\nEnd.\n", "a.md")
    assert printed(found).split("\n") == ["Within 30 days or [^none].", "Once only.", "End."]
    assert [mark.line for mark in found.marks.values()] == [1, 3, 6]


def test_a_long_list_is_counted_once() -> None:
    found = read("<ol>" + "<li>x" * 60_000 + "</ol>", "a.html")
    assert found.marks["p60000"].label == "60000."
