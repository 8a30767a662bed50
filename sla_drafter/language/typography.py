"""What typography asks beyond the words: the no-break spaces of French, and figures that stay with their unit.

An author types an ordinary space before a colon and inside guillemets, as any keyboard has it; here it becomes one at
which no line is broken. Words of a clause, of the word files and of the user all pass here, so every format prints the
same signs. U+00A0 is used throughout: a narrow space (U+202F) is missing in many house fonts.

What stays on one line in every language ("30 days", "1. Dezember", "Schedule 2") is so on a page alone: the words of a
paper keep their ordinary spaces, so that Markdown, JSON and whoever compares two papers has them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sla_drafter.language.kept import kept
from sla_drafter.language.patterns import compiled

NO_BREAK = "\u00a0"
_FRENCH = compiled(r"(?<=\S) (?=[:;!?%»](?![-|]))|(?<=«) ")

# A sign directly after a letter, digit or slot; times (08:00), addresses (https://…) and e-mail are left alone.
_UNSPACED = compiled(r"\w[!?;»](?!\w)|\w:(?=\s|$)|\d%|«\w")

# 30 days, 1. Dezember, 1er janvier, 1 de enero, GBP 12,000: in words that were computed, and in what a person typed;
# a person also types "clause 24" of another contract.
_COMPUTED = compiled(r"(?:(?<=\d)|(?<=\d\.)|(?<=\der)|(?<=\d de)) (?=\w)|(?<=\b[A-Z]{3}) (?=\d)")
_TYPED = compiled(r"(?<=\d) (?=\w)|(?<=\d\.) (?=\w+ \d{4}\b)|(?<=\w) (?=\d+(?:\.\d+)*$)")
_OF_A_PERSON = frozenset(("text", "named", "listed", "listed_or"))
_SHORT = 30
_BEFORE_NUMBER = compiled(r" (?=\d|$)")

_TOKEN = compiled(r"(\w[\w@:/.+~%=&?#-]*\w)")
_OF_A_NAME = compiled(r"@|://|\d|^\w-")
_LONGEST_NAME = 60  # signs that have room on any line of a page


def typeset(words: str, language: str) -> str:
    """The words with the spaces that their language never breaks a line at."""
    return _FRENCH.sub(NO_BREAK, words) if language == "fr" else words


@kept(8192)
def unbroken(words: str, form: str) -> str:
    """The words of a fact as a page has them: a figure stays with its unit, a day with its month.

    `form` is the filter that spelled them; in a long text of a person nothing is held together.
    """
    if form.partition(":")[0] not in _OF_A_PERSON:
        return _COMPUTED.sub(NO_BREAK, words)
    return _TYPED.sub(NO_BREAK, words) if len(words) <= _SHORT else words


def numbered(words: str) -> str:
    """The words of a reference as a page has them: "clause 5.2" and "Schedule 2" stay on one line."""
    return _BEFORE_NUMBER.sub(NO_BREAK, words)


def names_apart(words: str) -> tuple[str, ...]:
    """The words in parts, of which every second is an address, an id or a figure with a hyphen, or an e-mail.

    A page breaks no line at that hyphen: in SLA-2026-01 nobody could tell whether it belongs to the id.
    """
    found = [""]
    for at, part in enumerate(_TOKEN.split(words) if "-" in words else (words,)):
        if at % 2 and "-" in part and len(part) <= _LONGEST_NAME and _OF_A_NAME.search(part):
            found += [part, ""]
        else:
            found[-1] += part
    return tuple(found)


def parted(statements: Iterable[str], language: str) -> str:
    """Several statements on one line, with the semicolon of the language between them."""
    return (f"{NO_BREAK}; " if language == "fr" else "; ").join(statements)


def unspaced(words: str, language: str) -> tuple[str, ...]:
    """The marks that lack the space which the language puts beside them, each with its neighbours; none is well."""
    return tuple(found for _, found in unspaced_in(words, language))


def unspaced_in(words: str, language: str) -> Iterator[tuple[int, str]]:
    """The same, each with the place at which it begins."""
    if language == "fr":
        yield from ((found.start(), found[0]) for found in _UNSPACED.finditer(words))
