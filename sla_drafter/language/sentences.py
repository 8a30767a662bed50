"""Where sentences end, and what a word is.

The splitter takes one paragraph at a time; what a heading, a list item or a table cell is, its caller knows. A false
break would hide a long sentence from the lints, so a doubtful full stop does not end one. The abbreviations of a
language are data (`data/<language>_abbreviations.txt`); a test measures the splitter against sentences cut by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from attrs import evolve

from sla_drafter.errors import UnknownLanguage
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.language.data_files import read_data
from sla_drafter.language.kept import KEPT_PARAGRAPHS, ByWord, kept
from sla_drafter.language.patterns import compiled
from sla_drafter.values import frozen

# French puts a no-break space inside its quotation marks.
_OPENING = r"""(?:«\u00a0?|["“„‘'(\[¿¡])*+"""
_CLOSING = r"""(?:\u00a0?»|["”’')\]])*+"""
# A run of end marks, closing quotes, white space, and a look at what follows. Possessive, and only from the first
# mark of a run, so that a line of ten thousand dots is read once.
_STOP = compiled(rf"(?<![.!?…])[.!?…]++(?P<closing>{_CLOSING})(?=\s++{_OPENING}(?P<next>[\w§][\w’'-]*+))")
_ABBREVIATION = compiled(r"[\w.&°-]+")  # read backwards
_LONGEST_ABBREVIATION = 24
_KEPT_WORDS = 16_384
_DOTTED = compiled(r"(?:[^\W\d_]\.)+[^\W\d_]\Z")  # U.S, p.a
_ORDINAL = compiled(r"\d+(?:st|nd|rd|th)\Z")
_LABEL = compiled(r"\s*+\(?(?:\d+(?:\.\d+)*|[a-z]|[ivx]+)\)?\Z", re.IGNORECASE)  # "1." or "(a)." before its sentence
_ROMAN_OR_LETTER = compiled(r"(?:[IVXLC]+|[A-Z])\Z")
_WORD = compiled(r"\w(?:[^\s—]*\w)?(?:%|°)?")


@frozen
class Abbreviations:
    """What a language knows about full stops; the groups are explained in its data file."""

    never: frozenset[str]
    numbered: frozenset[str]
    sometimes: frozenset[str]
    openers: frozenset[str]
    ordinal: frozenset[str]


@kept(KEPT_PARAGRAPHS)
def sentences(text: str, language: str, abbreviated: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The sentences of one paragraph, in order, without the white space between them.

    `abbreviated` are further abbreviations that end no sentence, in small letters and without their full stop.
    """
    return tuple(text[start:end] for start, end in sentence_spans(text, language, abbreviated))


@kept(KEPT_PARAGRAPHS)
def sentence_spans(text: str, language: str, abbreviated: frozenset[str] = frozenset()) -> tuple[tuple[int, int], ...]:
    """Where each sentence of a paragraph starts and ends; several rules ask for the same paragraph."""
    known = abbreviations(language)
    return tuple(_spans(text, evolve(known, never=known.never | abbreviated) if abbreviated else known))


def _spans(text: str, known: Abbreviations) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in _STOP.finditer(text):
        if _ends_sentence(text, start, stop, known):
            yield _trimmed(text, start, stop.end())
            start = stop.end()
    if text[start:].strip():
        yield _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    sentence = text[start:end]
    start += len(sentence) - len(sentence.lstrip())
    return start, start + len(sentence.strip())


def _ends_sentence(text: str, start: int, stop: re.Match[str], known: Abbreviations) -> bool:
    """Whether a mark ends the sentence that began at `start`."""
    following = stop["next"]
    if not (following[0].isupper() or following[0].isdigit() or following[0] == "§"):
        return False
    mark_is_plain_stop = text[stop.start() : stop.end()] == "."
    if not mark_is_plain_stop:
        return True
    if stop.start() - start <= _LONGEST_ABBREVIATION and _LABEL.match(text[start : stop.start()]):
        return False
    backwards = text[max(start, stop.start() - _LONGEST_ABBREVIATION) : stop.start()][::-1]
    before = _ABBREVIATION.match(backwards)
    opens = following.lower() in known.openers and not _is_initial(text, stop)
    return before is None or _word_ends_sentence(before[0][::-1], following, opens, known)


def _word_ends_sentence(word: str, following: str, opens: bool, known: Abbreviations) -> bool:
    """Whether a full stop after this word ends a sentence; `opens` says that what follows can begin one."""
    lowered = word.lower()
    if lowered in known.never or (word.isdigit() and following.lower() in known.ordinal):
        return False
    if lowered in known.numbered:
        return opens and not _is_number(following)
    if lowered in known.sometimes or _DOTTED.match(word) or _ORDINAL.match(lowered) or _is_single_letter(word):
        return opens
    return True


def _is_single_letter(word: str) -> bool:
    return len(word) == 1 and word.isalpha()


def _is_initial(text: str, stop: re.Match[str]) -> bool:
    """Whether a name goes on after this full stop ("J. A. Smith"); without its own full stop "A" is a word."""
    return _is_single_letter(stop["next"]) and text[stop.end("next") : stop.end("next") + 1] == "."


def _is_number(word: str) -> bool:
    return word[0].isdigit() or word[0] == "§" or _ROMAN_OR_LETTER.match(word) is not None


@cache
def abbreviations(language: str) -> Abbreviations:
    """The abbreviations of a language, read once; a language without that data raises `UnknownLanguage`."""
    if language not in LANGUAGES:
        raise UnknownLanguage(language, LANGUAGES)
    groups: dict[str, set[str]] = {
        "never": set(),
        "numbered": set(),
        "sometimes": set(),
        "openers": set(),
        "ordinal": set(),
    }
    for line in read_data("sla_drafter.language", f"{language}_abbreviations.txt").decode("utf-8").splitlines():
        name, _, members = line.partition(":")
        if line and not line.startswith("#"):
            groups[name].update(members.split())
    return Abbreviations(**{name: frozenset(members) for name, members in groups.items()})


@kept(KEPT_PARAGRAPHS)
def words_in(text: str) -> int:
    """How many words a text has; several rules ask for the same sentence."""
    return len(word_list(text))


@kept(KEPT_PARAGRAPHS)
def word_list(text: str) -> tuple[str, ...]:
    """The words of a text: what stands between white space or dashes is one, or none."""
    return tuple(filter(None, map(_WORD_IN.__getitem__, text.replace("—", " ").split())))


def _word_in(token: str) -> str:
    """The word among its signs."""
    found = _WORD.search(token)
    return found[0] if found else ""


_WORD_IN = ByWord(_word_in, _KEPT_WORDS)


def word_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each word starts and ends. A number, an address or a hyphenated word is one word; a lone sign is none."""
    for word in _WORD.finditer(text):
        yield word.span()
