"""What a Word file lacks of the styles and lists of an agreement, put in from the template of the plain house."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy

from lxml import etree

from sla_drafter.readers.docx.package import W
from sla_drafter.values import frozen

# What stands before the list of a style in its paragraph properties, as the schema orders them.
_BEFORE_LIST = {f"{W}{name}" for name in ("keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")}


def value(parent: etree._Element | None, path: str) -> str:
    """The value of an element below another; empty when there is none."""
    found = None if parent is None else parent.find("/".join(f"{W}{step}" for step in path.split("/")))
    return "" if found is None else str(found.get(f"{W}val", ""))


def by_name(sheet: etree._Element) -> dict[str, etree._Element]:
    """The styles of a sheet by the names that Word shows, in small letters."""
    return {value(style, "name").lower(): style for style in sheet.iter(f"{W}style")}


@frozen(eq=False)
class Borrowed:
    """What was put in: the names of the styles, the ids of the plain house's styles here, lists that were replaced."""

    names: tuple[str, ...]
    ids: Mapping[str, str]
    rebound: tuple[str, ...]


def borrow(sheet: etree._Element, lists: etree._Element, base: etree._Element, base_lists: etree._Element) -> Borrowed:
    """Puts the missing styles into `sheet`, and their lists into `lists`."""
    own, wanted = by_name(sheet), by_name(base)
    missing = [name for name in wanted if name not in own]
    if not missing:
        return Borrowed((), {_id(style): _id(own[name]) for name, style in wanted.items()}, ())
    ids = _ids(own, wanted)
    numbers = _lists(lists, base_lists, ids)
    for name in missing:
        _copied(wanted[name], sheet, ids, numbers)
    numbered = [name for name in wanted if name not in missing and value(wanted[name], "pPr/numPr/numId")]
    rebound = [name for name in numbered if _rebound(own[name], wanted[name], numbers)]
    _shield(own, {_id(own[name]) for name in numbered})
    shown = (value(wanted[name], "name") for name in missing)
    return Borrowed(tuple(shown), ids, tuple(value(wanted[name], "name") for name in rebound))


def _id(style: etree._Element) -> str:
    return str(style.get(f"{W}styleId"))


def _ids(own: Mapping[str, etree._Element], wanted: Mapping[str, etree._Element]) -> dict[str, str]:
    """For each id of a style of the plain house, the id of the same style here; one that is taken gets another."""
    taken = {_id(style) for style in own.values()}
    return {
        _id(style): _id(own[name]) if name in own else f"Sla{_id(style)}" if _id(style) in taken else _id(style)
        for name, style in wanted.items()
    }


def _copied(style: etree._Element, sheet: etree._Element, ids: Mapping[str, str], numbers: Mapping[str, str]) -> None:
    copy = deepcopy(style)
    copy.set(f"{W}styleId", ids[_id(style)])
    if copy.get(f"{W}default") is not None:
        del copy.attrib[f"{W}default"]
    for name in ("basedOn", "next", "link"):
        for pointer in copy.iter(f"{W}{name}"):
            pointer.set(f"{W}val", ids[str(pointer.get(f"{W}val"))])
    for pointer in copy.iter(f"{W}numId"):
        pointer.set(f"{W}val", numbers[str(pointer.get(f"{W}val"))])
    sheet.append(copy)


def _lists(lists: etree._Element, base: etree._Element, ids: Mapping[str, str]) -> dict[str, str]:
    """Adds the lists of the plain house; for each of their numbers, the number here."""
    definitions = list(base.iter(f"{W}abstractNum"))
    first_definition = _free(lists, "abstractNum", "abstractNumId")
    first_number = _free(lists, "num", "numId")
    moved = {str(one.get(f"{W}abstractNumId")): str(first_definition + at) for at, one in enumerate(definitions)}
    place = next((at for at, one in enumerate(lists) if one.tag == f"{W}num"), len(lists))
    for at, one in enumerate(definitions):
        copy = deepcopy(one)
        copy.set(f"{W}abstractNumId", moved[str(one.get(f"{W}abstractNumId"))])
        for style in copy.iter(f"{W}pStyle"):
            style.set(f"{W}val", ids[str(style.get(f"{W}val"))])
        lists.insert(place + at, copy)
    numbers: dict[str, str] = {}
    last = max((at for at, one in enumerate(lists) if one.tag in {f"{W}num", f"{W}abstractNum"}), default=-1)
    for at, one in enumerate(base.iter(f"{W}num"), 1):
        number = numbers[str(one.get(f"{W}numId"))] = str(first_number + at - 1)
        new = etree.Element(f"{W}num", {f"{W}numId": number})
        etree.SubElement(new, f"{W}abstractNumId", {f"{W}val": moved[value(one, "abstractNumId")]})
        lists.insert(last + at, new)
    return numbers


def _free(lists: etree._Element, element: str, attribute: str) -> int:
    used = (str(one.get(f"{W}{attribute}", "0")) for one in lists.iter(f"{W}{element}"))
    return max((int(number) for number in used if number.isdigit()), default=0) + 1


def _rebound(own: etree._Element, wanted: etree._Element, numbers: Mapping[str, str]) -> bool:
    """Binds a style that is there to the list of the text; whether it was bound to another before."""
    number, level = value(wanted, "pPr/numPr/numId"), value(wanted, "pPr/numPr/ilvl")
    return _bind(own, level, numbers[number])


def _shield(own: Mapping[str, etree._Element], numbered: set[str]) -> None:
    """A style that is based on one that now has a number, such as the heading of the contents, gets none by that."""
    for style in own.values():
        based_on = value(style, "basedOn")
        if based_on in numbered and _id(style) not in numbered and not value(style, "pPr/numPr/numId"):
            _bind(style, "0", "0")


def _bind(own: etree._Element, level: str, number: str) -> bool:
    properties = own.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        own.insert(_place_of_properties(own), properties)
    before = properties.find(f"{W}numPr")
    if before is not None:
        properties.remove(before)
    bound = etree.Element(f"{W}numPr")
    etree.SubElement(bound, f"{W}ilvl", {f"{W}val": level})
    etree.SubElement(bound, f"{W}numId", {f"{W}val": number})
    properties.insert(sum(child.tag in _BEFORE_LIST for child in properties), bound)
    return before is not None


def _place_of_properties(style: etree._Element) -> int:
    """Paragraph properties stand before those of runs and tables."""
    later = {f"{W}rPr", f"{W}tblPr", f"{W}trPr", f"{W}tcPr", f"{W}tblStylePr"}
    return next((at for at, child in enumerate(style) if child.tag in later), len(style))


def recoloured(sheet: etree._Element, names: Sequence[str], old: str, new: str) -> None:
    """Gives the styles that were put in the colour that headings have here."""
    wanted = {name.lower() for name in names}
    for name, style in by_name(sheet).items():
        if name in wanted:
            for element in _coloured(style, old):
                for attribute in ("val", "color"):
                    if element.get(f"{W}{attribute}") == old:
                        element.set(f"{W}{attribute}", new)


def _coloured(style: etree._Element, colour: str) -> Iterator[etree._Element]:
    for element in style.iter():
        if colour in (element.get(f"{W}val"), element.get(f"{W}color")):
            yield element
