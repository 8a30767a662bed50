"""What a PDF says of itself in XMP: title, author, language, dates, and which standards it was made for."""

from __future__ import annotations

from xml.sax.saxutils import escape

from sla_drafter.values import frozen

PROGRAM, PRODUCER = "sla-drafter", "ReportLab"
_DAY = "2000-01-01T00:00:00+00:00"
_SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
# PDF/A does not know the schema by which a file says that it is PDF/UA, so the file describes that schema.
_ACCESSIBLE = (
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType='Resource'>"
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    f"<pdfaSchema:namespaceURI>{_SPACES['pdfuaid']}</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType='Resource'>"
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>The part of ISO 14289 that the file was made for</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"
)


@frozen
class Claims:
    """What a file is called, by whom, about what and in which language."""

    title: str
    author: str
    subject: str
    language: str


def xmp(claims: Claims) -> bytes:
    """The claims and the standards PDF/A-2a and PDF/UA-1 as an XMP packet."""
    said = [
        f"<dc:title>{_alternatives(claims.title)}</dc:title>",
        f"<dc:creator><rdf:Seq><rdf:li>{_text(claims.author)}</rdf:li></rdf:Seq></dc:creator>" if claims.author else "",
        f"<dc:description>{_alternatives(claims.subject)}</dc:description>" if claims.subject else "",
        f"<dc:language><rdf:Bag><rdf:li>{_text(claims.language)}</rdf:li></rdf:Bag></dc:language>",
        f"<pdf:Producer>{PRODUCER}</pdf:Producer>",
        f"<xmp:CreatorTool>{PROGRAM}</xmp:CreatorTool>",
        f"<xmp:CreateDate>{_DAY}</xmp:CreateDate><xmp:ModifyDate>{_DAY}</xmp:ModifyDate>",
        "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        _ACCESSIBLE,
    ]
    spaces = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in _SPACES.items())
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about="" {spaces}>{"".join(said)}</rdf:Description></rdf:RDF></x:xmpmeta>\n'
        '<?xpacket end="w"?>'
    ).encode()


def _alternatives(words: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{_text(words)}</rdf:li></rdf:Alt>'


def _text(words: str) -> str:
    return escape(" ".join(words.split()))
