from __future__ import annotations

from sla_drafter.document.nodes import Break, Inline, Text
from sla_drafter.document.walk import words_of
from sla_drafter.writers.foot import divided_foot

ADDRESS = "https://www.marlowe.example/service-levels/for/business"
REST = (Text(" \N{MIDDLE DOT} Version "), Text("0.1"), Text(" \N{MIDDLE DOT} 0123456789ab"))


def divided(foot: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return divided_foot(foot, lambda words: len(words) <= 100, lambda words: len(words) <= 80)


def test_a_foot_that_leaves_room_for_the_page_number_is_one_line() -> None:
    foot = (Text("Service Level Agreement"), *REST)
    assert divided(foot) == foot


def test_a_foot_that_would_push_the_page_number_is_divided_where_no_sign_hangs_at_the_end_of_its_line() -> None:
    foot = (Text("Service Levels of Marlowe Stream for Business"), *REST, Text(" \N{MIDDLE DOT} "), Text(ADDRESS))
    found = divided(foot)
    at = found.index(Break())
    assert words_of(found[at + 1 :]) == ADDRESS
    assert words_of(found[:at]) == words_of(foot).removesuffix(f" \N{MIDDLE DOT} {ADDRESS}")


def test_a_long_title_leaves_version_and_fingerprint_to_a_line_of_their_own() -> None:
    foot = (Text("A title of very many words " * 8), *REST)
    found = divided(foot)
    assert words_of(found[found.index(Break()) + 1 :]) == "0123456789ab"


def test_what_nothing_divides_stays_whole() -> None:
    foot = (Text("A title of very many words " * 8),)
    assert divided(foot) == foot
