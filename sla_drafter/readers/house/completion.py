"""A Word file as a template: what it lacks is put in from the template of the plain house, and said.

Without a paragraph `[[body]]` the text goes into a file that has no words of its own, a letterhead; in any other file
nobody can know where it belongs, so that is refused with the mend.
"""

from __future__ import annotations

from lxml import etree

from sla_drafter.findings import Finding
from sla_drafter.readers.docx.package import Package, W, open_package
from sla_drafter.readers.house.borrowed import by_name, value
from sla_drafter.readers.house.fitting import Fitting
from sla_drafter.readers.house.vetting import refuse_harm
from sla_drafter.values import frozen

SANS = {
    "aptos", "arial", "calibri", "candara", "carlito", "century gothic", "corbel", "franklin gothic book",
    "gill sans mt", "helvetica", "liberation sans", "open sans", "roboto", "segoe ui", "tahoma", "trebuchet ms",
    "verdana",
}  # fmt: skip
"""Letters without serifs that Word files name and that their font tables often leave out."""


@frozen(eq=False)
class Completed:
    """The template, what it was made of, and what was put in."""

    data: bytes
    package: Package
    document: etree._Element
    styles: etree._Element
    first_head: str | None
    later_head: str | None
    foot: str | None
    is_whole: bool
    remarks: tuple[Finding, ...]

    def value(self, style: str, group: str, name: str) -> str | None:
        """What a style says by itself, the defaults of the file for the style that all are based on."""
        found = value(by_name(self.styles).get(style), f"{group}/{name}")
        if not found and style == "normal":
            found = value(self.styles.find(f"{W}docDefaults/{W}rPrDefault"), f"{group}/{name}")
        return found or None

    @property
    def font(self) -> str:
        """The letters of the text: those of the style Normal, else the defaults, else the theme."""
        defaults = self.styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts")
        normal = by_name(self.styles).get("normal")
        own = None if normal is None else normal.find(f"{W}rPr/{W}rFonts")
        for fonts in (own, defaults):
            name = "" if fonts is None else str(fonts.get(f"{W}ascii", ""))
            if name:
                return name
        return self._theme_font()

    def _theme_font(self) -> str:
        part = self.package.related(self.package.document, "theme")
        if part is None:
            return ""
        latin = self.package.parsed(part).find(".//{*}minorFont/{*}latin")
        return "" if latin is None else str(latin.get("typeface", ""))

    @property
    def is_sans(self) -> bool:
        """Whether the letters have no serifs, as the font table of the file says."""
        part = self.package.related(self.package.document, "fontTable")
        fonts = () if part is None else self.package.parsed(part).iter(f"{W}font")
        families = {str(font.get(f"{W}name")): value(font, "family") for font in fonts}
        return families.get(self.font) == "swiss" or self.font.lower() in SANS


def child(parent: etree._Element, name: str) -> etree._Element | None:
    """The first child of that name."""
    return parent.find(name)


def completed(data: bytes, base: bytes, heading: str, file: str) -> Completed:
    """The template that a Word file becomes. Raises `Unreadable` with everything that is refused in it."""
    package = open_package(data)
    refuse_harm(package, file)
    fitting = Fitting(package, open_package(base), file)
    remarks = [*fitting.styles(heading), *fitting.text(), *fitting.heads()]
    foot = fitting.story("footer", "default") or fitting.story("footer", "first")
    return Completed(
        data=fitting.zipped(),
        package=package,
        document=fitting.document,
        styles=fitting.sheet,
        first_head=fitting.first_head(),
        later_head=fitting.story("header", "default"),
        foot=foot,
        is_whole=fitting.is_whole,
        remarks=tuple(remarks),
    )
