"""Which clauses an agreement gets: by its kinds, by the facts it states, and by what it says itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from attrs import field

from sla_drafter.language.patterns import compiled
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.change import ANY
from sla_drafter.model.library import Clause, Library, Standing
from sla_drafter.model.paths import facts_of, uses_of
from sla_drafter.model.scalars import Choice, Formula, Window
from sla_drafter.values import frozen

BALANCED = "balanced"
BY_KIND = "required by kind"
BY_NAME = "named by the agreement"
SETTLED = "settled by the master agreement"


_STRENGTH = tuple(Standing)

Stated = Mapping[str, frozenset[str]]
"""Every path at which something is stated, with the ids of the choices that stand there or below."""


@frozen
class Selection:
    """The clauses chosen with the reason for each, and those left out with theirs, by id; `stated` chose them."""

    chosen: Mapping[str, str]
    left_out: Mapping[str, str]
    stated: Stated = field(factory=dict, repr=False)


def select(agreement: Agreement, library: Library) -> Selection:
    """The clauses that an agreement gets.

    Required clauses are chosen; conditional and optional ones when one of their `when` paths is present or the
    agreement names them; what a chosen clause requires comes with it, and what it excludes gives way. The agreement
    may leave a clause out, and what the master agreement settles is not repeated.
    """
    left_out = _left_out(agreement, library)
    stated = stated_by(agreement)
    chosen: dict[str, str] = {}
    for clause in library.clauses.values():
        reason = _reason(agreement, clause, stated)
        if reason and clause.id not in left_out:
            chosen[clause.id] = reason
    for needing in list(chosen):
        _add_required(needing, library, chosen, left_out)
    _drop_excluded(library, chosen, left_out)
    would_be = {one: why for one, why in left_out.items() if _reason(agreement, library.clauses[one], stated)}
    return Selection(chosen, would_be, stated)


def _left_out(agreement: Agreement, library: Library) -> dict[str, str]:
    found = {}
    if agreement.master_agreement:
        found.update({settled.id: SETTLED for settled in agreement.master_agreement.settles})
    reasons = {out.id: out.because for out in agreement.private.left_out} if agreement.private else {}
    for use in agreement.clauses:
        if use.include is False:
            found[use.id] = reasons.get(use.id) or "left out by the agreement"
    return {one: why for one, why in found.items() if one in library.clauses}


def standing(agreement: Agreement, clause: Clause) -> Standing:
    """How the kinds of an agreement stand to a clause: the strongest of them counts."""
    standings = [clause.kinds.get(kind.id, Standing.UNUSED) for kind in agreement.kind]
    return min(standings, key=_STRENGTH.index, default=Standing.UNUSED)


def position_of(agreement: Agreement, clause: str) -> str:
    """The position in which a clause is printed: its own, else the agreement's, else the balanced one."""
    use = uses_of(agreement).get(clause)
    position = (use.position if use else None) or agreement.position
    return position.id if position else BALANCED


def _reason(agreement: Agreement, clause: Clause, stated: Stated) -> str:
    use = uses_of(agreement).get(clause.id)
    if use is not None and (use.include or use.facts):
        return BY_NAME
    match standing(agreement, clause):
        case Standing.REQUIRED:
            return BY_KIND
        case Standing.CONDITIONAL | Standing.OPTIONAL:
            met = next((path for path in clause.when if holds(path, stated)), None)
            return f"{met} is stated" if met else ""
        case Standing.UNUSED:
            return ""


def _add_required(clause: str, library: Library, chosen: dict[str, str], left_out: Mapping[str, str]) -> None:
    for needed in library.clauses[clause].requires:
        if needed not in chosen and needed not in left_out:
            chosen[needed] = f"required by {clause}"
            _add_required(needed, library, chosen, left_out)


def _drop_excluded(library: Library, chosen: dict[str, str], left_out: dict[str, str]) -> None:
    """What a chosen clause excludes gives way, unless the kind requires it or the agreement names it."""
    for excluding in list(chosen):
        for excluded in library.clauses[excluding].excludes if excluding in chosen else ():
            if chosen.get(excluded) not in (None, BY_KIND, BY_NAME):
                del chosen[excluded]
                left_out[excluded] = f"excluded by {excluding}"


def clashes(library: Library, selection: Selection) -> tuple[tuple[str, str], ...]:
    """Pairs of chosen clauses of which the first excludes the second: both are required or named."""
    return tuple(
        (one, other) for one in selection.chosen for other in library.clauses[one].excludes if other in selection.chosen
    )


def stated_by(agreement: Agreement) -> Stated:
    """Every path at which something is stated, with the ids of the choices that stand there or below."""
    return stated_in({fact.path: _identity(fact.value) for fact in facts_of(agreement)})


def stated_in(facts: Mapping[str, str]) -> Stated:
    """The same from the paths of the facts, each with the id of a choice or nothing."""
    found: dict[str, frozenset[str]] = {}
    for path, identity in facts.items():
        alone = _alone(identity)
        for outer in _outwards(path):
            known = found.setdefault(outer, alone)
            if identity not in known:
                found[outer] = known | alone
    return found


@lru_cache(maxsize=1024)
def _alone(identity: str) -> frozenset[str]:
    """A set of one: most places hold nothing but what most others hold."""
    return frozenset((identity,))


@lru_cache(maxsize=8192)
def _outwards(path: str) -> tuple[str, ...]:
    """A path and the path of everything around it."""
    return tuple(path[: end.start()] for end in _ENDS.finditer(path))


_ENDS = compiled(r"(?<=.)(?=[.\[]|\Z)")
"""Where a path or the path of something around it ends."""


def _identity(value: object) -> str:
    match value:
        case Choice(id=identity):
            return identity
        case Formula(kind=kind) | Window(kind=kind):
            return kind.id
        case _:
            return ""


def holds(condition: str, stated: Stated) -> bool:
    """Whether a `when` of a clause holds: a path at which something is present, or `path is id` of a choice."""
    path, _, identity = condition.partition(" is ")
    if ANY not in path:
        found = stated.get(path)
        return found is not None and (not identity or identity in found)
    like = _like(path).fullmatch
    return any(like(one) and (not identity or identity in found) for one, found in stated.items())


@cache
def _like(path: str) -> re.Pattern[str]:
    """The paths that one with stars stands for."""
    return re.compile(  # noqa: TID251 - a user wrote the path
        re.escape(path).replace(r"\.\*", r"(?:\.[^.\[]+|\[\d+\])"),
    )
