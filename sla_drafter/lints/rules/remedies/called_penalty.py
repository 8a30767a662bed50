"""A sum is called a penalty where the law does not enforce one."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.lints.context import Context
from sla_drafter.lints.free_text import sentences_said
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.wordlists import pattern

RULE = Rule(
    code="REM-02",
    name="called_penalty",
    severity=Severity.WARNING,
    checks=(
        "Where the profile of the law knows no contractual penalty, no text of the user says that one is paid. That "
        "something is no penalty may be said."
    ),
    why="A sum that its own contract calls a penalty invites the other side to have it struck out.",
    bad="clauses: {credit_nature: {replace: The Provider shall pay a penalty.}}   (law: england_and_wales)",
    good="The Provider shall give a service credit.",
    source="Profiles in clause_library/laws, each with its source; own list of words (data/free_text.yaml).",
    reads=Reads.DRAFT,
    languages=LANGUAGES,
)


def find(context: Context) -> Iterator[Finding]:
    chosen = context.agreement.law
    law = context.draft.library.laws.get(chosen.id) if chosen else None
    if law is None or "penalty" in law.natures:
        return
    penalty, pays, none = (pattern("free_text", context.paper.language, key) for key in _KEYS)
    for said, sentence in sentences_said(context):
        found = penalty.search(sentence)
        if found and pays.search(sentence) and not none.search(sentence[: found.start()]):
            yield RULE.finding(
                f"“{found[0]}”: under the law of {law.names['en']} a penalty may not be enforced.",
                said.path,
                quote=found[0],
                also=("law",),
                also_notes=("the law",),
                mend=f"service credit, as a {law.natures[0].replace('_', ' ')}" if law.natures else "service credit",
            )


_KEYS = ("penalty", "pays", "no_penalty")
