"""A description promises a figure, and the list of service levels does not know it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import cache, lru_cache

from sla_drafter.findings import Finding, Severity
from sla_drafter.language.words import words
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule
from sla_drafter.model.scalars import Duration, Percent, Prose

RULE = Rule(
    code="MEA-20",
    name="figure_outside_list",
    severity=Severity.ERROR,
    checks=(
        "A percentage or a length of time in the words that describe a service, a package or a goal is one of the "
        "figures that the agreement states elsewhere."
    ),
    why="'Usually within 20 minutes' is read as a promise by one side and as a description by the other.",
    bad="delivery: remotely, usually within 20 minutes",
    good="delivery: remotely   and   turnaround: [{request: remote help, within: 20 minutes}]",
    source="The list of service levels is closed: no other figure is one.",
)

DESCRIBES = (
    "services.*.purpose",
    "services.*.delivery",
    "services.*.maintenance",
    "services.*.deliverables*",
    "services.*.processes*",
    "services.*.modes.*",
    "packages.*.content*",
    "goals.*.text",
    "goals.*.tasks*",
)
UNITS = ("millisecond", "second", "minute", "hour", "day", "business_hour", "business_day")
SHORT = ("%", "percent", "ms", "min", "h")


def find(context: Context) -> Iterator[Finding]:
    language = context.paper.language
    stated: frozenset[str] | None = None
    for fact in context.facts:
        if describes(fact.path):
            for text in _texts(context, fact.value):
                for found in _figure(language).finditer(text):
                    stated = _stated(context, language) if stated is None else stated
                    if _plain(found[0]) not in stated:
                        yield _found(fact.path, found[0])


@lru_cache(maxsize=4096)
def describes(path: str) -> bool:
    """Whether the text of a fact describes what is agreed elsewhere."""
    return any(fnmatchcase(path, pattern) for pattern in DESCRIBES)


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


@cache
def _figure(language: str) -> re.Pattern[str]:
    """A number with a unit of time or a sign of per cent behind it."""
    forms = {form for unit in UNITS for name, form in words(language).units[unit].items() if name != "every"}
    units = "|".join(map(re.escape, sorted({*forms, *SHORT}, key=len, reverse=True)))
    return re.compile(rf"(?<![\w.,])\d[\d.,]*[\s-]?(?:{units})(?!\w)", re.IGNORECASE)


def _stated(context: Context, language: str) -> frozenset[str]:
    """Every length of time and percentage of the agreement, as it is printed."""
    facts = (fact.value for fact in context.facts)
    values = (
        part for value in facts for part in (value, getattr(value, "threshold", None), getattr(value, "value", None))
    )
    lengths = (value for value in values if isinstance(value, Duration | Percent))
    return frozenset(_plain(spelled.fact(value, context.agreement, language)) for value in lengths)


def _plain(figure: str) -> str:
    return "".join(figure.split()).casefold()
