"""Words as they are drawn: letters of Arabic joined, words that run from right to left in their order, marks composed.

A letter with marks is one letter where its face has it, else a letter and its marks.

Who hears the paper or copies from it gets the words as they were written: what is drawn otherwise says so (`said`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby

from attrs import evolve

from sla_drafter.language.direction import FROM_THE_RIGHT, runs_right
from sla_drafter.language.patterns import compiled
from sla_drafter.writers.pdf.further import face_with
from sla_drafter.writers.pdf.looks import Look, Run

UNSEEN = "\u061c\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
"""Letters that join, part or turn others and are never seen themselves."""

_OTHERWISE = compiled(f"[\u0300-\u036f{UNSEEN}{FROM_THE_RIGHT}]")
_UNSEEN = dict.fromkeys(map(ord, UNSEEN))
_MARK = "NSM"


@lru_cache(maxsize=8192)
def drawn(words: str, font: str) -> str:
    """The letters that are drawn for these words in a face, in the order in which they were written."""
    if words.isascii():
        return words
    letters = words
    if _OTHERWISE.search(words):
        composed = unicodedata.normalize("NFC", words)
        letters = (_joined(composed) if runs_right(composed) else composed).translate(_UNSEEN)
    if _has(font, letters):
        return letters
    apart = "".join(_apart(letter, font, letters) for letter in letters)
    typed = words.translate(_UNSEEN)
    return typed if _has(font, typed) and not _has(font, apart) else apart


def _has(font: str, letters: str) -> bool:
    """Whether this face and the further ones have all of these letters."""
    return all(face_with(font, letter, letters) for letter in letters)


def _apart(letter: str, font: str, word: str) -> str:
    """A letter that no face has as the letter and the mark that it is made of, where there are faces for both."""
    made_of = unicodedata.decomposition(letter)
    if not made_of or made_of.startswith("<") or face_with(font, letter, word):
        return letter
    first, *marks = (chr(int(code, 16)) for code in made_of.split())
    parts = "".join((_apart(first, font, word), *marks))
    return parts if _has(font, parts) else letter


def _joined(words: str) -> str:
    try:
        from arabic_reshaper import ArabicReshaper
    except ImportError:
        return words
    settings = {"delete_harakat": False, "delete_tatweel": False, "ARABIC LIGATURE ALLAH": False}
    return str(ArabicReshaper(configuration=settings).reshape(words))


def in_elements(line: list[Run]) -> list[list[Run]]:
    """The runs of a line, those of one element that stand next to each other together."""
    return [list(group) for _, group in groupby(line, lambda run: id(run[0].element))]


def arranged(line: list[Run], base: str = "L") -> list[Run]:
    """The runs of a line as they are drawn from left to right, each with what is said in their place.

    `base` is "R" for the words of a text that is set from the right.
    """
    if not any(drawn(words, look.font) != words or runs_right(words) for look, words in line):
        return line
    return [run for _, group in groupby(line, _place) for run in _arranged(list(group), base)]


def _place(run: Run) -> tuple[int, str]:
    """What is arranged together: the words of one element; a part of a word that is divided is left as it is."""
    return id(run[0].element), run[0].said


def _arranged(runs: list[Run], base: str) -> Iterator[Run]:
    """What stands next to each other in one element."""
    if runs[0][0].said:
        yield from runs
        return
    said = "".join(words for _, words in runs)
    letters = [(look, letter) for look, words in runs for letter in drawn(words, look.font)]
    if said == "".join(letter for _, letter in letters) and not runs_right(said):
        yield from runs
        return
    if not letters:
        yield evolve(runs[0][0], said=said), ""
    elif runs_right(said):
        letters = list(_from_left_to_right(letters, base))
    for look, group in groupby(letters, lambda one: one[0]):
        yield evolve(look, said=said), "".join(letter for _, letter in group)


def _from_left_to_right(letters: list[tuple[Look, str]], base: str) -> Iterable[tuple[Look, str]]:
    """The letters in the order of the Unicode bidirectional algorithm, in a line that begins at the left or right."""
    try:
        from bidi import algorithm
    except ImportError:
        return letters
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = int(base == "R"), base
    algorithm.get_embedding_levels("".join(letter for _, letter in letters), storage, False, False)
    for one, (look, _) in zip(storage["chars"], letters, strict=True):
        one["look"] = look
    algorithm.explicit_embed_and_overrides(storage, False)
    algorithm.resolve_weak_types(storage, False)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    algorithm.reorder_resolved_levels(storage, False)
    algorithm.apply_mirroring(storage, False)
    return _marks_after([((one["look"], one["ch"]), one["level"] % 2 == 1) for one in storage["chars"]])


def _marks_after(letters: list[tuple[tuple[Look, str], bool]]) -> Iterator[tuple[Look, str]]:
    """Marks come after their letter also where it runs from right to left: they are drawn over what stands before."""
    marks: list[tuple[Look, str]] = []
    for letter, is_turned in letters:
        if is_turned and unicodedata.bidirectional(letter[1]) == _MARK:
            marks.append(letter)
            continue
        yield letter
        yield from reversed(marks)
        marks.clear()
    yield from reversed(marks)
