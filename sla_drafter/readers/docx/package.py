"""Opens a Word file that may come from anybody: limits first, then its parts, parsed without entities or network.

Nothing a file points to outside of itself is ever followed. What is refused is named with the part it stands in.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence

from attrs import field
from lxml import etree

from sla_drafter.errors import Unreadable
from sla_drafter.findings import Finding, Mend, Severity
from sla_drafter.language.patterns import compiled
from sla_drafter.values import define

MOST_MEMBERS = 2_000
LARGEST_PART = 32 << 20
LARGEST_TOTAL = 64 << 20
HIGHEST_RATIO = 200
RATIO_FROM = 1 << 20
MOST_TAGS = 2_000_000

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{WORD}}}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_ACTIVE = {
    "oleObject", "vbaProject", "wordVbaData", "aFChunk", "subDocument", "attachedTemplate", "package", "control",
    "activeXControlBinary", "frame", "externalLinkPath",
}  # fmt: skip
_MAY_LEAD_OUT = compiled(r"(?:https?://|mailto:)", re.IGNORECASE)
_SWITCHES = compiled(r'\\[lot]\s+(?:"[^"]*"|[^\s"\\]+)|\\[mnh](?=\s|$)', re.IGNORECASE)
"""What a field of a link says beside its address: a place within the file, a remark, a window."""
FIELDS = {
    "REF", "PAGE", "NUMPAGES", "SECTIONPAGES", "TOC", "PAGEREF", "NOTEREF", "SEQ", "STYLEREF", "DOCPROPERTY",
    "HYPERLINK", "DATE", "TITLE", "AUTHOR",
}  # fmt: skip
"""The fields that a template of ours may hold: none of them reads another file or calls a program."""


@define(eq=False)
class Package:
    """The parts of a Word file by name; `parsed` reads one of them once."""

    parts: Mapping[str, bytes]
    _trees: dict[str, etree._Element] = field(factory=dict)

    def parsed(self, name: str) -> etree._Element:
        """The tree of a part."""
        if name not in self._trees:
            self._trees[name] = parse(self.parts[name], name)
        return self._trees[name]

    def related(self, origin: str, kind: str) -> str | None:
        """The name of the part of that kind that a part points to."""
        for element in self._relationships(origin):
            target = str(element.get("Target", ""))
            if str(element.get("Type", "")).endswith(f"/{kind}") and element.get("TargetMode") != "External":
                name = posixpath.normpath(posixpath.join(posixpath.dirname(origin), target)).lstrip("/")
                if name in self.parts:
                    return name
        return None

    def targets(self, origin: str) -> Mapping[str, str]:
        """What a part points to inside of the file, by the id of the relationship, as it is written there."""
        return {
            str(element.get("Id")): str(element.get("Target", ""))
            for element in self._relationships(origin)
            if element.get("TargetMode") != "External"
        }

    def pictures(self, origin: str) -> Iterator[str]:
        """The names of the parts that a part shows as pictures."""
        for element in self._relationships(origin):
            if str(element.get("Type", "")).endswith("/image") and element.get("TargetMode") != "External":
                folder = "" if str(element.get("Target")).startswith("/") else posixpath.dirname(origin)
                name = posixpath.normpath(posixpath.join(folder, str(element.get("Target")).lstrip("/")))
                if name in self.parts:
                    yield name

    @property
    def opened(self) -> tuple[str, ...]:
        """The names of the parts that were parsed so far."""
        return tuple(self._trees)

    def addresses(self, origin: str) -> Mapping[str, str]:
        """The addresses outside that a part points to, by the id of the relationship."""
        return {
            str(element.get("Id")): str(element.get("Target", ""))
            for element in self._relationships(origin)
            if element.get("TargetMode") == "External"
        }

    def _relationships(self, origin: str) -> Iterator[etree._Element]:
        folder, name = posixpath.split(origin)
        part = posixpath.join(folder, "_rels", f"{name}.rels")
        yield from self.parsed(part) if part in self.parts else ()

    @property
    def document(self) -> str:
        """The name of the main part."""
        return self.related("", "officeDocument") or "word/document.xml"


def open_package(data: bytes) -> Package:
    """The parts of the Word file in these bytes; `Unreadable` tells everything that is refused."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = package.infolist()
            too_large, faults = list(_faults_of_size(members)), list(_faults_of_directory(members))
            if too_large or faults:
                raise Unreadable(_HEADLINE, (*_findings(too_large, _SMALLER), *_findings(faults, _ANEW)))
            parts = {member.filename: _read(package, member) for member in package.infolist()}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, RuntimeError) as fault:
        raise refusal([f"this is not a Word file: it cannot be unpacked ({fault})"]) from fault
    opened = Package(parts)
    if opened.document not in parts:
        raise refusal([f"this is not a Word file: there is no {opened.document}"])
    root = opened.parsed(opened.document).tag
    if root != f"{W}document":
        raise refusal([f"{opened.document} is not the text of a Word file"])
    return opened


