"""The rules as a configuration file may name them."""

from __future__ import annotations

from functools import cache

from sla_drafter.findings import Severity
from sla_drafter.lints.register import rule_files
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.model.configuration import KnownRule


@cache
def known_rules() -> tuple[KnownRule, ...]:
    """Every rule, in the order of the register."""
    return tuple(KnownRule(rule.code, rule.name, _is_always_error(rule)) for rule in (one.RULE for one in rule_files()))


def _is_always_error(rule: Rule) -> bool:
    """Whether a rule finds nothing but errors, on anybody's paper: a rule on words is milder on that of others."""
    on_words = rule.reads in (Reads.PAPER, Reads.FOREIGN)
    return not on_words and {rule.severity, *rule.graded.values(), *rule.others} == {Severity.ERROR}
