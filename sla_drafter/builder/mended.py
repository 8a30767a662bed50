"""Applies the mends that change no word of the paper, and proves that they do not."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import evolve

from sla_drafter.builder.compose import Builder
from sla_drafter.builder.draft import Draft
from sla_drafter.document.fingerprint import fingerprint
from sla_drafter.findings import Edit, Finding
from sla_drafter.language.patterns import compiled
from sla_drafter.values import frozen

_NUMBER = compiled(r"\[(\d+)\]")


@frozen(eq=False)
class Mended:
    """A builder with its safe mends: the findings that were mended, and those whose mend somebody has to decide on.

    `held` are the safe ones that were held back, since the paper would not be the same.
    """

    builder: Builder
    applied: tuple[Finding, ...]
    to_decide: tuple[Finding, ...]
    held: tuple[Finding, ...] = ()


def mended(builder: Builder, on: date | None = None) -> Mended:
    """The builder with every safe mend.

    Nothing is applied when the paper would not be the same, word for word, or when another finding would come up.
    """
    before = builder.draft(on=on, layout=False)
    safe = tuple(one for one in before.findings if one.mend and one.mend.is_safe and one.mend.edits)
    others = tuple(one for one in before.findings if one.mend and one.mend.edits and one not in safe)
    if not safe:
        return Mended(builder, (), others)
    changes = {edit.path: edit.words for edit in edits_in_order(edit for one in safe for edit in _edits(one))}
    after = evolve(builder, loaded=builder.loaded.set(dict(changes)))
    if not _is_same(before, after.draft(on=on, layout=False)):
        return Mended(builder, (), others, safe)
    return Mended(after, safe, others)


def _edits(finding: Finding) -> tuple[Edit, ...]:
    return finding.mend.edits if finding.mend else ()


def edits_in_order(edits: Iterable[Edit]) -> list[Edit]:
    """Edits, each once, the last of numbered things first: one that goes away then renumbers none that follows."""

    def numbers(edit: Edit) -> tuple[int, ...]:
        return tuple(-int(number) for number in _NUMBER.findall(edit.path))

    return sorted(dict.fromkeys(edits), key=numbers)


def _is_same(before: Draft, after: Draft) -> bool:
    """Whether the paper has the same words, and no finding is new."""
    known, found = ({(one.rule, one.message) for one in draft.findings} for draft in (before, after))
    return fingerprint(before.document) == fingerprint(after.document) and found <= known
