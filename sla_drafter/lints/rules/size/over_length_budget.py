"""A clause or a section is longer than its budget."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from sla_drafter.assembly.order import section_id
from sla_drafter.findings import Finding, Severity
from sla_drafter.language.sentences import words_in
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="STR-01",
    name="over_length_budget",
    severity=Severity.WARNING,
    checks=(
        "A clause has at most its budget of words, and a section at most the outline's, plus a third for the "
        "facts that are filled in."
    ),
    why="Five pages are kept clause by clause; the budget says where the words went.",
    bad="a clause of 140 words with a budget of 60",
    good="the list stands in a schedule, the clause says one sentence and points to it",
    source="Budgets stand in each clause.yaml and in the outline; the words are counted as printed in the body.",
    reads=Reads.DRAFT,
)

TOLERANCE = Fraction(1, 3)
MEND = "move lists to the schedule of the clause, or leave out an optional clause"


def find(context: Context) -> Iterator[Finding]:
    library, outline = context.draft.library, context.draft.outline
    counted = Counter[str]()
    for line in context.paper.body:
        counted[line.clause] += words_in(line.words)
    for clause, words in counted.items():
        budget = library.clauses[clause].budget if clause in library.clauses else 0
        if is_over(words, budget):
            yield RULE.finding(f"The clause has {words} words; its budget is {budget}.", clause=clause, mend=MEND)
    for section in outline.sections:
        words = sum(counted[clause] for clause in section.clauses)
        if is_over(words, section.budget):
            yield RULE.finding(
                f"The section has {words} words; its budget is {section.budget}.",
                clause=section_id(section.id),
                mend=MEND,
            )


def is_over(words: int, budget: int) -> bool:
    """Whether a count is over its budget by more than the tolerance; without a budget nothing is."""
    return 0 < budget * (1 + TOLERANCE) < words
