from __future__ import annotations

import json
import re
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from sla_drafter.readers.agreement_file.schema import schema
from tests.readers.agreement_file.sample import AGREEMENT, CLAUSES
from tests.readers.agreement_file.test_scalars import RIGHT
from tests.readers.agreement_file.test_spell import OPEN

VALIDATOR = Draft202012Validator(schema(CLAUSES))


def as_an_editor_sees_it(text: str) -> Any:
    """The file read by the rules of YAML 1.2: numbers are numbers, all else is text."""
    return numbers(yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506 - makes text only


def numbers(tree: Any) -> Any:
    match tree:
        case dict():
            return {key: numbers(value) for key, value in tree.items()}
        case list():
            return [numbers(value) for value in tree]
        case str() if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", tree):
            return json.loads(tree)
    return tree


def wrong(text: str) -> list[str]:
    return [error.json_path for error in VALIDATOR.iter_errors(as_an_editor_sees_it(f"sla_drafter: 1\n{text}"))]


def test_the_schema_is_one_of_its_dialect() -> None:
    Draft202012Validator.check_schema(schema(CLAUSES))
    Draft202012Validator.check_schema(schema())


def test_the_model_file_is_valid_by_the_schema() -> None:
    assert not [*VALIDATOR.iter_errors(as_an_editor_sees_it(AGREEMENT))]
    assert not [*VALIDATOR.iter_errors(yaml.load(AGREEMENT, Loader=yaml.BaseLoader))]  # noqa: S506 - makes text only


def test_a_file_with_open_points_is_valid_by_the_schema() -> None:
    assert not wrong(OPEN)


@pytest.mark.parametrize(
    "text",
    [
        "titel: x",
        "law: england",
        "parties: {provider: {nam: x}}",
        "parties: {Big One: {name: x}}",
        "services: {a: {fee: EUR 12.00}}",
        "metrics: {a: {target: 99.9%}}",
        "term: {effective: 3/5/2026}",
        "severities: {one: {name: x}}",
        "credits: {ladders: {a: [{credit: 10%}]}}",
        "credits: {exclusive: true-ish}",
        "clauses: {benchmarkng: no}",
        "clauses: {benchmarking: {evry: 1 year}}",
        "escalation: {after: 1 hour}",
        "termination: {chronic_failure: {misses: three}}",
    ],
)
def test_what_the_reader_refuses_by_its_shape_is_wrong_by_the_schema(text: str) -> None:
    assert wrong(text)


@pytest.mark.parametrize(
    "text",
    [
        "clauses: {benchmarking: no, insurance: {a_texts: [a, b], a_date: 2027-01-01, a_number: 1.5, a_money: EUR 1}}",
        "title: {en: x, de: y}",
        "credits: {ladders: {a: {quantum: 0.01%, bands: [{from: 1%, to: 2%, to_included: yes, credit: 5%}]}}}",
        "kind: [customer_based, support]",
        "extends: ../corporate.yaml\nmeetings: removed",
    ],
)
def test_every_way_of_writing_a_fact_is_valid(text: str) -> None:
    assert not wrong(text)


def test_every_right_value_is_valid_by_its_pattern() -> None:
    from sla_drafter.readers.agreement_file.schema import _of_type

    for kind, table in RIGHT.items():
        validator = Draft202012Validator({"anyOf": [*_of_type(kind)]})
        for words in table:
            assert validator.is_valid(words), (kind, words)


def test_every_key_says_what_it_is() -> None:
    def described(tree: Any) -> bool:
        return all(
            each.get("description") and described(each)
            for owner in (tree, *tree.get("$defs", {}).values())
            for each in owner.get("properties", {}).values()
        )

    assert described(schema(CLAUSES))
