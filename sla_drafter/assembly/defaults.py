"""What an agreement leaves unsaid gets the default of its clause and position; where risk shifts it is only offered."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from fnmatch import fnmatchcase

from sla_drafter.assembly.select import Stated, holds, position_of, select, stated_by
from sla_drafter.language.patterns import compiled
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.change import ANY, paths_like, with_fact
from sla_drafter.model.library import Default, Library
from sla_drafter.model.paths import uses_of, value_at
from sla_drafter.values import frozen

RISK_SHIFTS = (
    "law",
    "term.renewal",
    "metrics.*.no_data",
    "credits.nature",
    "credits.exclusive",
    "credits.carve_outs",
    "credits.fee_base.fees",
    "credits.terms.at_end",
    "credits.terms.cap",
    "credits.terms.claim_within",
    "credits.terms.mode",
    "credits.terms.same_incident",
    "credits.at_risk.share",
    "credits.at_risk.pool",
    "credits.steps.*.count",
    "credits.repetition.multipliers",
    "credits.earn_back.run",
    "responsibilities.relief.notice",
    "unilateral_change.worsening",
)
"""Where a default would move risk from one side to the other unread: the file says these, or the draft is refused."""


_NUMBERED = compiled(r"[a-z_]+\.[0-9](?=\.)")


@frozen
class Unsaid:
    """A fact that the agreement does not state: what the clause has for it, as typed in a file, by which position."""

    path: str
    words: str
    position: str
    clause: str


@frozen
class Completed:
    """An agreement with its defaults: those that were used, and those that are only offered."""

    agreement: Agreement
    used: tuple[Unsaid, ...] = ()
    offered: tuple[Unsaid, ...] = ()


def effective(agreement: Agreement, library: Library) -> Agreement:
    """The agreement as its paper says it and its sums compute it: with the defaults of the clauses that it gets."""
    return completed(agreement, library, select(agreement, library).chosen).agreement


def completed(
    agreement: Agreement, library: Library, chosen: Collection[str], stated: Stated | None = None
) -> Completed:
    """The agreement in which each absent fact of a chosen clause has the default of the position of that clause.

    `stated` is what the agreement states, where somebody knows it already.

    A fact that is marked open or was taken away on purpose stays absent, and so does one where risk shifts.
    """
    used: list[Unsaid] = []
    offered: list[Unsaid] = []
    done = agreement
    stated = stated_by(agreement) if stated is None else stated
    kept_open = (*(point.path for point in agreement.open_points), *agreement.removed)
    uses = uses_of(agreement)
    for clause in chosen:
        if clause in uses and uses[clause].replace is not None:  # its words are the agreement's, and so are their facts
            continue
        position = position_of(agreement, clause)
        for default in library.clauses[clause].defaults:
            held = default.position(position)
            if not held or (default.when and not holds(default.when, stated)):
                continue
            for path in _absent(agreement, default, kept_open):
                unsaid = Unsaid(path, default.words[held], held, clause)
                if _shifts_risk(path):
                    offered.append(unsaid)
                else:
                    used.append(unsaid)
                    done = with_fact(done, path, default.values[held])
    return Completed(done, tuple(used), tuple(offered))


def _absent(agreement: Agreement, default: Default, kept_open: tuple[str, ...]) -> Iterator[str]:
    for path in paths_like(agreement, default.path):
        thing = _NUMBERED.match(path)
        part = path.rpartition(".")[0] if ANY in default.path else ""
        if any(made and value_at(agreement, made) is None for made in (thing and thing[0], part)):
            continue  # a default makes no severity, and no workload of a service that has none
        if value_at(agreement, path) in (None, ()) and not any(_touches(path, one) for one in kept_open):
            yield path


def _touches(path: str, other: str) -> bool:
    """Whether one of two paths is the other or leads to it."""
    return path == other or path.startswith((f"{other}.", f"{other}[")) or other.startswith((f"{path}.", f"{path}["))


def _shifts_risk(path: str) -> bool:
    return any(fnmatchcase(path, pattern) for pattern in RISK_SHIFTS)
