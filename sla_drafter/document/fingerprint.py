"""A fingerprint of the words: the same words give the same fingerprint, whatever file they are printed in."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable

from sla_drafter.document.nodes import Document, Story
from sla_drafter.document.walk import document_lines, words_of

LENGTH = 12


def fingerprint(document: Document) -> str:
    """Twelve hexadecimal digits that stand for the words of the stories, white space apart (SHA-256)."""
    stories, known = _last[0]
    if document.stories is not stories:
        known = fingerprint_of_lines(words_of(line) for line in document_lines(document))
        _last[0] = (document.stories, known)
    return known


_last: list[tuple[tuple[Story, ...] | None, str]] = [(None, "")]
"""The stories that were asked for last: the foot, the facts and the rules of a draft ask one after the other."""


def fingerprint_of_lines(lines: Iterable[str]) -> str:
    """The fingerprint of lines of words: normalised (NFC), runs of white space as one space, empty lines left out."""
    normal = (line if line.isascii() else unicodedata.normalize("NFC", line) for line in lines)
    words = "".join([f"{words}\n" for line in normal if (words := " ".join(line.split()))])
    return hashlib.sha256(words.encode()).hexdigest()[:LENGTH]
