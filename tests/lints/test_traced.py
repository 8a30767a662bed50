from __future__ import annotations

from sla_drafter.assembly.assemble import assemble
from sla_drafter.findings import Finding
from sla_drafter.lints.engine import lint, with_places
from tests.lints.cases import changed, library


def found(purpose: str) -> list[Finding]:
    loaded = changed({"services.database.purpose": purpose})
    findings = with_places(lint(assemble(loaded.agreement, library())), loaded.place_of)
    return [one for one in findings if one.rule in ("NUM-01", "LNG-03", "LNG-06")]


def test_a_fault_in_a_text_of_the_user_names_the_fact_once_however_often_it_is_printed() -> None:
    (differ,) = found("runs the shop for thirty (45) days")
    assert (differ.rule, differ.field, differ.quote) == ("NUM-01", "services.database.purpose", "thirty (45)")


def test_each_fault_of_a_text_is_led_back() -> None:
    assert {(one.rule, one.field) for one in found("runs on 5. Januar 2027 with 99,95%")} == {
        ("LNG-03", "services.database.purpose"),
        ("LNG-06", "services.database.purpose"),
    }


def test_a_text_without_a_fault_has_no_finding() -> None:
    assert not found("runs the shop")
