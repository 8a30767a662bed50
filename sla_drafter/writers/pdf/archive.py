"""The pages of a sheet as a file for keeping and for everyone: PDF/A-2a and PDF/UA-1, with the source it was made from.

PDF/A-2 allows no attachment but another PDF/A. So the source stands where the format keeps what only programs read: in
the catalogue, under `PieceInfo` and our name.
"""

from __future__ import annotations

import zlib
from functools import partial
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFZCompress

from sla_drafter.writers.pdf.claims import Claims, xmp
from sla_drafter.writers.pdf.fields import form
from sla_drafter.writers.pdf.packed import packed
from sla_drafter.writers.pdf.places import names_of, outline_of
from sla_drafter.writers.pdf.sheet import Sheet
from sla_drafter.writers.pdf.spelled import Spelled, SpelledStream
from sla_drafter.writers.pdf.srgb import srgb_profile
from sla_drafter.writers.pdf.tags.tree import Tree

OURS = "SlaDrafter"
"""The name under which the file keeps what is ours."""

_DAY = "(D:20000101000000+00'00')"
_MORE = ("AcroForm", "OutputIntents", "PieceInfo")


def archived(sheet: Sheet, claims: Claims, source: bytes | None) -> bytes:
    """The bytes of the file. The sheet is done with it."""
    document = sheet.document
    catalog = document.Catalog
    catalog.__NoDefault__ = [*catalog.__NoDefault__, *_MORE]
    catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    catalog.StructTreeRoot = _tree(sheet)
    catalog.Metadata = SpelledStream(document, "/Type /Metadata /Subtype /XML", xmp(claims)).reference
    catalog.OutputIntents = _colours(document)
    if sheet.fields:
        catalog.AcroForm = form(sheet, sheet.font).reference
    if sheet.arrivals:
        catalog.Names = names_of(document, sheet.arrivals).reference
    if source is not None:
        catalog.PieceInfo = _private(document, source)
    for page in sheet.sheets:
        page.Contents = PDFStream(content=page.stream, filters=[PDFZCompress])
    document.format = partial(_whole, document, outline_of(document, sheet.marks))
    return bytes(sheet.getpdfdata())  # type: ignore[no-untyped-call]


def _whole(document: Any, outline: Spelled | None) -> bytes:
    """The file, asked for by the library when its fonts are made; its own outline, which is empty, is replaced."""
    document.Catalog.Outlines = outline and outline.reference
    return packed(document)


def _tree(sheet: Sheet) -> Any:
    """The tree of elements, and in each page and annotation the key by which it is found in the tree."""
    tree = Tree(sheet.document, sheet.root)
    page: Any
    for key, page in enumerate(sheet.sheets):
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = key, PDFName("S")
    for key, (annotation, _) in enumerate(sheet.annotations, len(sheet.sheets)):
        annotation.words = f"<<{annotation.words} /StructParent {key}>>"
    return tree.spell(sheet.spoken[: len(sheet.sheets)], [element for _, element in sheet.annotations])


def _colours(document: Any) -> PDFArray:
    """What red, green and blue mean in this file."""
    profile = _deflated(document, "/N 3 /Alternate /DeviceRGB", srgb_profile())
    parts = "/Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB IEC61966-2.1)"
    return PDFArray([Spelled(document, f"<<{parts} /DestOutputProfile {profile}>>").reference])


def _private(document: Any, source: bytes) -> Any:
    kept = _deflated(document, "/Subtype /application#2Fjson", source)
    return Spelled(document, f"<</{OURS} <</LastModified {_DAY} /Private {kept}>>>>").reference


def _deflated(document: Any, parts: str, data: bytes) -> SpelledStream:
    return SpelledStream(document, f"{parts} /Filter /FlateDecode", zlib.compress(data))
