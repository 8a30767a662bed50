"""The mends of wording as tracked changes in a Word copy, and proof that rejecting them brings the file back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile
from operator import eq

from sla_drafter.document.spots import Proposal, Sought
from sla_drafter.errors import NotWritten
from sla_drafter.findings import Finding, Mend, Severity, Swap
from sla_drafter.language.patterns import compiled
from sla_drafter.readers.docx import Changes

_PIECES = compiled(r"\s+|\S+")


def swaps_of(findings: Iterable[Finding]) -> tuple[Swap, ...]:
    """Every mend of wording, each once, in the order of the findings."""
    return tuple(dict.fromkeys(swap for finding in findings if finding.mend for swap in finding.mend.swaps))


def proposals(data: bytes, swaps: Iterable[Swap], changes: Changes) -> tuple[Proposal, ...]:
    """Other words for those that stand where they are sought."""
    from sla_drafter.readers.foreign.spots import exact_spots

    wanted = [least(swap) for swap in swaps]
    found = exact_spots(data, [sought for sought, _ in wanted], changes)
    return tuple(Proposal(spot, instead) for (_, instead), spot in zip(wanted, found, strict=True) if spot)


def least(swap: Swap) -> tuple[Sought, str]:
    """What has to go and what comes for it: words that are the same at the beginning and at the end stay."""
    old, new = _PIECES.findall(" ".join(swap.words.split())), _PIECES.findall(swap.instead)
    before = _same(old, new)
    after = _same(old[before:][::-1], new[before:][::-1])
    gone, come = ("".join(pieces[before : len(pieces) - after]) for pieces in (old, new))
    first = len("".join(old[:before]))
    part = (first, first + len(gone)) if gone else (0, len("".join(old)))
    return Sought(swap.paragraph, swap.clause, swap.words, swap.nth, part), come if gone else swap.instead


def _same(one: Sequence[str], other: Sequence[str]) -> int:
    """How many pieces are the same from the start."""
    return sum(1 for _ in takewhile(bool, map(eq, one, other)))


def refuse_other_words(data: bytes, copy: bytes) -> None:
    """Raises `NotWritten` where a copy does not read as the file does once its own changes are rejected."""
    from sla_drafter.readers.docx.lines import lines
    from sla_drafter.readers.docx.package import open_package

    before, after = (lines(open_package(one), Changes.REJECTED) for one in (data, copy))
    for one, two in zip(before, after, strict=False):
        if one.printed != two.printed:
            raise _refusal(f"a paragraph would read “{two.printed[:80]}” instead of “{one.printed[:80]}”")
    if len(before) != len(after):
        raise _refusal(f"it would have {len(after)} paragraphs instead of {len(before)}")


def _refusal(what: str) -> NotWritten:
    message = f"With its changes rejected, {what}."
    finding = Finding("DOC-02", "words_differ", Severity.ERROR, message, mend=Mend("Ask for the comments alone."))
    return NotWritten("The copy was not written: it would not have the words of the file.", [finding])
