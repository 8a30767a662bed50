from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.document.index import values_of
from sla_drafter.document.nodes import Document
from sla_drafter.document.printed import passages
from sla_drafter.readers.draft_json import document_from_json, read_passages, read_source
from sla_drafter.readers.house import load_house
from sla_drafter.writers.json import write
from tests.writers.sample import EVERY_SAMPLE, HOSTILE, SAMPLE, SOURCE

HOUSE = load_house("plain")
WRITE = """
import sys
from sla_drafter.readers.house import load_house
from sla_drafter.writers.json import write
from tests.writers.sample import SAMPLE, SOURCE
sys.stdout.buffer.write(write(SAMPLE, load_house("plain"), SOURCE))
"""


def loaded(document: Document = SAMPLE, source: bytes | None = SOURCE) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(write(document, HOUSE, source))
    return found


@pytest.mark.parametrize("document", EVERY_SAMPLE.values(), ids=list(EVERY_SAMPLE))
def test_the_paper_comes_back_from_its_json(document: Document) -> None:
    data = write(document, HOUSE, SOURCE)
    assert document_from_json(data) == document
    assert write(document_from_json(data), HOUSE, SOURCE) == data
    assert read_passages(data) == passages(document)


def test_the_parts_stand_in_a_stable_order() -> None:
    assert list(loaded()) == ["schema", "title", "language", "document", "clauses", "values", "numbers", "source"]
    assert list(loaded(source=None)) == ["schema", "title", "language", "document", "clauses", "values", "numbers"]
    assert loaded()["schema"] == 1


def test_a_program_finds_each_clause_with_its_number_and_words() -> None:
    clauses = {clause["id"]: clause for clause in loaded()["clauses"]}
    assert clauses["purpose"] == {
        "id": "purpose",
        "kind": "clause",
        "number": "1.2",
        "title": "Purpose & reach",
        "version": "1.0.0",
        "words": next(" ".join(one.words.split()) for one in passages(SAMPLE) if one.id == "purpose"),
    }
    assert clauses["service_hours"]["number"] == "Part 1"


def test_a_program_finds_each_value_with_its_field_its_form_and_its_clause() -> None:
    values = loaded()["values"]
    assert {"field": "term.notice", "form": "days", "words": "60 days", "clause": "end"} in values
    assert {"field": "parties.customer.name", "form": "text", "words": HOSTILE, "clause": "parties"} in values
    assert [value["words"] for value in values] == [value.words for _, value in values_of(SAMPLE)]


def test_a_program_finds_each_number() -> None:
    numbers = loaded()["numbers"]
    assert numbers["measurement.customer_acts"] == {"kind": "clause", "number": "2.1(b)(ii)"}
    assert numbers["levels"] == {"kind": "schedule", "number": "Schedule 2"}


@pytest.mark.parametrize(
    "source",
    [SOURCE, b"{}", b' {"a":  1}\r\n', b'{\n "source": {\n "source": 1\n}\n}\n', b"[]", b'"\\u00e9"'],
)
def test_the_source_comes_back_byte_for_byte(source: bytes) -> None:
    data = write(SAMPLE, HOUSE, source)
    assert read_source(data) == source
    assert json.loads(data)["source"] == json.loads(source)


def test_a_file_without_a_source_has_none() -> None:
    assert read_source(write(SAMPLE, HOUSE, None)) is None


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["source", "a", "\n"]), inner),
    max_leaves=8,
)


@given(_json, st.sampled_from([None, 1, "\t"]))
def test_any_source_comes_back_byte_for_byte(source: object, indent: int | str | None) -> None:
    spelled = json.dumps(source, indent=indent).encode()
    assert read_source(write(SAMPLE, HOUSE, spelled)) == spelled


@pytest.mark.parametrize("source", [b"", b"{", b"\xff", b"not json"])
def test_a_source_that_is_not_json_is_not_written(source: bytes) -> None:
    with pytest.raises(ValueError, match=r"Expecting|codec"):
        write(SAMPLE, HOUSE, source)


def test_another_program_may_save_the_file_anew() -> None:
    saved = json.dumps(json.loads(write(SAMPLE, HOUSE, SOURCE))).encode()
    assert document_from_json(saved) == SAMPLE
    source = read_source(saved)
    assert source is not None
    assert json.loads(source) == json.loads(SOURCE)


def test_letters_of_every_language_stay_letters() -> None:
    assert "€" in write(SAMPLE, HOUSE, None).decode()
    assert write(attrs.evolve(SAMPLE, author="Zoë"), HOUSE, None) != write(SAMPLE, HOUSE, None)


def test_the_same_paper_gives_the_same_bytes_in_another_process_and_time_zone() -> None:
    texts = {
        subprocess.run(
            [sys.executable, "-c", WRITE],
            env={**os.environ, "PYTHONPATH": ".", "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert texts == {write(SAMPLE, HOUSE, SOURCE)}
