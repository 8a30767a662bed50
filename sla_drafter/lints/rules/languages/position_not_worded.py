"""The wording of a position is not there in the language of the paper."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sla_drafter.assembly.draft import ChosenClause
from sla_drafter.assembly.select import position_of
from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.model.paths import uses_of

RULE = Rule(
    code="LNG-02",
    name="position_not_worded",
    severity=Severity.INFO,
    checks=(
        "Each clause is printed in the position that the agreement chooses. Where the library has the words of that "
        "position in another language only, the balanced text stands in the paper; defaults of the position still hold."
    ),
    why="Who chooses a position and is not told that the paper has another negotiates from words that are not there.",
    bad="{language: de, position: provider}   # the words of the provider's position are English",
    good="{language: de, position: balanced}",
    source="Own rule: a choice that has no effect is shown.",
    reads=Reads.DRAFT,
)


def find(context: Context) -> Iterator[Finding]:
    language = context.paper.language
    unworded: dict[tuple[str, str], list[str]] = defaultdict(list)
    for chosen in context.draft.clauses:
        asked = position_of(context.agreement, chosen.id)
        if lacks(chosen, asked, language):
            unworded[chosen_at(context, chosen.id), asked].append(chosen.id)
    for (field, asked), clauses in unworded.items():
        yield RULE.finding(
            f"The {asked}'s position has no words in the language of the paper ({language}); the balanced text is "
            f"printed in {', '.join(sorted(clauses))}.",
            field,
            mend="position: balanced, or words of your own:  clauses: {ID: {replace: {" + language + ": …}}}",
        )


def lacks(chosen: ChosenClause, asked: str, language: str) -> bool:
    """Whether a position has words of its own in some language and none in this one."""
    clause = chosen.clause
    if chosen.is_replaced or asked in clause.worded(language):
        return False
    return any(asked in clause.worded(other) for other in clause.languages)


def chosen_at(context: Context, clause: str) -> str:
    """Where the position of a clause was chosen: at the clause, else for the whole agreement."""
    use = uses_of(context.agreement).get(clause)
    return f"clauses.{clause}.position" if use and use.position else "position"
