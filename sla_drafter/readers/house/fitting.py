"""Fits a Word file for the text of an agreement: styles and lists, the place of the text, banner and page numbers."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from copy import deepcopy
from itertools import count

from lxml import etree

from sla_drafter.errors import Unreadable
from sla_drafter.findings import Finding, Mend, Severity
from sla_drafter.language.patterns import compiled
from sla_drafter.readers.docx.package import Package, W, instructions
from sla_drafter.readers.house.borrowed import Borrowed, borrow, by_name, recoloured, value
from sla_drafter.readers.house.foot import foot_style, measure_of, set_tab

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_R = f"{{{_OFFICE}}}"
BODY = "[[body]]"
CLAUSE_CALL = "clause("
_TAG = compiled(r"\{[{%#].*?[}%#]\}|\[\[\w+\]\]", re.DOTALL)
_COVER_TAGS = ("cover.title", "cover.parties", "cover.lines")
_MOST_NAMED = 6
LOGO = "Logo"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def words_of(element: etree._Element) -> str:
    """The words below an element, however they are split over runs."""
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def is_whole(document: etree._Element) -> bool:
    """Whether a file is an agreement of its own: it places clauses, or has words of its own around the text."""
    everything = words_of(document)
    own = _TAG.sub("", everything)
    return CLAUSE_CALL in everything or (BODY in everything and any(map(str.isalnum, own)))


class Fitting:
    """One file while it is fitted: its parts, and the trees that change."""

    def __init__(self, package: Package, base: Package, file: str) -> None:
        self.package, self.base, self.file = package, base, file
        self.parts = dict(package.parts)
        self.new: dict[str, etree._Element] = {}
        self.document = package.parsed(package.document)
        self.arrows = self._arrows()
        self.sheet = self._part("styles")
        self.lists = self._part("numbering")
        self.borrowed = Borrowed((), {}, ())
        self.base_document = base.parsed(base.document)

    def _arrows(self) -> etree._Element:
        folder, name = posixpath.split(self.package.document)
        self.arrows_name = posixpath.join(folder, "_rels", f"{name}.rels")
        if self.arrows_name in self.parts:
            return self.package.parsed(self.arrows_name)
        return etree.Element(f"{{{_RELATIONSHIPS}}}Relationships")

    def _part(self, kind: str) -> etree._Element:
        """A part of the file; one that is not there is begun anew."""
        name = self.package.related(self.package.document, kind)
        if name is not None:
            return self.package.parsed(name)
        root = etree.Element(f"{W}{kind}", nsmap={"w": W[1:-1]})
        self._add_part(kind, root)
        return root

    def _add_part(self, kind: str, root: etree._Element) -> str:
        folder = posixpath.dirname(self.package.document)
        names = (f"{kind}{number}.xml" for number in count(1))
        name = next(name for name in names if posixpath.join(folder, name) not in self.parts)
        self.new[posixpath.join(folder, name)] = root
        identity = f"rIdSla{len(self.new)}"
        kinds = {"Id": identity, "Type": f"{_OFFICE}/{kind}", "Target": name}
        etree.SubElement(self.arrows, f"{{{_RELATIONSHIPS}}}Relationship", kinds)
        return identity

    # --- styles and lists

    def styles(self, base_heading: str) -> Iterator[Finding]:
        """Puts in the styles that are missing, in the colour of the headings of the file."""
        sheet, lists = (str(self.base.related(self.base.document, kind)) for kind in ("styles", "numbering"))
        own = self._heading_colour()
        self.borrowed = borrow(self.sheet, self.lists, self.base.parsed(sheet), self.base.parsed(lists))
        names = self.borrowed.names
        if own:
            recoloured(self.sheet, names, base_heading, own)
        if names:
            more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
            yield self._remark(f"taken from the plain house: the styles {', '.join(names[:_MOST_NAMED])}{more}")
        if self.borrowed.rebound:
            yield self._remark(f"numbered by the plain house: the styles {', '.join(self.borrowed.rebound)}")

    def _heading_colour(self) -> str:
        found = next((one for one in self.sheet.iter(f"{W}style") if value(one, "name").lower() == "heading 1"), None)
        colour = value(found, "rPr/color").upper()
        return colour if len(colour) == 6 and colour != "AUTO" else ""

    # --- the place of the text

    def text(self) -> Iterator[Finding]:
        """Finds where the text goes, and puts in the title page where the file prints none."""
        body = self.document.find(f"{W}body")
        if body is None:
            raise self._refused("it has no text", "Save it anew in Word.")
        everything = words_of(body)
        places_clauses = CLAUSE_CALL in everything
        has_place = any(words_of(one).strip() == BODY for one in body.iter(f"{W}p"))
        if not has_place and not places_clauses:
            self._refuse_words(body, everything)
            for one in [one for one in body if one.tag != f"{W}sectPr" and not self._holds_section(one)]:
                body.remove(one)
            self._insert(body, [*self._front(), self._paragraph(BODY)], at_end=True)
            yield self._remark("the text goes below the letterhead, because there is no paragraph [[body]]")
            return
        missing = [tag for tag in _COVER_TAGS if tag not in everything]
        if not places_clauses and len(missing) == len(_COVER_TAGS):
            self._insert(body, self._front(), at_end=False)
            yield self._remark("the title page is that of the plain house, because the file names no cover.title")
        elif not places_clauses and missing:
            message = f"it prints {', '.join(tag for tag in _COVER_TAGS if tag not in missing)}, but not"
            mend = "Add the tags as the template of the plain house has them, or take all of them out."
            raise self._refused(f"{message} {' and '.join(missing)}", mend)

    def _refuse_words(self, body: etree._Element, everything: str) -> None:
        if everything.strip() or body.find(f"{W}tbl") is not None:
            message = f"it has words of its own ({everything.strip()[:60]!r}) and no paragraph {BODY}"
            raise self._refused(message, f"Put a paragraph {BODY} where the text of the agreement goes.")

    @staticmethod
    def _holds_section(paragraph: etree._Element) -> bool:
        return paragraph.find(f"{W}pPr/{W}sectPr") is not None or paragraph.find(f".//{W}drawing") is not None

    def _front(self) -> list[etree._Element]:
        """The title page of the plain house with the styles of this file; a page break instead of a section."""
        base = self.base_document.find(f"{W}body")
        found: list[etree._Element] = []
        for one in base if base is not None else ():
            if one.tag == f"{W}sectPr" or words_of(one).strip() == BODY:
                continue
            copy = deepcopy(one)
            properties = copy.find(f"{W}pPr")
            section = None if properties is None else properties.find(f"{W}sectPr")
            if properties is not None and section is not None:
                properties.remove(section)
                run = etree.SubElement(copy, f"{W}r")
                etree.SubElement(run, f"{W}br", {f"{W}type": "page"})
            found.append(self._styled(copy))
        return found

    def _styled(self, copy: etree._Element) -> etree._Element:
        for name in ("pStyle", "rStyle"):
            for style in copy.iter(f"{W}{name}"):
                style.set(f"{W}val", self.borrowed.ids[str(style.get(f"{W}val"))])
        return copy

    def _paragraph(self, words: str, style: str = "") -> etree._Element:
        paragraph = etree.Element(f"{W}p")
        if style:
            properties = etree.SubElement(paragraph, f"{W}pPr")
            etree.SubElement(properties, f"{W}pStyle", {f"{W}val": self.borrowed.ids.get(style, style)})
        text = etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}t", {_SPACE: "preserve"})
        text.text = words
        return paragraph

    @staticmethod
    def _insert(body: etree._Element, paragraphs: list[etree._Element], *, at_end: bool) -> None:
        last = len(body) - (len(body) > 0 and body[-1].tag == f"{W}sectPr")
        for at, paragraph in enumerate(paragraphs, last if at_end else 0):
            body.insert(at, paragraph)

    # --- heads and feet

    def heads(self) -> Iterator[Finding]:
        """Puts in the banner of an unfinished paper and the foot of the page where the file has no place for them."""
        heads, feet = self._stories("header"), self._stories("footer")
        silent = [one for root in (self.document, *heads, *feet) for one in root.iter(_DRAWN) if not one.get("descr")]
        for drawn in silent:
            drawn.set("descr", LOGO)
        if silent:
            yield self._remark(f'a picture has no alternative text; a screen reader says "{LOGO}"')
        if not any("banner" in words_of(root) for root in (self.document, *heads)):
            for root in heads or [self._new_story("header", "hdr")]:
                root.append(self._paragraph("{{ banner }}", "Banner"))
        if not any("footer" in words_of(root) for root in (self.document, *heads, *feet)):
            name = self.base.related(self.base.document, "footer")
            for root in feet or [self._new_story("footer", "ftr")]:
                numbered = any("PAGE" in words.split() for words in instructions(root))
                root.insert(0, self._foot(None if numbered else name, root))
            yield self._remark("the foot of the page has a line more: what the paper is, and its fingerprint")

    def _foot(self, name: str | None, root: etree._Element) -> etree._Element:
        """The line of the plain house in a style of its own; without a page number where the file has one."""
        line = self._paragraph("{{r footer }}", "Footer") if name is None else self._styled(self._line_of(name))
        for style in line.iter(f"{W}pStyle"):
            sheet = self.base.parsed(str(self.base.related(self.base.document, "styles")))
            style.set(f"{W}val", foot_style(self.sheet, value(by_name(sheet)["footer"], "rPr/sz")))
        set_tab(line, self.sheet, measure_of(self._sections_with(root)))
        return line

    def _line_of(self, name: str) -> etree._Element:
        return deepcopy(self.base.parsed(name)[0])

    def _sections_with(self, root: etree._Element) -> list[etree._Element]:
        """The sections of the text, first those with this footer."""
        known = dict(self._parts_by_id("footer"))
        sections = list(self.document.iter(f"{W}sectPr"))
        return sorted(sections, key=lambda one: all(known.get(name) is not root for name in _footers(one)))

    def _stories(self, kind: str) -> list[etree._Element]:
        return [root for _, root in self._parts_by_id(kind)]

    def _parts_by_id(self, kind: str) -> list[tuple[str, etree._Element]]:
        targets = self.package.targets(self.package.document)
        folder = posixpath.dirname(self.package.document)
        identities = dict.fromkeys(str(one.get(f"{_R}id")) for one in self.document.iter(f"{W}{kind}Reference"))
        names = {one: posixpath.normpath(posixpath.join(folder, targets[one])) for one in identities if one in targets}
        return [(one, self.package.parsed(name)) for one, name in names.items() if name in self.package.parts]

    def _new_story(self, kind: str, tag: str) -> etree._Element:
        root = etree.Element(f"{W}{tag}", nsmap={"w": W[1:-1], "r": _OFFICE})
        identity = self._add_part(kind, root)
        for section in self.document.iter(f"{W}sectPr"):
            for which in ("default", "first"):
                kinds = {f"{W}type": which, f"{_R}id": identity}
                section.insert(0, etree.Element(f"{W}{kind}Reference", kinds))
        return root

    def first_head(self) -> str | None:
        """The part that heads the first page."""
        section = next(self.document.iter(f"{W}sectPr"), None)
        is_other = section is not None and section.find(f"{W}titlePg") is not None
        return self.story("header", "first" if is_other else "default")

    def story(self, kind: str, which: str) -> str | None:
        """The part that is the header or the footer of the first section, on its first page or on the others."""
        section = next(self.document.iter(f"{W}sectPr"), None)
        for reference in () if section is None else section.iter(f"{W}{kind}Reference"):
            if reference.get(f"{W}type") == which:
                target = self.package.targets(self.package.document).get(str(reference.get(f"{_R}id")), "")
                name = posixpath.normpath(posixpath.join(posixpath.dirname(self.package.document), target))
                return name if name in self.package.parts else None
        return None

    @property
    def is_whole(self) -> bool:
        """Whether the file is an agreement of its own, that Word alone can print."""
        return is_whole(self.document)

    # --- the end

    def zipped(self) -> bytes:
        """The file as it was, with the trees that changed in their places."""
        changed = {name: _spelled(self.package.parsed(name)) for name in self.package.opened}
        changed |= {name: _spelled(root) for name, root in self.new.items()}
        changed[self.arrows_name] = _spelled(self.arrows)
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
            for name in sorted(self.parts | changed):
                package.writestr(
                    zipfile.ZipInfo(name), changed.get(name, self.parts.get(name, b"")), zipfile.ZIP_DEFLATED
                )
        return held.getvalue()

    def _remark(self, message: str) -> Finding:
        mend = Mend("nothing, or your own in the Word file: docs/how-to/change-the-look.md names what it may have")
        return Finding("HOU-10", "taken_from_plain_house", Severity.INFO, f"{self.file}: {message}.", mend=mend)

    def _refused(self, message: str, mend: str) -> Unreadable:
        finding = Finding("HOU-08", "unusable_template", Severity.ERROR, f"{self.file}: {message}.", mend=Mend(mend))
        return Unreadable("The Word file cannot be used as a house.", [finding])


def _footers(section: etree._Element) -> list[str]:
    return [str(one.get(f"{_R}id")) for one in section.iter(f"{W}footerReference")]


def _spelled(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
