"""Ten times as long a paper takes ten times as long: the time per page of 50 pages against that of 5, by writer.

Taken is the time of the processor, and the least of the rounds: what others do on the machine meanwhile is not ours.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from importlib import import_module

from attrs import evolve

from sla_drafter.builder.draft import Draft
from sla_drafter.builder.files import FORMATS, see
from sla_drafter.document.house import House
from sla_drafter.document.nodes import Block, Document, Section, Story
from sla_drafter.review.judge import judged

TIMES = 10
MOST = 1.3


def longer(document: Document, times: int = TIMES) -> Document:
    """A paper that holds the text of another so many times; every copy has ids of its own."""
    stories = tuple(
        Story(story.kind, tuple(copy for count in range(times) for copy in _copies(story.blocks, count)))
        for story in document.stories
    )
    return evolve(document, stories=stories)


def _copies(blocks: tuple[Block, ...], count: int) -> tuple[Block, ...]:
    if not count:
        return blocks
    return tuple(
        evolve(block, id=f"{block.id}_{count}", blocks=_copies(block.blocks, count))
        if isinstance(block, Section)
        else block
        for block in blocks
    )


def main(draft: Draft, rounds: int) -> Mapping[str, float]:
    """Print for each writer, and for reading its file back and judging it, how the time of a page grows."""
    papers = (draft.document, longer(draft.document))
    print(f"{'':44}{'1 x':>10}{f'{TIMES} x':>10}   ms, and the time per page against that of the short paper")
    found = {}
    for ending in FORMATS:
        for work, title in ((_write, f"{ending}: write"), (_verify, f"{ending}: read back and judge")):
            one, other = _times(work, ending, papers, draft.house, rounds)
            found[title] = other / one / TIMES
            print(f"{title:44}{one:10.1f}{other:10.1f}   {found[title]:5.2f}  (at most {MOST})")
    return found


Work = Callable[[str, Document, House], Callable[[], object]]


def _times(
    work: Work, ending: str, papers: tuple[Document, Document], house: House, rounds: int
) -> tuple[float, float]:
    """The least time for each of both papers, done in turn."""
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for document, times in zip(papers, taken, strict=True):
            prepared = work(ending, document, house)
            start = time.process_time()
            prepared()
            times.append(1000 * (time.process_time() - start))
    return min(taken[0]), min(taken[1])


def _bytes(ending: str, document: Document, house: House) -> bytes:
    written: bytes = import_module(FORMATS[ending].writer).write(document, house, None)
    return written


def _write(ending: str, document: Document, house: House) -> Callable[[], object]:
    return lambda: _bytes(ending, document, house)


def _verify(ending: str, document: Document, house: House) -> Callable[[], object]:
    data = _bytes(ending, document, house)
    return lambda: list(judged(document, see("paper", ending, data)))
