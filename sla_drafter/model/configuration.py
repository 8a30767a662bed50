"""How a house wants its agreements judged: rules on or off, severities, budgets, counting, words that it knows."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from types import MappingProxyType

from attrs import evolve, field

from sla_drafter.findings import Finding, Severity
from sla_drafter.values import frozen

OFF = "off"
PLAIN = "plain"
DUTY_VERBS = ("shall", "must", "will")


@frozen
class Configuration:
    """What a configuration file says; what it does not say is None, empty or the usual.

    `severities` has the severity of rules by code, None for a rule that is off. `pages` and `pages_limit` are the aim
    and the limit of the body, `sentence_words` the longest sentence without a warning. `abbreviations` end no sentence,
    written without their full stop and in small letters; `terms` are words with a capital that need no definition;
    `duty_verb` is the verb of every English duty. A `strict` one, that of a sign-off, only ever asks for more than the
    rules do.
    """

    file: PurePath | None = None
    fail_on: Severity | None = None
    severities: Mapping[str, Severity | None] = field(factory=lambda: MappingProxyType({}), hash=False)
    profile: str = PLAIN
    pages: int | None = None
    pages_limit: int | None = None
    sentence_words: int | None = None
    abbreviations: frozenset[str] = frozenset()
    terms: tuple[str, ...] = ()
    duty_verb: str | None = None
    is_strict: bool = False

    def strict(self) -> Configuration:
        """What is left for a sign-off: nothing that lowers, counts in a milder way, or takes a word as known."""
        return evolve(self, is_strict=True, profile=PLAIN, abbreviations=frozenset(), terms=())

    def graded(self, finding: Finding) -> Finding | None:
        """A finding with the severity that the house gives its rule; None for one of a rule that is off.

        An error stays an error, whatever is asked.
        """
        if finding.severity is Severity.ERROR or finding.rule not in self.severities:
            return finding
        asked = self.severities[finding.rule]
        if self.is_strict and (asked is None or asked.rank > finding.severity.rank):
            return finding
        return evolve(finding, severity=asked) if asked else None

    def page_budget(self, aim: int, limit: int) -> tuple[int, int]:
        """The aim and the limit of the body, from those of the outline; the limit is never above the outline's."""
        most = min(limit, self.pages_limit or limit)
        wanted = self.pages or aim
        return min(most, min(aim, wanted) if self.is_strict else wanted), most

    def longest_sentence(self, usual: int) -> int:
        """How many words a sentence may have before a warning."""
        wanted = self.sentence_words or usual
        return min(usual, wanted) if self.is_strict else wanted


USUAL = Configuration()
"""The configuration of a house that has none."""


@frozen
class KnownRule:
    """A rule as a configuration knows it: code, name, and whether all of its findings are errors."""

    code: str
    name: str
    is_always_error: bool
