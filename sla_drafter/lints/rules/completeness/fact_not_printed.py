"""A fact was agreed, and no clause of the draft says it."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import lru_cache

from sla_drafter.document.index import values_of
from sla_drafter.findings import Finding, Severity
from sla_drafter.language.patterns import compiled
from sla_drafter.lints import wordlists
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.model.facts import REFERS_TO, key_of
from sla_drafter.model.paths import Fact
from sla_drafter.model.scalars import Choice, Prose

RULE = Rule(
    code="CMP-38",
    name="fact_not_printed",
    severity=Severity.WARNING,
    checks=(
        "Every fact of the agreement is printed by a chosen clause, shapes its words (a yes or no, a choice, a role), "
        "or is used to choose, order or compute."
    ),
    why="What is not on the paper was not agreed: the file says one thing, the signed pages say less.",
    bad="meetings: {every: 1 month} (clause meetings left out)",
    good="the clause meetings is in the draft, or the fact is deleted",
    source="The index of printed values; data/used_by_structure.yaml lists what need not be printed, and why.",
    reads=Reads.DRAFT,
)


CALLED = ("title", "name", "text", "tool")
"""What a thing is called by, where another fact names it."""
ASKED = compiled(r"\.([a-z_]+)")


def find(context: Context) -> Iterator[Finding]:
    index = context.paper.index
    printed = {*index.values, *index.blanks}
    holders = frozenset[str]().union(*map(around, printed))
    names = tuple(value.words for _, value in values_of(context.draft.document) if value.form == "named")
    asked = {name for text in context.texts for name in asked_in(text.source)}
    for fact in context.facts:
        if fact.path in holders or not printed.isdisjoint(around(fact.path)) or is_used(fact.path):
            continue
        if (shapes_words(fact) and key_of(fact.attribute) in asked) or is_named(fact, names, context):
            continue
        yield RULE.finding(
            f"No clause of the draft prints {fact.path}.",
            fact.path,
            mend="delete it, or include the clause that prints it",
        )


@lru_cache(maxsize=4096)
def around(path: str) -> frozenset[str]:
    """The path itself and everything it is a part of."""
    return frozenset((path, *(path[:end] for end, sign in enumerate(path) if sign in ".[")))


@lru_cache(maxsize=1024)
def asked_in(source: str) -> frozenset[str]:
    """The names of facts that a clause text asks for."""
    return frozenset(ASKED.findall(source))


@lru_cache(maxsize=4096)
def is_used(path: str) -> bool:
    """Whether choosing, ordering or computing uses a fact that need not be printed."""
    return any(fnmatchcase(path, pattern) for pattern in wordlists.used_by_structure())


def is_named(fact: Fact, names: tuple[str, ...], context: Context) -> bool:
    """Whether a thing is called by this fact where another fact names it: the title of a role that owns a metric."""
    words = context.words(fact.value) if key_of(fact.attribute) in CALLED and isinstance(fact.value, Prose) else ""
    return bool(words) and any(words in name for name in names)


def shapes_words(fact: Fact) -> bool:
    """Whether a fact can decide which words a clause prints: a yes or no, a choice, the name of another thing."""
    return isinstance(fact.value, bool | Choice) or bool(fact.attribute.metadata[REFERS_TO])
