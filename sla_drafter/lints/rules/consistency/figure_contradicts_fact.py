"""A text of the user gives a measured thing another figure than the agreement does."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import lru_cache

from sla_drafter.findings import Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.figures_said import sizes_of, stated_in
from sla_drafter.lints.free_text import Said, describes, free_texts
from sla_drafter.lints.measured import Measured, measured_in
from sla_drafter.lints.rule import Rule
from sla_drafter.model.paths import Fact, referent
from sla_drafter.model.scalars import Percent, Target

RULE = Rule(
    code="CON-06",
    name="figure_contradicts_fact",
    severity=Severity.ERROR,
    others=(Severity.WARNING,),
    checks=(
        "A percentage beside a word for availability in the user's own text is a target of an availability; a time "
        "beside a word for response or restore is one of those times. It is a warning where the words may mean "
        "something else."
    ),
    why="Where one quantity has two values, each side reads the one that it likes.",
    bad="purpose: runs the shop with an availability of 99.5%   (the target is 99.9%)",
    good="purpose: runs the shop",
    source="What is made from the facts cannot differ from them; words that somebody typed are held against them.",
    languages=LANGUAGES,
)
PROMISED = {
    "availability": ("metrics.*.target", "metrics.*.minimum", "packages.*.targets.*", "*.availability"),
    "response": ("severities.*.response", "*.first_contact"),
    "restore": ("severities.*.restore", "continuity.*"),
}
TIMED = ("metrics.*", "*.turnaround*", "*.deadline", "*answer_within", "responsibilities.*", "packages.*")
"""What may be the figure of a response and of a restore alike."""
ASIDE = (
    *("services.*.modes.*", "services.*.out_of_scope*", "services.*.dependencies.*", "responsibilities.customer*"),
    *("exclusions.*", "severities.*", "review.*", "metrics.*.down_when", "metrics.*.measures"),
)
"""Texts in which a share may be a border that nobody promises, or that of something else."""


def find(context: Context) -> Iterator[Finding]:
    for said in free_texts(context):
        for one in measured_in(said.words, context.paper.language, is_clause=said.is_clause):
            is_time = one.thing != "availability"
            if is_time and not (said.is_clause or describes(said.path)):
                continue
            if not _agrees(context, said, one):
                is_plain = one.is_sure and not _is(said.path, ASIDE)
                yield _found(context, said, one, RULE.severity if is_plain else Severity.WARNING)


def _agrees(context: Context, said: Said, one: Measured) -> bool:
    """Whether a figure is one of the thing that it stands beside, or is nowhere stated, which another rule finds."""
    agreed = {size for fact in _promises(context, said, one.thing) for size in sizes_of(fact)}
    if one.size in agreed:
        return True
    if one.thing != "availability" and not agreed:
        return True  # nobody promises such a time: there is nothing to contradict
    return describes(said.path) and one.size not in stated_in(context.facts)


def _promises(context: Context, said: Said, thing: str) -> Iterator[Fact]:
    patterns = PROMISED[thing] if thing == "availability" else (*PROMISED[thing], *TIMED)
    for fact in context.facts:
        if _is(fact.path.removeprefix("parent."), patterns) and (
            thing != "availability" or _is_of(context, said, fact)
        ):
            yield fact


def _is_of(context: Context, said: Said, fact: Fact) -> bool:
    """Whether a share may be the availability of what a text speaks of: that of its service, where it speaks of one."""
    keys = fact.path.removeprefix("parent.").split(".")
    metric = referent(context.agreement, "metrics", keys[1] if keys[0] == "metrics" else keys[-1])
    if metric is None or not said.path.startswith("services."):
        return True
    return metric.service is None or metric.service == said.path.split(".")[1]


def _found(context: Context, said: Said, one: Measured, severity: Severity) -> Finding:
    target = next(_targets(context, said), None) if one.thing == "availability" else None
    figure = spelled.fact(target.value.value, context.agreement) if target else ""
    promised = f"the target is {figure}" if figure else f"no {one.thing} is promised so"
    instead = f"{{{{ {target.path} }}}}" if target and said.is_clause else f"delete it, or say {figure or 'what holds'}"
    return RULE.finding(
        f"“{one.words}” stands beside “{one.beside}”, and {promised}.",
        said.path,
        severity=severity,
        figures=(("figure", one.words), *((("target", figure),) if figure else ())),
        quote=one.words,
        also=(target.path,) if target else (),
        also_notes=("the target is here",) if target else (),
        mend=instead,
    )


def _targets(context: Context, said: Said) -> Iterator[Fact]:
    for fact in _promises(context, said, "availability"):
        is_share = isinstance(fact.value, Target) and isinstance(fact.value.value, Percent)
        metric = referent(context.agreement, "metrics", fact.path.split(".")[1])
        if is_share and metric and metric.formula and "availability" in metric.formula.kind.id:
            yield fact


@lru_cache(maxsize=8192)
def _is(path: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatchcase(path, pattern) for pattern in patterns)
