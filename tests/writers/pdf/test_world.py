"""Letters of the world: every value is printed verbatim, or refused with the name of the letter that cannot be."""

from __future__ import annotations

import re
import unicodedata
from io import BytesIO

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from sla_drafter.document.nodes import Document, Link, Paragraph, Strong, Text
from sla_drafter.errors import NotWritten
from sla_drafter.readers.pdf import read_passages
from sla_drafter.writers.pdf import further, measure, write
from sla_drafter.writers.pdf.drawn import UNSEEN, arranged, drawn
from sla_drafter.writers.pdf.faces import faces_of
from sla_drafter.writers.pdf.letters import CONTROLS
from sla_drafter.writers.pdf.looks import Look
from sla_drafter.writers.pdf.tags.elements import Element
from tests.writers.pdf.papers import body_of, paper_of, plain, squeezed, words_on_paper
from tests.writers.pdf.world import ARABIC, ASTRAL, CHINESE, COMPOSED, CYRILLIC, GREEK, JAPANESE, KOREAN, OF_THE_WORLD
from tests.writers.sample import line, paragraph

XML = "\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff"
ANYTHING = st.text(st.characters(codec="utf-8").filter(re.compile(f"[{XML}]").match), max_size=12)
SCRIPTS = st.lists(
    st.sampled_from(
        [*GREEK, *CYRILLIC, *ARABIC, *JAPANESE, *CHINESE, *KOREAN, *ASTRAL, *COMPOSED, *UNSEEN, *"aZ9(<« .%"]
    ),
    max_size=40,
).map("".join)


def printed(document: Document) -> list[tuple[str, str]]:
    return squeezed(read_passages(write(document, plain(), None)))


@settings(max_examples=300)
@example("Ω\u0634\u0301")
@example("\u1e46\u0301")
@example("\x85")
@example("\u2028")
@example("\u0301")
@example("\ufdfa")
@example("א")
@example("𐡀 x")
@given(ANYTHING)
def test_any_text_is_printed_verbatim_or_refused_by_the_names_of_its_letters(words: str) -> None:
    document = body_of(Paragraph((Text(words),)))
    try:
        found = printed(document)
    except NotWritten as refused:
        (finding,) = refused.findings
        named = re.findall(r"U\+([0-9A-F]{4,6})\)", finding.message)
        assert named
        spelled = unicodedata.normalize("NFKC", words)
        assert all(unicodedata.normalize("NFKC", chr(int(code, 16))) in spelled for code in named)
    else:
        assert found == words_on_paper(document)


@settings(max_examples=100)
@example(OF_THE_WORLD * 6)
@example("(" + ARABIC)
@given(SCRIPTS)
def test_what_runs_from_right_to_left_and_what_is_drawn_otherwise_is_read_as_it_was_written(words: str) -> None:
    document = paper_of(words, "plain")
    assert printed(document) == words_on_paper(document)


FACES = faces_of(plain().typeface)
LOOK = Look(FACES.regular, 10, "000000", element=Element("P"))
BOLD = LOOK.in_face(FACES.bold)


def test_letters_of_arabic_are_joined_and_reversed_across_looks() -> None:
    runs = arranged([(LOOK, "a لا"), (BOLD, " ب"), (LOOK, " b")])
    assert "".join(words for _, words in runs) == "a \ufe8f \ufefb b"
    assert [look.font for look, words in runs if words.strip()] == [FACES.regular, FACES.bold, FACES.regular]
    assert {look.said for look, _ in runs} == {"a لا ب b"}


def test_a_line_that_is_drawn_as_it_is_written_says_nothing_else() -> None:
    plainly = [(LOOK, "Grüße – 10 €"), (BOLD, "日本")]
    assert arranged(plainly) is plainly


def test_marks_are_composed_and_what_is_never_seen_is_not_drawn() -> None:
    assert drawn(f"e\u0301{UNSEEN}x", FACES.regular) == "éx"


@pytest.mark.parametrize(
    ("words", "letters"), [("N\u0323\u0301", "N\u0323\u0301"), ("\u1e50", "O\u0304\u0300"), ("O\u0304", "Ō")]
)
def test_a_letter_that_the_typeface_has_not_composed_is_drawn_as_a_letter_and_its_marks(
    words: str, letters: str
) -> None:
    assert unicodedata.normalize("NFD", drawn(words, FACES.regular)) == unicodedata.normalize("NFD", letters)
    assert not measure.lacking(FACES.regular, words)
    document = paper_of(words, f"{words}a{words}")
    assert printed(document) == words_on_paper(document)


def test_a_mark_stays_over_its_letter_where_words_run_from_right_to_left() -> None:
    document = paper_of("Ω\u0634\u0301", "\u0634\u0301 x")
    assert printed(document) == words_on_paper(document)
    drawn_ = "".join(words for _, words in arranged([(LOOK, "a \u0634\u0301\u0628")]))
    assert drawn_ == "a \ufe8f\ufeb5\u0301"


def test_a_word_with_kana_is_set_in_the_japanese_face_and_one_with_hangul_in_the_korean() -> None:
    def face(letter: str, word: str) -> str:
        return further.further_face(letter, word, bold=False)

    assert "NotoSansJP" in face("語", "語の")
    assert "NotoSansKR" in face("서", "서울")
    assert "NotoSansSC" in face("务", "服务")
    assert "Source" in face("Ω", "Ω")
    assert face("☐", "☐") == ""


def test_letters_of_east_asia_are_embedded_in_the_weight_that_is_wanted() -> None:
    data = write(body_of(Paragraph((Strong(line("北京")), Text(" 北京")))), plain(), None)
    fonts = {
        font.get_object()["/BaseFont"].partition("+")[2]
        for page in PdfReader(BytesIO(data)).pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    }
    assert {"NotoSansSC-Regular", "NotoSansSC-Bold"} <= fonts


@pytest.mark.usefixtures("no_further_faces")
def test_without_further_faces_their_letters_are_refused_with_the_way_to_get_them() -> None:
    with pytest.raises(NotWritten, match=r"CJK UNIFIED IDEOGRAPH-6771, U\+6771.*sla-drafter\[fonts\]"):
        write(body_of(paragraph("東")), plain(), None)


def test_a_package_that_is_not_installed_gives_no_face() -> None:
    absent = further.Further("no_such_package/files", {"regular": "a.ttf", "bold": "b.ttf"}, re.compile("."))
    assert absent.font("regular") is None


@pytest.mark.parametrize("code", [*range(32), *range(0x7F, 0xA0)])
def test_a_control_character_is_refused_by_its_name(code: int) -> None:
    document = body_of(paragraph(f"before{chr(code)}after"))
    if chr(code) in "\t\n\r":
        assert printed(document) == words_on_paper(document)
        return
    with pytest.raises(NotWritten) as refused:
        write(document, plain(), None)
    name = CONTROLS[code if code < 0x7F else code - 0x7F + 32]
    assert f"control character ({name}, U+{code:04X})" in refused.value.findings[0].message
    assert unicodedata.lookup(name) == chr(code)


def test_a_link_in_letters_of_the_world_leads_and_is_read() -> None:
    document = body_of(Paragraph((Text("see "), Link("https://example.com", line(ARABIC)), Text(" "), Text(JAPANESE))))
    assert printed(document) == words_on_paper(document)


def test_widths_are_those_of_the_face_that_a_letter_is_taken_from() -> None:
    font = "fontpkg_ibm_plex_serif/IBMPlexSerif-Regular.ttf"
    assert measure.width(font, "日本") == pytest.approx(2.0)
    assert measure.width(font, "a日") == pytest.approx(measure.width(font, "a") + 1)
