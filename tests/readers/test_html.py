from __future__ import annotations

import pytest

from sla_drafter.document.printed import Passage
from sla_drafter.errors import Unreadable
from sla_drafter.readers import html
from sla_drafter.readers.html import read_passages, read_source


def words(page: str) -> str:
    return " | ".join(passage.words for passage in read_passages(page.encode()))


def test_the_words_of_a_page_that_somebody_else_made_are_read_in_order() -> None:
    page = """<html><head><title>T</title><style>p {}</style></head><body><h1>Terms</h1>
    <p>We <b>try</b>.<br>Always.</p><ul><li>one</li><li>two</li></ul><ol><li>first</li><li>second</li></ol>
    <table><tr><td>a</td><td>b</td></tr></table><script>x()</script><div hidden>gone</div></body></html>"""
    assert words(page) == "Terms We try. Always. • one • two 1. first 2. second a b"


def test_a_section_with_an_id_is_a_passage_and_what_follows_it_belongs_to_the_outer_one() -> None:
    page = b"<body>before<section id=a><p>one</p><section id=b>two</section>three</section>after"
    assert read_passages(page) == (
        Passage("", "before"),
        Passage("a", "one"),
        Passage("b", "two"),
        Passage("a", "three"),
        Passage("", "after"),
    )


def test_words_of_a_page_that_only_look_like_ours_are_not_left_out() -> None:
    page = '<p class="note" id="note-1">a note</p><div class="banner">a banner</div><p class="skip">skip</p>'
    assert words(page) == "a note a banner skip"


def test_a_note_that_holds_itself_is_read_once() -> None:
    page = (
        '<p>a<sup><a class="noteref" href="#n">1</a></sup> b</p>'
        '<p class="note" id="n"><a role="doc-backlink">1</a> note <a class="noteref" href="#n">1</a></p>'
    )
    assert words(page) == "anote b"


def test_a_page_in_another_encoding_is_read_as_it_says() -> None:
    page = '<html><head><meta charset="windows-1252"></head><body>§ 5 – Gebühr</body></html>'
    assert [passage.words for passage in read_passages(page.encode("cp1252"))] == ["§ 5 – Gebühr"]


def test_a_page_without_a_source_carries_none() -> None:
    assert read_source(b"<p>x</p>") is None


def test_an_empty_file_is_refused_with_what_would_be_right() -> None:
    with pytest.raises(Unreadable) as refused:
        read_passages(b"")
    assert refused.value.findings[0].mend


def test_a_page_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "LARGEST", 10)
    with pytest.raises(Unreadable, match="at most 10 are read"):
        read_passages(b"<p>12345678901</p>")


def test_no_entity_of_a_page_opens_a_file() -> None:
    page = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><body><p>a &x; b</p></body>'
    assert words(page).replace(" ", "").endswith("a&x;b")


def test_a_page_that_nests_too_deeply_to_be_read_whole_is_refused() -> None:
    with pytest.raises(Unreadable) as refused:
        read_passages(b"<div>" * 5000 + b"words" + b"</div>" * 5000)
    assert "in part only: Excessive depth" in refused.value.findings[0].message


@pytest.mark.parametrize(
    ("page", "whole"),
    [
        (b"<!doctype html><html lang=en><body><p>The term is 3 years.</p>", True),
        (b"<!doctype html><html lang=en><body><div><p>The term is 3 years.</p></div>\n", True),
        (b"<!doctype html><html lang=en><body><div><p>The term is 3 years.</p>", False),
        (b"<!doctype html><html lang=en><body><p>The term is 3 ye", False),
    ],
)
def test_a_page_may_leave_out_the_end_of_html_and_not_the_end_of_its_text(page: bytes, *, whole: bool) -> None:
    if whole:
        assert words(page.decode()) == "The term is 3 years."
    else:
        with pytest.raises(Unreadable, match="cannot be read") as refused:
            read_passages(page)
        assert "cut off" in str(refused.value)
