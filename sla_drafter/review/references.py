"""Do the cross-references of a file show the numbers that they lead to, and those that were drafted?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from sla_drafter.document.nodes import Document, Reference
from sla_drafter.document.number import numbers
from sla_drafter.document.walk import document_lines, inlines_of
from sla_drafter.findings import Finding, Mend, Severity
from sla_drafter.review.verify import squeezed


class CrossReference(Protocol):
    """A cross-reference as a file has it: the number that it shows, and the number that a program will compute."""

    @property
    def printed(self) -> str: ...

    @property
    def computed(self) -> str | None: ...


def references_differ(document: Document, file: str, found: Sequence[CrossReference]) -> tuple[Finding, ...]:
    """Cross-references of a file that show another number than the one they lead to, or than was drafted."""
    stale = [
        _reference(f"{file} shows the reference {one.printed!r}, but it leads to {one.computed or 'nothing'!r}.")
        for one in found
        if one.computed is None or squeezed(one.computed) != squeezed(one.printed)
    ]
    counted = numbers(document)
    drafted = Counter(
        squeezed(counted[inline.target].words)
        for line in document_lines(document)
        for inline in inlines_of(line)
        if isinstance(inline, Reference) and inline.target in counted
    )
    shown = Counter(squeezed(one.printed) for one in found)
    wrong = [
        _reference(f"{file} refers to {number} {_times(shown[number])}; drafted was {_times(drafted[number])}.")
        for number in sorted(drafted | shown)
        if shown[number] != drafted[number]
    ]
    return (*stale, *wrong)


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _reference(message: str) -> Finding:
    return Finding(
        "DOC-06", "reference_differs", Severity.ERROR, message, mend=Mend("Write the file again from the agreement.")
    )
