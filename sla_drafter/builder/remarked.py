"""A Word copy with each finding as a comment on its words, and its mend as a tracked change: of anybody's file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from sla_drafter.builder.compose import Builder
from sla_drafter.builder.draft import Draft
from sla_drafter.builder.files import placed_files, proven
from sla_drafter.builder.linted import Linted
from sla_drafter.builder.proposed import proposals, refuse_other_words, swaps_of
from sla_drafter.builder.proposed_facts import reworded
from sla_drafter.document.spots import Remark, Reviewer, Sought, Spot
from sla_drafter.findings import Confidence, Finding, Severity, Swap
from sla_drafter.readers.docx import Changes
from sla_drafter.readers.to_lint import is_paper
from sla_drafter.values import frozen

REVIEWER = Reviewer("sla-drafter", "SD")


@frozen
class Copied:
    """What a Word copy holds: the findings that are comments, and how many changes are proposed.

    `has_facts` says that whatever mends of facts would change in its words is a tracked change.
    """

    said: tuple[Finding, ...]
    changes: int = 0
    has_facts: bool = False


def remarked_file(
    linted: Linted,
    target: Path,
    *,
    changes: str = "accepted",
    on: date | None = None,
    house: str | None = None,
    proposes: bool = False,
    reviewer: Reviewer = REVIEWER,
    force: bool = False,
) -> Copied:
    """Write the Word copy of a file that was linted: each finding a comment, on request each mend a tracked change.

    The copy of an agreement file is its draft, marked as unfinished when it has errors. What is private is in no
    comment, since the copy may be given away. Raises `NotWritten` where the target is there and was not written here,
    or where the copy would not have the words of the file once its changes are rejected.
    """
    file = Path(linted.report.path)
    said = tuple(one for one in linted.findings if not one.field.startswith("private"))
    swaps = swaps_of(said) if proposes else ()
    facts: tuple[Swap, ...] = ()
    if is_paper(file):
        data = file.read_bytes()
    else:
        data, draft, builder = _drafted(file, target, on, house)
        facts = reworded(builder, draft, said, on) if proposes else ()
    swaps += facts
    copy, count = copied(data, said, Changes(changes), is_ours=not is_paper(file), swaps=swaps, reviewer=reviewer)
    placed_files({target: copy}, force=force)
    return Copied(said, count, has_facts=bool(facts) and count == len(swaps))


def remarked(data: bytes, findings: Sequence[Finding], changes: Changes, *, is_ours: bool) -> bytes:
    """The Word file with the findings as comments: in clauses of a draft of ours, in paragraphs of another file."""
    return copied(data, findings, changes, is_ours=is_ours)[0]


def copied(
    data: bytes,
    findings: Sequence[Finding],
    changes: Changes,
    *,
    is_ours: bool,
    swaps: Sequence[Swap] = (),
    reviewer: Reviewer = REVIEWER,
) -> tuple[bytes, int]:
    """The Word file with the findings as comments and these swaps as tracked changes, and how many could be made."""
    from sla_drafter.readers.foreign.spots import main_part, spots
    from sla_drafter.writers.docx.marked import marked_file

    sought = tuple(_in_clauses(findings) if is_ours else _in_paragraphs(findings))
    found = spots(data, sought, changes)
    remarks = [
        Remark(spot, tuple(_said(finding, _where(finding, one, spot))))
        for finding, one, spot in zip(findings, sought, found, strict=True)
    ]
    copy, count = marked_file(data, main_part(data), reviewer, remarks, proposals(data, swaps, changes))
    refuse_other_words(data, copy)
    return copy, count


def _drafted(file: Path, target: Path, on: date | None, house: str | None) -> tuple[bytes, Draft, Builder]:
    """The draft of an agreement file as a Word file, and what it was made of."""
    builder = Builder.from_file(file).configured()
    builder = builder.in_house(house) if house else builder
    draft = builder.draft(on=on)
    has_errors = any(finding.severity is Severity.ERROR for finding in draft.findings)
    paper = draft.marked_unfinished() if has_errors else draft
    return proven(paper, [target], source=True)[target], draft, builder


def _in_clauses(findings: Iterable[Finding]) -> Iterator[Sought]:
    seen: Counter[tuple[str, ...]] = Counter()
    for finding in findings:
        known = (finding.rule, finding.clause, finding.quote)
        yield Sought(clause=finding.clause, quote=finding.quote, nth=seen[known])
        seen[known] += 1


def _in_paragraphs(findings: Iterable[Finding]) -> Iterator[Sought]:
    """The paragraph that a place counts; what is wrong with a file as a whole stands in none."""
    seen: Counter[tuple[str, int, str]] = Counter()
    for finding in findings:
        place = finding.places[0] if finding.places else None
        paragraph = 0 if place is None or place.is_whole_file else place.line
        known = (finding.rule, paragraph, finding.quote)
        yield Sought(paragraph, quote=finding.quote, nth=seen[known])
        seen[known] += 1


def _where(finding: Finding, sought: Sought, spot: Spot) -> str:
    """The fact to mend in an agreement file, and the place of words that stand elsewhere than the comment."""
    is_placed = bool(sought.paragraph or sought.clause)
    there = finding.clause_words if spot.elsewhere or not is_placed else ""
    known = ", ".join(filter(None, (finding.where_told, there, spot.elsewhere)))
    return known or ("" if is_placed else "the file as a whole")


def _said(finding: Finding, where: str) -> Iterator[str]:
    """The paragraphs of a comment: grade, rule and name; what is wrong, an example, the mend, where, how sure."""
    grade = "waived" if finding.waived else finding.severity.value
    yield f"{grade} {finding.rule} {finding.name}"
    yield finding.message
    if finding.witness:
        yield f"Example: {finding.witness}"
    if finding.mend and finding.mend.words not in finding.message:
        first, *more = finding.mend.words.strip("\n").split("\n")
        yield f"Mend: {first}"
        yield from more
    if where:
        yield f"Where: {where}"
    if finding.confidence is not Confidence.EXACT:
        yield f"How sure: {finding.confidence.value}."
    if finding.is_known:
        yield "Known in the baseline."
