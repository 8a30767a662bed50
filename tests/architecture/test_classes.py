from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType

import attrs
import pytest

import sla_drafter
from sla_drafter.values import define, frozen


@frozen
class Fee:
    amount: int
    currency: str = "EUR"
    note: str = attrs.field(default="", eq=False)
    seen: dict[str, int] = attrs.field(factory=dict, hash=False)
    raw: bytes = attrs.field(default=b"", repr=False)


@frozen
class LateFee(Fee):
    days: int = 0


@frozen
class Nothing:
    pass


@frozen(eq=False)
class Single:
    name: str


@define
class Running:
    total: int = 0
    kids: list[Running] = attrs.field(factory=list)


@frozen
class OwnWords:
    name: str

    def __repr__(self) -> str:
        return f"<{self.name}>"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, OwnWords) and other.name.casefold() == self.name.casefold()

    def __hash__(self) -> int:
        return hash(self.name.casefold())


@frozen(cache_hash=True)
class Kept:
    name: str


def test_things_are_equal_when_their_fields_are() -> None:
    assert Fee(1) == Fee(1, "EUR", note="said otherwise")
    assert Fee(1) != Fee(2)
    assert Fee(1) != Fee(1, seen={"a": 1})
    assert Fee(1) != LateFee(1)
    assert Fee(1) != "EUR 1"  # type: ignore[comparison-overlap]
    assert Nothing() == Nothing()
    assert Running(1) == Running(1)


def test_equal_things_are_one_in_a_set() -> None:
    assert len({Fee(1), Fee(1, seen={"a": 1}), Fee(1, note="x"), Fee(2)}) == 3
    assert len({LateFee(1, days=1), LateFee(1, days=1), LateFee(1, days=2)}) == 2
    assert {Nothing(), Nothing()} == {Nothing()}
    assert {Kept("a"), Kept("a")} == {Kept("a")}


def test_a_thing_that_is_none_like_it_is_only_itself() -> None:
    one, other = Single("a"), Single("a")
    assert one != other
    assert len({one, other}) == 2


def test_what_may_change_has_no_hash() -> None:
    with pytest.raises(TypeError, match="unhashable"):
        hash(Running())


def test_what_never_changes_refuses_a_change() -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        Fee(1).amount = 2  # type: ignore[misc]


def test_a_thing_shows_its_fields_by_name() -> None:
    assert repr(Fee(1)) == "Fee(amount=1, currency='EUR', note='', seen={})"
    running = Running(1)
    running.kids.append(running)
    assert repr(running) == "Running(total=1, kids=[...])"

    @frozen
    class Inner:
        name: str

    assert repr(Inner("a")) == "Inner(name='a')"


def test_the_methods_that_a_class_writes_stay_its_own() -> None:
    assert OwnWords("A") == OwnWords("a")
    assert len({OwnWords("A"), OwnWords("a")}) == 1
    assert repr(OwnWords("A")) == "<A>"


def test_no_field_asks_for_what_the_shared_methods_do_not_do() -> None:
    """A key for comparing, an order, a way to show itself: attrs knows them, `values.py` does not."""
    fields = [(made, one) for made in _classes() for one in attrs.fields(made)]
    assert len(fields) > 1000
    assert not [(made, one.name) for made, one in fields if one.eq_key or callable(one.repr)]
    assert not [made for made in _classes() if "__lt__" in vars(made)]


def _classes() -> Iterator[type]:
    for module in _modules():
        yield from (one for one in vars(module).values() if isinstance(one, type) and attrs.has(one))


def _modules() -> Iterator[ModuleType]:
    for found in walk_packages(sla_drafter.__path__, "sla_drafter."):
        if not found.name.endswith("__main__"):
            yield import_module(found.name)
