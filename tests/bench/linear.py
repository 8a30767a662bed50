"""No text rule is worse than linear: each on one letter and on one word, repeated up to a megabyte.

Each rule judges the whole and half of it on a paper of one paragraph that is read for it alone; what rules share
(sentences, words, the index of terms) is a part of its time. The time is that of the processor.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping

from attrs import frozen

from sla_drafter.document.foreign import Foreign, Mark
from sla_drafter.document.kinds import StoryKind
from sla_drafter.document.nodes import Document, Paragraph, Story, Text
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.register import Found, text_rules

MEGABYTE = 1 << 20
MOST_SECONDS, MOST_GROWTH = 1.0, 3.0
"""What a rule may take for a megabyte on a quiet machine, and how many times the time of half a megabyte."""
_SLOWEST = 5
_WORTH = 0.05
"""Seconds under which a growth says nothing."""


TEXTS: Mapping[str, str] = {"one letter": "a", "one capital": "X", "one word": "shall ", "one sentence": "It is so. "}


@frozen
class Growth:
    """What a rule took for a whole text and for the first half of it, in seconds."""

    rule: str
    text: str
    half: float
    whole: float

    @property
    def times(self) -> float:
        """How many times the time of the half the whole took; exactly linear is 2."""
        return self.whole / self.half if self.half else 0

    @property
    def is_linear(self) -> bool:
        """Whether twice the text took about twice the time."""
        return self.whole < _WORTH or self.times <= MOST_GROWTH


def main(size: int = MEGABYTE) -> tuple[Growth, ...]:
    """Print the slowest rules, and each that is worse than linear; give what all of them took."""
    found = tuple(_grown(size))
    print(f"{'text rules on one megabyte':44}{'s':>10}   times half of it (at most {MOST_SECONDS} s, {MOST_GROWTH} x)")
    worst = sorted(found, key=lambda one: (one.is_linear, -one.whole))
    bent = sum(not one.is_linear for one in found)
    for one in worst[: bent + _SLOWEST]:
        mark = "" if one.is_linear else "   WORSE THAN LINEAR"
        print(f"{one.rule + ', ' + one.text:44}{one.whole:10.2f}   {one.times:5.2f}{mark}")
    print(f"{len(found)} times of {len(found) // len(TEXTS)} rules, {bent} worse than linear")
    return found


def _grown(size: int) -> Iterator[Growth]:
    for name, piece in TEXTS.items():
        text = piece * (size // len(piece))
        half = text[: len(text) // 2]
        for file in text_rules():
            yield Growth(f"{file.RULE.code} {file.RULE.name}", name, _seconds(file, half), _seconds(file, text))


def _seconds(file: Found, text: str) -> float:
    paper = _paper(text)
    start = time.process_time()
    list(file.find(Paper(paper.document, paper.marks)))
    return time.process_time() - start


def _paper(text: str) -> Foreign:
    """A paper of one paragraph."""
    story = Story(StoryKind.BODY, (Paragraph((Text(text),), "p1"),))
    return Foreign(Document((), "en", (story,)), {"p1": Mark(1, "1", "1")})
