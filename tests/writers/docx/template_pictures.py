"""The pictures of the houses that ship, made by numbers: an emblem for the letterhead, the head of a panel."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image, ImageDraw

HOUSES = Path(__file__).parents[3] / "templates" / "house"
ACROSS, DOWN = 840, 168  # four pixels a millimetre: the whole width of A4, and 42 mm
BARS, BAR_WIDTH, BAR_PITCH = 60, 6, 11


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[:2], 16), int(colour[2:4], 16), int(colour[4:], 16)


def _mixed(colour: str, other: str, share: float) -> tuple[int, int, int]:
    pairs = zip(_rgb(colour), _rgb(other), strict=True)
    red, green, blue = (round(one * (1 - share) + two * share) for one, two in pairs)
    return red, green, blue


def _png(picture: Image.Image) -> bytes:
    held = io.BytesIO()
    picture.save(held, "PNG", optimize=True)
    return held.getvalue()


def panel_head(ground: str, accent: str) -> bytes:
    """The head of the panel: its colour, and a strip of bars, one a day, as pages about services have it."""
    picture = Image.new("RGB", (ACROSS, DOWN), _rgb(ground))
    draw = ImageDraw.Draw(picture)
    left, foot, tall = 88, 140, 36
    for bar in range(BARS):
        at = left + bar * BAR_PITCH
        faint = _mixed(ground, "FFFFFF", 0.16)
        colour = _mixed("".join(f"{part:02X}" for part in faint), accent, bar / (BARS - 1))
        draw.rectangle((at, foot - tall, at + BAR_WIDTH - 1, foot), fill=colour)
    return _png(picture.quantize(colors=64))


def emblem(colour: str, accent: str) -> bytes:
    """A portico in the colours of the house: pediment, columns, steps. To be replaced by the logo of the firm."""
    size, scale = 192, 4
    picture = Image.new("RGBA", (size * scale, size * scale), (255, 255, 255, 0))
    draw = ImageDraw.Draw(picture)

    def box(left: int, top: int, right: int, bottom: int, fill: tuple[int, ...]) -> None:
        draw.rectangle((left * scale, top * scale, right * scale - 1, bottom * scale - 1), fill=fill)

    ink, gold = (*_rgb(colour), 255), (*_rgb(accent), 255)
    draw.polygon([(96 * scale, 14 * scale), (180 * scale, 62 * scale), (12 * scale, 62 * scale)], fill=ink)
    draw.ellipse((88 * scale, 36 * scale, 104 * scale, 52 * scale), fill=gold)
    box(20, 68, 172, 76, ink)
    for column in range(4):
        left = 30 + column * 38
        box(left, 82, left + 18, 142, ink)
        box(left - 3, 82, left + 21, 87, ink)
        box(left - 3, 137, left + 21, 142, ink)
    box(20, 148, 172, 156, ink)
    box(12, 160, 180, 172, gold)
    white = Image.new("RGB", picture.size, "white")
    white.paste(picture, mask=picture)
    return _png(white.resize((size, size), Image.Resampling.LANCZOS).quantize(colors=32))


if __name__ == "__main__":
    from sla_drafter.readers.house import load_house

    colours = load_house("letterhead").colours
    (HOUSES / "letterhead" / "logo.png").write_bytes(emblem(colours.heading, colours.accent))
