"""The runs of a Word file that somebody else wrote, split where only a part of their words is meant.

Places are those of the file as it was read: an element by its number, a sign by its place in the words of the element.
"""

from __future__ import annotations

from copy import deepcopy

from attrs import field
from lxml import etree

from sla_drafter.document.spots import Point
from sla_drafter.values import define
from sla_drafter.writers.docx.foreign_xml import W, keep, parent, said


@define
class _Piece:
    """A part of what was one element: from which of its signs on."""

    start: int
    element: etree._Element


@define(eq=False)
class Runs:
    """The runs of a text with its elements as they were numbered before anything was split."""

    root: etree._Element
    elements: tuple[etree._Element, ...] = field(init=False)
    pieces: dict[int, list[_Piece]] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        self.elements = tuple(self.root.iter("*"))

    def run_from(self, point: Point) -> etree._Element:
        """The run that begins at a point, split off what stands before it."""
        element = self._element_from(point)
        run = _run_of(element)
        child = _child_of(run, element)
        if all(before.tag == f"{W}rPr" for before in child.itersiblings(preceding=True)):
            return run
        return _split(run, child)

    def run_until(self, point: Point) -> etree._Element:
        """The run that ends at a point, with what stands behind it split off."""
        element = self._element_until(point)
        run = _run_of(element)
        following = _child_of(run, element).getnext()
        if following is not None:
            _split(run, following)
        return run

    def _element_from(self, point: Point) -> etree._Element:
        at, offset = point
        return self._cut(at, offset) if offset else self._pieces(at)[0].element

    def _element_until(self, point: Point) -> etree._Element:
        at, offset = point
        pieces = self._pieces(at)
        if self.elements[at].tag in {f"{W}t", f"{W}delText"}:
            self._cut(at, offset)
            return next(piece.element for piece in reversed(pieces) if piece.start < max(offset, 1))
        return pieces[0].element

    def _pieces(self, at: int) -> list[_Piece]:
        return self.pieces.setdefault(at, [_Piece(0, self.elements[at])])

    def _cut(self, at: int, offset: int) -> etree._Element:
        """The piece of an element that begins at a sign, in the same run; behind the last sign there is none to cut."""
        pieces = self._pieces(at)
        place = max(index for index, piece in enumerate(pieces) if piece.start <= offset)
        piece = pieces[place]
        words = piece.element.text or ""
        within = offset - piece.start
        if not within or within >= len(words):
            return piece.element
        rest = said(words[within:], str(piece.element.tag).removeprefix(W))
        keep(piece.element, words[:within])
        piece.element.addnext(rest)
        pieces.insert(place + 1, _Piece(offset, rest))
        return rest


def _run_of(element: etree._Element) -> etree._Element:
    return element if element.tag == f"{W}r" else next(element.iterancestors(f"{W}r"))


def _child_of(run: etree._Element, element: etree._Element) -> etree._Element:
    """What stands right in the run and is the element or holds it."""
    while element.getparent() is not run and element is not run:
        element = parent(element)
    return element


def _split(run: etree._Element, child: etree._Element) -> etree._Element:
    """The run that begins with a child of a run, with the same looks; what was before it stays."""
    rest = etree.Element(run.tag)
    for name, value in run.attrib.items():
        rest.set(name, value)
    properties = run.find(f"{W}rPr")
    if properties is not None:
        rest.append(deepcopy(properties))
    moved = [child, *child.itersiblings()]
    for one in moved:
        rest.append(one)
    run.addnext(rest)
    return rest
