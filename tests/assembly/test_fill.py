from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sla_drafter.assembly.sheet import CLOSE, OPEN
from sla_drafter.assembly.skeleton import KEPT_TEXTS, parsed, term_id
from sla_drafter.assembly.tables import key, widths
from sla_drafter.document.nodes import (
    Break,
    Cell,
    Definition,
    Emphasis,
    Items,
    Link,
    Paragraph,
    Reference,
    Row,
    Strong,
    Table,
    Text,
    Value,
)
from sla_drafter.document.walk import inlines_of, lines_of, words_of
from sla_drafter.errors import ClauseFault
from sla_drafter.model.parties import Party
from sla_drafter.model.scalars import Prose
from sla_drafter.sandbox import TemplateFault
from tests.assembly.fillings import filled, line, said
from tests.assembly.sample import HOSTILE, agreement, prose

anything = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40)

PLACES = {
    "in a sentence": "The {{ parties.customer.name | text }} pays.",
    "alone": "{{ parties.customer.name }}",
    "in bold": "**{{ parties.customer.name | text }}** pays.",
    "in an item": "1. {{ parties.customer.name | text }}\n1. second",
    "in a table": "| Party |\n|---|\n| {{ parties.customer.name | text }} |\n",
    "in a schedule": "Words.\n\n## Part\n\n{{ parties.customer.name | text }} pays.",
    "behind a hash": "# {{ parties.customer.name | text }}"[2:],
}


def text_of(source: str, name: str) -> tuple[str, list[str]]:
    """All words of a text, and the values in it."""
    found = filled(source, agreement(parties=(Party("customer", name=Prose((("", name),))),)))
    lines = [one for block in (*found.body, *found.schedule) for one in lines_of(block)]
    values = [one.words for each in lines for one in inlines_of(each) if isinstance(one, Value)]
    return "\n".join(map(words_of, lines)), values


@pytest.mark.parametrize("source", PLACES.values(), ids=PLACES)
@settings(max_examples=30)
@given(name=anything)
def test_any_value_comes_out_word_for_word_and_is_never_markup(source: str, name: str) -> None:
    plain, _ = text_of(source, "X")
    words, values = text_of(source, name)
    assert values == [name]
    assert words == plain.replace("X", name)


@pytest.mark.parametrize(
    "name",
    [
        HOSTILE,
        "{{ 7*7 }}",
        "{% for x in metrics %}",
        "[](#parties)",
        '**"Provider"**',
        "| a | b |",
        "1. item",
        "## Title",
        "[#anchor] text",
        "[[definitions]]",
        f"{OPEN}0{CLOSE}",
        f"{OPEN}",
        "\u202eabc",
        "<script>alert(1)</script>",
        "&amp; &#65;",
        "\\*not\\*",
        "`code`",
        "https://a.example",
    ],
)
def test_a_value_that_looks_like_markup_stays_words(name: str) -> None:
    words, values = text_of("The {{ parties.customer.name | text }} pays.", name)
    assert values == [name]
    assert words == f"The {name} pays."


def test_a_text_becomes_paragraphs_items_and_tables() -> None:
    source = "First *word*\ngoes on.\n\n1. one\n1. two\n   1. deep\n\n- point\n\n| A | B |\n|---|---|\n| a | b |\n"
    paragraph, items, bullets, table = filled(source).body
    assert paragraph == Paragraph((Text("First "), Emphasis((Text("word"),)), Text(" goes on.")))
    assert isinstance(items, Items)
    assert items.ordered
    assert isinstance(items.items[1].blocks[1], Items)
    assert isinstance(bullets, Items)
    assert not bullets.ordered
    assert isinstance(table, Table)
    assert [words_of(cell.children) for cell in (*table.header, *table.rows[0].cells)] == ["A", "B", "a", "b"]


