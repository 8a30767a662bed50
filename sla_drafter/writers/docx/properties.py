"""What a Word file says about itself: title, author, dates, and the agreement's source in small pieces."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Iterable

from sla_drafter.document.nodes import Document
from sla_drafter.document.walk import words_of
from sla_drafter.writers.docx.markup import HEAD, fingerprint_name, text

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the set that Word keeps properties of users in
SOURCE = "sla_drafter.source."
LONG_ID = "sla_drafter.id."
PIECE = 255  # the longest text that Word's own window for properties shows whole

# The language that Word checks spelling in needs a country; a language without one here stands as it is.
PROOFING = {"en": "en-GB", "de": "de-DE", "fr": "fr-FR", "es": "es-ES", "it": "it-IT", "nl": "nl-NL", "pt": "pt-PT"}


def proofing_language(language: str) -> str:
    """The language of a paper as Word names it."""
    return PROOFING.get(language, language)


def core_properties(document: Document) -> bytes:
    """docProps/core.xml; the dates are the date of the text, never the day of printing."""
    day = document.dated.isoformat() if document.dated else "1980-01-01"
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{text(words_of(document.title))}</dc:title><dc:subject>{text(document.subject)}</dc:subject>"
        f"<dc:creator>{text(document.author)}</dc:creator><dc:language>{text(document.language)}</dc:language>"
        f"<cp:version>{text(document.version)}</cp:version>{dates}</cp:coreProperties>"
    ).encode()


def custom_properties(source: bytes | None, long_ids: Iterable[str]) -> bytes:
    """docProps/custom.xml: what the file carries for programs; it survives saving in Word and LibreOffice.

    The source stands there compressed, in numbered pieces; ids that do not fit a bookmark stand beside their names.
    """
    packed = "" if source is None else base64.b64encode(zlib.compress(source, 9)).decode()
    named = {f"{SOURCE}{at // PIECE:04}": packed[at : at + PIECE] for at in range(0, len(packed), PIECE)}
    named.update({f"{LONG_ID}{fingerprint_name(identity)}": text(identity) for identity in sorted(set(long_ids))})
    inside = "".join(
        f'<property fmtid="{_FORMAT}" pid="{number}" name="{name}"><vt:lpwstr>{words}</vt:lpwstr></property>'
        for number, (name, words) in enumerate(named.items(), 2)
    )
    return f'{HEAD}<Properties xmlns="{_CUSTOM}" xmlns:vt="{_TYPES}">{inside}</Properties>'.encode()
