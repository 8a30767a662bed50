from __future__ import annotations

from sla_drafter.document.nodes import Break, Text
from sla_drafter.document.walk import words_of
from sla_drafter.readers.house import load_house
from sla_drafter.writers.docx.foot import divided_foot

PAGE = "Page {page} of {pages}"
ADDRESS = "https://www.marlowe.example/service-levels/for/business"
REST = (Text(" \N{MIDDLE DOT} Version "), Text("0.1"), Text(" \N{MIDDLE DOT} 0123456789ab"))


def test_a_foot_that_leaves_room_for_the_page_number_is_one_line() -> None:
    foot = (Text("Service Level Agreement"), *REST)
    assert divided_foot(foot, PAGE, load_house()) == foot


def test_a_foot_that_would_push_the_page_number_is_divided_at_the_last_sign_with_the_same_words() -> None:
    foot = (Text("Service Levels of Marlowe Stream for Business"), *REST, Text(" \N{MIDDLE DOT} "), Text(ADDRESS))
    found = divided_foot(foot, PAGE, load_house())
    at = found.index(Break())
    assert words_of(found[at + 1 :]) == ADDRESS
    assert words_of(found[:at]) + ADDRESS == words_of(foot)


def test_a_long_title_leaves_version_and_fingerprint_to_a_line_of_their_own() -> None:
    foot = (Text("A title of very many words " * 8), *REST)
    found = divided_foot(foot, PAGE, load_house())
    assert len(words_of(found[found.index(Break()) + 1 :])) < 40


def test_what_nothing_divides_stays_whole() -> None:
    foot = (Text("A title of very many words " * 8),)
    assert divided_foot(foot, PAGE, load_house()) == foot
