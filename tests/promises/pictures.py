"""Pictures of pages compared with accepted ones, so that a change of looks is seen in review.

Pages are drawn in sixteen shades of grey at 40 dots to the inch: small enough to keep, large enough to see the
layout. Two pictures differ by the share of their dots that are another shade by more than `SHADE` of 255; up to
`TOLERANCE` is what another version of the program that draws makes of the same page.
"""

from __future__ import annotations

import io
import subprocess
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

from PIL import Image, ImageChops

DOTS, LEVELS, SHADE = 40, 16, 80
TOLERANCE = Fraction(1, 2000)


def drawn(pdf: bytes, folder: Path, program: Path) -> list[Image.Image]:
    """The pages of a PDF as poppler draws them."""
    paper = folder / "paper.pdf"
    paper.write_bytes(pdf)
    command = [str(program), "-r", str(DOTS), "-gray", "-png", str(paper), str(folder / "page")]
    subprocess.run(command, check=True, capture_output=True)
    return [_shades(opened(file)) for file in sorted(folder.glob("page-*.png"))]


def opened(file: Path) -> Image.Image:
    """A picture, read to its end and closed."""
    with Image.open(file) as picture:
        picture.load()
        return picture.copy()


def _shades(picture: Image.Image) -> Image.Image:
    step = 256 // LEVELS
    return picture.convert("L").point([min(255, round(shade / step) * step) for shade in range(256)])


def packed(picture: Image.Image) -> bytes:
    """The picture as a PNG with a palette of its shades."""
    held = io.BytesIO()
    picture.quantize(LEVELS + 1).save(held, "PNG", optimize=True)
    return held.getvalue()


def share_of_difference(one: Image.Image, other: Image.Image) -> Fraction:
    """The share of the dots that differ; all of them where the pages are of different sizes."""
    if one.size != other.size:
        return Fraction(1)
    dots = ImageChops.difference(one.convert("L"), other.convert("L")).histogram()
    return Fraction(sum(dots[SHADE + 1 :]), one.width * one.height)


def set_apart(accepted: Image.Image, found: Image.Image) -> Image.Image:
    """What was accepted in red and what was found in blue; where they agree it is grey."""
    size = (max(accepted.width, found.width), max(accepted.height, found.height))
    sheets = []
    for picture in (found, accepted):
        sheet = Image.new("L", size, 255)
        sheet.paste(picture.convert("L"))
        sheets.append(sheet)
    return Image.merge("RGB", (sheets[0], ImageChops.lighter(*sheets), sheets[1]))


def compared(pages: list[Image.Image], accepted: Path, differences: Path) -> Iterator[str]:
    """What is wrong with pages: one sentence for each that is new, gone or other, with the picture that shows it."""
    there = sorted(accepted.glob("*.png"))
    if len(there) != len(pages):
        yield f"{accepted} has {len(there)} pages, drawn were {len(pages)}"
    for file, page in zip(there, pages, strict=False):
        known = opened(file)
        share = share_of_difference(known, page)
        if share > TOLERANCE:
            shown = differences / f"{accepted.name}-{file.name}"
            set_apart(known, page).save(shown)
            yield f"{file.name} of {accepted.name} differs in {float(share):.2%} of its dots: look at {shown}"


def accept(pages: list[Image.Image], accepted: Path) -> None:
    """Keep pages as the accepted ones; a page that looks as before keeps its file, so that only changes are seen."""
    accepted.mkdir(parents=True, exist_ok=True)
    names = [f"{number:02}.png" for number in range(1, len(pages) + 1)]
    for file in accepted.glob("*.png"):
        if file.name not in names:
            file.unlink()
    for name, page in zip(names, pages, strict=True):
        file = accepted / name
        if not file.exists() or share_of_difference(opened(file), page) > 0:
            file.write_bytes(packed(page))
