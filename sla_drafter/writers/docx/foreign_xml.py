"""XML of a file that somebody else wrote: parsed without entities or network, changed in its place, written again."""

from __future__ import annotations

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def parsed(data: bytes) -> etree._Element:
    """The tree of a part, as its reader sees it: remarks of XML are in the way of words and say nothing."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    return etree.fromstring(data, parser)


def serialized(root: etree._Element) -> bytes:
    """The bytes of a part."""
    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)


def made(tag: str, **attributes: str) -> etree._Element:
    """An element of a Word file."""
    element = etree.Element(f"{W}{tag}", nsmap={"w": W.strip("{}")})
    for name, value in attributes.items():
        element.set(f"{W}{name}", value)
    return element


def said(words: str, tag: str = "t") -> etree._Element:
    """Words of a run, with each of their spaces."""
    element = made(tag)
    keep(element, words)
    return element


def keep(element: etree._Element, words: str) -> None:
    """Give an element other words, with each of their spaces."""
    element.text = words
    element.set(_SPACE, "preserve")


def parent(element: etree._Element) -> etree._Element:
    """What an element stands in."""
    found = element.getparent()
    if found is None:
        raise ValueError(f"{element.tag} stands in nothing")
    return found


def number(element: etree._Element) -> int:
    """The number that an element goes by; -1 for none."""
    words = element.get(f"{W}id", "")
    return int(words) if words.isdecimal() and len(words) <= len(str(2**31)) else -1
