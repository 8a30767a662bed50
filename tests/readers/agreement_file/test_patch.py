from __future__ import annotations

import difflib
import re
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.errors import Unreadable
from sla_drafter.model.paths import facts_of, value_at
from sla_drafter.model.scalars import Choice, Prose
from sla_drafter.readers.agreement_file import loads, patch
from sla_drafter.readers.agreement_file.quoting import Written
from tests.readers.agreement_file.sample import AGREEMENT, CLAUSES


def changed_lines(text: str) -> list[str]:
    lines = difflib.ndiff(AGREEMENT.splitlines(), text.splitlines())
    return [line for line in lines if line.startswith(("- ", "+ "))]


def facts(text: str) -> dict[str, object]:
    return {fact.path: fact.value for fact in facts_of(loads(text, "agreement.yaml", CLAUSES).agreement)}


CHANGED: dict[str, tuple[Written | None, list[str]]] = {
    "title": ("A new: title", ["- title: Service Level Agreement for Managed PostgreSQL", '+ title: "A new: title"']),
    "law": (
        "germany",
        [
            "- law: england_and_wales                 # no default: somebody decides",
            "+ law: germany                 # no default: somebody decides",
        ],
    ),
    "hours.desk.start_outside": (
        None,
        [
            "-   desk: {week: Mon-Fri 08:00-18:00, holidays: England and Wales, start_outside: next opening}",
            "+   desk: {week: Mon-Fri 08:00-18:00, holidays: England and Wales}",
        ],
    ),
    "hours.always.holidays": (
        "none, ever",
        ["-   always: {week: 24x7}", '+   always: {week: 24x7, holidays: "none, ever"}'],
    ),
    "hours.always.week": (None, ["-   always: {week: 24x7}", "+   always: {}"]),
    "metrics.availability.no_data": (
        None,
        ["-     no_data: down                      # unless the Customer's own log shows the service up"],
    ),
    "metrics.availability.behaviour": ("care: a lot", ['+     behaviour: "care: a lot"']),
    "services.database.users": ("all shops", ["+     users: all shops"]),
    "services.database.fee": (
        "GBP 15,000 per month",
        ["-     fee: GBP 12,000 per month", "+     fee: GBP 15,000 per month"],
    ),
    "disputes.negotiate_within": ("30 days", ["+ disputes: {negotiate_within: 30 days}"]),
    "clauses.benchmarking.every": ("12 months", ["+ clauses: {benchmarking: {every: 12 months}}"]),
    "reports.recipients": (
        ["platform_lead", "customer_representative"],
        [
            (
                "- reports: {every: 1 month, due: 5 business days, sender: service_level_manager, recipients: "
                "[customer_representative], content: attainment of every metric, channel: e-mail}"
            ),
            (
                "+ reports: {every: 1 month, due: 5 business days, sender: service_level_manager, recipients: "
                "[platform_lead, customer_representative], content: attainment of every metric, channel: e-mail}"
            ),
        ],
    ),
    "credits.ladders.availability.99.9%.credit": (
        "12%",
        ["-       - {below: 99.9%, credit: 10%}", "+       - {below: 99.9%, credit: 12%}"],
    ),
    "credits.ladders.availability.99.0%.to": (
        "99.5%",
        ["-       - {below: 99.0%, credit: 25%}", "+       - {below: 99.5%, credit: 25%}"],
    ),
    "credits.ladders.availability.99.0%": (None, ["-       - {below: 99.0%, credit: 25%}"]),
    "responsibilities.customer[3].duty": ("keep calm", ["+     - {duty: keep calm}"]),
    "responsibilities.provider": (
        None,
        [
            "-   provider:",
            (
                "-     - {duty: monitor the service and open a case for each fault it finds, owner: duty_manager, "
                "when: at all times}"
            ),
        ],
    ),
    "responsibilities.provider[1]": (
        None,
        [
            "-   provider:",
            (
                "-     - {duty: monitor the service and open a case for each fault it finds, owner: duty_manager, "
                "when: at all times}"
            ),
        ],
    ),
    "escalation[2]": (
        None,
        ["-   - {after: 2 hours, provider: service_level_manager, customer: customer_representative}"],
    ),
    "sources": (
        {"probe": {"tool": "Eye", "owner": "provider"}},
        [
            "- sources:",
            (
                "-   probe: {tool: Aldgate Probe, owner: provider, interval: 60 seconds, place: provider network edge, "
                "automatic: yes, retention: 13 months}"
            ),
            "+ sources: {probe: {tool: Eye, owner: provider}}",
        ],
    ),
}


@pytest.mark.parametrize("path", CHANGED)
def test_a_change_touches_its_own_line_and_no_other(path: str) -> None:
    words, expected = CHANGED[path]
    text = patch(AGREEMENT, {path: words})
    assert sorted(changed_lines(text)) == sorted(expected)
    before, after = facts(AGREEMENT), facts(text)
    stem = re.sub(r"\[\d+\]$", "", path).removesuffix(".to").removesuffix(".duty")
    stem = "credits.ladders.availability" if stem.startswith("credits") else stem.removesuffix("[3]")
    assert all(before[other] == after[other] for other in before if not other.startswith(stem))


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_several_changes_are_made_at_once_in_the_line_ends_of_the_file(newline: str) -> None:
    text = patch(AGREEMENT.replace("\n", newline), {path: words for path, (words, _) in list(CHANGED.items())[:10]})
    assert text.count("\n") == text.count(newline)
    after = loads(text, "a.yaml", CLAUSES).agreement
    assert value_at(after, "law") == Choice("law", "germany")
    assert value_at(after, "disputes.negotiate_within")


