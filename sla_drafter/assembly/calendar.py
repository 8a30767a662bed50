"""Key dates as a calendar: an event for each day of the first term, with the clause that it rests on."""

from __future__ import annotations

import hashlib
from datetime import date

from sla_drafter.assembly.key_dates import printed
from sla_drafter.attainment.dates import key_dates
from sla_drafter.document.calendar import Calendar, Event
from sla_drafter.document.nodes import Document, StoryKind
from sla_drafter.document.number import numbers
from sla_drafter.document.walk import words_of
from sla_drafter.language.words import Words
from sla_drafter.model.agreement import Agreement


def calendar_of(agreement: Agreement, document: Document, words: Words) -> Calendar:
    """The calendar of a draft. An agreement always gives the same ids, so that a newer calendar replaces an older."""
    title = words_of(document.title)
    mark = _mark(agreement, words.language)
    clauses, counted = printed(document.story(StoryKind.BODY)), numbers(document)
    events = []
    for one in key_dates(agreement):
        place = counted.get(clauses.get(one.field, ""))
        rule = f"{words.message('clause')} {place.words}" if place else ""
        details = words.message("settled_in", place=rule, document=title) if rule else ""
        summary = words.message("event", what=words.noun("key_date", one.id), title=title)
        events += [Event(f"{one.id}-{day:%Y%m%d}-{mark}@sla-drafter", day, summary, details) for day in one.on]
    effective = agreement.term.effective if agreement.term else None
    name = words.message("event", what=words.message("key_dates"), title=title)
    return Calendar(name, words.language, effective or date.min, tuple(events))


def _mark(agreement: Agreement, language: str) -> str:
    """What tells this agreement from others whatever its version is: its title and its parties."""
    said = [agreement.title, *(party.name for party in agreement.parties)]
    names = "\n".join((one.words(language) or "") if one else "" for one in said)
    return hashlib.sha256(names.encode()).hexdigest()[:16]
