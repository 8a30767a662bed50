"""Profiles of laws and of sectors: which wording and which rules a law asks for, which clauses and facts a sector."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.resources.abc import Traversable

from sla_drafter.model.choices import CHOICES
from sla_drafter.model.library import Law, Sector
from sla_drafter.readers.clauses.fields import Fields

Read = Callable[[Traversable, str], Fields]


def laws(folder: Traversable, read: Read) -> Iterator[Law]:
    """The laws that have a profile in a folder."""
    for name, fields in _files(folder, "laws", read):
        fields.only(("id", "name", "natures", "rules", "reviewed", "source"))
        _known(fields, "id", (fields.text("id"),), "law")
        _known(fields, "natures", fields.texts("natures"), "nature")
        yield Law(
            name,
            fields.mapping("name", required=True),
            fields.texts("natures"),
            fields.texts("rules"),
            fields.mapping("reviewed"),
            fields.text("source"),
        )


def sectors(folder: Traversable, read: Read) -> Iterator[Sector]:
    """The sectors that have a profile in a folder."""
    for name, fields in _files(folder, "sectors", read):
        fields.only(("id", "name", "clauses", "facts", "critical_clauses", "reviewed", "source"))
        _known(fields, "id", (fields.text("id"),), "sector")
        yield Sector(
            name,
            fields.mapping("name", required=True),
            fields.texts("clauses"),
            fields.texts("facts"),
            fields.texts("critical_clauses"),
            fields.mapping("reviewed"),
            fields.text("source"),
        )


def _files(folder: Traversable, part: str, read: Read) -> Iterator[tuple[str, Fields]]:
    home = folder / part
    if not home.is_dir():
        return
    for entry in sorted(home.iterdir(), key=lambda one: one.name):
        if entry.name.endswith(".yaml"):
            yield entry.name.removesuffix(".yaml"), read(entry, f"{part}/{entry.name}")


def _known(fields: Fields, key: str, given: tuple[str, ...], group: str) -> None:
    for one in given:
        if one not in CHOICES[group]:
            fields.wrong(key, f"{one!r} is not one of the words for this", ", ".join(CHOICES[group]))
