"""A clause has words of the agreement's own in the place of those of the library."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.figures_said import amounts_in, figures_in, stated_in
from sla_drafter.lints.free_text import free_texts
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="CMP-51",
    name="clause_replaced",
    severity=Severity.INFO,
    checks=(
        "Each clause whose words the agreement replaces: which, its figures that no fact states, the private reason."
    ),
    why="Whoever signs off reads these words alone: nobody who keeps the library has seen them.",
    bad="clauses: {meetings: {replace: The parties speak when they want to.}} (and nothing says why)",
    good="clauses: {meetings: {replace: …, because: the customer asked for its own words}}",
    source="A deviation from the house's words is what a review looks for first.",
    reads=Reads.DRAFT,
)


def find(context: Context) -> Iterator[Finding]:
    figures = _figures(context) if context.draft.deviations else {}
    for clause, because in context.draft.deviations:
        done, undone = "because: the reason   (it stays private)", "delete replace to have the words of the library"
        own = list(dict.fromkeys(figures.get(clause, ())))
        typed = f", and figures that no fact states: {', '.join(own)}" if own else ""
        yield RULE.finding(
            f"The clause {clause} has words of its own in this agreement{typed}.",
            f"clauses.{clause}",
            clause=clause,
            figures=tuple(("figure", one) for one in own),
            private=because,
            mend=undone if because else done,
        )


def _figures(context: Context) -> dict[str, list[str]]:
    """The figures in the agreement's own words for each clause that no fact of the agreement states."""
    stated = stated_in(context.facts)
    found: dict[str, list[str]] = {}
    for said in free_texts(context):
        if said.is_clause:
            lengths = (one.words for one in figures_in(said.words, context.paper.language) if one.size not in stated)
            found.setdefault(said.path.split(".")[1], []).extend((*lengths, *amounts_in(said.words)))
    return found
