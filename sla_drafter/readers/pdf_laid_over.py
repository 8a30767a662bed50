"""What is laid over the pages of a PDF or runs in it: form fields, links, drawings kept apart, actions."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from sla_drafter.document.beside import Margin, Mark, MarkKind

_DEEPEST = 12
_RUNS = frozenset({"/AA", "/JS", "/JavaScript", "/OpenAction", "/XFA"})
# The actions of PDF 2.0 beside those that only lead somewhere (GoTo, URI).
_ACTIONS = frozenset(
    f"/{name}"
    for name in (
        "GoToR", "GoToE", "GoToDp", "Launch", "Thread", "Sound", "Movie", "Hide", "Named", "SubmitForm", "ResetForm",
        "ImportData", "JavaScript", "SetOCGState", "Rendition", "Trans", "GoTo3DView", "RichMediaExecute",
    )
)  # fmt: skip


def actions(file: Any) -> Iterator[Mark]:
    """Everything in a file that does something, wherever it hangs, and the layers that show or hide words."""
    import pikepdf

    for found in file.objects:
        for held in _dictionaries(found):
            names = sorted(_RUNS & set(held.keys()))
            kind = held.get("/S")
            if isinstance(kind, pikepdf.Name) and str(kind) in _ACTIONS:
                names.append(str(kind))
            if names:
                yield Mark(MarkKind.PROGRAM, f"an action of the file ({', '.join(names)})")
    if "/OCProperties" in file.Root:
        yield Mark(MarkKind.HIDDEN, "layers that can be switched off")


def _dictionaries(found: Any, depth: int = 0) -> Iterator[Any]:
    """A dictionary and those that are written inside it; what it points to is an object of its own."""
    import pikepdf

    if depth > _DEEPEST:
        return
    if isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
        held = found.stream_dict if isinstance(found, pikepdf.Stream) else found
        yield held
        inside = [held[key] for key in held.keys()]  # noqa: SIM118
    else:
        inside = list(found) if isinstance(found, pikepdf.Array) else []
    for one in inside:
        if isinstance(one, pikepdf.Dictionary | pikepdf.Array) and not one.is_indirect:
            yield from _dictionaries(one, depth + 1)


def laid_over(page: Any, number: int) -> Iterator[Margin]:
    """The fields, links, drawings and pictures of a page, each told by what it shows and where it leads."""
    for note in page.get("/Annots", ()):
        match str(note.get("/Subtype")):
            case "/Widget":
                yield from _field(note, number)
            case "/Link":
                said = f"{note.get('/Contents', '')} leads to {_target(note)}, shown as {_print(note.get('/AP'))}"
                yield Margin("link", f"a link of page {number}", said)
    for drawing in _apart(page):
        if drawing.get("/Subtype") == "/Image":
            size = f"{drawing.get('/Width')} by {drawing.get('/Height')}"
            yield Margin("picture", f"a picture of page {number}", f"picture of {size}")
        else:
            yield Margin("drawing", f"a drawing of page {number}", f"drawing {_print(drawing)}")


def _field(note: Any, number: int) -> Iterator[Margin]:
    """What a field says, and what it says while it is blank; where it stands, so that it covers nothing else."""
    name, value = str(_inherited(note, "/T")), _typed(note)
    place = f"a form field of page {number}"
    blank = f"{name}  shown as nothing" if value else ""
    yield Margin("field", place, f"{name} {value} shown as {_print(note.get('/AP'))}", blank, value)
    corners = " ".join(str(round(float(edge))) for edge in note.get("/Rect", ()))
    yield Margin("place", place, f"{name} at {corners}")


def _typed(note: Any) -> str:
    """What somebody filled into a field: the words, or whose digital signature it is."""
    import pikepdf

    value = _inherited(note, "/V")
    if isinstance(value, pikepdf.Dictionary):
        return f"a digital signature {value.get('/Name', '')}".strip()
    return str(value).strip()


def streams(page: Any) -> Iterator[bytes]:
    """The bytes of all that a page draws from elsewhere: pictures, drawings, the looks of its fields."""
    for drawing in _apart(page):
        yield from _streams(drawing)
    for note in page.get("/Annots", ()):
        yield f"{note.get('/Subtype')} {note.get('/Rect')!r} {note.get('/F')}".encode()
        # The looks of a field that is filled in are its words, and those of a blank one are nothing.
        yield from (b"",) if _typed(note) else _streams(note.get("/AP"))


def _apart(drawn: Any) -> Iterator[Any]:
    """The pictures and drawings that a page, or a drawing, uses."""
    yield from drawn.get("/Resources", {}).get("/XObject", {}).values()


def _inherited(field: Any, key: str) -> Any:
    """What a field says, or the one that it is a part of."""
    above = field.get("/Parent")
    return field.get(key, "" if above is None else above.get(key, ""))


def _target(link: Any) -> str:
    action: Any = link.get("/A", {})
    led = link.get("/Dest", action.get("/URI", action.get("/D", "")))
    return led.unparse().decode("latin-1") if hasattr(led, "unparse") else str(led)


def _print(found: Any) -> str:
    held = b"".join(_streams(found))
    return sha256(held).hexdigest()[:12] if held else "nothing"


def _streams(found: Any, depth: int = 0) -> Iterator[bytes]:
    """The bytes of a stream and of all that it draws in its turn, or of every stream in a dictionary."""
    import pikepdf

    if depth > _DEEPEST:
        return
    if isinstance(found, pikepdf.Stream):
        is_picture = found.get("/Subtype") == "/Image"
        yield bytes(found.read_raw_bytes() if is_picture else found.read_bytes())
        for drawing in _apart(found):
            yield from _streams(drawing, depth + 1)
    elif isinstance(found, pikepdf.Dictionary):
        for key in sorted(found.keys()):
            yield from _streams(found[key], depth + 1)
