"""The tree of elements as objects of a PDF, with the index that leads from a page or a link back to its element."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject

from sla_drafter.writers.pdf.tags.elements import STANDARD_ROLES, Element, Held, Words

_NAME = "ID"


class Spelled(PDFObject):
    """An object of the file that is spelled here and not by the PDF library."""

    def __init__(self) -> None:
        self.data = b""

    def format(self, document: object) -> bytes:  # noqa: ARG002 - the library asks every object in this way
        return self.data


class Tree:
    """Gives every element below the root its number in the file, and spells the tree."""

    def __init__(self, document: Any, root: Element) -> None:
        self._document = document
        self._root = root
        self._top, self._top_number = self._object()
        self._made = {element: self._object() for element in _in_order(root)}
        self._names: dict[bytes, str] = {}
        self._taken: Counter[str] = Counter()

    def spell(self, pages: Sequence[Sequence[Element]], annotations: Sequence[Element]) -> Any:
        """The reference of the tree: for each page the elements of its marked content, then those of annotations."""
        for element, (made, _) in self._made.items():
            made.data = self._spelled(element).encode("ascii")
        back = [f"[{' '.join(map(self._of, elements))}]" for elements in pages]
        back += map(self._of, annotations)
        pairs = " ".join(f"{key} {value}" for key, value in enumerate(back))
        names = " ".join(f"<{name.hex()}> {held}" for name, held in sorted(self._names.items()))
        roles = " ".join(f"/{ours} /{standard}" for ours, standard in STANDARD_ROLES.items())
        self._top.data = (
            f"<</Type /StructTreeRoot /K {self._of(self._root)} /RoleMap <<{roles}>> /IDTree <</Names [{names}]>>"
            f" /ParentTree <</Nums [{pairs}]>> /ParentTreeNextKey {len(back)}>>"
        ).encode("ascii")
        return self._document.Reference(self._top)

    def _object(self) -> tuple[Spelled, int]:
        made = Spelled()
        return made, self._number(self._document.Reference(made).name)

    def _number(self, name: str) -> int:
        return int(self._document.idToObjectNumberAndVersion[name][0])

    def _of(self, element: Element) -> str:
        return f"{self._made[element][1]} 0 R"

    def _spelled(self, element: Element) -> str:
        parent = self._of(element.parent) if element.parent else f"{self._top_number} 0 R"
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
                held = self._number(self._document.refAnnotation(annotation).name)
                return f"<</Type /OBJR /Obj {held} 0 R /Pg {self._page(page)}>>"

    def _page(self, page: int) -> str:
        return f"{self._number(f'Page{page}')} 0 R"

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


def hexadecimal(words: str) -> str:
    """Words as a string of a PDF, whatever letters they have."""
    return f"<feff{words.encode('utf-16-be').hex()}>"
