"""What is known inside the house only: no writer ever receives it, and no file we write carries it."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from sla_drafter.model.facts import fact, facts
from sla_drafter.model.scalars import Percent


@frozen
class Waiver:
    """A warning that somebody accepted: which rule, where, why, who, until when."""

    rule: str | None = fact("Code of the rule: 'CRE-05'.")
    where: str | None = fact("Path of the fact or id of the clause; empty for the whole agreement.")
    reason: str | None = fact("Why it is accepted.")
    approver: str | None = fact("Who accepted it.")
    until: date | None = fact("Last day on which it holds.")


@frozen
class LeftOut:
    """Why a clause was left out."""

    id: str
    because: str | None = fact("The reason.", itself=True)


@frozen
class Private:
    """Waivers and their reasons, why clauses were left out, figures and notes that stay inside."""

    waivers: tuple[Waiver, ...] = facts("Warnings that were accepted.")
    left_out: tuple[LeftOut, ...] = facts("Clauses that were left out, with the reason, by clause id.")
    margin: Percent | None = fact("Margin on the fees.")
    upstream: tuple[str, ...] = facts("Upstream agreements and their figures, in words.")
    history: tuple[str, ...] = facts("What was measured so far, in words.")
    notes: tuple[str, ...] = facts("Anything else.")
