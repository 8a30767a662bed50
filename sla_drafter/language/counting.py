"""Reads English number words: "thirty", "twenty-five", "one hundred and twenty"."""

from __future__ import annotations

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SMALL = {word: value for value, word in enumerate(_ONES)} | {word: 20 + 10 * at for at, word in enumerate(_TENS)}
_LARGE = {"hundred": 100, "thousand": 1000}


def spelled_number(words: str) -> tuple[str, int] | None:
    """The number that the last of these words spell, with those words; None when the last word is no number."""
    found = words.replace("-", " ").split()
    start = len(found)
    while start and (found[start - 1].lower() in _SMALL | _LARGE or (start < len(found) and found[start - 1] == "and")):
        start -= 1
    while start < len(found) and found[start] == "and":
        start += 1
    if start == len(found):
        return None
    value = _value([word.lower() for word in found[start:]])
    return words[_place(words, len(found) - start) :], value


def _place(words: str, count: int) -> int:
    """Where the last so many words begin; a hyphen ends a word too."""
    at = len(words)
    for _ in range(count):
        at = max(words.rfind(" ", 0, at), words.rfind("-", 0, at))
    return at + 1


def _value(words: list[str]) -> int:
    whole, part = 0, 0
    for word in words:
        if word == "thousand":
            whole, part = whole + max(part, 1) * 1000, 0
        elif word == "hundred":
            part = max(part, 1) * 100
        else:
            part += _SMALL.get(word, 0)
    return whole + part
