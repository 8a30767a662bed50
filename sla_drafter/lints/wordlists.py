"""The word lists of the rules, read once from `data/`; what they hold and where it comes from stands beside them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from sla_drafter.language.data_files import read_lists
from sla_drafter.language.patterns import compiled
from sla_drafter.language.phrases import Found, PhraseIndex
from sla_drafter.values import frozen

TERM_OF_ART = "term of art"
_AROUND = 60
"""How many signs before a word may settle what it means."""
_INSIDE = compiled(r"[^\W\d_],?\s\Z")
_NAME_GOES_ON = compiled(r"\s[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]")
_NOUNS_HAVE_CAPITALS = frozenset({"de"})


def vague_words(text: str, language: str) -> Iterator[Found[str]]:
    """Every vague word in a text with its sort (time, quality, effort, quantity).

    Terms of art are not among them, nor parts of names, nor words that are settled by what stands around them.
    """
    for found in vague(language).find(text):
        is_none = found.payload == TERM_OF_ART or _is_settled(text, found, language) or _is_named(text, found, language)
        if not is_none:
            yield found


@cache
def vague(language: str) -> PhraseIndex[str]:
    """The vague words of a language and its terms of art, each with its sort."""
    sorts = listed("vague_words").get(language, {})
    phrases = {phrase: sort for sort, several in sorts.items() for phrase in several}
    phrases.update(dict.fromkeys(listed("terms_of_art").get(language, {}), TERM_OF_ART))
    return PhraseIndex.of(phrases, ignore_case=True)


@frozen
class _Settled:
    """Words that are not vague where something stands right before or right after them."""

    words: frozenset[str]
    before: re.Pattern[str]
    after: re.Pattern[str]


def _is_settled(text: str, found: Found[str], language: str) -> bool:
    words = found.words.casefold()
    before = text[max(0, found.start - _AROUND) : found.start]
    return any(
        words in one.words and one.before.search(before) and one.after.match(text, found.end)
        for one in _settled(language)
    )


def _is_named(text: str, found: Found[str], language: str) -> bool:
    """Whether a word is part of a name: the Acceptable Use Policy. An effort with capitals is as vague as without."""
    if not found.words[0].isupper() or found.words.isupper() or found.payload == "effort":
        return False
    if _INSIDE.search(text, max(0, found.start - 3), found.start):
        return True
    return language not in _NOUNS_HAVE_CAPITALS and bool(_NAME_GOES_ON.match(text, found.end))


@cache
def _settled(language: str) -> tuple[_Settled, ...]:
    return tuple(
        _Settled(
            frozenset(map(str.casefold, one["of"])),
            compiled(rf"(?:{one['before']})\Z" if "before" in one else "", re.IGNORECASE),
            compiled(one.get("after", ""), re.IGNORECASE),
        )
        for one in listed("settled_by_context").get(language, ())
    )


@cache
def one_sided(language: str) -> PhraseIndex[str]:
    """The words of a language that leave a decision to one party."""
    phrases = dict.fromkeys(listed("one_sided_words").get(language, ()), "one party")
    return PhraseIndex.of(phrases, ignore_case=True)


def around_effort(text: str, found: Found[str], language: str) -> str:
    """An effort with the words around it that go with it: "use reasonable efforts to"; any other word alone."""
    around = listed("around_efforts").get(language)
    if found.payload != "effort" or not around:
        return found.words
    before = _longest(around["before"], lambda word: re.search(rf"\b{word} $", text[: found.start], re.IGNORECASE))
    after = _longest(around["after"], lambda word: re.match(rf" {word}\b", text[found.end :], re.IGNORECASE))
    return before + found.words + after if before and after else found.words


def _longest(words: list[str], found_at: Callable[[str], re.Match[str] | None]) -> str:
    return max((found[0] for word in words if (found := found_at(word))), key=len, default="")


@cache
def capitalised(language: str) -> frozenset[str]:
    """The words of a language that have a capital and are no terms."""
    return frozenset(listed("capitalised_words").get(language, ()))


@cache
def used_by_structure() -> tuple[str, ...]:
    """Patterns of paths of facts that need not be printed; `*` stands for any id or number."""
    return tuple(listed("used_by_structure"))


@cache
def listed(name: str) -> Any:
    """One list as it is written; each scalar is text."""
    return read_lists("sla_drafter.lints", f"{name}.yaml")


@cache
def phrases(name: str, language: str) -> PhraseIndex[str]:
    """The phrases of a list in a language, each with what the list says of it."""
    return PhraseIndex.of(listed(name).get(language, {}), ignore_case=True)


@cache
def pattern(name: str, language: str, key: str) -> re.Pattern[str]:
    """A pattern of a list in a language, read without regard to capitals."""
    return compiled(listed(name)[language][key], re.IGNORECASE)


@cache
def small_pattern(name: str, language: str, key: str) -> re.Pattern[str]:
    """A pattern of a list in a language that has small letters alone, for what is read in small letters."""
    return compiled(listed(name)[language][key])


def either(name: str, language: str, key: str) -> str:
    """A pattern of a list in a language or in English, as it is written."""
    lists = listed(name)
    return "|".join(dict.fromkeys((lists.get(language, lists["en"])[key], lists["en"][key])))
