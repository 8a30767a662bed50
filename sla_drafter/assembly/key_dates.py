"""The schedule of key dates: the dates of the first term, the deadlines after events, and the clause each rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sla_drafter.assembly.computed import ROOT, Computed
from sla_drafter.assembly.forms import said
from sla_drafter.assembly.speller import Speller
from sla_drafter.assembly.tables import widths
from sla_drafter.attainment.dates import Deadline, deadlines, key_dates
from sla_drafter.document.index import clause_lines
from sla_drafter.document.nodes import Block, Cell, Inline, Reference, Row, Section, SectionKind, Table, Text, Value
from sla_drafter.document.walk import inlines_of

ID = "key_dates"


def key_dates_schedule(sums: Computed, speller: Speller, body: tuple[Section, ...]) -> tuple[Section, ...]:
    """The schedule, or none where nothing is dated. A rule is the clause of the body that prints its fact."""
    message = speller.words.message
    clauses = printed(body)
    head = (message("key_date_what"), message("key_date"), message("key_date_rule"))
    dated = tuple(_date_rows(sums, speller, clauses))
    counted = tuple(_deadline_rows(speller, clauses))
    parts = (
        *_part("dates", message("dates_of_first_term"), head, dated),
        *_part("deadlines", message("deadlines_after_events"), (head[0], message("deadline"), head[2]), counted),
    )
    return (Section(f"schedule.{ID}", SectionKind.SCHEDULE, (Text(message("key_dates")),), parts),) if parts else ()


def _part(identity: str, title: str, head: tuple[str, ...], rows: tuple[Row, ...]) -> tuple[Section, ...]:
    if not rows:
        return ()
    table = Table(tuple(Cell((Text(words),)) for words in head), rows)
    whole = Table(table.header, rows, widths=widths(table))
    return (Section(f"{ID}.{identity}", SectionKind.PART, (Text(title),), (whole,)),)


def _date_rows(sums: Computed, speller: Speller, clauses: Mapping[str, str]) -> Iterator[Row]:
    fields = {one.id: one.field for one in key_dates(speller.agreement)}
    for day in sums.dates:
        path = f"{ROOT}.dates.{day.id}"
        what = Text(speller.words.noun("key_date", day.id))
        yield _row(path, (what,), (said(day.on, f"{path}.on", "listed", speller),), fields[day.id], clauses)


def _deadline_rows(speller: Speller, clauses: Mapping[str, str]) -> Iterator[Row]:
    for deadline in deadlines(speller.agreement):
        what = Text(speller.words.noun("deadline", deadline.id))
        yield _row(deadline.field, (what,), tuple(_from(deadline, speller)), deadline.field, clauses)


def _from(deadline: Deadline, speller: Speller) -> Iterator[Inline]:
    """How long after which event: the duration stands in the words of the language."""
    spelled = said(deadline.within, deadline.field, "duration", speller)
    head, _, tail = speller.words.noun("deadline_from", deadline.id, within="\n").partition("\n")
    yield from (inline for inline in (Text(head), spelled, Text(tail)) if inline != Text(""))


def _row(key: str, what: tuple[Inline, ...], when: tuple[Inline, ...], field: str, clauses: Mapping[str, str]) -> Row:
    rule: tuple[Inline, ...] = (Reference(clauses[field]),) if field in clauses else (Text("–"),)
    return Row((Cell(what), Cell(when), Cell(rule)), key)


def printed(body: tuple[Block, ...]) -> Mapping[str, str]:
    """The last clause of the body that prints a fact, by the path of the fact: the overview only tells what follows."""
    found: dict[str, str] = {}
    for clause, line in clause_lines(body):
        for inline in inlines_of(line):
            if isinstance(inline, Value):
                found[inline.field] = clause
    return found
