from __future__ import annotations

import json

import pytest

from sla_drafter.errors import Unreadable
from sla_drafter.readers import draft_json
from sla_drafter.readers.draft_json import document_from_json, read_source
from sla_drafter.readers.house import load_house
from sla_drafter.writers.json import write
from tests.writers.sample import SAMPLE


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "The file is not JSON: Expecting value at line 1"),
        (b'{"schema": 1,\n"x" 2}', "not JSON: .* at line 2"),
        (b'{"schema": 1,\n}', "The file is not JSON: "),  # each Python names its own line for a comma at the end
        (b"\xff", "Byte 1 of the file is not UTF-8"),
        (b"[]", "The schema is None; this version reads schema 1"),
        (b'{"schema": 2}', "The schema is 2; this version reads schema 1"),
        (b'{"schema": true}', "The schema is True"),
        (b'{"schema": 1}', "the outermost node is a NoneType"),
        (b'{"schema": 1, "document": {"node": "text", "words": "a"}}', "has to be a document"),
        (b"[" * 100_000, "nested too deeply"),
    ],
)
def test_what_is_no_draft_is_refused_with_the_reason(data: bytes, message: str) -> None:
    with pytest.raises(Unreadable, match=message) as refused:
        document_from_json(data)
    assert refused.value.findings[0].mend


def test_a_tree_that_is_nested_too_deeply_is_refused() -> None:
    node: object = {"node": "text", "words": "a"}
    for _ in range(300):
        node = {"node": "strong", "children": [node]}
    plain = json.loads(write(SAMPLE, load_house("plain"), None))
    plain["document"]["title"] = [node]
    with pytest.raises(Unreadable, match="nested too deeply"):
        document_from_json(json.dumps(plain).encode())


def test_a_broken_file_is_shown_at_its_line_and_column() -> None:
    with pytest.raises(Unreadable) as refused:
        read_source(b'{"schema": 1,\n "a": oops}')
    (place,) = refused.value.findings[0].places
    assert (place.line, place.column, place.text) == (2, 7, ' "a": oops}')


def test_a_file_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draft_json, "LARGEST", 3)
    with pytest.raises(Unreadable, match="at most 3 are read"):
        read_source(b"1234")
