"""A number of things whose name differs by language: a workload, and the target of a metric."""

from __future__ import annotations

import pytest

from sla_drafter.model.languages import by_language, public_texts, texts_without
from sla_drafter.model.metrics import Metric
from sla_drafter.model.paths import facts_of
from sla_drafter.model.scalars import Prose, Quantity, Target
from sla_drafter.readers.agreement_file import loads, spell
from tests.readers.agreement_file.sample import CLAUSES, message, read

TARGET = "metrics: {satisfaction: {target: {en: at least 4.2 points, es: at least 4.2 puntos}}}\n"


def metric(text: str) -> Metric:
    (only,) = read(f"language: en\n{text}").agreement.metrics
    return only


def test_a_target_of_things_names_them_in_each_language() -> None:
    target = metric(TARGET).target
    assert isinstance(target, Target)
    assert isinstance(target.value, Quantity)
    assert (target.comparator.id, str(target.value.amount)) == ("at_least", "4.2")
    assert target.value.things == Prose((("en", "points"), ("es", "puntos")))


def test_it_is_written_as_it_was_read() -> None:
    agreement = read(f"language: en\n{TARGET}").agreement
    assert loads(spell(agreement), "spelled.yaml", CLAUSES).agreement == agreement


def test_a_target_whose_things_have_no_name_in_a_language_is_a_text_without_it() -> None:
    agreement = read(f"language: en\n{TARGET}").agreement
    missing = {fact.path for fact in texts_without(public_texts(facts_of(by_language(agreement))), "de")}
    assert "metrics.satisfaction.target" in missing
    assert "metrics.satisfaction.target" not in {
        fact.path for fact in texts_without(public_texts(facts_of(by_language(agreement))), "es")
    }


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("{en: at least 4.2 points, es: at least 4.3 puntos}", "Found at least 4.2 points and at least 4.3 puntos."),
        ("{en: at least 4.2 points, es: at most 4.2 puntos}", "is one number in every language."),
        ("{en: at least 99%, es: at least 99%}", "is the same in every language: write it once."),
    ],
)
def test_one_number_stands_in_every_language(target: str, said: str) -> None:
    assert said in message(f"metrics: {{satisfaction: {{target: {target}}}}}")