def _faults_of_size(members: Sequence[zipfile.ZipInfo]) -> Iterator[str]:
    """What the list of members alone gives away of their size, before a byte is unpacked."""
    if len(members) > MOST_MEMBERS:
        yield f"it holds {len(members)} parts; at most {MOST_MEMBERS} are read"
    total = sum(member.file_size for member in members)
    if total > LARGEST_TOTAL:
        yield f"it unpacks to {total >> 20} MB; at most {LARGEST_TOTAL >> 20} MB are read"
    for member in members:
        name, size = member.filename, member.file_size
        if size > LARGEST_PART:
            yield f"the part {name} has {size >> 20} MB; at most {LARGEST_PART >> 20} MB are read"
        if size > RATIO_FROM and size > HIGHEST_RATIO * max(member.compress_size, 1):
            yield f"the part {name} unpacks to more than {HIGHEST_RATIO} times its size"


def _faults_of_directory(members: Sequence[zipfile.ZipInfo]) -> Iterator[str]:
    """What else it gives away: parts that are there twice, that lead out of the file, or that are locked."""
    names = [member.filename for member in members]
    for name in sorted({name for name in names if names.count(name) > 1} if len(names) <= MOST_MEMBERS else ()):
        yield f"the part {name} is there more than once"
    for member in members:
        name = member.filename
        if ".." in name.split("/") or name.startswith("/") or "\\" in name:
            yield f"the part name {name!r} leads out of the file"
        if member.flag_bits & 1:
            yield f"the part {name} is encrypted"


def _read(package: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """The bytes of a member, never more than its entry says."""
    with package.open(member) as held:
        data = held.read(member.file_size + 1)
    if len(data) != member.file_size:
        raise ValueError(f"{member.filename} is not as long as it says")
    return data


def parse(data: bytes, name: str) -> etree._Element:
    """The tree of a part. A document type is refused: it could expand or fetch, and text after an entity gets lost."""
    if data.count(b"<") > MOST_TAGS:  # counted before it is parsed: each element would take a hundred bytes and more
        raise refusal([f"the part {name} holds more than {MOST_TAGS:,} tags, more than any agreement"], _SMALLER)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise refusal([f"the part {name} is not well-formed ({fault})"]) from fault
    if root.getroottree().docinfo.internalDTD is not None:
        raise refusal([f"the part {name} declares a document type"])
    return root


def active_content(package: Package) -> Iterator[str]:
    """What a template must not bring: programs, embedded objects, other files, fields that read or call."""
    if b"macroEnabled" in package.parts.get("[Content_Types].xml", b""):
        yield "it is a document with macros; a template may not bring them"
    for name in sorted(package.parts):
        yield from _active(package, name)


def _active(package: Package, name: str) -> Iterator[str]:
    if name.endswith(".rels"):
        for element in package.parsed(name):
            kind = str(element.get("Type", "")).rpartition("/")[2]
            out = element.get("TargetMode") == "External"
            if kind in _ACTIVE or (
                out and not (kind == "hyperlink" and _MAY_LEAD_OUT.match(str(element.get("Target"))))
            ):
                yield f"{name} points to {kind} {element.get('Target')}; a template may not bring that"
    elif name.startswith("word/") and name.endswith(".xml"):
        for instruction in instructions(package.parsed(name)):
            words = instruction.split()
            if words and words[0].upper() not in FIELDS:
                yield f"{name} holds the field {words[0]}; a template may not bring that"
            elif words and words[0].upper() == "HYPERLINK" and not _may_be_followed(instruction):
                yield f"{name} holds the field {' '.join(words)}; a template may not bring that"


def _may_be_followed(instruction: str) -> bool:
    """Whether a link that is a field leads to a place of its file, or to an address that may be followed from it."""
    addresses = _SWITCHES.sub(" ", instruction.strip()[len("HYPERLINK") :]).split()
    leads_within = any(switch[0][:2].lower() == "\\l" for switch in _SWITCHES.finditer(instruction))
    if not addresses:
        return leads_within
    return len(addresses) == 1 and _MAY_LEAD_OUT.match(addresses[0].strip('"')) is not None


def instructions(root: etree._Element) -> Iterator[str]:
    """The instructions of all fields below an element, put together where they are split over runs."""
    open_fields: list[str] = []
    for element in root.iter(f"{W}fldChar", f"{W}instrText", f"{W}fldSimple"):
        if element.tag == f"{W}fldSimple":
            yield str(element.get(f"{W}instr", ""))
        elif element.tag == f"{W}instrText":
            if open_fields:
                open_fields[-1] += element.text or ""
            else:
                yield element.text or ""
        elif element.get(f"{W}fldCharType") == "begin":
            open_fields.append("")
        elif element.get(f"{W}fldCharType") == "end" and open_fields:
            yield open_fields.pop()
    yield from open_fields


_HEADLINE = "The Word file cannot be read."
_ANEW = "Open it in Word, save it as a new .docx without macros, objects and passwords, and give that file."
_SMALLER = (
    "Give the agreement alone: open it in Word, take out pictures, embedded files and what is bound to it, and save it "
    "as a new .docx."
)


def refusal(faults: Sequence[str], mend: str = _ANEW) -> Unreadable:
    """The error that carries one finding for each fault."""
    return Unreadable(_HEADLINE, _findings(faults, mend))


def _findings(faults: Sequence[str], mend: str) -> tuple[Finding, ...]:
    return tuple(Finding("DOC-08", "file_unreadable", Severity.ERROR, fault, mend=Mend(mend)) for fault in faults)
