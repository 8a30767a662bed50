"""Where the links of a PDF arrive: a destination that is named for a clause and leads to another page is told.

The tags say on which page the words of a clause begin, so no other file is needed to know it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sla_drafter.document.beside import Margin
from sla_drafter.language.patterns import compiled

_SPELLED = compiled("~([0-9a-f]+)~")
_DEEPEST = 60


def misled(file: Any) -> Iterator[Margin]:
    """Every destination that leads elsewhere than to the words that it is named for, and every one that is missing."""
    pages = {page.obj.objgen: number for number, page in enumerate(file.pages, start=1)}
    led = {name: _page(place, pages) for name, place in _destinations(file)}
    begins = dict(_begins(file.Root.get("/StructTreeRoot", {}).get("/K"), pages))
    for name, page in begins.items():
        if name in led and led[name] != page:
            yield _told(name, f"leads to page {led[name]}; its words begin on page {page}")
    for page in file.pages:
        for note in page.obj.get("/Annots", ()):
            name = _name(note.get("/Dest"))
            if name and name not in led:
                yield _told(name, "leads nowhere")


def _told(name: str, words: str) -> Margin:
    return Margin("destination", f"the destination {name}", f"{name} {words}")


def _destinations(file: Any) -> Iterator[tuple[str, Any]]:
    import pikepdf

    tree = file.Root.get("/Names", {}).get("/Dests")
    if tree is not None:
        for name, place in pikepdf.NameTree(tree).items():
            yield _SPELLED.sub(lambda code: chr(int(code[1], 16)), str(name)), place


def _name(led: Any) -> str:
    """The name by which a link leads somewhere; empty for one that leads in another way."""
    import pikepdf

    return _SPELLED.sub(lambda code: chr(int(code[1], 16)), str(led)) if isinstance(led, pikepdf.String) else ""


def _page(place: Any, pages: Mapping[tuple[int, int], int]) -> int:
    """The number of the page to which a destination leads; 0 where it leads to none."""
    import pikepdf

    found = place.get("/D") if isinstance(place, pikepdf.Dictionary) else place
    return pages.get(found[0].objgen, 0) if isinstance(found, pikepdf.Array) and len(found) else 0


def _begins(element: Any, pages: Mapping[tuple[int, int], int], depth: int = 0) -> Iterator[tuple[str, int]]:
    """The name of each section, clause and schedule, with the page on which its first words stand."""
    import pikepdf

    if depth > _DEEPEST or not isinstance(element, pikepdf.Dictionary):
        return
    if element.get("/S") == "/Sect" and "/ID" in element:
        name, _, again = bytes(element.ID).partition(b"\0")
        first = next(_places(element, pages, depth), 0)
        if first and not again:
            yield name.decode("utf-8", "replace"), first
    for kid in _kids(element):
        yield from _begins(kid, pages, depth + 1)


def _places(element: Any, pages: Mapping[tuple[int, int], int], depth: int) -> Iterator[int]:
    """The pages on which words of an element stand, in the order in which they are heard."""
    import pikepdf

    for kid in _kids(element):
        if isinstance(kid, pikepdf.Dictionary) and depth <= _DEEPEST and kid.get("/Type") != "/OBJR":
            held = kid.get("/Pg", element.get("/Pg"))
            if kid.get("/Type") != "/MCR":
                yield from _places(kid, pages, depth + 1)
            elif held is not None:
                yield pages.get(held.objgen, 0)
        elif isinstance(kid, int) and "/Pg" in element:
            yield pages.get(element.Pg.objgen, 0)


def _kids(element: Any) -> list[Any]:
    import pikepdf

    kids = element.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]
