"""Fingerprints of clause texts, and the grade that a change of words deserves: major, minor or patch.

A print has three parts. *Substance*: the slots, questions and references of a text, its figures, and its words of duty
and right ("shall", "may", "only", "unless" …), in their order. *Words*: all words in their order, as they sound:
without case, punctuation and hyphens, and for words of six letters or more by their first letter and their consonants,
each doubled one once. *Signs*: every sign, white space apart.

Other substance is a major change; other words a minor one; other signs alone (punctuation, case, spelling) a patch. A
text that is new is minor, one that is gone is major; the defaults of a clause are figures, so any change is major.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable

from sla_drafter.document.fingerprint import fingerprint_of_lines
from sla_drafter.language.patterns import compiled
from sla_drafter.lints.wordlists import listed
from sla_drafter.model.library import Clause, ClauseText
from sla_drafter.values import frozen

VERSION, DEFAULTS = "version", "defaults"
_MARKS = compiled(r"\{\{.*?\}\}|\{%.*?%\}|\]\(#[^)]*\)|\d[\d.,]*|[^\W\d_]+", re.DOTALL)
_FILLED = compiled(r"\{\{.*?\}\}|\{%.*?%\}|\]\(#[^)]*\)", re.DOTALL)
_LETTERS = compiled(r"[^\W\d_]+")
_LONG = 6


class Grade(enum.IntEnum):
    """How much a clause changed, as its version says it."""

    PATCH = 1
    MINOR = 2
    MAJOR = 3

    def next_version(self, before: str) -> str:
        """The lowest version that this change may have after another."""
        major, minor, patch = numbers(before)
        steps = {
            Grade.MAJOR: (major + 1, 0, 0),
            Grade.MINOR: (major, minor + 1, 0),
            Grade.PATCH: (major, minor, patch + 1),
        }
        return ".".join(map(str, steps[self]))


@frozen
class Change:
    """What changed since the words were accepted: how much, and in which texts."""

    grade: Grade
    texts: tuple[str, ...]


def numbers(version: str) -> tuple[int, int, int]:
    """A version as numbers that can be compared; (0, 0, 0) for what is none."""
    found = re.fullmatch(r"(\d+)\.(\d+)\.(\d+)", version)
    return (int(found[1]), int(found[2]), int(found[3])) if found else (0, 0, 0)


def prints_of(clause: Clause) -> dict[str, str]:
    """The prints of a clause by text ("en", "en.customer"), those of its defaults, and the version they belong to."""
    found = {VERSION: clause.version}
    found.update({_name(text): print_of(text) for text in clause.texts})
    if clause.defaults:
        lines = [f"{one.path} {one.when} {sorted(one.words.items())}" for one in clause.defaults]
        found[DEFAULTS] = ".".join([fingerprint_of_lines(sorted(lines))] * 3)
    return found


def print_of(text: ClauseText) -> str:
    """Substance, words and signs of one text, each as twelve digits."""
    parts = (_substance(text), _words(text), [text.source])
    return ".".join(map(fingerprint_of_lines, parts))


def _name(text: ClauseText) -> str:
    return text.language if text.position == "balanced" else f"{text.language}.{text.position}"


def _substance(text: ClauseText) -> list[str]:
    of_duty = frozenset(listed("duty_words").get(text.language, ()))
    found = (" ".join(mark.split()) for mark in _MARKS.findall(text.source))
    return [mark.lower() for mark in found if not _LETTERS.fullmatch(mark) or mark.lower() in of_duty]


def _words(text: ClauseText) -> list[str]:
    words = _LETTERS.findall(_FILLED.sub(" ", text.source).replace("-", "").replace("’", "").lower())
    return [_sound(word) for word in words]


def _sound(word: str) -> str:
    if len(word) < _LONG:
        return word
    return word[0] + re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouäöüáéíóúàèùâêîôûëïy]", "", word[1:]).replace("z", "s"))


def change(clause: Clause) -> Change | None:
    """What changed since the words of a clause were accepted; None where nothing did, or nothing was accepted yet."""
    if VERSION not in clause.fingerprints:
        return None
    before, now = dict(clause.fingerprints), prints_of(clause)
    changed = {key: _grade(before.get(key), now.get(key)) for key in sorted({*before, *now} - {VERSION})}
    grades = {key: grade for key, grade in changed.items() if grade}
    return Change(max(grades.values()), tuple(grades)) if grades else None


def _grade(before: str | None, now: str | None) -> Grade | None:
    if before is None or now is None:
        return Grade.MAJOR if now is None else Grade.MINOR
    for grade, (one, other) in zip(reversed(Grade), _parts(before, now), strict=False):
        if one != other:
            return grade
    return None


def _parts(before: str, now: str) -> Iterable[tuple[str, str]]:
    return zip(before.split("."), now.split("."), strict=False)