def test_what_follows_the_heading_goes_to_the_schedule() -> None:
    found = filled("Body.\n\n## The {{ title }}\n\nDetails.")
    assert found.body == (Paragraph((Text("Body."),)),)
    assert words_of(found.schedule_title) == "The Service Level Agreement"
    assert found.schedule == (Paragraph((Text("Details."),)),)


def test_an_anchor_names_a_paragraph_or_an_item_and_is_not_printed() -> None:
    paragraph, items = filled("[#rule] Words.\n\n1. [#first] one\n1. two").body
    assert paragraph == Paragraph((Text("Words."),), "rule")
    assert isinstance(items, Items)
    assert [item.id for item in items.items] == ["first", ""]
    assert items.items[0].blocks == (Paragraph((Text("one"),)),)


def test_bold_words_in_quotation_marks_are_a_definition_that_stays_there() -> None:
    assert line('**"Service Data"** means words.') == (
        Text("“"),
        Definition("service_data", "Service Data"),
        Text("” means words."),
    )
    assert line("**“Provider”**")[1] == Definition("provider", "Provider")
    assert line("**bold**") == (Strong((Text("bold"),)),)


def test_the_id_of_a_term_is_its_words_in_small_letters() -> None:
    assert term_id("Service-Level Data (EU)") == "service_level_data_eu"


def test_references_links_and_new_lines() -> None:
    assert line("See [](#parties.first) and [here](https://a.example).") == (
        Text("See "),
        Reference("parties.first"),
        Text(" and "),
        Link("https://a.example", (Text("here"),)),
        Text("."),
    )
    assert line("one\\\ntwo") == (Text("one"), Break(), Text("two"))


@pytest.mark.parametrize(
    ("source", "place", "message"),
    [
        ("# Title", 1, "the only heading of a clause is '## Title'"),
        ("Words.\n\n### Small", 3, "the only heading of a clause is '## Title'"),
        ("Words.\n\n## Part\n\nwords\n\n## Second", 7, "may not hold a heading"),
        ("Words.\n\n```\ncode\n```", 3, "may not hold a fence"),
        ("Words.\n\n    code", 3, "may not hold a code block"),
        ("> quoted", 1, "may not hold a blockquote"),
        ("Words.\n\n---\n\nmore", 3, "may not hold a hr"),
        ("Some `code` here", 1, "may not hold code inline"),
        ("![picture](a.png)", 1, "may not hold image"),
        ("Words.\n\nSee [the clause](#parties).", 3, "the words of a reference are computed"),
    ],
)
def test_what_a_clause_may_not_hold_is_refused_with_its_line(source: str, place: int, message: str) -> None:
    with pytest.raises(ClauseFault) as caught:
        filled(source)
    (finding,) = caught.value.findings
    assert message in finding.message
    assert finding.places[0].line == place


def test_raw_html_of_an_author_is_words() -> None:
    assert said("A <b>bold</b> word") == "A <b>bold</b> word"


def test_the_line_of_a_fault_is_that_of_the_author_not_of_the_filled_text() -> None:
    source = "{% for party in parties %}\nwords\n\n{% endfor %}\n\n{{ colour }}"
    with pytest.raises(ClauseFault) as caught:
        filled(source)
    assert caught.value.findings[0].places[0].line == 6


def test_what_a_loop_writes_out_is_found_in_the_line_of_its_author() -> None:
    source = "{% for party in parties %}\n{{ party.name }}\n\n{% endfor %}\nLast.\n\n> quoted {{ title }}"
    with pytest.raises(ClauseFault, match="cannot be filled") as caught:
        filled(source)
    assert caught.value.findings[0].places[0].text == "> quoted {{ title }}"


def test_a_loop_makes_the_rows_of_a_table_and_each_row_knows_what_it_is_about() -> None:
    source = (
        "| Party | Notices |\n|---|---|\n{% for party in parties %}\n"
        "| {{ party.name | text }} | {{ party.notices | text }} |\n{% endfor %}\n"
    )
    (table,) = filled(source).body
    assert isinstance(table, Table)
    assert [row.key for row in table.rows] == ["parties.provider", "parties.customer"]
    assert sum(table.widths) == 100
    assert len(table.widths) == len(table.header)


