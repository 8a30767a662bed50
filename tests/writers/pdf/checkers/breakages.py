"""Ways to break a good file, each by one thing that PDF/UA-1 or PDF/A-2a asks for, so that a checker has to see it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from typing import Any

from pikepdf import Array, AttachedFileSpec, Dictionary, Name, Pdf


def _elements(file: Any, role: str) -> Iterator[Any]:
    waiting = [file.Root.StructTreeRoot.K]
    while waiting:
        element = waiting.pop(0)
        if role == element.S:
            yield element
        kids = element.K if isinstance(element.K, Array) else [element.K]
        waiting[:0] = [kid for kid in kids if not isinstance(kid, int) and "/S" in kid]


def _first(file: Any, role: str) -> Any:
    return next(_elements(file, role))


def _annotation(file: Any, kind: str) -> Any:
    return next(held for page in file.pages for held in page.get("/Annots", ()) if held.Subtype == kind)


def _no_language(file: Any) -> None:
    del file.Root.Lang


def _no_tree(file: Any) -> None:
    del file.Root.StructTreeRoot


def _not_marked(file: Any) -> None:
    del file.Root.MarkInfo


def _no_claim(file: Any) -> None:
    said = file.Root.Metadata.read_bytes()
    for part in (b"<pdfuaid:part>1</pdfuaid:part>", b"<pdfaid:part>2</pdfaid:part>"):
        said = said.replace(part, b"")
    file.Root.Metadata.write(said)


def _title_not_shown(file: Any) -> None:
    del file.Root.ViewerPreferences


def _figure_without_words(file: Any) -> None:
    del _first(file, "/Figure").Alt


def _heading_left_out(file: Any) -> None:
    _first(file, "/H2").S = Name("/H4")


def _header_over_nothing(file: Any) -> None:
    for head in _elements(file, "/TH"):
        del head.A


def _ragged_table(file: Any) -> None:
    row = next(row for row in _elements(file, "/TR") if row.K[0].S == "/TD")
    del row.K[-1]


def _unknown_role(file: Any) -> None:
    _first(file, "/P").S = Name("/Sentence")


def _link_without_words(file: Any) -> None:
    del _annotation(file, "/Link").Contents


def _link_without_element(file: Any) -> None:
    del _annotation(file, "/Link").StructParent


def _field_without_words(file: Any) -> None:
    del _annotation(file, "/Widget").TU


def _words_outside(file: Any) -> None:
    page = file.pages[1]
    page.Contents.write(page.Contents.read_bytes().replace(b"/H2 <</MCID 0>> BDC", b"/Other BMC", 1))


def _letters_not_embedded(file: Any) -> None:
    for found in file.objects:
        if isinstance(found, Dictionary) and found.get("/Type") == "/FontDescriptor":
            del found.FontFile2


def _letters_without_meaning(file: Any) -> None:
    for found in file.objects:
        if isinstance(found, Dictionary) and found.get("/Type") == "/Font":
            del found.ToUnicode


def _no_colours(file: Any) -> None:
    del file.Root.OutputIntents


def _attachment(file: Any) -> None:
    file.attachments["source.json"] = AttachedFileSpec(file, b"{}", filename="source.json")


def _acts_by_itself(file: Any) -> None:
    file.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")


BREAKAGES: Mapping[str, Callable[[Any], None]] = {
    "no language": _no_language,
    "no tree": _no_tree,
    "not marked": _not_marked,
    "no claim": _no_claim,
    "title not shown": _title_not_shown,
    "figure without words": _figure_without_words,
    "heading left out": _heading_left_out,
    "header over nothing": _header_over_nothing,
    "ragged table": _ragged_table,
    "unknown role": _unknown_role,
    "link without words": _link_without_words,
    "link without element": _link_without_element,
    "field without words": _field_without_words,
    "words outside": _words_outside,
    "letters not embedded": _letters_not_embedded,
    "letters without meaning": _letters_without_meaning,
    "no colours": _no_colours,
    "attachment": _attachment,
    "acts by itself": _acts_by_itself,
}


def broken(data: bytes, name: str) -> bytes:
    """The file with one thing broken."""
    made = BytesIO()
    with Pdf.open(BytesIO(data)) as file:
        BREAKAGES[name](file)
        file.save(made)
    return made.getvalue()
