"""Begins an agreement from answers: the nearest starter, changed where the answers differ, its comments as they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sla_drafter.assembly.select import select, standing
from sla_drafter.builder.renamed import renamed
from sla_drafter.errors import Unreadable
from sla_drafter.findings import Finding, Mend, Severity
from sla_drafter.language.distance import nearest
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.change import paths_like
from sla_drafter.model.library import Clause, Library, Standing
from sla_drafter.model.paths import value_at
from sla_drafter.readers.agreement_file import Loaded, loads
from sla_drafter.readers.agreement_file.quoting import Written
from sla_drafter.readers.answers import Answers
from sla_drafter.values import frozen

LIKE = {
    "service_based": "customer_based",
    "vendor": "customer_based",
    "outsourcing": "customer_based",
    "network": "customer_based",
    "multi_level": "internal",
    "support": "internal",
    "sales_marketing": "internal",
    "commitment": "internal",
}
"""Which kind of starter is nearest to a kind that has none of its own."""


@frozen(eq=False)
class Begun:
    """An agreement that begins: the name of its starter, and its text with the answers in it."""

    starter: str
    loaded: Loaded


def begin(answers: Answers, starters: Mapping[str, str], library: Library, name: str) -> Begun:
    """The nearest starter with the answers in it. Raises `Unreadable` for answers that fit nothing."""
    starter = answers.starter or nearest_starter(answers.kind, starters, library)
    if starter not in starters:
        near = " or ".join(nearest(starter, starters)) or ", ".join(starters)
        raise _refused("starter", f"There is no starter {starter}.", near)
    loaded = loads(starters[starter], name, library.clauses)
    for clause in (*answers.clauses, *answers.leave_out):
        if clause not in library.clauses:
            near = " or ".join(nearest(clause, library.clauses)) or "sla-drafter clauses list"
            raise _refused("clauses", f"There is no clause {clause}.", near)
    wrong = tuple(_required_left_out(answers, loaded, library))
    if wrong:
        raise Unreadable("Nothing was written: an answer fits nothing", wrong)
    changed = loaded.set(dict(_changes(answers, loaded)))
    if answers.figures == "position" and answers.position:
        changed = changed.set(dict(figures_of(changed, library, answers.position)))
    return Begun(starter, loads(changed.text, name, library.clauses))


def _required_left_out(answers: Answers, loaded: Loaded, library: Library) -> Iterator[Finding]:
    """The clauses that shall be left out although a kind of the agreement cannot do without them."""
    kinds = answers.kind or tuple(kind.id for kind in loaded.agreement.kind)
    for clause in answers.leave_out:
        requiring = [kind for kind in kinds if library.clauses[clause].kinds.get(kind) is Standing.REQUIRED]
        if requiring:
            message = f"The clause {clause} cannot be left out: {' and '.join(requiring)} cannot do without it."
            right = f"delete {clause} there; if the master agreement has it, name it under master_agreement: settles"
            yield _finding("leave_out", message, right)


def nearest_starter(kinds: tuple[str, ...], starters: Mapping[str, str], library: Library) -> str:
    """The starter that shares most kinds with those that are wanted; else one of a kind that is like them."""
    known = {name: _kinds(loads(text, name, library.clauses)) for name, text in starters.items()}
    alike = {*kinds, *(LIKE.get(kind, "") for kind in kinds)}

    def fit(name: str) -> tuple[int, int, int]:
        return (len(known[name] & {*kinds}), len(known[name] & alike), -len(known[name] - {*kinds}))

    return max(starters, key=fit)


def _kinds(loaded: Loaded) -> set[str]:
    return {kind.id for kind in loaded.agreement.kind}


def _changes(answers: Answers, loaded: Loaded) -> Iterator[tuple[str, Written | None]]:
    """The values that differ from those of the starter."""
    agreement = loaded.agreement
    if answers.kind and set(answers.kind) != _kinds(loaded):
        yield "kind", answers.kind[0] if len(answers.kind) == 1 else list(answers.kind)
    yield from _names(answers, agreement)
    if answers.position:
        yield "position", answers.position
    if answers.law:
        yield "law", answers.law
    for clause in answers.clauses:
        yield f"clauses.{clause}.include", "yes"
    for clause, because in answers.leave_out.items():
        yield f"clauses.{clause}.include", "no"
        yield f"private.left_out.{clause}", because


def _names(answers: Answers, agreement: Agreement) -> Iterator[tuple[str, Written]]:
    """The names of the parties; what the starter says of a party with another name is open."""
    for role, name in (("provider", answers.provider), ("customer", answers.customer)):
        party = next((one for one in agreement.parties if one.plays == role), None)
        if name and party is None:
            yield f"parties.{role}.name", name
        elif name and party and (party.name is None or name not in dict(party.name.by_language).values()):
            yield from renamed(agreement, party, name)


def figures_of(loaded: Loaded, library: Library, position: str) -> Iterator[tuple[str, str]]:
    """The words that a position has for facts which the agreement states, by path: where they differ from it."""
    agreement = loaded.agreement
    for clause in select(agreement, library).chosen:
        for default in library.clauses[clause].defaults:
            if position not in default.values:
                continue
            for path in paths_like(agreement, default.path):
                stated = value_at(agreement, path)
                if stated not in (None, ()) and stated != default.values[position]:
                    yield path, default.words[position]


def further_clauses(loaded: Loaded, library: Library, kinds: tuple[str, ...]) -> tuple[Clause, ...]:
    """The clauses that an agreement of these kinds may have and that its facts do not choose."""
    agreement = loaded.set({"kind": list(kinds)}).agreement if kinds else loaded.agreement
    chosen = select(agreement, library).chosen
    return tuple(
        clause
        for clause in library.clauses.values()
        if clause.id not in chosen and standing(agreement, clause) in (Standing.CONDITIONAL, Standing.OPTIONAL)
    )


def _finding(field: str, message: str, right: str) -> Finding:
    return Finding("ANS-01", "wrong_answer", Severity.ERROR, message, field=field, mend=Mend(right))


def _refused(field: str, message: str, right: str) -> Unreadable:
    return Unreadable("Nothing was written: an answer fits nothing", (_finding(field, message, right),))