def cells(*words: str) -> tuple[Cell, ...]:
    return tuple(Cell((Text(one),)) for one in words)


def test_a_column_gets_room_for_its_words_and_none_starves() -> None:
    long = "a long sentence that explains what is done and by whom " * 4
    shares = widths(Table(cells("Term", "Meaning"), (Row(cells("Fee", long)),)))
    assert shares[1] > shares[0] >= 4


def test_a_figure_and_its_unit_need_the_room_of_one_word() -> None:
    def share(words: str) -> int:
        return widths(Table(cells("A", "Every"), (Row(cells("one two three four five six " * 20, words)),)))[1]

    assert share("30 seconds") > share("in seconds")


def test_a_word_of_a_header_needs_more_room_than_the_same_word_below_it() -> None:
    def share(head: str, cell: str) -> int:
        return sum(widths(Table(cells("A", *[head] * 4), (Row(cells("a sentence " * 9, *[cell] * 4)),)))[1:])

    assert share("Aufbewahrung", "x") > share("x", "Aufbewahrung")


def test_wide_letters_need_more_room_than_narrow_ones() -> None:
    wide, narrow = widths(Table(cells("A", "A"), (Row(cells("Anwendung", "illiciter")),)))
    assert wide > narrow


def test_an_address_is_whole_where_every_column_can_have_its_longest_word() -> None:
    address = "director-stores@brackwell.example"

    def share(*others: str) -> int:
        return widths(Table(cells("Contact", *others), (Row(cells(address, *others)),)))[0]

    assert share("Role", "Party", "Deputy") >= len(address) - 1
    assert share("Verantwortungsbereich", "Wiederherstellungszeit", "Aufbewahrungsfrist", "Leitung") < len(address) - 5


def test_a_column_of_sentences_gets_what_columns_of_figures_leave() -> None:
    rows = tuple(Row(cells(sentence, "99,5 %", "Kalendermonat", "ja")) for sentence in ("eine Rückfrage " * 4,) * 3)
    sentences, *figures = widths(Table(cells("Pflicht des Kunden", "Fristgerecht", "Messzeitraum", "Gutschrift"), rows))
    assert sentences > 45
    assert min(figures) >= 13, "the longest word of each has room"


@given(st.lists(st.lists(anything, min_size=3, max_size=3), max_size=4))
def test_the_widths_of_any_table_fill_the_line(rows: list[list[str]]) -> None:
    shares = widths(Table(cells("A", "B", "C"), tuple(Row(cells(*row)) for row in rows)))
    assert sum(shares) == 100
    assert min(shares) > 0


def test_a_row_without_facts_is_about_nothing() -> None:
    assert key(Row(cells("words"))) == ""
    assert key(Row((Cell((Strong((Value("x", "metrics.a.name"),)),)),))) == "metrics.a"
    assert key(Row((Cell((Value("x", "title"),)),))) == "title"


def test_texts_that_are_filled_alike_are_parsed_once() -> None:
    before = parsed.cache_info()
    for name in ("one", "two", "three"):
        text_of("A sentence of this test: {{ parties.customer.name | text }}.", name)
    after = parsed.cache_info()
    assert (after.misses - before.misses, after.hits - before.hits) == (1, 2)
    assert after.maxsize == KEPT_TEXTS


def test_a_text_with_another_number_of_slots_is_another_text() -> None:
    two = agreement()
    one = agreement(parties=(Party("customer", name=prose("X")),))
    source = "{% for party in parties %}{{ party.name }}{% if not loop.last %}, {% endif %}{% endfor %}"
    assert said(source, two) == f"Aldgate Data Services Ltd, {HOSTILE}"
    assert said(source, one) == "X"


def test_a_fault_of_the_parser_is_one_of_the_template() -> None:
    with pytest.raises(TemplateFault, match="may not hold a fence"):
        parsed("```\ncode\n```")
