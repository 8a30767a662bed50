"""What a rule is: one fault with one code and one name, and what its manual page says."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from typing import Any

from attrs import field

from sla_drafter.findings import Confidence, Finding, Mend, Severity
from sla_drafter.lints.kinds import ALL, Kinds
from sla_drafter.values import frozen


class Reads(enum.Enum):
    """What a rule judges, in the words of its manual page."""

    DATA = "exact, from the agreement's data"
    DRAFT = "exact, from the draft"
    PAPER = "by counting and word lists, from the words of the paper"
    FOREIGN = "by the wording of a paper that somebody else wrote; in our own drafts the data answer it exactly"
    LAYOUT = "exact, from the pages as laid out"
    BROCHURE = "exact, from the pages of the brochure, when one is drafted"
    FINDINGS = "exact, from the draft and its other findings"
    LIBRARY = "exact, from the texts of the clause library"


@frozen
class Rule:
    """One fault: its code, its name, how serious it is, for which kinds, and the text of its manual page.

    `graded` gives the severity for kinds that differ; the worst of an agreement's kinds counts. `others` are severities
    that the rule gives itself, by how grave a fault is. `languages` are those whose words it knows, empty for all;
    `sure` is how sure it is on the words of somebody else.
    """

    code: str
    name: str
    severity: Severity
    checks: str
    why: str
    bad: str
    good: str
    source: str
    reads: Reads = Reads.DATA
    kinds: Kinds = ALL
    graded: Mapping[str, Severity] = field(factory=dict, hash=False)
    others: tuple[Severity, ...] = ()
    languages: tuple[str, ...] = ()
    sure: Confidence = Confidence.HIGH

    def finding(self, message: str, field: str = "", **more: Any) -> Finding:
        """A finding of this rule; a mend may be given as words."""
        if isinstance(more.get("mend"), str):
            more["mend"] = Mend(more["mend"])
        return Finding(self.code, self.name, more.pop("severity", self.severity), message, field, **more)

    def speaks(self, language: str) -> bool:
        """Whether the rule knows the words of a language."""
        return not self.languages or language in self.languages

    def severity_for(self, kinds: Iterable[str]) -> Severity:
        """How serious the fault is in an agreement of these kinds."""
        grades = [self.graded.get(kind, self.severity) for kind in kinds] if self.graded else []
        return min(grades, key=lambda grade: grade.rank, default=self.severity)

    @property
    def waiver(self) -> str:
        """Whether and how a finding of this rule can be waived."""
        grades = {self.severity, *self.graded.values(), *self.others}
        if Severity.WARNING not in grades:
            return "Not possible: an error is mended." if Severity.ERROR in grades else "Not needed: it blocks nothing."
        if self.reads is Reads.FINDINGS:
            return "Not possible: the waiver itself is mended or deleted."
        return f"{_HOW} An error is mended." if Severity.ERROR in grades else _HOW


_HOW = "A warning: under private: waivers, with rule, where, reason, approver and until."
