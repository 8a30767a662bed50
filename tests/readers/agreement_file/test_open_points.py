from __future__ import annotations

import pytest

from sla_drafter.model.agreement import OpenPoint
from sla_drafter.model.scalars import Prose
from tests.readers.agreement_file.sample import read


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("title: TBC", OpenPoint("title", "TBC")),
        ("title: TBC: ask Finance", OpenPoint("title", "TBC", "ask Finance")),
        ('title: "TBC: a, b"', OpenPoint("title", "TBC", "a, b")),
        ("title: [Service Provider]", OpenPoint("title", "[Service Provider]")),
        ("title: [•]", OpenPoint("title", "[•]")),
        ("title: <NAME OF SERVICE>", OpenPoint("title", "<NAME OF SERVICE>")),
        ("title: ____", OpenPoint("title", "____")),
        ("title: {{title}}", OpenPoint("title", "{{title}}")),
        ("title: {{ title }}", OpenPoint("title", "{{ title }}")),
        ("term: {initial: TBC}", OpenPoint("term.initial", "TBC")),
        ("term: {initial: {{months}}}", OpenPoint("term.initial", "{{months}}")),
        ("term: TBC", OpenPoint("term", "TBC")),
        ("law: [Law]", OpenPoint("law", "[Law]")),
        ('services: {a: {fee: "EUR [amount] per month"}}', OpenPoint("services.a.fee", "EUR [amount] per month")),
        ("metrics: {a: {target: at least __%}}", OpenPoint("metrics.a.target", "at least __%")),
        ("roles: {a: {deputy: TBC}}", OpenPoint("roles.a.deputy", "TBC")),
        ("roles: {a: TBC}", OpenPoint("roles.a", "TBC")),
        ("escalation: TBC", OpenPoint("escalation", "TBC")),
        ("reports: {recipients: [TBC]}", OpenPoint("reports.recipients", "TBC")),
        ("title: {en: x, de: TBC}", OpenPoint("title", "TBC")),
    ],
)
def test_what_stands_for_a_missing_fact_is_an_open_point(text: str, point: OpenPoint) -> None:
    assert read(text).agreement.open_points == (point,)


@pytest.mark.parametrize(
    "words", ["Uptime of <SYSTEM> in all regions", "runs the shop of [Customer], and no other", "see ____ below"]
)
def test_a_blank_inside_a_text_is_an_open_point_and_the_text_stays(words: str) -> None:
    agreement = read(f'title: "{words}"').agreement
    assert agreement.title == Prose((("", words),))
    assert [point.path for point in agreement.open_points] == ["title"]
    assert agreement.open_points[0].words in words


@pytest.mark.parametrize(
    "words",
    [
        "Smith v Jones [2026] EWHC 1",
        "less than < 5 and > 3",
        "a [sic] remark",
        "snake_case_name",
        "Ann <ann@firm.example>",
        "TBCs",
    ],
)
def test_ordinary_text_is_no_open_point(words: str) -> None:
    assert read(f'title: "{words}"').agreement.open_points == ()


def test_a_list_where_a_list_belongs_is_a_list() -> None:
    agreement = read("services: {a: {deliverables: [Nightly Backup]}}").agreement
    assert agreement.services[0].deliverables == (Prose((("", "Nightly Backup"),)),)
    assert agreement.open_points == ()


def test_a_thing_that_is_open_keeps_its_id_so_that_others_may_name_it() -> None:
    agreement = read("roles: {boss: TBC, clerk: {deputy: boss}}").agreement
    assert [role.id for role in agreement.roles] == ["boss", "clerk"]
    assert agreement.roles[1].deputy == "boss"
