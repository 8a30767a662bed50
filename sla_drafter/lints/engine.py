"""Runs the rules over a draft: each finding gets its severity for the kind, its clause, its page and its waiver."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache

from attrs import evolve

from sla_drafter.assembly.draft import Draft
from sla_drafter.document.pages import Pages
from sla_drafter.findings import Finding, Mend, Severity, worst_first
from sla_drafter.lints.context import Context
from sla_drafter.lints.register import REGISTER, Found, rule_files
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.traced import traced
from sla_drafter.lints.waivers import with_waivers
from sla_drafter.lints.whereabouts import located, with_places
from sla_drafter.model.configuration import USUAL, Configuration

__all__ = ["lint", "not_run", "with_places"]


def lint(
    draft: Draft,
    *,
    on: date | None = None,
    layout: Pages | None = None,
    brochure: Pages | None = None,
    configuration: Configuration = USUAL,
    words: bool = True,
) -> tuple[Finding, ...]:
    """Every finding of every rule, worst first; `on` is the date on which waivers are judged.

    Rules that need the pages are left out when there is no layout; `not_run` names them. Those on the brochure are run
    where one is wanted. Without `words`, those that judge the words of the paper are left out.
    """
    left_out = frozenset[str]() if words else _on_words()
    context = Context(draft, on, layout, brochure=brochure, configuration=configuration, left_out=left_out)
    found = [fault for fault in draft.faults if fault.rule not in REGISTER]
    found += _found(_FIRST, context)
    signed = (_as_signed(finding, context) for finding in found)
    graded = (finding for one in signed if (finding := configuration.graded(one)))
    located = (_located(_with_offer(finding, draft), context) for finding in graded)
    done = with_waivers(located, draft.agreement, on)
    context = evolve(context, found=done)
    last = (finding for one in _found(_LAST, context) if (finding := configuration.graded(one)))
    return worst_first((*done, *(_located(finding, context) for finding in last)))


def not_run(draft: Draft, *, layout: Pages | None = None) -> tuple[Rule, ...]:
    """The rules that hold for the draft and were left out because they need the pages."""
    judged = (file.RULE for file in rule_files() if file.RULE.reads is Reads.LAYOUT and layout is None)
    return tuple(rule for rule in judged if Context(draft).kinds in rule.kinds)


@cache
def _on_words() -> frozenset[str]:
    return frozenset(file.RULE.code for file in rule_files() if file.RULE.reads is Reads.PAPER)


_LAST = (Reads.FINDINGS,)
_FIRST = tuple(reads for reads in Reads if reads not in (*_LAST, Reads.LIBRARY, Reads.FOREIGN))


def _found(reading: tuple[Reads, ...], context: Context) -> list[Finding]:
    asked = _asked(reading, context.kinds, context.paper.language, context.left_out)
    return [finding for file in asked for finding in _findings(file, context)]


@lru_cache(maxsize=256)
def _asked(
    reading: tuple[Reads, ...], kinds: frozenset[str], language: str, left_out: frozenset[str]
) -> tuple[Found, ...]:
    """The rules that judge an agreement of these kinds in a language; drafts of one kind ask for the same."""
    rules = ((file, file.RULE) for file in rule_files() if file.RULE.reads in reading)
    return tuple(
        file for file, rule in rules if kinds in rule.kinds and rule.speaks(language) and rule.code not in left_out
    )


def _findings(file: Found, context: Context) -> Iterator[Finding]:
    rule = file.RULE
    if _lacks_pages(rule, context):
        return
    on_words = rule.reads is Reads.PAPER
    found = traced(file.find(context.paper), context.paper) if on_words else file.find(context)
    for finding in found:
        graded = rule.graded and finding.severity is rule.severity
        yield evolve(finding, severity=rule.severity_for(context.kinds)) if graded else finding


def _lacks_pages(rule: Rule, context: Context) -> bool:
    if rule.reads is Reads.LAYOUT:
        return context.layout is None
    return rule.reads is Reads.BROCHURE and context.brochure is None


def _as_signed(finding: Finding, context: Context) -> Finding:
    """An absent fact that the paper prints as a blank is an error, however mild its absence is elsewhere."""
    return evolve(finding, severity=Severity.ERROR) if finding.field in context.paper.index.blanks else finding


def _with_offer(finding: Finding, draft: Draft) -> Finding:
    """An absent fact for which the clause has a default that nobody may supply unread: it is the mend."""
    offered = next((one for one in draft.offered if one.path == finding.field), None)
    if offered is None:
        return finding
    key = offered.path.rpartition(".")[2]
    return evolve(finding, mend=Mend(f"{key}: {offered.words}   (the {offered.position} words of {offered.clause})"))


def _located(finding: Finding, context: Context) -> Finding:
    pages = context.layout.page_of if context.layout else {}
    return located(finding, context.paper, pages.get)
