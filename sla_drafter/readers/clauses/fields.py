"""One file of the clause library as checked fields: unknown keys, missing ones and wrong shapes, all said at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePath
from typing import Any, TypeVar

from sla_drafter.findings import Finding, Mend, Place, Severity
from sla_drafter.language.distance import nearest

T = TypeVar("T")


class Fields:
    """The mapping of one file; every question that it cannot answer becomes a finding in `mistakes`."""

    def __init__(self, tree: Any, file: str, mistakes: list[Finding]) -> None:
        self.file = file
        self._mistakes = mistakes
        self._tree: Mapping[str, Any] = tree if isinstance(tree, dict) else {}
        if not isinstance(tree, dict):
            self.wrong("", "the file holds no keys", "key: value lines")

    def wrong(self, key: str, found: str, right: str, name: str = "library_file") -> None:
        """Note one mistake of this file."""
        place = Place(PurePath(self.file), 1, 1, "", 1)
        message = f"{self.file}: {key + ': ' if key else ''}{found}."
        self._mistakes.append(
            Finding("LIB-01", name, Severity.ERROR, message, field=key, places=(place,), mend=Mend(right))
        )

    def only(self, keys: Iterable[str]) -> None:
        """Refuse keys that nobody knows, with the near ones."""
        known = tuple(keys)
        for key in self._tree:
            if key not in known:
                near = ", ".join(nearest(key, known)) or ", ".join(known)
                self.wrong(key, "nobody knows this key", near)

    def text(self, key: str, default: str | None = None) -> str:
        """A text; required when there is no default."""
        value = self._tree.get(key, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            self.wrong(key, "is missing" if value is None else "is not a text", f"{key}: a text")
            return default or ""
        return value.strip()

    def given(self, key: str) -> Any:
        """What stands at a key, as texts, lists and mappings of texts; None for nothing."""
        return self._tree.get(key)

    def number(self, key: str, default: int) -> int:
        """A whole number."""
        words = self.text(key, str(default))
        if not words.isdigit():
            self.wrong(key, f"{words!r} is not a whole number", f"{key}: {default}")
            return default
        return int(words)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, empty when the key is left out."""
        value = self._tree.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.wrong(key, "is not a list of texts", f"{key}: [first, second]")
            return ()
        return tuple(value)

    def mapping(self, key: str, *, required: bool = False) -> Mapping[str, str]:
        """A mapping of texts, empty when the key is left out and may be."""
        value = self._tree.get(key, {})
        if not isinstance(value, dict) or not all(isinstance(item, str) for item in value.values()):
            self.wrong(key, "is not a mapping of texts", f"{key}: {{en: words}}")
            return {}
        if required and not value:
            self.wrong(key, "is missing", f"{key}: {{en: words}}")
        return dict(value)

    def each(self, key: str, make: Callable[[Fields], T]) -> tuple[T, ...]:
        """A list of mappings, each made into a thing."""
        value = self._tree.get(key, [])
        if not isinstance(value, list):
            self.wrong(key, "is not a list", f"{key}: a list")
            return ()
        return tuple(make(Fields(item, self.file, self._mistakes)) for item in value)

    def named(self, key: str, make: Callable[[str, Fields], T]) -> tuple[T, ...]:
        """A mapping of mappings, each made into a thing with its name."""
        value = self._tree.get(key, {})
        if not isinstance(value, dict):
            self.wrong(key, "is not a mapping", f"{key}: {{name: {{…}}}}")
            return ()
        return tuple(make(name, Fields(item, self.file, self._mistakes)) for name, item in value.items())

    def lists(self, key: str) -> Mapping[str, tuple[str, ...]]:
        """A mapping of lists of texts."""
        value = self._tree.get(key, {})
        inner = Fields(value, self.file, self._mistakes)
        return {name: inner.texts(name) for name in value} if isinstance(value, dict) else {}
