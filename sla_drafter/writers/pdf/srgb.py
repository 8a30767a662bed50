"""The colour profile that a PDF for keeping names: sRGB, as the few numbers that define it (IEC 61966-2-1, ICC.1:2004).

Red, green and blue are adapted to the white of the profile (D50); the curve is the one of the standard, exact to the
sixteen binary places that a profile has.
"""

from __future__ import annotations

import struct
from fractions import Fraction
from functools import lru_cache

_ONE = 1 << 16
_WHITE = (0xF6D6, 0x10000, 0xD32D)
_COLOURS = {
    b"rXYZ": (0x6FA2, 0x38F5, 0x0390),
    b"gXYZ": (0x6299, 0xB785, 0x18DA),
    b"bXYZ": (0x24A0, 0x0F84, 0xB6CF),
}
_CURVES = (b"rTRC", b"gTRC", b"bTRC")
# value = ((a * x + b) to the power g) where x is at least d, else c * x
_CURVE = (Fraction(12, 5), Fraction(1000, 1055), Fraction(55, 1055), Fraction(100, 1292), Fraction(4045, 100_000))
# From the white of a screen (D65) to that of the profile, by the method of Bradford.
_ADAPTATION = (68674, 1502, -3291, 1939, 64912, -1119, -606, 988, 49262)
_HEADER = struct.Struct(">I4xI4s4s4s6H4s28x3i48x")
_FOURTH = 0x04200000


@lru_cache(maxsize=1)
def srgb_profile() -> bytes:
    """The bytes of the profile."""
    curve = b"para" + struct.pack(">IHH", 0, 3, 0) + struct.pack(">5i", *(round(value * _ONE) for value in _CURVE))
    parts = {
        b"desc": _words("sRGB"),
        b"cprt": _words("No copyright, use freely"),
        b"wtpt": _point(_WHITE),
        b"chad": b"sf32" + bytes(4) + struct.pack(">9i", *_ADAPTATION),
        **{name: _point(colour) for name, colour in _COLOURS.items()},
        **dict.fromkeys(_CURVES, curve),
    }
    return _profile(parts)


def _profile(parts: dict[bytes, bytes]) -> bytes:
    """Header, table of the parts, and the parts, each once and at a multiple of four."""
    places: dict[bytes, int] = {}
    data = b""
    start = _HEADER.size + 4 + 12 * len(parts)
    for part in parts.values():
        if part not in places:
            places[part] = start + len(data)
            data += part + bytes(-len(part) % 4)
    table = struct.pack(">I", len(parts))
    for name, part in parts.items():
        table += name + struct.pack(">II", places[part], len(part))
    size = start + len(data)
    day = (2000, 1, 1, 0, 0, 0)
    return _HEADER.pack(size, _FOURTH, b"mntr", b"RGB ", b"XYZ ", *day, b"acsp", *_WHITE) + table + data


def _words(words: str) -> bytes:
    spelled = words.encode("utf-16-be")
    return b"mluc" + struct.pack(">III2s2sII", 0, 1, 12, b"en", b"US", len(spelled), 28) + spelled


def _point(values: tuple[int, int, int]) -> bytes:
    return b"XYZ " + bytes(4) + struct.pack(">3i", *values)
