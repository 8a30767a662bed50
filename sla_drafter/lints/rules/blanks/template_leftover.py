"""Something of the template is left."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="FIL-02",
    name="template_leftover",
    severity=Severity.ERROR,
    checks="No note to the author, choice between texts or command of a template is left.",
    why="A note to the author tells the other side what was considered; a choice that nobody made is no promise.",
    bad="[Option A: credits] [Option B: no credits]",
    good="the option that was chosen",
    source="Own list of signs.",
    reads=Reads.FOREIGN,
    sure=Confidence.HIGH,
)

LEFTOVER = re.compile(
    r"\[(?:option|alternative|optional|note|drafting note|drafter|delete|if applicable|choose|select|use if)\b"
    r"[^\[\]]{0,120}\]?"
    r"|\b(?:drafting note|drafter's note|note to (?:draft|drafter|author)|delete as (?:applicable|appropriate))\b"
    r"|\blorem ipsum\b"
    r"|\{%[^%]{0,80}%\}|\bError! (?:Reference source|Bookmark) not (?:found|defined)",
    re.IGNORECASE,
)


def find(paper: Paper) -> Iterator[Finding]:
    said: set[tuple[str, str]] = set()
    for line in paper.lines:
        for found in LEFTOVER.finditer(line.words):
            if (line.clause, found[0]) in said:
                continue
            said.add((line.clause, found[0]))
            message = f"“{found[0]}” is left of a template."
            yield RULE.finding(message, clause=line.clause, quote=found[0], mend="decide, and delete what is not meant")
