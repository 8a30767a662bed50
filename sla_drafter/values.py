"""The classes of this library: a thing is what its fields say. All compare and show themselves in the same way.

By itself, attrs writes and compiles these methods for each class anew, a tenth of the time of a short command
(docs/decisions/0030-what-all-classes-do-is-written-once.md). A method that a class writes itself stays its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from operator import attrgetter
from reprlib import recursive_repr
from typing import TypeVar, dataclass_transform, overload

import attrs

Made = TypeVar("Made", bound=type)


@overload
def frozen(made: Made, /) -> Made: ...
@overload
def frozen(**options: bool) -> Callable[[Made], Made]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(attrs.field,))
def frozen(made: Made | None = None, /, **options: bool) -> Made | Callable[[Made], Made]:
    """A class whose things never change once they are made. The options are those of `attrs.frozen`."""
    return _made(made, attrs.frozen, options)


@overload
def define(made: Made, /) -> Made: ...
@overload
def define(**options: bool) -> Callable[[Made], Made]: ...
@dataclass_transform(field_specifiers=(attrs.field,))
def define(made: Made | None = None, /, **options: bool) -> Made | Callable[[Made], Made]:
    """A class whose things may change. The options are those of `attrs.define`."""
    return _made(made, attrs.define, options)


def _made(made: Made | None, maker: Callable[..., Made], options: dict[str, bool]) -> Made | Callable[[Made], Made]:
    if made is None:
        return lambda made: _with_shared_methods(made, maker, options)
    return _with_shared_methods(made, maker, options)


def _with_shared_methods(made: Made, maker: Callable[..., Made], options: dict[str, bool]) -> Made:
    """The class as attrs makes it; attrs finds the methods in it and takes them for its own (`auto_detect`)."""
    shared: dict[str, Callable[..., object] | None] = {"__repr__": _shown}
    # A hash that is kept with its thing is for attrs to write, and what it compares too.
    if options.get("eq", True) and not options.get("cache_hash") and "__eq__" not in vars(made):
        shared |= {"__eq__": _equal, "__hash__": _hash if maker is attrs.frozen else None}
    for name, method in shared.items():
        if name not in vars(made):
            setattr(made, name, method)
    return maker(made, **options)


@recursive_repr()
def _shown(self: attrs.AttrsInstance) -> str:
    name = type(self).__qualname__.rpartition(">.")[2]
    shown = (f"{one.name}={getattr(self, one.name)!r}" for one in attrs.fields(type(self)) if one.repr)
    return f"{name}({', '.join(shown)})"


def _equal(self: attrs.AttrsInstance, other: object) -> object:
    if type(other) is not type(self):
        return NotImplemented
    values = _compared(type(self))
    return values(self) == values(other)


def _hash(self: attrs.AttrsInstance) -> int:
    return hash(_hashed(type(self))(self))


@cache
def _compared(made: type[attrs.AttrsInstance]) -> Callable[[object], object]:
    return _values(one.name for one in attrs.fields(made) if one.eq)


@cache
def _hashed(made: type[attrs.AttrsInstance]) -> Callable[[object], object]:
    return _values(one.name for one in attrs.fields(made) if (one.eq if one.hash is None else one.hash))


def _values(names: Iterable[str]) -> Callable[[object], object]:
    """What reads the fields of a thing: one value, or several as a tuple."""
    wanted = tuple(names)
    return attrgetter(*wanted) if wanted else lambda _: ()
