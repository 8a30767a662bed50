"""Where a finding stands: the clause that prints its field, in words, and its places in the agreement file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import zip_longest

from attrs import evolve

from sla_drafter.document.nodes import SectionKind
from sla_drafter.document.walk import words_of
from sla_drafter.findings import Finding, Place, worst_first
from sla_drafter.language.words import words
from sla_drafter.lints.paper import Paper

PlaceOf = Callable[[str], Place | None]
SCHEDULE = ".schedule"
"""What the id of a clause's schedule part ends with."""


def clause_printing(paper: Paper, path: str) -> tuple[str, ...]:
    """The clause that prints a field, a part of it, or else the thing it belongs to, and its schedule part.

    Of several clauses it is the one that prints most of it, then the one that prints most of what it belongs to.
    """
    for candidate in _outwards(path):
        found = _printing(paper, candidate)
        if found:
            clauses = Counter(clause.removesuffix(SCHEDULE) for clause in found.elements())
            near = _printing(paper, path.rpartition(".")[0]) if len(clauses) > 1 else found
            first = max(clauses, key=lambda one: (clauses[one], near[one] + near[one + SCHEDULE]))
            return (first, *((first + SCHEDULE,) if first + SCHEDULE in found else ()))
    return ()


def _printing(paper: Paper, path: str) -> Counter[str]:
    """How often each clause prints a field or a part of it."""
    inside = (f"{path}.", f"{path}[")
    return Counter(
        clause
        for spots in (paper.index.values, paper.index.blanks)
        for name, clauses in spots.items()
        if name == path or name.startswith(inside)
        for clause in clauses
        if clause
    )


def _outwards(path: str) -> Iterator[str]:
    """The path itself, then what it belongs to, up to the thing below the top-level key."""
    yield path
    while path.count(".") > 1:
        path = path.rpartition(".")[0]
        yield path


def clause_in_words(paper: Paper, clauses: Iterable[str]) -> str:
    """A clause as a reader of the paper finds it, and the schedule that says more.

    It is said in the language of the paper: "clause 6.1 Service credits, Schedule 2", "Ziffer 6.1 Gutschriften".
    """
    return ", ".join(dict.fromkeys(filter(None, (_in_words(paper, clause) for clause in clauses))))


def _in_words(paper: Paper, clause: str) -> str:
    number, section = paper.numbers.get(clause), paper.index.sections.get(clause)
    if number is None or section is None:
        return ""
    if section.kind is SectionKind.PART:
        return paper.schedule_of.get(clause, "")
    title = words_of(section.title).rstrip(".")
    if number.kind not in ("clause", "section"):
        return number.words
    return f"{words(paper.language).message(number.kind)} {number.words} {title}"


def located(finding: Finding, paper: Paper, page_of: Callable[[str], int | None]) -> Finding:
    """A finding with the clause that prints its field and the page on which that clause begins."""
    printing = clause_printing(paper, finding.field) if finding.field and not finding.clause else ()
    printing = printing or (finding.clause.removesuffix(SCHEDULE), finding.clause)
    said = finding.clause_words or clause_in_words(paper, printing)
    return evolve(finding, clause=printing[0], clause_words=said, page=page_of(printing[-1]) or page_of(printing[0]))


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
    """The place with its note, marked at the quote: after the place if it stands there, else before it."""
    start = place.column - 1
    at = place.text.find(quote, start) if quote in place.text[start:] else place.text.rfind(quote, 0, start)
    if not quote or at < 0:
        return evolve(place, note=note or place.note)
    return evolve(place, column=at + 1, length=len(quote), note=note or place.note)
