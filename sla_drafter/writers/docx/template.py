"""A house's Word template, opened once for a process and kept as parts: what is fixed, what has tags, which styles.

The template is an ordinary Word file that somebody designed in Word. Its docxtpl tags are filled in the sandbox; the
paragraph `[[contents]]` becomes the list of contents and `[[body]]` the text. Of its parts only the kinds that we know
are taken along, so macros, embedded objects and remote templates never reach a document.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import evolve

from sla_drafter.errors import Unreadable
from sla_drafter.findings import Finding, Mend, Severity
from sla_drafter.language.patterns import compiled
from sla_drafter.sandbox import PLACE, Program, TemplateFault, paper_program
from sla_drafter.values import frozen
from sla_drafter.writers.docx.bindings import Bindings, bindings
from sla_drafter.writers.docx.markup import HEAD, WORD
from sla_drafter.writers.docx.package import (
    CONTENT_TYPES,
    PICTURES,
    Entry,
    Relationship,
    entry,
    relationships_part,
)
from sla_drafter.writers.docx.styles import REQUIRED
from sla_drafter.writers.docx.tags import broken_tags, loose_tags
from sla_drafter.writers.links import may_lead_to

if TYPE_CHECKING:
    from lxml.etree import _Element

DOCUMENT = "word/document.xml"
_OWN = {"core-properties", "extended-properties", "custom-properties", "comments", "chart"}
_SPOKEN = {"styles", "settings"}
_TAGGED = {"officeDocument", "header", "footer", "numbering"}
_PARAGRAPH = compiled(r"<w:p(?:>| [^>]*[^/]>)(?:(?!<w:p[ >]).)*?</w:p>", re.DOTALL)
_EMPTY_RUN = compiled(r'<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t xml:space="preserve"></w:t></w:r>')
_LEFT_BEHIND = compiled(
    r"<w:(?:commentRangeStart|commentRangeEnd|commentReference|attachedTemplate|embed\w+)\b[^>]*/>"
    r"|<w:(endnotePr|mailMerge)\b[^>]*>.*?</w:\1>",
    re.DOTALL,
)
"""What leads to parts that no document of ours has: remarks, another template, embedded letters, notes at the end."""
BODY = "{{ body }}"
_MARKS = {"[[body]]": BODY, "[[contents]]": "{{ contents }}"}


@frozen(eq=False)
class Template:
    """The parts of a template: compressed ones that never change, tagged ones, those that depend on the language."""

    static: tuple[Entry, ...]
    kinds: Mapping[str, str]
    programs: tuple[tuple[str, Program], ...]
    spoken: tuple[tuple[str, str], ...]
    footnotes: str
    relationships: tuple[Relationship, ...]
    bound: Bindings
    has_body: bool

    @property
    def names(self) -> tuple[str, ...]:
        """What the tags of the template ask for."""
        return tuple(name for _, program in self.programs for name in program.names)

    @property
    def calls(self) -> tuple[str, ...]:
        """The ids of the clauses that the template places, in order."""
        return tuple(name for _, program in self.programs for name in program.calls)


@lru_cache(maxsize=8)
def open_template(data: bytes) -> Template:
    """The template in these bytes; `Unreadable` says what is missing or refused in it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = {member.filename: package.read(member) for member in package.infolist()}
        return _opened(members)
    except (zipfile.BadZipFile, zlib.error, KeyError, ValueError) as fault:
        raise _refusal([f"this is not a Word file that can be opened ({fault})"]) from fault


def _opened(members: Mapping[str, bytes]) -> Template:
    arrows = {name: tuple(_arrows(members, name)) for name in members if name.startswith("word/")}
    kinds = {
        DOCUMENT: "officeDocument",
        **{one.target: one.kind for found in arrows.values() for one in found if not one.external},
    }
    sheets = {kind: _parsed(members[name]) for name, kind in kinds.items() if kind in {"styles", "numbering"}}
    if sheets.keys() != {"styles", "numbering"}:
        raise _refusal(["it has no styles or no list definitions"])
    bound = bindings(sheets["styles"], sheets["numbering"])
    texts = {name: _clean(members[name]) for name, kind in kinds.items() if kind != "image"}
    tagged = {name: _prepared(text, kinds[name]) for name, text in texts.items() if kinds[name] in _TAGGED}
    loose = [f"{name}: {one}" for name in tagged if kinds[name] != "numbering" for one in loose_tags(texts[name])]
    if loose:
        raise _refusal(loose)
    _require(bound.styles, tagged)
    fixed = [name for name in kinds if name not in tagged and kinds[name] not in (*_SPOKEN, "footnotes")]
    notes = next((texts[name] for name, kind in kinds.items() if kind == "footnotes"), NO_NOTES)
    static = [entry(name, members[name]) for name in fixed]
    static += [
        entry(_relationships_name(name), relationships_part(_relative(arrows[name], name)))
        for name in kinds
        if name != DOCUMENT and arrows.get(name)
    ]
    return Template(
        static=tuple(static),
        kinds={name: kind for name, kind in kinds.items() if kind != "footnotes"},
        programs=tuple((name, _program(name, text, texts[name])) for name, text in tagged.items()),
        spoken=tuple((name, texts[name]) for name, kind in kinds.items() if kind in _SPOKEN),
        footnotes=notes,
        relationships=tuple(arrow for arrow in _relative(arrows[DOCUMENT], DOCUMENT) if arrow.kind != "footnotes"),
        bound=bound,
        has_body=BODY in tagged[DOCUMENT],
    )


