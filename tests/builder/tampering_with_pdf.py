"""PDFs that somebody changed after they were drafted."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf

from tests.builder.tampering import Change


def pages_changed(change: Callable[[bytes], bytes]) -> Change:
    """The content of every page of a PDF changed."""

    def changed(data: bytes) -> bytes:
        with pikepdf.open(io.BytesIO(data)) as file:
            before = [_content(page) for page in file.pages]
            after = list(map(change, before))
            assert before != after
            for page, content in zip(file.pages, after, strict=True):
                page.Contents = file.make_stream(content)
            held = io.BytesIO()
            file.save(held)
            return held.getvalue()

    return changed


def _content(page: pikepdf.Page) -> bytes:
    page.contents_coalesce()
    return page.obj.Contents.read_bytes()


def laid_on_page(**parts: object) -> Change:
    """Something to press or fill in laid over the first page of a PDF."""

    def change(data: bytes) -> bytes:
        with pikepdf.open(io.BytesIO(data)) as file:
            page = file.pages[0].obj
            annotations = page.get("/Annots", pikepdf.Array())
            over = {f"/{name}": part for name, part in parts.items()}
            laid = pikepdf.Dictionary({"/Type": pikepdf.Name.Annot, "/Rect": [100, 100, 300, 130], **over})
            annotations.append(file.make_indirect(laid))
            if "FT" in parts:
                file.Root["/AcroForm"]["/Fields"].append(annotations[-1])
            page["/Annots"] = annotations
            held = io.BytesIO()
            file.save(held)
            return held.getvalue()

    return change


def drawing_added(data: bytes) -> bytes:
    """A drawing kept apart from the page, and drawn over it."""
    with pikepdf.open(io.BytesIO(data)) as file:
        page = file.pages[0]
        form = file.make_stream(b"1 1 1 rg 0 0 400 400 re f")
        form["/Subtype"], form["/BBox"] = pikepdf.Name.Form, pikepdf.Array([0, 0, 400, 400])
        name = page.add_resource(form, pikepdf.Name.XObject)
        page.contents_add(f"/Artifact BMC {name} Do EMC".encode())
        held = io.BytesIO()
        file.save(held)
        return held.getvalue()


def note_laid_over(data: bytes) -> bytes:
    """A sticky note put on the first page of a PDF."""
    with pikepdf.open(io.BytesIO(data)) as file:
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.FreeText,
            Rect=[100, 100, 300, 130],
            Contents="Void since May",
            T="Ada",
        )
        page = file.pages[0]
        annotations = page.obj.get("/Annots", pikepdf.Array())
        annotations.append(file.make_indirect(note))
        page.obj["/Annots"] = annotations
        held = io.BytesIO()
        file.save(held)
        return held.getvalue()


def filled_in(value: object, *, moved: bool = False) -> Change:
    """The first field of a PDF as somebody fills it in, with what shows it."""

    def change(data: bytes) -> bytes:
        with pikepdf.open(io.BytesIO(data)) as file:
            field = file.Root.AcroForm.Fields[1 if isinstance(value, str) else 0]
            field["/V"] = value
            field["/AP"] = pikepdf.Dictionary(N=file.make_stream(b"BT (Ada) Tj ET"))
            if moved:
                field["/Rect"] = pikepdf.Array([0, 0, 600, 800])
            held = io.BytesIO()
            file.save(held)
            return held.getvalue()

    return change


def destination_moved(name: str, page: int | None) -> Change:
    """A named destination of a PDF that leads to another page, counted from 0; None takes it out."""

    def change(data: bytes) -> bytes:
        with pikepdf.open(io.BytesIO(data)) as file:
            names = pikepdf.NameTree(file.Root.Names.Dests)
            if page is None:
                del names[name]
            else:
                names[name] = pikepdf.Array([file.pages[page].obj, pikepdf.Name.XYZ, 0, 700, 0])
            held = io.BytesIO()
            file.save(held)
            return held.getvalue()

    return change
