"""Finds a house: one that comes with the package, by name, or by the path of a folder or of a Word file."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from importlib.resources.abc import Traversable
from pathlib import Path, PurePath
from typing import Any

from attrs import evolve

from sla_drafter import plugins
from sla_drafter.document.house import Colours, Design, House, Letterhead, Paper, Sizes, Typeface
from sla_drafter.document.kinds import Image, Numbering
from sla_drafter.errors import Unreadable
from sla_drafter.language.patterns import compiled
from sla_drafter.readers.house.counting import renumbers
from sla_drafter.readers.house.pictures import picture
from sla_drafter.readers.house.style_file import STYLE, finding, read_style, refuse

BASE, SANS = "plain", "corporate"
WORD_FILES = {".docx", ".dotx", ".docm", ".dotm"}
_NAME = compiled(r"[a-z][a-z0-9_]{0,30}")
_LOGO_HEIGHT = Decimal(36)


def load_house(name: str | Path = BASE) -> House:
    """The house of that name, in that folder, or made of that Word file. Raises `Unreadable` with every mistake."""
    path = Path(name)
    if path.suffix.lower() in WORD_FILES and path.is_file():
        return _of_word_file(path)
    if isinstance(name, str) and name in (shipped := _shipped()):
        return evolve(_of_folder(shipped[name]), is_shipped=True)
    return _of_folder(_folder(name))


def _of_word_file(path: Path) -> House:
    from sla_drafter.readers.house.word_file import house_of

    base, sans = _of_folder(_shipped()[BASE]), _of_folder(_shipped()[SANS])
    return house_of(path.read_bytes(), str(path), base, sans.typeface)


def _of_folder(folder: Traversable | Path) -> House:
    style = folder / STYLE
    file = PurePath(str(style))
    if not style.is_file():
        refuse(file, [finding("missing_file", f"there is no {STYLE} in {folder}", None)])
    facts = read_style(style.read_bytes(), file)
    template = _beside(folder, facts["template"], "template", file)
    is_whole = _vet(template, facts["template"])
    colours = facts["colours"]
    return House(
        name=PurePath(str(folder)).name,
        typeface=Typeface(**facts["typeface"]),
        paper=Paper(**facts["paper"]),
        sizes=Sizes(**facts["sizes"]),
        colours=Colours(**{"accent": colours["heading"], **colours}),
        template=template,
        design=Design(**facts.get("design", {})),
        numbering=Numbering(**facts.get("numbering", {})),
        letterhead=_letterhead(folder, facts["letterhead"], file) if "letterhead" in facts else None,
        running_head=facts.get("running_head", ""),
        is_whole=is_whole,
        renumbers=is_whole and renumbers(template),
    )


def house_names() -> tuple[str, ...]:
    """The houses that come with the package or with a pack, by name."""
    return tuple(sorted(_shipped()))


def _shipped() -> Mapping[str, Traversable]:
    """The folder of each house that a pack has, by its name."""
    return plugins.merged("houses", ((pack, _houses(pack)) for pack in plugins.packs()))


def _houses(pack: plugins.Pack) -> Mapping[str, Traversable]:
    folder = pack.part("houses")
    entries = folder.iterdir() if folder else ()
    return {entry.name: entry for entry in entries if entry.is_dir() and _NAME.fullmatch(entry.name)}


def _folder(name: str | Path) -> Path:
    folder = Path(name)
    if folder.is_dir():
        return folder
    known = ", ".join(house_names())
    message = f"There is no such house. Houses are: {known}; or the path of a folder with {STYLE}, or of a Word file."
    raise Unreadable(f"The house {name} cannot be read.", [finding("no_such_house", message, None)])


def _beside(folder: Traversable | Path, name: str, path: str, style: PurePath) -> bytes:
    """The bytes of a file that the style file names."""
    file = folder / name
    if not file.is_file():
        refuse(style, [finding("missing_file", f"there is no {name} in {folder}", None, path)])
    return file.read_bytes()


@lru_cache(maxsize=8)
def _vet(template: bytes, file: str) -> bool:
    """A template that brings programs, objects or fields that read other files is refused; does it place clauses?"""
    from sla_drafter.readers.docx.package import open_package
    from sla_drafter.readers.house.fitting import is_whole
    from sla_drafter.readers.house.vetting import refuse_harm

    package = open_package(template)
    refuse_harm(package, file)
    return is_whole(package.parsed(package.document))


def _letterhead(folder: Traversable | Path, facts: Mapping[str, Any], style: PurePath) -> Letterhead:
    logo: Image | None = None
    if "logo" in facts:
        logo = picture(_beside(folder, facts["logo"], "letterhead.logo", style), facts["logo"])
    return Letterhead(
        name=facts.get("name", ""),
        lines=facts.get("lines", ()),
        logo=logo,
        logo_height=facts.get("logo_height", _LOGO_HEIGHT),
        logo_words=facts.get("logo_words", ""),
    )