def _program(name: str, prepared: str, text: str) -> Program:
    """The tags of a part, compiled; those that are broken are refused, each as it stands in its paragraph."""
    try:
        return paper_program(prepared)
    except TemplateFault as fault:
        raise _refusal([f"{name}: {one}" for one in [*broken_tags(text)] or [fault.message]]) from fault


NO_NOTES = (
    f'{HEAD}<w:footnotes xmlns:w="{WORD}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
    "</w:footnotes>"
)


def _relationships_name(part: str) -> str:
    folder, name = posixpath.split(part)
    return f"{folder}/_rels/{name}.rels"


def _arrows(members: Mapping[str, bytes], part: str) -> Iterator[Relationship]:
    """The relationships of a part that we take along, with full names of the parts they lead to."""
    data = members.get(_relationships_name(part))
    for element in _parsed(data) if data else ():
        kind = str(element.get("Type", "")).rpartition("/")[2]
        target = posixpath.normpath(posixpath.join(posixpath.dirname(part), str(element.get("Target", ""))))
        known = kind in CONTENT_TYPES and kind not in _OWN
        picture = kind == "image" and target.rpartition(".")[2] in PICTURES
        if element.get("TargetMode") == "External":
            address = str(element.get("Target"))
            if kind == "hyperlink" and may_lead_to(address):
                yield Relationship(str(element.get("Id")), kind, address, external=True)
        elif target in members and (known or picture):
            yield Relationship(str(element.get("Id")), kind, target)


def _relative(arrows: Sequence[Relationship], part: str) -> Iterator[Relationship]:
    folder = posixpath.dirname(part)
    for arrow in arrows:
        yield arrow if arrow.external else evolve(arrow, target=posixpath.relpath(arrow.target, folder))


def _parsed(data: bytes) -> _Element:
    from lxml import etree

    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise ValueError("a part declares a document type")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as fault:
        raise ValueError(str(fault)) from fault


def _clean(data: bytes) -> str:
    _parsed(data)
    return _LEFT_BEHIND.sub("", data.decode("utf-8-sig"))


def _prepared(xml: str, kind: str) -> str:
    """A part with its tags ready for the sandbox, and its marks turned into tags."""
    from docxtpl import DocxTemplate

    if kind == "numbering":
        at = xml.rindex("</w:num>") + len("</w:num>")
        return f"{xml[:at]}{{{{ more_lists }}}}{xml[at:]}"
    marked = _PARAGRAPH.sub(_marked, xml) if kind == "officeDocument" else xml
    return _EMPTY_RUN.sub("", DocxTemplate(io.BytesIO()).patch_xml(marked))


def _marked(paragraph: re.Match[str]) -> str:
    words = re.sub(r"<[^>]*>", "", paragraph[0]).strip()
    return _MARKS.get(words, paragraph[0])


def _require(styles: Mapping[str, str], tagged: Mapping[str, str]) -> None:
    faults = [f'there is no style "{name}"' for name in REQUIRED if name.lower() not in styles]
    if BODY not in tagged[DOCUMENT] and f"{PLACE}(" not in tagged[DOCUMENT]:
        faults.append("there is no paragraph [[body]] that says where the text goes")
    for mark, tag in _MARKS.items():
        if (times := tagged[DOCUMENT].count(tag)) > 1:
            faults.append(f"the paragraph {mark} stands there {times} times; keep the one where that goes")
    if faults:
        raise _refusal(faults)


def _refusal(faults: Sequence[str]) -> Unreadable:
    mend = Mend("Start from the template of the plain house, and change it in Word.")
    messages = (f"Word template: {fault}." for fault in faults)
    findings = [Finding("HOU-08", "unusable_template", Severity.ERROR, message, mend=mend) for message in messages]
    return Unreadable("The Word template of this house cannot be used.", findings)
