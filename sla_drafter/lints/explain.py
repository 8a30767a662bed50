"""The manual page of a rule: what it checks, why, a bad and a good example, its source, whether it can be waived."""

from __future__ import annotations

from textwrap import wrap

from sla_drafter.errors import SlaDrafterError
from sla_drafter.language.distance import nearest
from sla_drafter.lints.register import REGISTER, code_of, rule_file
from sla_drafter.lints.rule import Rule

_WIDTH = 104
_INDENT = " " * 12


class UnknownRule(SlaDrafterError, LookupError):
    """A rule that there is not; it names those that a slip of the hand could have turned into this one."""

    def __init__(self, asked: str) -> None:
        names = {path.rpartition(".")[2]: code for code, path in REGISTER.items()}
        near = nearest(asked, (*names, *REGISTER))
        meant = " or ".join(f"{names[name]} {name}" if name in names else name for name in near)
        hint = f"Did you mean {meant}?" if near else f"The rules are {', '.join(REGISTER)}."
        super().__init__(f"There is no rule {asked!r}. {hint}")
        self.asked, self.near = asked, near


def explain(code_or_name: str) -> str:
    """The manual page of a rule, by its code (CRE-04) or its name (ladder_misses_target)."""
    code = code_of(code_or_name)
    if code is None:
        raise UnknownRule(code_or_name)
    return page(rule_file(code).RULE)


def page(rule: Rule) -> str:
    """The manual page of a rule as text."""
    head = f"{rule.code}  {rule.name}  ({grades(rule)}; {rule.reads.value})"
    parts = {
        "Checks": rule.checks,
        "Why": rule.why,
        "Bad": rule.bad,
        "Good": rule.good,
        "Source": rule.source,
        "Waiver": rule.waiver,
    }
    return "\n".join((head, "", *(_entry(name, words) for name, words in parts.items()))) + "\n"


def grades(rule: Rule) -> str:
    """The severity, and those of the kinds that differ: "error; warning for multi_level"."""
    graded: dict[str, list[str]] = {}
    for kind, grade in rule.graded.items():
        graded.setdefault(grade.value, []).append(kind)
    several = " or ".join(grade.value for grade in (rule.severity, *rule.others))
    return "; ".join((several, *(f"{grade} for {', '.join(kinds)}" for grade, kinds in graded.items())))


def _entry(name: str, words: str) -> str:
    lines = [line for part in words.split("\n") for line in wrap(part, _WIDTH - len(_INDENT), break_long_words=False)]
    return f"  {name:<10}" + f"\n{_INDENT}".join(lines)
