from __future__ import annotations

import json
from pathlib import PurePath

import pytest

from sla_drafter.findings import Edit, FileFindings, Finding, Mend, Place, Severity
from sla_drafter.writers.findings.json import write

LADDER = Finding(
    "CRE-04",
    "ladder_misses_target",
    Severity.ERROR,
    "From 99.5% up to 99.9% a month misses the target and earns nothing – “x”.",
    field="credits.ladders.availability.99.5%",
    clause="service_credits",
    places=(Place(PurePath("a", "agreement.yaml"), 84, 17, "  - {below: 99.5%}", 5, "the first band starts here"),),
    witness="99.7% is missed, credit GBP 0.00",
    mend=Mend("below: 99.9%", (Edit("credits.ladders.availability.99.5%", "99.9%"), Edit("gone", None))),
    page=4,
    figures=(("target", "99.9%"),),
)
GOLDEN = """{
 "schema": 1,
 "files": [
  {
   "path": "a/agreement.yaml",
   "findings": [
    {
     "rule": "CRE-04",
     "name": "ladder_misses_target",
     "severity": "error",
     "clause": "service_credits",
     "field": "credits.ladders.availability.99.5%",
     "line": 84,
     "column": 17,
     "page": 4,
     "message": "From 99.5% up to 99.9% a month misses the target and earns nothing – “x”.",
     "suggestion": "below: 99.9%",
     "figures": {
      "target": "99.9%"
     },
     "confidence": "exact",
     "waived": false,
     "known": false,
     "witness": "99.7% is missed, credit GBP 0.00",
     "edits": [
      {
       "path": "credits.ladders.availability.99.5%",
       "words": "99.9%"
      },
      {
       "path": "gone",
       "words": null
      }
     ],
     "places": [
      {
       "file": "a/agreement.yaml",
       "line": 84,
       "column": 17,
       "length": 5,
       "note": "the first band starts here"
      }
     ]
    }
   ]
  }
 ],
 "summary": {
  "error": 1,
  "warning": 0,
  "info": 0
 }
}
"""


def of(*findings: Finding, path: str = "a/agreement.yaml") -> list[FileFindings]:
    return [FileFindings(PurePath(path), findings)]


def first(report: bytes) -> dict[str, object]:
    found: dict[str, object] = json.loads(report)["files"][0]["findings"][0]
    return found


def test_a_finding_is_written_with_every_key_in_the_same_order() -> None:
    assert write(of(LADDER)).decode() == GOLDEN


def test_what_is_absent_is_empty_or_null_and_never_left_out() -> None:
    assert first(write(of(Finding("A-01", "a_fault", Severity.INFO, "m")))) == {
        **dict.fromkeys(["field", "clause", "witness", "suggestion"], ""),
        "waived": False,
        "known": False,
        **dict.fromkeys(["page", "line", "column"]),
        "rule": "A-01",
        "name": "a_fault",
        "severity": "info",
        "message": "m",
        "figures": {},
        "confidence": "exact",
        "edits": [],
        "places": [],
    }


def test_a_finding_about_a_whole_file_has_no_line() -> None:
    place = Place(PurePath("out/a.docx"), 1, 1, "")
    found = first(write(of(Finding("OUT-05", "file_edited", Severity.ERROR, "m", places=(place,)))))
    assert found["places"] == [{"file": "out/a.docx", "line": None, "column": None, "length": None, "note": ""}]
    assert (found["line"], found["column"]) == (None, None)


def test_private_reasons_and_the_lines_of_the_file_stay_with_their_author() -> None:
    place = Place(PurePath("a.yaml"), 3, 1, "fee: TBC: ask about the margin", 3)
    finding = Finding("A-01", "a", Severity.WARNING, "m", places=(place,), waived="our margin", private="our margin")
    report = write(of(finding))
    assert b"margin" not in report
    assert first(report)["waived"] is True


def test_findings_stand_in_the_order_given_and_none_are_an_empty_list() -> None:
    other = Finding("A-01", "a_fault", Severity.WARNING, "m", waived="agreed by Ada")
    written = json.loads(write(of(LADDER, other)))
    assert [found["rule"] for found in written["files"][0]["findings"]] == ["CRE-04", "A-01"]
    assert written["summary"] == {"error": 1, "warning": 0, "info": 0}, "what is waived is counted in no grade"
    assert json.loads(write([])) == {"schema": 1, "files": [], "summary": {"error": 0, "warning": 0, "info": 0}}


def test_what_else_is_known_of_a_file_stands_beside_its_findings() -> None:
    files = [*of(LADDER), *of(path="b.yaml")]
    written = json.loads(write(files, [{"same_bytes": True}, {"same_bytes": None}]))
    assert [list(one) for one in written["files"]] == [["path", "findings", "same_bytes"]] * 2
    assert [one["same_bytes"] for one in written["files"]] == [True, None]
    with pytest.raises(ValueError, match="shorter"):
        write(files, [{"same_bytes": True}])
