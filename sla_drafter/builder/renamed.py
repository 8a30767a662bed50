"""Opens what belonged to a party under another name: nobody signs with the register number of somebody else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sla_drafter.language.patterns import compiled
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.parties import Party
from sla_drafter.model.paths import facts_of
from sla_drafter.model.scalars import Prose
from sla_drafter.readers.agreement_file.open_points import TBC
from sla_drafter.readers.agreement_file.quoting import Written
from sla_drafter.values import frozen

OF_PARTY = ("registration", "address", "notices", "legal_contact")
OF_ROLE = ("holder", "contact")
_DOMAIN = compiled(r"@([\w.-]+)")
_CAPITALISED = compiled(r"[^\W\d_][\w'-]+")


@frozen
class _Marks:
    """How a company is known in the facts: its whole name, and the words and domains that are its own."""

    name: str
    own: re.Pattern[str] | None

    def stands_in(self, text: str) -> bool:
        return self.own is not None and self.own.search(text) is not None


def renamed(agreement: Agreement, party: Party, name: str) -> Iterator[tuple[str, Written]]:
    """The changes to an agreement when a party of it gets another name, by path.

    The new name takes the place of the old one; what nobody knows of the new party is open (TBC): its register,
    addresses and mailboxes, who its roles are, and what carries the old name or its domain.
    """
    yield f"parties.{party.id}.name", name
    own = tuple(_own_facts(agreement, party))
    yield from ((path, TBC) for path in own)
    marks = _marks(agreement, party)
    for fact in facts_of(agreement):
        if fact.path not in own and fact.path != f"parties.{party.id}.name":
            yield from _said(fact.path, fact.value, marks, name)


def _own_facts(agreement: Agreement, party: Party) -> Iterator[str]:
    """The stated facts that are true of this party alone."""
    yield from (f"parties.{party.id}.{key}" for key in OF_PARTY if getattr(party, key) is not None)
    for role in agreement.roles:
        if role.party == party.id:
            yield from (f"roles.{role.id}.{key}" for key in OF_ROLE if getattr(role, key) is not None)


def _said(path: str, value: object, marks: _Marks, name: str) -> Iterator[tuple[str, Written]]:
    """The changes to a fact that speaks of the party by its old name."""
    if isinstance(value, tuple):
        for position, item in enumerate(value, 1):
            if isinstance(item, Prose):
                yield from _said(f"{path}[{position}]", item, marks, name)
        return
    texts = dict(value.by_language) if isinstance(value, Prose) else {"": value} if isinstance(value, str) else {}
    changed = {language: text.replace(marks.name, name) if marks.name else text for language, text in texts.items()}
    if any(marks.stands_in(text) for text in changed.values()):
        yield path, TBC
    elif changed != texts:
        yield path, changed.get("", changed)


def _marks(agreement: Agreement, party: Party) -> _Marks:
    """What gives a party away: its domains, and the word of its name that they begin with."""
    name = next((text for _, text in party.name.by_language), "") if party.name else ""
    domains = _domains(agreement, party)
    for other in agreement.parties:
        domains -= _domains(agreement, other) if other.id != party.id else set()
    labels = {domain.partition(".")[0] for domain in domains}
    words = {w for w in _CAPITALISED.findall(name) if any(label.startswith(w.lower()) for label in labels)}
    own = [*map(re.escape, domains), *(rf"\b{re.escape(word)}\b" for word in words)]
    return _Marks(name, re.compile("|".join(own)) if own else None)  # noqa: TID251 - the names of a user


def _domains(agreement: Agreement, party: Party) -> set[str]:
    """The domains of the mailboxes of a party and of its roles."""
    contacts = [role.contact for role in agreement.roles if role.party == party.id]
    given = [party.notices or "", *(text for one in (party.legal_contact, *contacts) for text in _texts(one))]
    return {domain for text in given for domain in _DOMAIN.findall(text)}


def _texts(words: Prose | None) -> tuple[str, ...]:
    return tuple(text for _, text in words.by_language) if words else ()
