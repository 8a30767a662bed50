"""Recognises the kind of a file by its header, and says which columns are missing, mistyped or not read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sla_drafter.language.distance import nearest
from sla_drafter.readers.agreement_file.mistakes import named
from sla_drafter.readers.measurements.kinds import EVERYWHERE, KINDS, OTHER_WORDS, Column, Kind
from sla_drafter.readers.measurements.mistakes import Listing
from sla_drafter.readers.measurements.sheet import MOST_COLUMNS, Sheet
from sla_drafter.values import frozen

_EVERYWHERE = tuple(column.name for column in EVERYWHERE)
_A_MISSING_ONE_COUNTS = 2


@frozen
class Layout:
    """Which cell of a row holds which column: the kind, and for each column its index, or None where it is absent."""

    kind: Kind
    width: int
    indices: tuple[tuple[Column, int | None], ...]
    extra: tuple[tuple[Column, int | None], ...]

    def index(self, name: str) -> int | None:
        """The cell of a column that every kind may have."""
        return next(index for column, index in self.extra if column.name == name)


def layout_of(sheet: Sheet, listing: Listing) -> Layout | None:
    """The kind and the columns of a file; None, with every mistake of the header, when it cannot be read by it."""
    header = tuple(_plain(name) for name in sheet.header)
    if len(header) > MOST_COLUMNS:
        message = f"The header of {listing.file} has {len(header)} columns; at most {MOST_COLUMNS} are read."
        listing.say("file_too_large", message, sheet.header_line)
        return None
    kind = KINDS.get(sheet.kind) or _nearest_kind(header)
    if kind is None:
        listing.say("unknown_kind", _unknown(listing.file), sheet.header_line)
        return None
    if not _is_right(kind, header, sheet, listing):
        return None
    indices = tuple((column, _index(column.name, header)) for column in kind.columns)
    extra = tuple((column, _index(column.name, header)) for column in EVERYWHERE)
    return Layout(kind, len(header), indices, extra)


def kind_meant(sheet: Sheet) -> str:
    """The kind of a file that could not be read, by a column that no other kind has; "" where it may be any."""
    if sheet.kind in KINDS:
        return sheet.kind
    header = {_plain(name) for name in sheet.header}
    kinds = {kind.name for kind in KINDS.values() if header & _own_columns(kind)}
    return kinds.pop() if len(kinds) == 1 else ""


def _own_columns(kind: Kind) -> set[str]:
    return set(kind.names).difference(*(other.names for other in KINDS.values() if other is not kind))


def _plain(name: str) -> str:
    """Capitals and blanks in a header are no difference."""
    return "_".join(name.strip().casefold().replace("-", " ").split())


def _index(name: str, header: Sequence[str]) -> int | None:
    return header.index(name) if name in header else None


def _nearest_kind(header: Sequence[str]) -> Kind | None:
    """The kind that shares most columns with the header, counting those that look like a slip of the hand."""
    scores = [(_score(kind, header), -position, kind) for position, kind in enumerate(KINDS.values())]
    best, _, kind = max(scores, key=lambda score: score[:2])
    return kind if best > 0 else None


def _score(kind: Kind, header: Sequence[str]) -> int:
    meant = {_meant(name, kind) for name in header} | set(header)
    missing = len(set(kind.required) - meant)
    return len(meant & set(kind.names)) - _A_MISSING_ONE_COUNTS * missing + len(set(header) & set(kind.names))


def _meant(name: str, kind: Kind) -> str:
    """The column of a kind that a name in a header probably means."""
    if OTHER_WORDS.get(name) in kind.names:
        return OTHER_WORDS[name]
    return next(iter(nearest(name, (*kind.names, *_EVERYWHERE), limit=1)), "")


def _unknown(file: str) -> str:
    headers = "; ".join(f"{kind.name}: {','.join(kind.required)}" for kind in KINDS.values())
    return f"The header of {file} is that of no kind of measured facts. The kinds and their columns are: {headers}."


def _is_right(kind: Kind, header: Sequence[str], sheet: Sheet, listing: Listing) -> bool:
    """Whether no column is missing or mistyped; each that is, is said."""
    before = len(listing.listed)
    proposed: set[str] = set()
    for position, name in enumerate(header):
        if name in kind.names or name in _EVERYWHERE:
            if name in header[:position]:
                _say_wrong(sheet, listing, position, f"The column {name} stands twice. Keep one of them.")
            continue
        meant = _meant(name, kind)
        if meant and meant not in header:
            proposed.add(meant)
            question = f'There is no column "{name}" in {kind.name}. Did you mean {meant}? No row is read until then.'
            _say_wrong(sheet, listing, position, question, meant)
    for name in _missing(kind, header, proposed):
        listing.say("missing_column", _missing_words(name, kind, listing.file), sheet.header_line)
    wrong = len(listing.listed) > before
    if not wrong:
        _say_not_read(kind, header, sheet, listing)
    return not wrong


def _missing(kind: Kind, header: Sequence[str], proposed: set[str]) -> Iterator[str]:
    return (name for name in kind.required if name not in header and name not in proposed)


def _missing_words(name: str, kind: Kind, file: str) -> str:
    column = next(column for column in kind.columns if column.name == name)
    return (
        f"{file} is a file of {kind.name} without the column {name} ({column.says}; for instance {column.example}). "
        f"It needs {','.join(kind.required)}. No row is read until then."
    )


def _say_wrong(sheet: Sheet, listing: Listing, position: int, message: str, right: str = "") -> None:
    listing.say("wrong_column", message, sheet.header_line, sheet.header[position], right)


def _say_not_read(kind: Kind, header: Sequence[str], sheet: Sheet, listing: Listing) -> None:
    others = [
        written for name, written in zip(header, sheet.header, strict=True) if name not in (*kind.names, *_EVERYWHERE)
    ]
    if others:
        columns = "column" if len(others) == 1 else "columns"
        verb = "is" if len(others) == 1 else "are"
        known = ", ".join(kind.names)
        message = f"The {columns} {named(others)} of {listing.file} {verb} not read; {kind.name} have {known}."
        listing.say("not_read", message, sheet.header_line, others[0])
