"""The provider may change the promise, and the customer has to stay."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.lints.context import Context
from sla_drafter.lints.free_text import sentences_said
from sla_drafter.lints.kinds import EXTERNAL
from sla_drafter.lints.required import Needed, missing
from sla_drafter.lints.rule import Rule
from sla_drafter.lints.wordlists import pattern

RULE = Rule(
    code="REM-07",
    name="change_without_way_out",
    severity=Severity.ERROR,
    checks=(
        "What the provider may change without consent has a notice; a change for the worse has a way out for the "
        "customer and does not hold at any time. No text of the user lets it change what is agreed at will."
    ),
    why="A promise that the one who makes it may lower at any time is none.",
    bad="unilateral_change: {subjects: [the targets], worsening: at any time}",
    good="unilateral_change: {subjects: […], notice: 60 days, worsening: from the next term, exit_within: 30 days}",
    source="Public agreements give sixty to ninety days and an exit.",
    kinds=EXTERNAL,
)

NOTICE = Needed("notice", "The provider may change levels without notice.", "60 days")
EXIT = Needed("exit_within", "A customer cannot leave because of a change for the worse.", "30 days")


def find(context: Context) -> Iterator[Finding]:
    yield from _said(context)
    change = context.agreement.unilateral_change
    if change is None or (change.worsening and change.worsening.id == "never"):
        return
    yield from missing(RULE, change, "unilateral_change", (NOTICE, EXIT))
    if change.worsening and change.worsening.id == "at_any_time":
        yield RULE.finding(
            "A change for the worse may hold at any time, also in the running term.",
            "unilateral_change.worsening",
            mend="worsening: from the next term",
        )


def _said(context: Context) -> Iterator[Finding]:
    """A sentence of the user's own by which the provider may change what is agreed at any time or without notice."""
    if context.paper.language not in LANGUAGES:
        return
    change, levels, at_will, noticed = (pattern("free_text", context.paper.language, key) for key in _KEYS)
    for said, sentence in sentences_said(context):
        found, will = change.search(sentence), at_will.search(sentence)
        what = sentence[found.start() : found.end() + _NEAR] if found else ""
        if found and will and levels.search(what) and not noticed.search(at_will.sub(" ", sentence)):
            yield RULE.finding(
                f"“{will[0]}”: the provider may change what is agreed, and the customer has to stay.",
                said.path,
                quote=will[0],
                mend="unilateral_change: {notice: 60 days, worsening: from the next term, exit_within: 30 days}",
            )


_NEAR = 40
"""How far behind the verb it is said what is changed."""
_KEYS = ("change", "levels", "at_will", "noticed")
