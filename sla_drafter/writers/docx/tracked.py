"""Tracked changes in a Word file that somebody else wrote: words taken out, and others put in with the same looks.

A change is only made where rejecting it brings back what was there: in plain runs of one paragraph, and neither in
somebody else's tracked change nor in the result of a field, which Word computes anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from itertools import count

from attrs import field
from lxml import etree

from sla_drafter.document.spots import Proposal, Reviewer
from sla_drafter.values import define
from sla_drafter.writers.docx.foreign_xml import W, made, number, parent, said
from sla_drafter.writers.docx.runs import Runs

_AROUND = {f"{W}{tag}" for tag in ("hyperlink", "smartTag", "sdt", "sdtContent")}
"""What a change may stand in, below its paragraph."""
_HELD = (f"{W}sdtPr/{W}lock", f"{W}sdtPr/{W}dataBinding")
_PASSED = {
    f"{W}{tag}"
    for tag in (
        "bookmarkStart",
        "bookmarkEnd",
        "commentRangeStart",
        "commentRangeEnd",
        "proofErr",
        "permStart",
        "permEnd",
    )
}
"""What may stand between the words that go, and stays."""


@define(eq=False)
class Tracked:
    """The changes of one reviewer in the runs of a text."""

    runs: Runs
    reviewer: Reviewer
    numbers: count[int] = field(init=False)
    computed: frozenset[int] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.numbers = count(1 + max(map(number, self.runs.elements), default=0))
        self.computed = frozenset(_in_fields(self.runs.elements))

    def propose(self, proposal: Proposal) -> bool:
        """Make one change; whether it could be made."""
        spot = proposal.spot
        if self.computed.intersection(range(spot.first[0], spot.last[0] + 1)):
            return False
        first, last = self.runs.run_from(spot.first), self.runs.run_until(spot.last)
        between = list(_between(first, last))
        words = [one for one in between if _is_plain(one)]
        others = (one for one in between if one not in words)
        if not words or not _is_open(first) or not all(map(_stays, others)):
            return False
        looks = first.find(f"{W}rPr")
        inserted = self._inserted(proposal.instead, looks) if proposal.instead else None
        if inserted is not None:
            words[-1].addnext(inserted)
        for run in words:
            self._delete(run)
        return True

    def _delete(self, run: etree._Element) -> None:
        deleted = self._change("del")
        run.addprevious(deleted)
        for text in run.iter(f"{W}t"):
            text.tag = f"{W}delText"
        deleted.append(run)

    def _inserted(self, words: str, looks: etree._Element | None) -> etree._Element:
        run = made("r")
        if looks is not None:
            same = deepcopy(looks)
            for change in same.findall(f"{W}rPrChange"):
                same.remove(change)
            run.append(same)
        run.append(said(words))
        inserted = self._change("ins")
        inserted.append(run)
        return inserted

    def _change(self, tag: str) -> etree._Element:
        return made(tag, id=str(next(self.numbers)), **self.reviewer.dated)


def _in_fields(elements: tuple[etree._Element, ...]) -> Iterator[int]:
    """The elements that stand in a field, by their numbers."""
    depth = 0
    for at, element in enumerate(elements):
        if element.tag == f"{W}fldChar":
            kind = element.get(f"{W}fldCharType")
            depth += (kind == "begin") - (kind == "end" and depth > 0)
        elif depth:
            yield at


def _between(first: etree._Element, last: etree._Element) -> Iterator[etree._Element]:
    """What stands from one run to another of the same parent; nothing where they have no common one."""
    together = [first, *first.itersiblings()]
    if last in together:
        yield from together[: together.index(last) + 1]


def _is_plain(element: etree._Element) -> bool:
    """A run of words and nothing else."""
    tags = {child.tag for child in element} if element.tag == f"{W}r" else set()
    return f"{W}t" in tags and tags <= {f"{W}t", f"{W}rPr"}


def _stays(element: etree._Element) -> bool:
    """What is no word and keeps its place: the ends of comments and bookmarks, and the mark of a comment."""
    return element.tag in _PASSED or (element.tag == f"{W}r" and element.find(f"{W}commentReference") is not None)


def _is_open(run: etree._Element) -> bool:
    """Whether a change can stand around a run: up to its paragraph nothing holds it that is one, or is locked."""
    element = parent(run)
    while element.tag != f"{W}p":
        if element.tag not in _AROUND or any(element.find(held) is not None for held in _HELD):
            return False
        element = parent(element)
    return True
