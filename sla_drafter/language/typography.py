"""What the typography of a language asks beyond its words: the no-break spaces of French.

An author types an ordinary space before a colon and inside guillemets, as any keyboard has it; here it becomes one at
which no line is broken. Words of a clause, of the word files and of the user all pass here, so every format prints the
same signs. U+00A0 is used throughout: a narrow space (U+202F) is missing in many house fonts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

NO_BREAK = "\u00a0"
_FRENCH = re.compile(r"(?<=\S) (?=[:;!?%»](?![-|]))|(?<=«) ")

# A sign directly after a letter, digit or slot; times (08:00), addresses (https://…) and e-mail are left alone.
_UNSPACED = re.compile(r"\w[!?;»](?!\w)|\w:(?=\s|$)|\d%|«\w")


def typeset(words: str, language: str) -> str:
    """The words with the spaces that their language never breaks a line at."""
    return _FRENCH.sub(NO_BREAK, words) if language == "fr" else words


def parted(statements: Iterable[str], language: str) -> str:
    """Several statements on one line, with the semicolon of the language between them."""
    return (f"{NO_BREAK}; " if language == "fr" else "; ").join(statements)


def unspaced(words: str, language: str) -> tuple[str, ...]:
    """The marks that lack the space which the language puts beside them, each with its neighbours; none is well."""
    if language != "fr":
        return ()
    return tuple(found[0] for found in _UNSPACED.finditer(words))
