"""The look of paper as data: fonts, sizes, colours, margins and the parts of a Word template. The tree has no looks.

Lengths are in points (1/72 inch) as exact decimals; colours are six hexadecimal digits. A house is read by
`readers.house` from `templates/house/<name>/style.yaml` and the template beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from attrs import field, frozen


@frozen
class Typeface:
    """One family of letters: its name in Word, the style sheet list for HTML, and the font package for PDF.

    `package` names the installed font package; `faces` the file of each of regular, bold, italic and bold_italic.
    """

    word: str
    web: str
    package: str
    faces: Mapping[str, str] = field(hash=False)


@frozen
class Paper:
    """The sheet: width and height, and the margins top, right, bottom, left, in points."""

    width: Decimal
    height: Decimal
    top: Decimal
    right: Decimal
    bottom: Decimal
    left: Decimal


@frozen
class Sizes:
    """Sizes of type in points, and the distance between lines as a multiple of the size."""

    text: Decimal
    small: Decimal
    section: Decimal
    part: Decimal
    title: Decimal
    leading: Decimal


@frozen
class Colours:
    """Colours: of the text, of headings, of rules and table lines, of the background of table headers, of a banner."""

    text: str
    heading: str
    rule: str
    shade: str
    link: str
    banner: str


@frozen
class House:
    """One house style: its name, letters, sheet, sizes and colours, and the bytes of its Word template."""

    name: str
    typeface: Typeface
    paper: Paper
    sizes: Sizes
    colours: Colours
    template: bytes
