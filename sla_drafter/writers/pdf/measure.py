"""How wide words are, and in which faces they are set: a letter that a face lacks is taken from a further one."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby

from sla_drafter.writers.pdf.drawn import drawn
from sla_drafter.writers.pdf.faces import face
from sla_drafter.writers.pdf.further import face_with

Part = tuple[str, str]


@lru_cache(maxsize=8192)
def width(font: str, words: str) -> float:
    """How wide these words are in this face, as a multiple of the size of the letters."""
    return sum(float(face(name).stringWidth(letters, 1)) for name, letters in parts(font, drawn(words, font)))


def parts(font: str, letters: str) -> tuple[Part, ...]:
    """The letters that are drawn, each run of them with the name of the face that has them."""
    return ((font, letters),) if letters.isascii() else _parts(font, letters)


@lru_cache(maxsize=8192)
def _parts(font: str, letters: str) -> tuple[Part, ...]:
    groups = groupby(letters, lambda letter: face_with(font, letter, letters) or font)
    return tuple((name, "".join(group)) for name, group in groups)


def lacking(font: str, words: str) -> list[str]:
    """The letters of these words that neither this face nor a further one has, each once."""
    letters = drawn(words, font)
    return [
        letter for letter in dict.fromkeys(letters) if not letter.isspace() and not face_with(font, letter, letters)
    ]
