"""The manual page of a code: what it checks, why, a bad and a good example or the mend, whether it can be waived."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from textwrap import wrap

from sla_drafter.errors import SlaDrafterError
from sla_drafter.language.distance import nearest
from sla_drafter.language.patterns import compiled
from sla_drafter.lints.notices import OCCASIONS, Notice, notices
from sla_drafter.lints.register import REGISTER, code_of, rule_file
from sla_drafter.lints.rule import Rule

_WIDTH = 104
_INDENT = " " * 12
_CODE = compiled(r"([A-Z]+)-?(\d+)", re.IGNORECASE)
_MOST_NAMED, _LONGEST = 3, 9


class UnknownRule(SlaDrafterError, LookupError):
    """A code or name that there is not; it names those that a slip of the hand could have turned into this one."""

    def __init__(self, asked: str) -> None:
        near = _near(asked)
        named = " or ".join(f"{code} {_named()[code]}" for code in near)
        hint = f"Did you mean {named}?" if near else "Every code and name: sla-drafter explain"
        super().__init__(f"There is no rule {asked!r}. {hint}")
        self.asked, self.near = asked, near


def explain(code_or_name: str) -> str:
    """The manual page of a code (CRE-04, DOC-18) or a name (ladder_misses_target); of a name of several, each page."""
    code = code_of(code_or_name)
    if code:
        return page(rule_file(code).RULE)
    found = tuple(_of_name(code_or_name.strip()))
    if not found:
        raise UnknownRule(code_or_name)
    return "\n".join(map(notice_page, found))


def _of_name(asked: str) -> Iterator[Notice]:
    """The notice of a code, in any case, or those of a name."""
    known = notices()
    if asked.upper() in known:
        yield known[asked.upper()]
        return
    yield from (one for one in known.values() if one.name == asked.lower().replace("-", "_"))


def _named() -> Mapping[str, str]:
    """The name of every code."""
    rules = {code: path.rpartition(".")[2] for code, path in REGISTER.items()}
    return rules | {code: notice.name for code, notice in notices().items()}


def _near(asked: str) -> tuple[str, ...]:
    """The codes nearest to one that there is not: by its family and number, or by its name."""
    named = _named()
    typed = _CODE.fullmatch(asked.strip())
    if not typed:
        by_name: dict[str, list[str]] = {}
        for code, name in named.items():
            by_name.setdefault(name, []).append(code)
        return tuple(code for name in nearest(asked, by_name) for code in by_name[name])[:_MOST_NAMED]
    families = tuple(dict.fromkeys(code.partition("-")[0] for code in named))
    meant = nearest(typed[1], families, limit=1)
    code = f"{''.join(meant)}-{int(typed[2][:_LONGEST]):02}"
    beside = sorted((one for one in named if one.partition("-")[0] in meant), key=lambda one: _far(one, code))
    return tuple(beside[: _MOST_NAMED if typed[1].upper() in families else 1])


def _far(code: str, other: str) -> tuple[bool, int]:
    """How far two codes of a family are from each other: digits in another order are nearest, then near numbers."""
    one, two = (int(each.partition("-")[2]) for each in (code, other))
    return sorted(code) != sorted(other), abs(one - two)


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
    return _laid_out(head, parts)


def notice_page(notice: Notice) -> str:
    """The manual page of a code that is no rule."""
    head = f"{notice.code}  {notice.name}  ({notice.severity}; said {OCCASIONS[notice.occasion]})"
    return _laid_out(head, {"Checks": notice.checks, "Why": notice.why, "Mend": notice.mend})


def _laid_out(head: str, parts: Mapping[str, str]) -> str:
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
