from __future__ import annotations

import attrs
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sla_drafter.writers.pdf.lines import break_lines, line_width
from sla_drafter.writers.pdf.looks import LINE_BREAK, Run, styles_of
from tests.writers.pdf.papers import plain

TEXT = styles_of(plain()).text
LOOKS = (TEXT, styles_of(plain()).bolder(TEXT), attrs.evolve(TEXT, rule="under"))
WORDS = st.text(st.sampled_from("abcWil. /-\u00a0\u202f\n"), max_size=60)
RUNS = st.lists(st.tuples(st.sampled_from(LOOKS), WORDS), max_size=8)


@settings(max_examples=500)
@example([(TEXT, "a/WW")], 20, 10)
@given(RUNS, st.integers(20, 300), st.integers(10, 300))
def test_no_line_is_wider_than_its_column_and_no_letter_is_lost(runs: list[Run], measure: int, first: int) -> None:
    lines = break_lines(runs, measure, min(first, measure))
    assert squeezed("".join(words for line in lines for _, words in line)) == squeezed("".join(w for _, w in runs))
    assert all(line_width(line) <= measure + 0.01 for line in lines)


def squeezed(words: str) -> str:
    return "".join(words.split())


@given(st.lists(st.sampled_from(["one", "two", "three"]), min_size=1, max_size=60), st.integers(60, 400))
def test_words_that_fit_are_never_divided(words: list[str], measure: int) -> None:
    lines = break_lines([(TEXT, " ".join(words))], measure)
    assert [word for line in lines for _, part in line for word in part.split()] == words


def test_a_line_is_as_full_as_it_can_be() -> None:
    lines = break_lines([(TEXT, "word " * 40)], 200)
    longest = line_width([(TEXT, " word")])
    assert all(line_width(line) + longest > 200 for line in lines[:-1])


def test_a_long_address_is_divided_after_a_slash() -> None:
    lines = break_lines([(TEXT, "https://example.com/" + "segment/" * 30)], 200)
    assert len(lines) > 2
    assert all(line[-1][1].endswith("/") for line in lines)


def test_a_space_belongs_to_the_run_in_which_it_was_typed() -> None:
    plain_run, ruled = LOOKS[0], LOOKS[2]
    assert break_lines([(plain_run, "a "), (ruled, "b c"), (plain_run, " d")], 300) == [
        [(plain_run, "a "), (ruled, "b c"), (plain_run, " d")]
    ]


def test_a_new_line_is_one_and_an_empty_text_is_an_empty_line() -> None:
    assert break_lines([(TEXT, "a"), (TEXT, LINE_BREAK), (TEXT, "b")], 300) == [[(TEXT, "a ")], [(TEXT, "b")]]
    assert break_lines([], 300) == [[]]
