"""Which outline an agreement follows: that of its relation, into which the outlines of its other kinds are taken.

A relation kind says between whom the agreement is made, a subject kind what it is about. What the outline of a
subject has beyond that of the relation is taken in section by section, behind the clause that it follows there.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from sla_drafter.errors import ClauseFault
from sla_drafter.findings import Finding, Mend, Severity
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.library import Library, Outline

SUBJECTS = ("support", "network", "sales_marketing")
"""Kinds that say what an agreement is about; all others say between whom it is made."""


def outline_of(agreement: Agreement, library: Library) -> Outline:
    """The outline of the first relation, else of the first subject, with what the other kinds add to it."""
    kinds = [kind.id for kind in agreement.kind if kind.id in library.outlines]
    if not kinds:
        raise _no_outline(agreement, library)
    first, *others = sorted(kinds, key=SUBJECTS.__contains__)
    outline = library.outlines[first]
    for other in others:
        outline = _composed(outline, library.outlines[other], library)
    return outline


def _no_outline(agreement: Agreement, library: Library) -> ClauseFault:
    known = ", ".join(library.outlines)
    given = ", ".join(kind.id for kind in agreement.kind)
    message = f"There is no outline for {given}." if given else "The agreement does not say its kind."
    finding = Finding("LIB-03", "no_outline", Severity.ERROR, message, field="kind", mend=Mend(f"kind: one of {known}"))
    return ClauseFault(message, (finding,))


def _composed(outline: Outline, other: Outline, library: Library) -> Outline:
    """An outline that takes in what another one adds, by section; its titles and its order stay."""
    there = {clause for section in outline.sections for clause in section.clauses}
    placed = {clause for schedule in outline.schedules for clause in schedule.clauses}
    sections = {section.id: section for section in outline.sections}
    for section in other.sections:
        home = sections.get(section.id, evolve(section, budget=0, clauses=()))
        added = [clause for clause in section.clauses if clause not in there]
        budget = home.budget + sum(library.clauses[clause].budget for clause in added)
        sections[section.id] = evolve(home, budget=budget, clauses=_taken_in(home.clauses, section.clauses, added))
    ours, theirs = [[section.id for section in one.sections] for one in (outline, other)]
    order = _taken_in(ours, theirs, [section for section in theirs if section not in ours])
    schedules = {schedule.id: schedule for schedule in outline.schedules}
    for schedule in other.schedules:
        there_too = schedules.get(schedule.id, evolve(schedule, clauses=()))
        parts = [clause for clause in schedule.clauses if clause not in placed]
        schedules[schedule.id] = evolve(there_too, clauses=_taken_in(there_too.clauses, schedule.clauses, parts))
    return evolve(
        outline,
        sections=tuple(sections[one] for one in order),
        schedules=tuple(schedules.values()),
        pages=max(outline.pages, other.pages),
        pages_limit=max(outline.pages_limit, other.pages_limit),
    )


def _taken_in(ours: Sequence[str], theirs: Sequence[str], added: Sequence[str]) -> tuple[str, ...]:
    """Our order with each clause that is added behind the one that it follows in theirs, else in front."""
    order = list(ours)
    for clause in added:
        before = [one for one in theirs[: theirs.index(clause)] if one in order]
        order.insert(order.index(before[-1]) + 1 if before else 0, clause)
    return tuple(order)
