"""The manual of all rules and other codes as one page in Markdown: the same words as `explain`, by family."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from sla_drafter.language.patterns import compiled
from sla_drafter.lints.explain import grades
from sla_drafter.lints.notices import OCCASIONS, Notice, notices
from sla_drafter.lints.register import REGISTER, VERSION, rule_file
from sla_drafter.lints.rule import Rule

COMMAND = "sla-drafter explain --all -o docs/reference/rules.md"
_TOP = """\
# The rules

Written by `{command}`; a change by hand is overwritten. One rule at the terminal: `sla-drafter explain RULE`.

{count} rules, version {version}. An error blocks a draft, a warning blocks a sign-off, information blocks nothing.
[Configuration](configuration.md) says which rules a house can switch off. [Other codes](#other-codes) are those of
files that are read, written, verified and signed off; no setting and no waiver touches them.
"""
_OTHERS = """\
## Other codes

What is said of files: codes that are no rules, each with what it means and the mend.
"""
_MARKS = compiled(r"([\\`*_<>\[\]|#~&])")


def rules_page() -> str:
    """The page: a table of each family, then the manual page of each of its rules."""
    parts = [_TOP.format(command=COMMAND, count=len(REGISTER), version=VERSION)]
    by_family = groupby(sorted(REGISTER, key=_family), key=_family)
    for family, codes in by_family:
        rules = [rule_file(code).RULE for code in codes]
        parts.append(f"## {family.capitalize()}\n")
        parts.append("\n".join(("| rule | name | severity |\n|---|---|---|", *map(_row, rules))) + "\n")
        parts += [part for rule in rules for part in _page(rule)]
    return "\n".join((*parts, _OTHERS, *_other_codes()))


def _other_codes() -> Iterator[str]:
    """For each occasion a table of its codes, then the page of each."""
    for occasion, when in OCCASIONS.items():
        said = [one for one in notices().values() if one.occasion == occasion]
        yield f"### {occasion.replace('_', ' ').capitalize()}\n"
        yield f"Said {when}.\n"
        yield "\n".join(("| code | name | severity |\n|---|---|---|", *map(_row_of_notice, said))) + "\n"
        yield from (part for one in said for part in _page_of_notice(one))


def _row_of_notice(notice: Notice) -> str:
    return f"| [{notice.code}](#{notice.code.lower()}-{notice.name}) | `{notice.name}` | {notice.severity} |"


def _page_of_notice(notice: Notice) -> Iterator[str]:
    yield f"#### {notice.code} {_said(notice.name)}\n"
    yield f"**Checks.** {_said(notice.checks)}\n"
    yield f"**Why.** {_said(notice.why)}\n"
    yield f"**Mend.** {_said(notice.mend)}\n"


def _family(code: str) -> str:
    return REGISTER[code].partition(".")[0]


def _row(rule: Rule) -> str:
    return f"| [{rule.code}](#{rule.code.lower()}-{rule.name}) | `{rule.name}` | {_said(grades(rule))} |"


def _page(rule: Rule) -> Iterator[str]:
    yield f"### {rule.code} {_said(rule.name)}\n"
    yield f"{_said(grades(rule).capitalize())}; {_said(rule.reads.value)}.\n"
    yield f"**Checks.** {_said(rule.checks)}\n"
    yield f"**Why.** {_said(rule.why)}\n"
    yield f"Bad:\n\n{_shown(rule.bad)}\n"
    yield f"Good:\n\n{_shown(rule.good)}\n"
    yield f"**Source.** {_said(rule.source)}\n"
    yield f"**Waiver.** {_said(rule.waiver)}\n"


def _said(words: str) -> str:
    """Words of a rule, none of which is a mark of Markdown."""
    return _MARKS.sub(r"\\\1", " ".join(words.split()))


def _shown(words: str) -> str:
    """An example, letter by letter."""
    return "\n".join(f"    {line}".rstrip() for line in words.splitlines())
