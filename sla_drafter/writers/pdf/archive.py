"""The pages of a sheet as a file for keeping and for everyone: PDF/A-2a and PDF/UA-1, with the source it was made from.

PDF/A-2 allows no attachment but another PDF/A. So the source stands where the format keeps what only programs read: in
the catalogue, under `PieceInfo` and our name.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString, PDFZCompress

from sla_drafter.writers.pdf.claims import Claims, xmp
from sla_drafter.writers.pdf.fields import form
from sla_drafter.writers.pdf.sheet import Sheet
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
    catalog.Metadata = _stream(xmp(claims), {"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}, packed=False)
    catalog.OutputIntents = _colours(document)
    if sheet.fields:
        catalog.AcroForm = form(sheet, sheet.font)
    if sheet.arrivals:
        catalog.Names = PDFDictionary({"Dests": PDFDictionary({"Names": PDFArray(sheet.named_arrivals())})})
    if source is not None:
        catalog.PieceInfo = _private(document, source)
    for page in sheet.sheets:
        page.Contents = PDFStream(content=page.stream, filters=[PDFZCompress])
    return _packed(bytes(sheet.getpdfdata()))  # type: ignore[no-untyped-call]


def _tree(sheet: Sheet) -> Any:
    """The tree of elements, and in each page and annotation the key by which it is found in the tree."""
    tree = Tree(sheet.document, sheet.root)
    page: Any
    for key, page in enumerate(sheet.sheets):
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = key, PDFName("S")
    for key, (annotation, _) in enumerate(sheet.annotations, len(sheet.sheets)):
        annotation.dict["StructParent"] = key
    return tree.spell(sheet.spoken[: len(sheet.sheets)], [element for _, element in sheet.annotations])


def _stream(data: bytes, parts: dict[str, object], *, packed: bool = True) -> PDFStream:
    return PDFStream(PDFDictionary(parts), data, [PDFZCompress] if packed else [])


def _colours(document: Any) -> PDFArray:
    """What red, green and blue mean in this file."""
    profile = document.Reference(_stream(srgb_profile(), {"N": 3, "Alternate": PDFName("DeviceRGB")}))
    parts = {
        "Type": PDFName("OutputIntent"),
        "S": PDFName("GTS_PDFA1"),
        "OutputConditionIdentifier": PDFString("sRGB"),
        "Info": PDFString("sRGB IEC61966-2.1"),
        "DestOutputProfile": profile,
    }
    return PDFArray([document.Reference(PDFDictionary(parts))])


def _private(document: Any, source: bytes) -> PDFDictionary:
    kept = document.Reference(_stream(source, {"Subtype": "/application#2Fjson"}))
    return PDFDictionary({OURS: PDFDictionary({"LastModified": _DAY, "Private": kept})})


def _packed(data: bytes) -> bytes:
    """The same file with its small objects packed together, and every stream ended as PDF/A wants it."""
    import pikepdf

    packed = BytesIO()
    with pikepdf.open(BytesIO(data)) as file:
        file.save(packed, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return packed.getvalue()
