"""Words gathered from a file, piece by piece, as a passage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sla_drafter.document.printed import Passage


def gathered(name: str, words: Iterable[str]) -> Iterator[Passage]:
    """The passage that pieces of words make, none where they say nothing; white space is one space."""
    said = " ".join("".join(words).split())
    if said:
        yield Passage(name, said)
