import re
import string
import sys
from collections.abc import Callable
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sla_drafter.language.needles import needles, small
from sla_drafter.language.searched import Searched
from sla_drafter.lints import wordlists
from sla_drafter.lints.blanks import left_to_fill
from sla_drafter.lints.promised import word
from sla_drafter.lints.register import text_rules

PATTERNS = {
    r"(?:prior to|before) \d+ days?": ("prior to", "before"),
    r"prevails?|takes precedence": ("prevail", "takes precedence"),
    r"\b(?i:Abc|de)(?=f)": ("abc", "de"),
    r"_{3,}|[Xx]{4}|\?": ("___", "xxxx", "?"),
    r"(?:day|days|birthday)": ("day",),
    r"long words|[({]": ("long words", "(", "{"),
    r"words in [(]": ("words in (",),
    r"(?<=foo) \d": ("foo",),
    r"(?!foo)bar": ("bar",),
    r"a??(?:bc)+": ("bc",),
    r"(?:|one) two?": (" tw",),
    r"\s+|,": (),
    r"[^a]|b": (),
    r"\w*": (),
    "|".join(f"word{number}" for number in range(100)): ("word",),
    "|".join(2 * chr(first) + 2 * chr(last) for first in range(97, 107) for last in range(97, 107)): (),
}
ASKED = [
    *(value for file in text_rules() for value in vars(file).values() if isinstance(value, re.Pattern)),
    *(word(language, key) for language in wordlists.listed("levels") for key in wordlists.listed("levels")[language]),
    *map(left_to_fill, ("en", "de", "fr", "es")),
]
NAMING = [pattern for pattern in ASKED if needles(pattern)]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_the_rarest_words_that_each_match_has_are_read_from_a_pattern(pattern: str) -> None:
    assert set(needles(re.compile(pattern))) == set(PATTERNS[pattern])


def test_most_patterns_of_the_rules_name_words() -> None:
    assert len(NAMING) > len(ASKED) * 3 / 4


@settings(max_examples=400)
@given(data=st.data())
def test_no_match_of_a_pattern_is_without_its_words(data: st.DataObject) -> None:
    pattern = data.draw(st.sampled_from(NAMING))
    text = small(data.draw(st.from_regex(pattern)))
    assert any(word in text for word in needles(pattern))


@given(st.text())
def test_small_letters_stand_where_the_letters_stood(text: str) -> None:
    assert len(small(text)) == len(text)


CASED = "".join(sign for sign in map(chr, range(sys.maxunicode + 1)) if len({sign, sign.lower(), sign.upper()}) > 1)


def test_a_letter_is_looked_for_only_where_all_that_python_takes_for_the_same_is_the_same_in_small() -> None:
    for sign in {*CASED, *string.printable, "é", "’"}:
        same = re.compile(re.escape(sign), re.IGNORECASE)
        for sought in needles(same):
            assert {small(one) for one in same.findall(CASED + string.printable)} <= {sought}
            assert sought == small(sign)
        if sign.isascii() and sign.strip():
            assert needles(same)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [("ident", "İDENT"), ("περίοδος", "ΠΕΡΊΟΔΟΣ"), ("λόγοσ", "λόγος"), ("5 µs", "5 ΜS"), ("[µ]", "μ")],
)
def test_a_text_in_other_letters_that_python_takes_for_the_same_is_read(pattern: str, text: str) -> None:
    sought = re.compile(pattern, re.IGNORECASE)
    assert sought.search(text)
    assert list(Searched((text,)).places(sought)) == [0]


class _Parser:
    """A parser of another Python."""

    def __init__(self, parse: Callable[[str, int], object]) -> None:
        self.parse = parse


def _fails(pattern: str, flags: int) -> object:
    raise NotImplementedError(pattern, flags)


@pytest.mark.parametrize(
    "module",
    [
        object(),  # without a function of this name
        _Parser(_fails),
        _Parser(lambda _, __: None),
        _Parser(lambda _, __: [("LITERAL", 97)]),
        _Parser(lambda _, __: [(SimpleNamespace(name="SUBPATTERN"), 5)]),
        _Parser(lambda _, __: [(SimpleNamespace(name="NEW_KIND"), None)]),
        None,
    ],
)
def test_where_python_parses_otherwise_every_text_is_read(module: object, monkeypatch: pytest.MonkeyPatch) -> None:
    def another(name: str) -> object:
        if module is None:
            raise ImportError(name)
        return module

    monkeypatch.setattr("sla_drafter.language.needles.import_module", another)
    sought = re.compile("a word that nobody looked for")
    needles.cache_clear()
    assert needles(sought) == ()
    assert list(Searched(("one", "two")).places(sought)) == [0, 1]
    needles.cache_clear()
