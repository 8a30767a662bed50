"""What a module prepares from our own words is kept beside it until it changes, as Python keeps what it compiled.

It stands in `__pycache__`, holds nothing that a user wrote, and is made anew where Python may not or cannot write.
"""

from __future__ import annotations

import atexit
import marshal
import sys
from collections.abc import Callable
from importlib.machinery import SourceFileLoader
from importlib.util import cache_from_source
from typing import Any, Generic, TypeVar

_MOST = 10_000
"""Things that are kept of a module; the library has a tenth of that, so what is over is what it had long ago."""
_IN_NO_SHAPE = (OSError, EOFError, ValueError, TypeError, ImportError, NotImplementedError)
"""How a file shows that it cannot be read as what is kept, and Python that it keeps nothing."""

Key = TypeVar("Key")
Value = TypeVar("Value")
_ALL: list[Prepared[Any, Any]] = []


class Prepared(Generic[Key, Value]):
    """What one module prepared, by what it was made of: numbers, words, and rows of them."""

    def __init__(self, module: str, file: str) -> None:
        self._loader = SourceFileLoader(module, file)
        self._known: dict[Key, Value | None] = self._read()
        self._missing: dict[Key, Callable[[], Value | None]] = {}
        _ALL.append(self)

    def __getitem__(self, key: Key) -> Value | None:
        return self._known.get(key)

    def miss(self, key: Key, make: Callable[[], Value | None]) -> None:
        """Has something made and kept when the process ends; what is made to nothing is not kept."""
        self._missing[key] = make

    def keep(self) -> None:
        """Writes what was missing beside the module, together with what another process has written since."""
        missing, self._missing = self._missing, {}
        if not missing or sys.dont_write_bytecode:
            return
        before = self._read()
        # To make things takes longer than to see first whether they can be kept: often somebody else installed us.
        if not self._write(before | dict.fromkeys(missing)):
            return
        made: dict[Key, Value | None] = {key: found for key, make in missing.items() if (found := make()) is not None}
        self._known = made if len(before) > _MOST else before | made
        self._write(self._known)

    def _write(self, known: dict[Key, Value | None]) -> bool:
        """Writes what is known, and whether it stands there now: Python does not tell when it could not write."""
        try:
            kept: Any = self._made_by(), known
            self._loader.set_data(self._place(), marshal.dumps(kept))
        except _IN_NO_SHAPE:
            return False  # The next process prepares it again.
        return self._read().keys() >= known.keys()

    def _read(self) -> dict[Key, Value | None]:
        try:
            kept = self._loader.get_data(self._place())
            made_by, found = marshal.loads(kept)  # noqa: S302 - it stands among Python's own code, and is no less safe
            return dict(found) if made_by == self._made_by() else {}
        except _IN_NO_SHAPE:
            return {}

    def _made_by(self) -> tuple[object, ...]:
        stats = self._loader.path_stats(self._loader.path)
        return sys.version, stats["mtime"], stats["size"]

    def _place(self) -> str:
        return cache_from_source(self._loader.path, optimization="prepared")


@atexit.register
def keep() -> None:
    """Keeps what this process prepared; done at the end of a process, and of a command that ends its process itself."""
    for one in _ALL:
        one.keep()
