"""The texts of a Word file beside the main one: notes, headers and footers, each found by what points to it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from lxml import etree

from sla_drafter.readers.docx.package import Package, R, W


def notes(package: Package) -> dict[str, etree._Element]:
    """The foot- and endnotes by kind and number, in their order in the file: foot1, endn1."""
    found: dict[str, etree._Element] = {}
    for kind in ("footnote", "endnote"):
        part = package.related(package.document, f"{kind}s")
        for note in () if part is None else package.parsed(part).iter(f"{W}{kind}"):
            if note.get(f"{W}type", "normal") == "normal":
                found[f"{kind[:4]}{note.get(f'{W}id')}"] = note
    return found


def margins(package: Package, kind: str) -> Iterator[etree._Element]:
    """The headers ("header") or footers ("footer") that some section of the file shows, each once."""
    targets = package.targets(package.document)
    folder = posixpath.dirname(package.document)
    even = _has_even_pages(package)
    seen: set[str] = set()
    for reference in package.parsed(package.document).iter(f"{W}{kind}Reference"):
        target = targets.get(str(reference.get(f"{R}id")), "")
        name = posixpath.normpath(posixpath.join(folder, target)).lstrip("/")
        if target and name in package.parts and name not in seen and _is_shown(reference, even=even):
            seen.add(name)
            yield package.parsed(name)


def _is_shown(reference: etree._Element, *, even: bool) -> bool:
    """Whether the header or footer of a first or an even page is switched on; the usual one always is."""
    section = reference.getparent()
    kind = reference.get(f"{W}type", "default")
    return {"first": _is_on(section, "titlePg"), "even": even}.get(kind, True)


def _has_even_pages(package: Package) -> bool:
    part = package.related(package.document, "settings")
    return part is not None and _is_on(package.parsed(part), "evenAndOddHeaders")


def _is_on(parent: etree._Element | None, name: str) -> bool:
    mark = None if parent is None else parent.find(f"{W}{name}")
    return mark is not None and mark.get(f"{W}val", "true") not in {"0", "false", "off"}
