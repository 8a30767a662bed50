"""What stands around the clauses: cover, foot of the page, places to sign, marks of an unfinished draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from sla_drafter.assembly.forms import said
from sla_drafter.assembly.slotted import slotted
from sla_drafter.assembly.speller import Speller
from sla_drafter.document.fingerprint import fingerprint
from sla_drafter.document.nodes import Cover, CoverParty, Document, Inline, Signature, Text, Value
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.choices import CHOICES
from sla_drafter.model.parties import Party
from sla_drafter.model.paths import referent

SEPARATOR = " · "


def cover(agreement: Agreement, speller: Speller) -> Cover:
    """The title page: title, parties with what they are called, version, first day, master agreement."""
    title = said(agreement.title, "title", "text", speller)
    parties = tuple(CoverParty(_name(party, speller), _role(party, speller)) for party in agreement.parties)
    return Cover((title,), parties, tuple(_lines(agreement, speller)))


def _name(party: Party, speller: Speller) -> tuple[Inline, ...]:
    return (said(party.name, f"parties.{party.id}.name", "text", speller),)


def _role(party: Party, speller: Speller) -> tuple[Inline, ...]:
    """What the party is called: by its role, or by its id where that is a role; else it still has to be said."""
    if party.role is None and party.id in CHOICES["party_role"]:
        return (Text(speller.words.noun("party_role", party.id)),)
    return (said(party.role, f"parties.{party.id}.role", "noun", speller),)


def _lines(agreement: Agreement, speller: Speller) -> Iterator[tuple[str, tuple[Inline, ...]]]:
    message = speller.words.message
    yield message("version"), (said(agreement.version, "version", "text", speller),)
    effective = agreement.term.effective if agreement.term else None
    yield message("effective"), (said(effective, "term.effective", "date", speller),)
    master = agreement.master_agreement
    if master and master.document:
        title = said(master.document.title, "master_agreement.document.title", "text", speller)
        dated = said(master.document.dated, "master_agreement.document.dated", "date", speller)
        yield message("master_agreement"), (title, Text(", "), dated)


def signatures(agreement: Agreement, speller: Speller) -> tuple[Signature, ...]:
    """A place to sign for each party, with the role of the person who signs."""
    return tuple(_signature(agreement, acceptance.id, acceptance.role, speller) for acceptance in agreement.acceptance)


def _signature(agreement: Agreement, party_id: str, role: str | None, speller: Speller) -> Signature:
    party = referent(agreement, "parties", party_id)
    name = said(party.name if party else None, f"parties.{party_id}.name", "text", speller)
    by_record = _by_record(agreement)
    said_for, first_line = ("approved_for", "record") if by_record else ("signed_for", "signature")
    heading = slotted(speller.words, said_for, party=name)
    spelled = said(role, f"acceptance.{party_id}", "named", evolve(speller, refers_to="roles"))
    message = speller.words.message
    lines = (
        (message(first_line), ()),
        (message("name"), ()),
        (message("title"), (spelled,)),
        (message("date_line"), ()),
    )
    return Signature(heading, lines, name.words if isinstance(name, Value) else "", not by_record)


def _by_record(agreement: Agreement) -> bool:
    """Whether the parties accept by an approval on record, as units of one organisation do, and sign nothing."""
    if agreement.accepted_by:
        return agreement.accepted_by.id == "record"
    return any(party.plays == "provider" and party.kind and party.kind.id == "unit" for party in agreement.parties)


def with_footer(document: Document, agreement: Agreement, speller: Speller) -> Document:
    """The paper with the foot of its pages: title, version and the fingerprint of its words."""
    version = said(agreement.version, "version", "text", speller)
    mark = Text(f"{SEPARATOR}{fingerprint(document)}")
    foot = (*document.title, Text(f"{SEPARATOR}{speller.words.message('version')} "), version, mark)
    published = agreement.publication
    if published and published.print_notice:
        foot = (*foot, Text(SEPARATOR), said(published.url, "publication.url", "text", speller))
    return evolve(document, footer=foot)


def unfinished(document: Document, speller: Speller, errors: int, points: Iterable[str]) -> Document:
    """The paper marked on every page as unfinished, with the list of open points on its first page.

    A copy without errors is marked too, as it was asked for: as one for discussion.
    """
    message = speller.words.message
    banner = message("unfinished", errors=message("error_count", errors)) if errors else message("for_discussion")
    return evolve(
        document,
        banner=banner,
        open_points=tuple((Text(point),) for point in points),
        open_points_title=message("open_points"),
    )
