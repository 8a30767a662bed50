"""The key facts of an agreement, each a label and words: what the key facts clause, the brochure and the page show.

Only facts that are there have a line; what is missing is said by the clause that the fact belongs to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from attrs import evolve

from sla_drafter.assembly.forms import said
from sla_drafter.assembly.slotted import slotted
from sla_drafter.assembly.speller import Speller
from sla_drafter.assembly.tables import finished
from sla_drafter.document.nodes import Break, Cell, Inline, Row, Table, Text
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.paths import item_path, referent
from sla_drafter.model.remedies import Ladder
from sla_drafter.values import frozen

PLACE = "[[key_facts]]"
"""The paragraph of a clause text that gives way to the table of key facts."""

Line = tuple[Inline, ...]


@frozen
class KeyFact:
    """One line: its id (a word of the group `key_fact`), the label and what is said, in one or several lines."""

    id: str
    label: str
    lines: tuple[Line, ...]

    @property
    def said(self) -> Line:
        """What is said, each line on a line of its own."""
        return tuple(chain.from_iterable(((Break(),) if place else ()) + line for place, line in enumerate(self.lines)))


def key_facts(agreement: Agreement, speller: Speller) -> tuple[KeyFact, ...]:
    """The key facts in the order in which a reader asks for them; at most one for each entry of the table below."""
    found = ((name, tuple(lines(agreement, speller))) for name, lines in _FACTS.items())
    return tuple(KeyFact(name, speller.words.noun("key_fact", name), lines) for name, lines in found if lines)


def key_facts_table(facts: Iterable[KeyFact], speller: Speller) -> Table:
    """The key facts as a table of two columns."""
    message = speller.words.message
    head = (Cell((Text(message("key_fact")),)), Cell((Text(message("key_fact_words")),)))
    rows = tuple(Row((Cell((Text(fact.label),)), Cell(fact.said))) for fact in facts)
    return finished(Table(head, rows))


def _services(agreement: Agreement, speller: Speller) -> Iterator[Line]:
    for service in agreement.services:
        if service.name:
            name = said(service.name, f"services.{service.id}.name", "text", speller)
            purpose = said(service.purpose, f"services.{service.id}.purpose", "text", speller)
            yield (name, Text(" "), purpose) if service.purpose else (name,)


def _hours(agreement: Agreement, speller: Speller) -> Iterator[Line]:
    """The hours of each service; the name is said where there are several."""
    for service in agreement.services:
        hours = referent(agreement, "hours", service.hours) if service.hours else None
        if hours is None or hours.week is None:
            continue
        week = said(hours.week, f"hours.{hours.id}.week", "week", speller)
        name = said(service.name, f"services.{service.id}.name", "text", speller)
        yield (name, Text(": "), week) if len(agreement.services) > 1 else (week,)


def _term(agreement: Agreement, speller: Speller) -> Iterator[Line]:
    term = agreement.term
    if term is None or term.effective is None:
        return
    first = said(term.effective, "term.effective", "date", speller)
    if term.initial is None:
        yield slotted(speller.words, "key_from", first=first)
        return
    length = said(term.initial, "term.initial", "duration", speller)
    yield slotted(speller.words, "key_from_for", first=first, length=length)


def _levels(agreement: Agreement, speller: Speller) -> Iterator[Line]:
    for metric in agreement.metrics:
        if metric.target is None or metric.window is None:
            continue
        path = f"metrics.{metric.id}"
        yield slotted(
            speller.words,
            "key_level",
            level=said(metric.name, f"{path}.name", "text", speller),
            target=said(metric.target, f"{path}.target", "target", speller),
            window=said(metric.window, f"{path}.window", "window", speller),
        )


def _urgent(agreement: Agreement, speller: Speller) -> Iterator[Line]:
    """The times of the highest severity."""
    for severity in agreement.severities[:1]:
        if severity.response is None or severity.restore is None:
            continue
        path = f"severities.{severity.id}"
        yield slotted(
            speller.words,
            "key_urgent",
            name=said(severity.name, f"{path}.name", "text", speller),
            response=said(severity.response, f"{path}.response", "duration", speller),
            restore=said(severity.restore, f"{path}.restore", "duration", speller),
        )


def _credits(agreement: Agreement, speller: Speller) -> Iterator[Line]:
    promised = agreement.credits
    if promised is None:
        return
    for ladder in promised.ladders:
        credits_ = _range(ladder, speller)
        metric = referent(agreement, "metrics", ladder.id)
        if credits_ and metric:
            level = said(metric.name, f"metrics.{metric.id}.name", "text", speller)
            yield slotted(speller.words, "key_credit", level=level, credit=credits_)
    if promised.terms and promised.terms.cap:
        portion, period = (
            said(promised.terms.cap, "credits.terms.cap", form, speller) for form in ("portion", "period")
        )
        yield slotted(speller.words, "key_cap", portion=portion, period=period)


def _range(ladder: Ladder, speller: Speller) -> Line:
    """The smallest and the largest credit of a ladder."""
    paths = {
        band: f"{item_path(f'credits.ladders.{ladder.id}', band, place)}.credit"
        for place, band in enumerate(ladder.bands)
        if band.credit is not None
    }
    if not paths:
        return ()
    ordered = sorted(paths, key=lambda band: band.credit.value if band.credit else 0)
    least, most = (said(band.credit, paths[band], "percent", speller) for band in (ordered[0], ordered[-1]))
    return (
        (least,) if ordered[0].credit == ordered[-1].credit else slotted(speller.words, "range", first=least, last=most)
    )


def _fault(agreement: Agreement, speller: Speller) -> Iterator[Line]:
    """Whom to call first: the first role of the provider in the escalation."""
    for level in agreement.escalation[:1]:
        role = referent(agreement, "roles", level.provider) if level.provider else None
        if role is not None:
            named = said(level.provider, "escalation[1].provider", "named", evolve(speller, refers_to="roles"))
            contact = said(role.contact, f"roles.{role.id}.contact", "text", speller)
            yield (named, Text(", "), contact) if role.contact else (named,)


def _complaints(agreement: Agreement, speller: Speller) -> Iterator[Line]:
    """Where whoever is promised something may complain; a commitment names nobody else to turn to."""
    if agreement.commitment and agreement.commitment.complaints:
        yield (said(agreement.commitment.complaints, "commitment.complaints", "text", speller),)


def _review(agreement: Agreement, speller: Speller) -> Iterator[Line]:
    if agreement.review and agreement.review.every:
        yield (said(agreement.review.every, "review.every", "interval:every", speller),)


def _notice(agreement: Agreement, speller: Speller) -> Iterator[Line]:
    term = agreement.term
    if term and term.non_renewal_notice:
        notice = said(term.non_renewal_notice, "term.non_renewal_notice", "duration", speller)
        yield slotted(speller.words, "key_notice", notice=notice)


_FACTS: dict[str, Callable[[Agreement, Speller], Iterator[Line]]] = {
    "services": _services,
    "hours": _hours,
    "term": _term,
    "levels": _levels,
    "urgent": _urgent,
    "credits": _credits,
    "fault": _fault,
    "complaints": _complaints,
    "review": _review,
    "notice": _notice,
}
