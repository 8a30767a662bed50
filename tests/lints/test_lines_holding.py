"""No rule misses a line: whatever rules look for in the papers, it is in no line that they do not read."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path, PurePath

import pytest

from sla_drafter.builder import Builder
from sla_drafter.language.needles import needles, small
from sla_drafter.language.notation import strange_marks
from sla_drafter.language.searched import Searched, Sought
from sla_drafter.lints import wordlists
from sla_drafter.lints.foreign import lint_foreign
from sla_drafter.lints.promised import word
from sla_drafter.lints.rules.wording.many_negations import NEGATION
from sla_drafter.readers.foreign import read_bytes
from tests.bench.lint import five_pages

LANGUAGES = ("en", "de", "fr", "es")
GOLD = Path(__file__).parents[1] / "language" / "gold"
STARTER = "customer_support_desk.yaml"
OTHERWISE = str.maketrans({"i": "İ", "s": "ſ", "k": "\u212a", "σ": "ς", "µ": "μ"})
"""Letters that Python takes for the same where capitals are not regarded."""
PATTERNS = ("levels", "measures", "precedence", "fictions", "actors", "counted_nouns")
"""The lists of patterns: a rule with nothing to judge in these papers does not ask for its own."""


@cache
def builder() -> Builder:
    return Builder.from_text((files("sla_drafter.templates") / "starters" / STARTER).read_text(encoding="utf-8"))


@cache
def asked(language: str) -> tuple[tuple[str, ...], frozenset[re.Pattern[str]]]:
    """The lines of papers in a language, and the patterns that rules look for in them."""
    texts: dict[str, None] = {}
    sought: set[Sought] = set()
    places = Searched.places

    def recorded(searched: Searched, *wanted: Sought) -> object:
        texts.update(dict.fromkeys(searched.texts))
        sought.update(wanted)
        return places(searched, *wanted)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Searched, "places", recorded)
        draft = builder().in_language(language).draft(layout=False)
        draft.lint()
        sentences = (GOLD / f"sentences_{language}.txt").read_text(encoding="utf-8")
        for text in (five_pages(draft), sentences.replace("\n", "\n\n")):
            list(lint_foreign(read_bytes(text.encode(), Path("their.md")), PurePath("their.md")))
    return tuple(texts), frozenset(one for one in sought if isinstance(one, re.Pattern))


def listed(language: str) -> Iterator[re.Pattern[str]]:
    for name in PATTERNS:
        for key, pattern in wordlists.listed(name).get(language, {}).items():
            if isinstance(pattern, str):
                yield wordlists.pattern(name, language, key)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_rules_look_for_in_a_paper_is_in_no_line_that_they_leave_out(language: str) -> None:
    lines, patterns = asked(language)
    spelled = dict.fromkeys(text for line in lines for text in (line, line.upper(), line.translate(OTHERWISE)))
    searched = Searched(tuple(spelled))
    for pattern in patterns.union(listed(language)):
        among = set(searched.places(pattern))
        left_out = (text for at, text in enumerate(spelled) if at not in among)
        assert not [text for text in left_out if pattern.search(text) or pattern.search(small(text))], pattern


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_patterns_of_every_kind_of_rule_are_among_them(language: str) -> None:
    _, patterns = asked(language)
    assert {
        word(language, "available"),
        strange_marks(language),
        wordlists.pattern("precedence", language, "prevails"),
        wordlists.pattern("measures", language, "rounding"),
    } <= patterns
    assert len(patterns) > 20
    assert (NEGATION in patterns) == (language == "en")


def test_without_words_to_look_for_the_same_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "# 1. Notices\n\nNo one shall not fail to notify, unless it cannot, except where it never did.\n"

    def findings() -> list[tuple[str, str]]:
        found = lint_foreign(read_bytes(text.encode(), Path("their.md")), PurePath("their.md"))
        return [(one.rule, one.message) for one in found]

    said = findings()
    needles.cache_clear()
    monkeypatch.setattr("sla_drafter.language.needles._KEPT._known", {})
    monkeypatch.setattr("sla_drafter.language.needles.import_module", _is_not_there)
    assert needles(NEGATION) == ()
    assert findings() == said
    assert "AMB-08" in dict(said)
    needles.cache_clear()


def _is_not_there(name: str) -> object:
    raise ImportError(name)
