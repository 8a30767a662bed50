"""Where the links of a Word file lead: each with its words, in the text and in every part around it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from sla_drafter.language.patterns import compiled
from sla_drafter.readers.docx.package import Package, R, W, instructions

_SPOKEN = compiled(r"(?:https?://|mailto:|www\.)\S+|\S+@\S+\.\w+", re.IGNORECASE)
_FIELD = compiled(r'\s*HYPERLINK\s+(?!\\l)"?([^"\s]+)', re.IGNORECASE)


def links(package: Package) -> Iterator[tuple[str, str, str]]:
    """Part, words and address of every link that leads out of the file; a link of a drawing has no words."""
    for name in sorted(package.parts):
        if not (name.startswith("word/") and name.endswith(".xml")):
            continue
        addresses, root = package.addresses(name), package.parsed(name)
        for element in root.iter("*"):
            target = addresses.get(str(element.get(f"{R}id", "")), "")
            if target:
                yield name, _words(element), target
        for instruction in instructions(root):
            if led := _FIELD.match(instruction):
                yield name, "", led[1]


def inner_links(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Words of every link inside the file, and those of the paragraph that it leads to; empty where it leads nowhere.

    Programs give the places to which a list of contents leads names of their own, so what stands there counts.
    """
    links: list[etree._Element] = []
    led: dict[str, etree._Element] = {}
    waiting: list[str] = []
    for element in root.iter(f"{W}bookmarkStart", f"{W}p", f"{W}hyperlink"):
        if element.tag == f"{W}bookmarkStart":
            waiting.append(str(element.get(f"{W}name")))
        elif element.tag == f"{W}hyperlink" and element.get(f"{W}anchor"):
            links.append(element)
        holder = next(element.iterancestors(f"{W}p"), None) if element.tag != f"{W}p" else element
        if holder is not None:
            led |= dict.fromkeys(waiting, holder)
            waiting.clear()
    for link in links:
        target = led.get(str(link.get(f"{W}anchor")))
        yield _words(link), "" if target is None else _words(target)


def misleads(words: str, target: str) -> bool:
    """Whether a link is spelled as an address that is not the one it leads to."""
    return bool(_SPOKEN.fullmatch(words.strip())) and _plain(words) != _plain(target)


def _plain(address: str) -> str:
    """An address without what readers leave out when they spell it."""
    return re.sub(r"^(?:https?://|mailto:)", "", address.strip().casefold()).rstrip("/.,")


def _words(element: etree._Element) -> str:
    found = ("\t" if one.tag == f"{W}tab" else str(one.text or "") for one in element.iter(f"{W}t", f"{W}tab"))
    return " ".join("".join(found).split())
