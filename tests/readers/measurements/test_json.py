from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from sla_drafter.model.measured import Evidence, Span
from tests.readers.measurements.sample import DEAL, at, measured, names, printed

A, B = at("2027-03-04T10:00:00+00:00"), at("2027-03-04T11:00:00+00:00")
OUTAGE = {"start": "2027-03-04T10:00:00Z", "end": "2027-03-04T11:00:00Z", "service": "database"}
TICKET = {"id": "T-1", "severity": 1, "opened": "2027-03-04T10:00:00Z", "restored": None}
TITLE = "Service Level Agreement for Managed PostgreSQL"


def test_an_array_of_objects_is_read(tmp_path: Path) -> None:
    read = measured(tmp_path, json.dumps([OUTAGE, {**OUTAGE, "weight": 0.1}], indent=1), "outages.json")
    first, second = read.measurements.outages
    assert names(read) == ["overlapping_spans"]
    assert (first.span, first.evidence) == (Span(A, B), Evidence("outages.json", 2, 2))
    assert str(second.weight) == "1/10"
    assert second.evidence == Evidence("outages.json", 7, 2)


def test_one_object_a_line_is_read(tmp_path: Path) -> None:
    text = "".join(json.dumps({**OUTAGE, "incident": str(number)}) + "\n" for number in range(3))
    read = measured(tmp_path, text, "outages.jsonl")
    assert [(one.incident, one.evidence.line) for one in read.measurements.outages] == [("0", 1), ("1", 2), ("2", 3)]


def test_an_object_around_the_array_names_its_agreement(tmp_path: Path) -> None:
    text = json.dumps({"agreement": TITLE, "version": "0.3", "outages": [OUTAGE]})
    read = measured(tmp_path, text, "outages.json")
    assert not read.findings
    assert len(read.measurements.outages) == 1


def test_an_empty_array_under_its_name_says_that_nothing_happened(tmp_path: Path) -> None:
    read = measured(tmp_path, '{"tickets": []}', "tickets.json")
    assert read.measurements.has_record_of("tickets")
    assert names(read) == ["no_rows"]


def test_pauses_may_be_a_list(tmp_path: Path) -> None:
    pause = ["2027-03-04T10:10:00Z", "2027-03-04T10:20:00Z"]
    tickets = [{**TICKET, "paused": [pause]}, {**TICKET, "id": "T-2", "paused": ["/".join(pause)]}]
    read = measured(tmp_path, json.dumps(tickets), "tickets.json")
    assert not read.findings
    assert {ticket.pauses for ticket in read.measurements.tickets} == {(Span(A + 600_000_000, A + 1_200_000_000),)}


WRONG = {
    "empty": "",
    "no_rows_and_no_name": "[]",
    "not_json": '[\n {"start": }\n]',
    "no_object": "[1]",
    "number": "7",
    "cut_off": f"[{json.dumps(OUTAGE)}",
    "other_agreement": json.dumps({"agreement": "Mail", "outages": [OUTAGE]}),
    "two_kinds": json.dumps({"outages": [OUTAGE], "tickets": [TICKET]}),
    "unknown_key_around": json.dumps({"made_by": "x", "outages": [OUTAGE]}),
    "twice": '{"start": "a", "start": "b", "end": "c", "service": "database"}',
    "nested": json.dumps([{**OUTAGE, "service": {"id": "database"}}, OUTAGE]),
    "rows": json.dumps([{**OUTAGE, "service": "databse"}, {**OUTAGE, "end": 5}, {"start": "x"}], indent=1),
    "one_line": json.dumps([OUTAGE, {**OUTAGE, "weight": 2}]),
    "infinite": '[{"metric": "query_time", "start": "2027-03-04T10:00Z", "end": "2027-03-04T11:00Z", "value": NaN}]',
}


def test_what_is_wrong_with_json_is_said_with_its_place(tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    texts = []
    for name, text in WRONG.items():
        read = measured(tmp_path, text, f"{name}.json")
        texts.append(f"== {name}: {len(read.measurements.outages)} used\n{printed(read, tmp_path)}")
    golden("\n".join(texts), "measurements/json.txt")


def test_the_agreement_of_these_tests_has_that_title() -> None:
    assert DEAL.title is not None
    assert DEAL.title.words("en") == TITLE


def test_a_file_that_is_nested_too_deeply_is_refused(tmp_path: Path) -> None:
    (finding,) = measured(tmp_path, "[" * 100_000, "deep.json").findings
    assert finding.message == "deep.json is nested too deeply. Write an array of objects, or one object in each line."


def test_a_comma_at_the_end_of_an_object_is_refused_on_its_line(tmp_path: Path) -> None:
    read = measured(tmp_path, '[\n {"start": 1,}\n]', "comma.json")
    (finding,) = read.findings
    assert finding.rule == "ROW-01"
    assert finding.message.startswith("comma.json is not JSON here: ")
    assert finding.places[0].line == 2
