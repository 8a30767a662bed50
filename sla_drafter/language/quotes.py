"""Finds quoted words again in a text, whatever white space stands between them."""

from __future__ import annotations


def spans(text: str, quote: str) -> list[tuple[int, int]]:
    """Every place of a quote in a text, from its first sign to behind its last.

    A quote that breaks off within a word, as a long one does, is marked to the end of that word.
    """
    wanted = " ".join(quote.split())
    words, at = single_spaced(text)
    whole, broken = list[tuple[int, int]](), list[tuple[int, int]]()
    found = words.find(wanted) if wanted else -1
    while found >= 0:
        end = found + len(wanted)
        kind = broken if _goes_on(words, end) else whole
        while _goes_on(words, end):
            end += 1
        if not _goes_on(words, found):
            kind.append((at[found], at[end - 1] + 1))
        found = words.find(wanted, end)
    return whole or broken


def single_spaced(words: str) -> tuple[str, list[int]]:
    """Words with one space for each white space, and for each sign where it stood."""
    signs: list[str] = []
    at: list[int] = []
    for position, sign in enumerate(words):
        if not sign.isspace():
            signs.append(sign)
        elif signs and signs[-1] != " ":
            signs.append(" ")
        else:
            continue
        at.append(position)
    return "".join(signs), at


def _goes_on(words: str, at: int) -> bool:
    """Whether a word or a figure stands on both sides of a place."""
    return 0 < at < len(words) and words[at - 1].isalnum() and words[at].isalnum()
