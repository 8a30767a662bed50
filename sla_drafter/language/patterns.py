"""Our patterns, as Python compiles them: each is compiled once on a machine, not once in each process.

To compile them takes longer than to read a paper with them. What Python makes of a pattern is kept (`prepared.py`) and
handed back to Python, which checks it. Both doors are Python's own and private: where they are not as they are known
here, or give another pattern than `re.compile` does, the pattern is compiled as ever (docs/decisions/0031).
"""

from __future__ import annotations

import re
from functools import partial
from importlib import import_module
from typing import Any, AnyStr, TypeAlias

from sla_drafter.language.prepared import Prepared

OF_ANOTHER_PYTHON = (ImportError, AttributeError, LookupError, RuntimeError, TypeError, ValueError, re.error)
"""How it shows that what is private to Python is not as it is known here."""

_Told: TypeAlias = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""Flags, code, number of groups, their names: what Python makes of a pattern."""
_KEPT: Prepared[tuple[str | bytes, int], _Told] = Prepared(__name__, __file__)
_OURS: dict[tuple[str | bytes, int], re.Pattern[Any]] = {}
_WORDS: set[str | bytes] = set()


def compiled(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """A pattern that is made of our own words. One with words of a user goes to `re.compile`: it is not to be kept."""
    key = pattern, int(flags)
    found: re.Pattern[AnyStr] | None = _OURS.get(key)
    if found is None:
        found = _OURS[key] = _compiled(pattern, int(flags))
        _WORDS.add(pattern)
    return found


def is_ours(pattern: re.Pattern[str]) -> bool:
    """Whether a pattern is made of our own words."""
    return pattern.pattern in _WORDS


def _compiled(pattern: AnyStr, flags: int) -> re.Pattern[AnyStr]:
    if told := _KEPT[pattern, flags]:
        try:
            return _made(pattern, told)
        except OF_ANOTHER_PYTHON:
            return re.compile(pattern, flags)
    found = re.compile(pattern, flags)
    _KEPT.miss((pattern, flags), partial(_told, found, flags))
    return found


def _made(pattern: AnyStr, told: _Told) -> re.Pattern[AnyStr]:
    flags, code, groups, numbers, names = told
    found: re.Pattern[AnyStr] = _sre().compile(
        pattern, flags, memoryview(code).cast("I").tolist(), groups, numbers, names
    )
    return found


def _told(found: re.Pattern[AnyStr], flags: int) -> _Told | None:
    """What is kept of a pattern: nothing where another pattern would be made of it."""
    from array import array

    try:
        parsed = import_module("re._parser").parse(found.pattern, flags)
        numbers = parsed.state.groupdict
        names: list[str | None] = [None] * parsed.state.groups
        for name, number in numbers.items():
            names[number] = name
        code = array("I", import_module("re._compiler")._code(parsed, flags)).tobytes()  # noqa: SLF001 - see above
        told = flags | parsed.state.flags, code, found.groups, dict(numbers), tuple(names)
        made = _made(found.pattern, told)
    except OF_ANOTHER_PYTHON:
        return None
    return told if made == found and made.groupindex == found.groupindex else None


def _sre() -> Any:
    return import_module("_sre")
