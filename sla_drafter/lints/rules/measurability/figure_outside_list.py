"""A description promises a figure, and the list of service levels does not know it."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.figures_said import Size, figures_in, stated_in
from sla_drafter.lints.free_text import describes
from sla_drafter.lints.rule import Rule
from sla_drafter.model.scalars import Prose

RULE = Rule(
    code="MEA-20",
    name="figure_outside_list",
    severity=Severity.ERROR,
    checks=(
        "A percentage or a length of time in the words that describe a service, a package, a goal or a behaviour is "
        "one of the figures that the agreement states elsewhere."
    ),
    why="'Usually within 20 minutes' is read as a promise by one side and as a description by the other.",
    bad="delivery: remotely, usually within 20 minutes",
    good="delivery: remotely   and   turnaround: [{request: remote help, within: 20 minutes}]",
    source="The list of service levels is closed: no other figure is one.",
)


def find(context: Context) -> Iterator[Finding]:
    language = context.paper.language
    stated: frozenset[Size] | None = None
    for fact in context.facts:
        if describes(fact.path):
            for text in _texts(context, fact.value):
                for figure in figures_in(text, language):
                    stated = stated_in(context.facts) if stated is None else stated
                    if figure.size not in stated:
                        yield _found(fact.path, figure.words)


def _found(path: str, figure: str) -> Finding:
    return RULE.finding(
        f"“{figure}” stands in a description, and no service level has it.",
        path,
        figures=(("figure", figure),),
        quote=figure,
        note="a figure",
        mend="delete it, or state it: as a metric, or as a turnaround",
    )


def _texts(context: Context, value: object) -> Iterator[str]:
    for prose in value if isinstance(value, tuple) else (value,):
        if isinstance(prose, Prose):
            yield context.words(prose)
