from __future__ import annotations

import json
from typing import Any

from attrs import evolve

from sla_drafter.findings import FileFindings, RuleNote, Severity
from sla_drafter.writers.findings.sarif import FINGERPRINT, write
from tests.writers.findings.found import ALL, FILE, LADDER, WAIVED

RULES = (
    RuleNote("CON-10", "review_after_first_end", Severity.WARNING, "The review comes in time.", "CON-10 …"),
    RuleNote("CRE-04", "ladder_misses_target", Severity.ERROR, "The first band starts at the target.", "CRE-04 …"),
)


def run(*files: FileFindings, **more: Any) -> dict[str, Any]:
    written: dict[str, Any] = json.loads(write(files, RULES, "1.2.3", **more))
    assert (written["version"], len(written["runs"])) == ("2.1.0", 1)
    found: dict[str, Any] = written["runs"][0]
    return found


def test_every_rule_is_declared_and_every_result_points_to_its_own() -> None:
    found = run(*ALL)
    rules = found["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules[: len(RULES)]] == ["CON-10", "CRE-04"], "also those that found nothing"
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in found["results"])
    assert rules[1] == {
        "id": "CRE-04",
        "name": "LadderMissesTarget",
        "shortDescription": {"text": "The first band starts at the target."},
        "help": {"text": "CRE-04 …"},
        "defaultConfiguration": {"level": "error"},
    }


def test_a_result_says_what_is_wrong_where_and_what_would_be_right() -> None:
    result = run(FILE)["results"][0]
    assert result["level"] == "error"
    assert result["message"]["text"] == f"{LADDER.message} Example: 99.7% is missed. Mend: below: 99.9%"
    (location,) = result["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "a%20b/agreement.yaml"},
        "region": {"startLine": 84, "startColumn": 17, "endColumn": 22},
    }
    assert location["logicalLocations"][0]["fullyQualifiedName"] == "credits.ladders.availability.99.5%"
    (other,) = result["relatedLocations"]
    assert (other["message"]["text"], other["physicalLocation"]["region"]["startLine"]) == ("the target is here", 56)
    assert result["properties"] == {"confidence": "exact", "figures": {"target": "99.9%"}, "page": 4}


def test_what_has_no_line_stands_at_the_first_of_its_file() -> None:
    results = run(*ALL)["results"]
    regions = [result["locations"][0]["physicalLocation"]["region"] for result in results]
    assert regions[1:] == [{"startLine": 1}] * 3


def test_a_waived_finding_is_suppressed_and_its_reason_stays_inside_unless_asked_for() -> None:
    results = run(FILE)["results"]
    assert ["suppressions" in result for result in results] == [False, True, False]
    assert "secret" not in json.dumps(results)
    told = run(FILE, reasons=True)["results"][1]["suppressions"]
    assert told == [{"kind": "inSource", "status": "accepted", "justification": "our secret margin"}]


def test_a_fingerprint_survives_moved_lines_and_new_numbers_and_tells_twins_apart() -> None:
    moved = evolve(LADDER, places=(evolve(LADDER.places[0], line=99),), clause_words="clause 7.3", page=9)

    def known(*findings: Any) -> list[str]:
        results = run(evolve(FILE, findings=findings))["results"]
        return [result["partialFingerprints"][FINGERPRINT] for result in results]

    assert known(LADDER) == known(moved)
    assert len({*known(LADDER, LADDER, evolve(LADDER, field="elsewhere"), WAIVED)}) == 4
