"""The tree of elements as objects of a PDF, with the index that leads from a page or a link back to its element."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from sla_drafter.writers.pdf.spelled import Spelled, hexadecimal, page_number
from sla_drafter.writers.pdf.tags.elements import STANDARD_ROLES, Element, Held, Words

_NAME = "ID"


class Tree:
    """Gives every element below the root its number in the file, and spells the tree."""

    def __init__(self, document: Any, root: Element) -> None:
        self._document = document
        self._root = root
        self._top = Spelled(document)
        self._made = {element: Spelled(document) for element in _in_order(root)}
        self._pages: dict[int, str] = {}
        self._names: dict[bytes, str] = {}
        self._taken: Counter[str] = Counter()

    def spell(self, pages: Sequence[Sequence[Element]], annotations: Sequence[Element]) -> Any:
        """The reference of the tree: for each page the elements of its marked content, then those of annotations."""
        for element, made in self._made.items():
            made.words = self._spelled(element)
        back = [f"[{' '.join(map(self._of, elements))}]" for elements in pages]
        back += map(self._of, annotations)
        pairs = " ".join(f"{key} {value}" for key, value in enumerate(back))
        names = " ".join(f"<{name.hex()}> {held}" for name, held in sorted(self._names.items()))
        roles = " ".join(f"/{ours} /{standard}" for ours, standard in STANDARD_ROLES.items())
        self._top.words = (
            f"<</Type /StructTreeRoot /K {self._of(self._root)} /RoleMap <<{roles}>> /IDTree <</Names [{names}]>>"
            f" /ParentTree <</Nums [{pairs}]>> /ParentTreeNextKey {len(back)}>>"
        )
        return self._top.reference

    def _of(self, element: Element) -> str:
        return str(self._made[element])

    def _spelled(self, element: Element) -> str:
        parent = self._of(element.parent) if element.parent else str(self._top)
        parts = [f"/Type /StructElem /S /{element.role} /P {parent}"]
        parts += (f"/{key} {hexadecimal(words)}" for key, words in element.said.items() if key != _NAME)
        if _NAME in element.said:
            parts.append(f"/ID <{self._named(element).hex()}>")
        if element.attributes:
            parts.append(f"/A <<{element.attributes}>>")
        first = next((kid.page for kid in element.kids if isinstance(kid, Words)), None)
        if first is not None:
            parts.append(f"/Pg {self._page(first)}")
        kids = " ".join(self._kid(kid, first) for kid in element.kids)
        return f"<<{' '.join(parts)} /K [{kids}]>>"

    def _kid(self, kid: Element | Words | Held, first: int | None) -> str:
        match kid:
            case Element():
                return self._of(kid)
            case Words(page, number) if page == first:
                return str(number)
            case Words(page, number):
                return f"<</Type /MCR /Pg {self._page(page)} /MCID {number}>>"
            case Held(annotation, page):
                return f"<</Type /OBJR /Obj {annotation} /Pg {self._page(page)}>>"

    def _page(self, page: int) -> str:
        if page not in self._pages:
            self._pages[page] = page_number(self._document, page)
        return self._pages[page]

    def _named(self, element: Element) -> bytes:
        """The name of an element; a name that is given again gets a count after a zero."""
        name = element.said[_NAME]
        self._taken[name] += 1
        count = self._taken[name]
        unique = (f"{name}\0{count}" if count > 1 else name).encode()
        self._names[unique] = self._of(element)
        return unique


def _in_order(element: Element) -> Iterator[Element]:
    yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _in_order(kid)
