from __future__ import annotations

from collections.abc import Iterator

import attrs
import pytest

from sla_drafter.model.agreement import Agreement
from sla_drafter.model.choices import CHOICES, KINDS
from sla_drafter.model.facts import CHOICES as GROUP
from sla_drafter.model.facts import REFERS_TO, key_of
from sla_drafter.model.library import Clause, ClauseText
from sla_drafter.model.parties import Party
from sla_drafter.model.paths import by_key, declared
from sla_drafter.model.remedies import Band
from sla_drafter.model.scalars import Choice, OpeningSpan, Prose, Unit, Week
from sla_drafter.model.shapes import Shape, shapes


def classes(cls: type = Agreement, seen: set[type] | None = None) -> Iterator[type]:
    """Every class of the model below an agreement."""
    seen = set() if seen is None else seen
    if cls in seen or not attrs.has(cls):
        return
    seen.add(cls)
    yield cls
    for shape in shapes(cls).values() if declared(cls) else ():
        yield from classes(shape.cls, seen)


ALL = tuple(classes())
FIELDS = [(cls, attribute) for cls in ALL for attribute in declared(cls)]


def test_every_class_of_the_model_is_frozen() -> None:
    assert not [cls.__name__ for cls in ALL if "__setattr__" not in vars(cls)]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        Agreement().version = "2"  # type: ignore[misc]


def test_no_field_of_the_model_is_a_float() -> None:
    held = [(cls, name, shape) for cls in ALL if declared(cls) for name, shape in shapes(cls).items()]
    assert not [f"{cls.__name__}.{name}" for cls, name, shape in held if shape.cls is float]


def test_every_fact_may_be_absent_so_that_a_draft_is_always_made() -> None:
    def needed(cls: type) -> list[str]:
        return [one.name for one in attrs.fields(cls) if one.default is attrs.NOTHING]

    things = {cls for cls, _ in FIELDS}
    assert {name for cls in things for name in needed(cls)} == {"id"}


def test_every_reference_names_a_collection_of_the_agreement_whose_things_have_ids() -> None:
    for cls, attribute in FIELDS:
        collection = attribute.metadata[REFERS_TO]
        if collection:
            shape = shapes(Agreement)[collection]
            assert shape.many, f"{cls.__name__}.{attribute.name}"
            assert "id" in {one.name for one in attrs.fields(shape.cls)}


def test_every_choice_names_a_closed_list_and_every_closed_list_is_used() -> None:
    named = {attribute.metadata[GROUP] for _, attribute in FIELDS if attribute.metadata[GROUP]}
    assert named <= set(CHOICES)
    spelled_by_types = {"comparator", "window", "formula", "mode"}
    assert named | spelled_by_types == set(CHOICES)


def test_a_closed_list_writes_no_two_choices_alike() -> None:
    assert not [group for group, words in CHOICES.items() if len(set(words.values())) != len(words)]


def test_the_kinds_of_an_agreement_are_one_list() -> None:
    assert tuple(CHOICES["kind"]) == KINDS


@pytest.mark.parametrize(
    ("cls", "field", "shape"),
    [
        (Agreement, "title", Shape(Prose, many=False)),
        (Agreement, "parties", Shape(Party, many=True)),
        (Band, "from_included", Shape(bool, many=False)),
        (Agreement, "inherited", Shape(str, many=True)),
    ],
)
def test_the_shape_of_a_field_is_known_where_nothing_is_there(cls: type, field: str, shape: Shape) -> None:
    assert shapes(cls)[field] == shape


def test_a_field_that_python_reserves_has_its_plain_key_in_the_file() -> None:
    (attribute,) = (one for one in attrs.fields(Band) if one.name == "from_")
    assert key_of(attribute) == "from"
    assert by_key(Band)["from"] is attribute


def test_a_party_plays_its_role_and_without_one_what_its_id_says() -> None:
    assert Party("provider").plays == "provider"
    assert Party("aldgate", role=Choice("party_role", "provider")).plays == "provider"


def test_prose_gives_the_language_that_was_asked_for_or_that_of_the_agreement() -> None:
    both = Prose((("en", "order"), ("de", "Auftrag")))
    assert (both.words("de"), both.words("fr")) == ("Auftrag", None)
    assert Prose((("", "order"),)).words("de") == "order"


def test_a_week_is_always_open_only_without_a_closed_minute() -> None:
    assert Week((OpeningSpan(0, 6, 0, 1440),)).is_always
    assert not Week((OpeningSpan(0, 6, 0, 1439),)).is_always
    assert not Week((OpeningSpan(0, 4, 0, 1440),)).is_always


def test_business_units_need_a_calendar_and_the_others_do_not() -> None:
    assert {unit for unit in Unit if unit.is_business} == {Unit.BUSINESS_HOUR, Unit.BUSINESS_DAY}


def test_a_clause_without_a_text_of_a_position_speaks_in_its_balanced_text() -> None:
    texts = (ClauseText("en", "balanced", "b", "en.md"), ClauseText("en", "customer", "c", "en.customer.md"))
    clause = Clause("fees", "1.0.0", {"en": "Fees"}, "overview", {}, texts=texts)
    assert clause.text("en", "customer") == texts[1]
    assert clause.text("en", "provider") == texts[0]
    assert clause.text("de", "customer") is None
