"""The tree of tags of a file as plain data, read with another library than the one that wrote it."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from attrs import field, frozen
from pikepdf import Array, Dictionary, Pdf


@frozen
class Tag:
    """One element: its role, what is said of it, the pages of its words and its annotations, and what it holds."""

    role: str
    said: dict[str, str]
    pages: set[int]
    held: list[str]
    kids: list[Tag] = field(repr=False)

    def __iter__(self) -> Iterator[Tag]:
        yield self
        for kid in self.kids:
            yield from kid

    def all(self, *roles: str) -> list[Tag]:
        """Every element below with one of these roles, in the order of reading."""
        return [tag for tag in self if tag.role in roles]

    def shape(self, depth: int = 99) -> object:
        """Roles in roles, to be compared with what is wanted."""
        return {self.role: [kid.shape(depth - 1) for kid in self.kids]} if self.kids and depth else self.role


def tags_of(data: bytes) -> Tag:
    """The tree of a file."""
    with Pdf.open(BytesIO(data)) as file:
        pages = {page.obj.objgen: number for number, page in enumerate(file.pages, 1)}
        return _tag(file.Root.StructTreeRoot.K, pages)


def _tag(element: Any, pages: dict[tuple[int, int], int]) -> Tag:
    kids, seen, held = [], set(), []
    for kid in element.K if isinstance(element.K, Array) else [element.K]:
        if isinstance(kid, int):
            seen.add(pages[element.Pg.objgen])
        elif kid.get("/Type") == "/MCR":
            seen.add(pages[kid.Pg.objgen])
        elif kid.get("/Type") == "/OBJR":
            held.append(str(kid.Obj.Subtype)[1:])
        else:
            kids.append(_tag(kid, pages))
    said = {str(key)[1:]: _words(value) for key, value in element.items() if key in {"/Alt", "/ID", "/A"}}
    return Tag(str(element.S)[1:], said, seen, held, kids)


def _words(value: Any) -> str:
    if isinstance(value, Dictionary):
        return " ".join(f"{str(key)[1:]}={str(part)[1:]}" for key, part in value.items())
    return str(value)
