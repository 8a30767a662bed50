"""The starters that come with the package: complete, realistic, and drafted without a complaint."""

from __future__ import annotations

from importlib.resources import files

import pytest

from sla_drafter.builder import Builder
from sla_drafter.builder import Draft as Built
from sla_drafter.document.walk import lines_of, sections_of, words_of
from sla_drafter.findings import Severity

STARTERS = (
    "managed_database",
    "billing_system",
    "it_support_desk",
    "streaming_service",
    "friction_report",
    "vendor_hosting",
    "platform_commitment",
)


def _text(starter: str) -> str:
    return (files("sla_drafter.templates") / "starters" / f"{starter}.yaml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def drafts() -> dict[str, Built]:
    return {one: Builder.from_text(_text(one), f"{one}.yaml").build() for one in STARTERS}


@pytest.mark.parametrize("starter", STARTERS)
def test_a_starter_has_no_error_and_no_warning(starter: str, drafts: dict[str, Built]) -> None:
    found = [f"{one.rule} {one.message}" for one in drafts[starter].lint() if one.severity is not Severity.INFO]
    assert found == []


@pytest.mark.parametrize("starter", STARTERS)
def test_the_body_of_a_starter_fits_five_pages(starter: str, drafts: dict[str, Built]) -> None:
    assert drafts[starter].pages.body <= 5


@pytest.mark.parametrize("starter", STARTERS)
def test_every_block_of_a_starter_has_a_comment_for_its_reader(starter: str) -> None:
    lines = _text(starter).splitlines()
    blocks = [n for n, line in enumerate(lines) if line and line[0].isalpha() and line.endswith(":")]
    bare = [lines[n] for n in blocks if not lines[n - 1].startswith("#") and lines[n - 1].strip() == ""]
    assert bare == []


def _body(draft: Built) -> str:
    body = draft.document.stories[0]
    return " ".join(
        words_of(line)
        for section in sections_of(body.blocks)
        for block in section.blocks
        if type(block).__name__ != "Section"
        for line in lines_of(block)
    )


def test_between_units_of_one_organisation_nobody_owes_fees_or_credits(drafts: dict[str, Built]) -> None:
    words = _body(drafts["it_support_desk"])
    assert "Fees" not in words
    assert "Service Credit" not in words
    assert "approval on record" in words


@pytest.mark.parametrize(
    ("starter", "facts", "printed"),
    [
        ("managed_database", {"credits.terms.mode": "claim"}, "The Customer shall claim one by notice within 60 days"),
        ("managed_database", {"credits.exclusive": "no"}, "It does not exclude other money remedies"),
        ("managed_database", {"credits.terms.at_end": "lapse"}, "What is left when this agreement ends lapses."),
        ("managed_database", {"term.renewal": "option"}, "The Customer may renew by notice of at least 90 days"),
        (
            "managed_database",
            {"services.database.dependencies.data_centres.excused": "yes"},
            "the failure of a dependency of Managed MariaDB: the operator of the two data centres",
        ),
        (
            "managed_database",
            {"metrics.availability.excluded_time": "counts as available"},
            "Excused Time counts as Measured Time, but not as Downtime.",
        ),
        ("managed_database", {"termination.convenience_notice": "6 months"}, "without a reason by notice of at least"),
    ],
)
def test_the_text_follows_the_facts(starter: str, facts: dict[str, str], printed: str) -> None:
    draft = Builder.from_text(_text(starter), f"{starter}.yaml").set(facts).draft(layout=False)
    assert printed in _body(draft)


def test_teams_owe_money_only_where_a_charge_back_is_a_step() -> None:
    without = _text("it_support_desk")
    agreed = without.replace("help in kind, escalation]", "charge back, escalation]")
    assert agreed != without
    words = [_body(Builder.from_text(text, "it_support_desk.yaml").draft(layout=False)) for text in (without, agreed)]
    assert "No payment is due between the parties." in words[0]
    assert "Only the charge-back leads to a payment." in words[1]


def test_an_agreement_without_a_master_prints_its_own_law_courts_and_fees() -> None:
    lines = _text("managed_database").splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith("master_agreement:"))
    end = lines.index("", start)
    alone = [*lines[:start], *lines[end:]]
    facts = {"disputes.negotiate_within": "10 business days", "disputes.courts": "the courts of England and Wales"}
    draft = Builder.from_text("\n".join(alone), "alone.yaml").set(facts).draft(layout=False)
    words = _body(draft)
    assert "The law of England and Wales governs this agreement." in words
    assert "Every other dispute goes to the courts of England and Wales." in words
    assert "precedence" not in draft.clause_ids
