"""Where a finding stands: the clause that prints its field, in words, and its places in the agreement file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import zip_longest

from attrs import evolve

from sla_drafter.document.nodes import SectionKind, StoryKind
from sla_drafter.document.walk import words_of
from sla_drafter.findings import Finding, Place, worst_first
from sla_drafter.lints.paper import Paper

PlaceOf = Callable[[str], Place | None]


def clauses_printing(paper: Paper, path: str) -> tuple[str, ...]:
    """The clauses and schedule parts that print a field, a part of it, or else the thing it belongs to."""
    spots = (paper.index.values, paper.index.blanks)
    for candidate in _outwards(path):
        inside = (f"{candidate}.", f"{candidate}[")
        found = [
            clause
            for spot in spots
            for name, clauses in spot.items()
            if name == candidate or name.startswith(inside)
            for clause in clauses
        ]
        if any(found):
            return tuple(dict.fromkeys(clause for clause in found if clause))
    return ()


def _outwards(path: str) -> Iterator[str]:
    """The path itself, then what it belongs to, up to the thing below the top-level key."""
    yield path
    while path.count(".") > 1:
        path = path.rpartition(".")[0]
        yield path


def clause_in_words(paper: Paper, *clauses: str) -> str:
    """The clause as a reader finds it, and the schedules that say more: "clause 6.1 Service Credits, Schedule 2"."""
    spoken: dict[str, None] = {}
    for clause in clauses:
        number, section = paper.numbers.get(clause), paper.index.sections.get(clause)
        if number is None or section is None:
            continue
        if section.kind is SectionKind.PART:
            spoken[_schedule_of(paper, clause)] = None
        else:
            title = words_of(section.title).rstrip(".")
            spoken[f"{number.kind} {number.words} {title}" if number.kind == "clause" else number.words] = None
    return ", ".join(sorted(filter(None, spoken), key=lambda words: not words.startswith("clause")))


def _schedule_of(paper: Paper, part: str) -> str:
    for schedule in paper.document.story(StoryKind.SCHEDULES):
        if part in {getattr(block, "id", "") for block in getattr(schedule, "blocks", ())}:
            return paper.numbers[getattr(schedule, "id", "")].words
    return ""


def located(finding: Finding, paper: Paper, page_of: Callable[[str], int | None]) -> Finding:
    """A finding with the clause that prints its field and the page on which that clause begins."""
    printing = clauses_printing(paper, finding.field) if finding.field and not finding.clause else ()
    clause = finding.clause or next(iter(printing), "")
    words = finding.clause_words or clause_in_words(paper, *(printing or (clause,)))
    return evolve(finding, clause=clause.removesuffix(".schedule"), clause_words=words, page=page_of(clause))


def with_places(findings: Iterable[Finding], place_of: PlaceOf) -> tuple[Finding, ...]:
    """The findings with their places in the file: of the field, then of each other path; worst first again.

    A fact that is absent has the place of what it would belong to. A quote moves the mark to the quoted words.
    """
    return worst_first(_with_places(finding, place_of) for finding in findings)


def _with_places(finding: Finding, place_of: PlaceOf) -> Finding:
    asked = zip_longest(
        (finding.field, *finding.also),
        (finding.note, *finding.also_notes),
        (finding.quote, *finding.also_quotes),
        fillvalue="",
    )
    places = ((_place(path, place_of), note, quote) for path, note, quote in asked)
    return evolve(finding, places=tuple(_marked(place, note, quote) for place, note, quote in places if place))


def _place(path: str, place_of: PlaceOf) -> Place | None:
    while path:
        if place := place_of(path):
            return place
        path = path[: path.rfind("[")] if path.endswith("]") else path.rpartition(".")[0]
    return None


def _marked(place: Place, note: str, quote: str) -> Place:
    at = place.text.find(quote, max(place.column - 1, 0)) if quote else -1
    if at < 0:
        return evolve(place, note=note or place.note)
    return evolve(place, column=at + 1, length=len(quote), note=note or place.note)