def test_a_change_that_is_none_leaves_every_byte() -> None:
    assert patch(AGREEMENT, {}) == AGREEMENT
    assert patch(AGREEMENT, {"disputes.expert": None}) == AGREEMENT
    assert patch(AGREEMENT, {"law": "england_and_wales"}) == AGREEMENT


WORD = """\
sla_drafter: 1
clauses: {benchmarking: yes, insurance: TBC}
termination: TBC
review:
  triggers: []
roles: {}
"""


@pytest.mark.parametrize(
    ("path", "words", "line"),
    [
        (
            "clauses.benchmarking.every",
            "1 year",
            "clauses: {benchmarking: {include: yes, every: 1 year}, insurance: TBC}",
        ),
        ("clauses.benchmarking.include", "no", "clauses: {benchmarking: no, insurance: TBC}"),
        ("clauses.insurance.a_date", "2027-01-01", "clauses: {benchmarking: yes, insurance: {a_date: 2027-01-01}}"),
        ("termination.cure", "30 days", "termination: {cure: 30 days}"),
        ("review.triggers[1]", "a, b", '  triggers: ["a, b"]'),
        ("roles.boss.title", "Boss", "roles: {boss: {title: Boss}}"),
        ("review.triggers", None, "roles: {}"),
    ],
)
def test_a_word_makes_room_for_what_belongs_to_it(path: str, words: str | None, line: str) -> None:
    text = patch(WORD, {path: words})
    assert line in text.splitlines()
    assert loads(text, "a.yaml", CLAUSES).text == text


LAYOUTS = (
    "sla_drafter: 1\nroles:\n  a:   # b\n    title: x\n    # says who\n    holder: |\n      Ann\n      Bo\n\n# end\n",
    "sla_drafter: 1\nroles:\n  a:\n    title: >-\n      folded\n      text\n    holder: y  # z",
    "sla_drafter: 1\nroles: {a: {title: x, holder: 'it''s'}}",
    'sla_drafter: 1\nroles:\n  a: {title: "x",\n      holder: y}\n',
    "sla_drafter: 1\nroles:\n    a:\n        title: two\n          lines\n        holder: y\n",
)


@pytest.mark.parametrize("text", LAYOUTS)
@pytest.mark.parametrize("words", ["plain", "a: b, {c} #d", "two\nlines", None])
@pytest.mark.parametrize("key", ["title", "holder", "contact"])
def test_every_way_of_writing_a_value_can_be_changed(text: str, words: str | None, key: str) -> None:
    before = loads(text, "a.yaml", CLAUSES).agreement.roles[0]
    changed = patch(text, {f"roles.a.{key}": words})
    after = loads(changed, "a.yaml", CLAUSES).agreement.roles[0]
    value: Any = None if words is None else Prose((("", words),))
    change: dict[str, Any] = {key: value}
    assert after == evolve(before, **change)
    kept = [line.partition(" # ")[2] for line in text.splitlines() if words is not None or f"{key}:" not in line]
    assert [line.partition(" # ")[2] for line in changed.splitlines() if " # " in line] == [
        each for each in kept if each
    ]


def test_the_last_key_of_a_thing_takes_the_thing_with_it() -> None:
    text = "sla_drafter: 1\nroles:\n  a:\n    title: x\nversion: 1\n"
    assert patch(text, {"roles.a.title": None}) == "sla_drafter: 1\nversion: 1\n"


def test_the_first_key_of_an_item_leaves_the_item() -> None:
    text = "sla_drafter: 1\nescalation:\n  - after: 1 hour\n    provider: TBC\n  - after: 2 hours\n"
    assert patch(text, {"escalation[1].after": None}).splitlines()[2] == "  - provider: TBC"


@pytest.mark.parametrize("path", ["title.words", "escalation[9].after", "credits.ladders.availability.42%.credit"])
def test_a_path_that_leads_nowhere_is_refused(path: str) -> None:
    with pytest.raises(Unreadable, match="leads nowhere"):
        patch(AGREEMENT, {path: "x"})


SMALL = """\
sla_drafter: 1
title: x   # a comment
parties:
  provider: {name: x, address: 'y', notices: a@b.example}
goals:
  reach: {tasks: [a, b], text: z}
services:
  database:
    name: "Data"
    purpose: >-
      serves
      shops
    delivery: {en: remotely}
"""
BASE = loads(SMALL, "small.yaml", CLAUSES)
TEXTS = (
    "title",
    "parties.provider.name",
    "parties.provider.address",
    "goals.reach.text",
    "services.database.name",
    "services.database.purpose",
    "services.database.delivery",
    "services.database.users",
    "metrics.new.name",
)


@given(st.sampled_from(TEXTS), st.text(st.characters(codec="utf-8"), min_size=1, max_size=20))
def test_any_words_come_back_as_they_are_or_are_refused_by_name(path: str, words: str) -> None:
    assert came_back(path, words)


def came_back(path: str, words: str) -> bool:
    """Whether words that were set are read again as they were, or are refused as what they are."""
    try:
        after = BASE.set({path: words})
    except Unreadable as refused:
        return {finding.name for finding in refused.findings} <= {"unsafe_character", "empty_value"}
    found = value_at(after.agreement, path)
    open_paths = {point.path for point in after.agreement.open_points}
    return path in open_paths or found == Prose((("", words),))
