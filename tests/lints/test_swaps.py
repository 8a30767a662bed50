from pathlib import Path

import pytest

from sla_drafter.language.kept import LONGEST_KEPT
from sla_drafter.language.quotes import spans
from sla_drafter.lints import swaps
from sla_drafter.lints.paper import Paper
from sla_drafter.readers.foreign import read_bytes


def test_a_huge_text_is_read_once_for_several_words_that_are_asked_for_in_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def counted(text: str, words: str) -> list[tuple[int, int]]:
        read.append(words)
        return spans(text, words)

    monkeypatch.setattr(swaps, "spans", counted)
    turn, times = "one two ", LONGEST_KEPT // 4
    file = read_bytes(("It is said here. " + turn * times).encode(), Path("their.md"))
    paper = Paper(file.document, marks=file.marks)
    (line,) = paper.lines
    first = line.words.index(turn.strip())
    for at in range(50):
        assert swaps.place_among(paper, line, first + at * len(turn), "one") == at
        assert swaps.place_among(paper, line, first + at * len(turn) + 4, "two") == at
    assert read == ["one", "two"]
