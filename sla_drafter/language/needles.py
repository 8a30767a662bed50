r"""The words without which a pattern is nowhere: a text that has none of them need not be searched.

Looking for a word in a text takes a hundredth of the time of a pattern of many words, and most patterns are nowhere in
most papers. The words are read from the pattern itself as Python parses it, so none can be forgotten:
`(?:prior to|before) \d+ days?` is nowhere without " day", `prevails?|takes precedence` not without one of the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib import import_module
from typing import Any, TypeAlias

from sla_drafter.language.patterns import OF_ANOTHER_PYTHON, is_ours
from sla_drafter.language.prepared import Prepared

_Parsed: TypeAlias = Iterable[tuple[Any, Any]]
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzäöüßàâçéèêëîïôùûœæÿáíñóú")
"""Small letters: what a pattern without regard to capitals takes for one of them, `small` makes the same letter.

Other letters may be more: a pattern without regard to capitals that has σ is there where ς is, and μ where µ is.
"""
_COMMON = _LETTERS | frozenset("0123456789 .,;:-’'")
_RARE = 5
"""So many letters more does a word count that has a sign which few lines have."""
_KEPT: Prepared[tuple[str, int], tuple[str, ...]] = Prepared(__name__, __file__)
_MOST = 60
"""Words up to which it is quicker to look for each of them."""


def small(text: str) -> str:
    """A text in small letters, sign for sign, as a pattern that takes no regard of capitals reads it."""
    found = text.lower()
    if len(found) != len(text):
        found = "".join(map(_small, text))
    return found.replace("ı", "i").replace("ſ", "s")


@lru_cache(maxsize=2048)
def needles(pattern: re.Pattern[str]) -> tuple[str, ...]:
    """Words in small letters of which every text with a match has at least one.

    None where the pattern names none, or where nobody can tell: then each text may have a match.
    """
    key = pattern.pattern, pattern.flags
    known = _KEPT[key]
    if known is not None:
        return known
    try:
        found = _read(*key)
    except OF_ANOTHER_PYTHON:
        return ()
    if is_ours(pattern):
        _KEPT.miss(key, lambda: found)
    return found


def _read(pattern: str, flags: int) -> tuple[str, ...]:
    """The words as Python's parser tells them.

    The parser is Python's own and private. It is asked because whoever reads patterns otherwise would read some of them
    wrongly, and a word too many hides a fault. With a Python that has another one there is nothing to look for, and
    every text is read.
    """
    found = dict.fromkeys(_needed(import_module("re._parser").parse(pattern, flags)))
    fewest = tuple(word for word in found if not any(other != word and other in word for other in found))
    return fewest if len(fewest) <= _MOST else ()


def _needed(parsed: _Parsed) -> Sequence[str]:
    """The best of what each part of a sequence cannot do without: the longest words, and few of them."""
    parts: list[Sequence[str]] = [[]]
    run = ""
    for kind, told in parsed:
        if kind.name == "LITERAL" and (sign := _sought(chr(told))):
            run += sign
            continue
        parts.append([run])
        run = ""
        parts.append(_of_part(kind.name, told))
    parts.append([run])
    return max((one for one in parts if all(map(str.strip, one))), key=_worth)


def _worth(words: Sequence[str]) -> tuple[int, int]:
    """How rare the commonest of some words is, and how few they are: long ones are rare, and brackets and the like."""
    return min((len(word) + _RARE * (not _COMMON.issuperset(word)) for word in words), default=0), -len(words)


def _of_part(kind: str, told: Any) -> Sequence[str]:
    match kind:
        case "BRANCH":
            branches = [_needed(branch) for branch in told[1]]
            return [word for branch in branches for word in branch] if all(branches) else []
        case "SUBPATTERN" | "ASSERT":
            return _needed(told[-1])
        case "ATOMIC_GROUP":
            return _needed(told)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least, _, inside = told
            needed = set(_needed(inside)) if least else set()
            is_one_sign = len(inside) == 1 and inside[0][0].name in ("LITERAL", "IN") and len(needed) == 1
            return [one * least for one in needed] if is_one_sign else sorted(needed)
        case "IN":
            signs = [_sought(chr(one)) if kind.name == "LITERAL" else "" for kind, one in told]
            return signs if all(signs) else []
        case _:
            return []


def _sought(sign: str) -> str:
    """A sign of a pattern as a text in small letters has it; nothing where the text may have another."""
    is_plain = sign.lower() in _LETTERS or sign.lower() == sign.upper()
    return sign.lower() if is_plain else ""


def _small(sign: str) -> str:
    small = sign.lower()
    return small if len(small) == 1 else small[0]  # the one sign that gets longer is İ
