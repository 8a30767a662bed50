"""Reads Parquet with the optional library pyarrow; without it the file is refused, and its extra is named."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from itertools import chain
from pathlib import PurePath
from typing import Any

from sla_drafter.findings import Place
from sla_drafter.readers.measurements.mistakes import Listing
from sla_drafter.readers.measurements.sheet import BATCH, CLAIMED, MOST_ROWS, Batch, Claim, Row, Wanted, consecutive
from sla_drafter.values import define


@define
class ParquetSheet:
    """A Parquet file whose bytes are in memory; its rows are counted from 1, since it has no lines."""

    path: PurePath
    name: str
    data: bytes
    listing: Listing
    header: tuple[str, ...] = ()
    header_line: int = 1
    claims: tuple[Claim, ...] = ()
    kind: str = ""
    broken: int = 0
    file: Any = None

    def batches(self, width: int) -> Iterator[Batch]:  # noqa: ARG002  # every row has a cell in each column
        """The rows as text; times with a zone are in UTC, those without one stay without."""
        first = 1
        for batch in self.file.iter_batches(batch_size=BATCH):
            if batch.num_rows:
                yield consecutive(self.name, first, [_texts(column) for column in batch.columns])
            first += batch.num_rows

    def _rows(self) -> Iterator[Row]:
        return chain.from_iterable(batch.rows() for batch in self.batches(len(self.header)))

    def places(self, wanted: Iterable[Wanted]) -> Mapping[Wanted, Place]:
        """The places of rows and cells; the row is shown as CSV would write it."""
        wanted = tuple(wanted)
        asked = {evidence.line for evidence, _, _ in wanted}
        texts = (
            {evidence.line: cells for evidence, cells in self._rows() if evidence.line in asked} if self.file else {}
        )
        return {one: self._place(one, texts.get(one[0].line, [])) for one in wanted}

    def _place(self, one: Wanted, cells: list[str]) -> Place:
        evidence, column, note = one
        index = self.header.index(column) if column in self.header and cells else 0
        before, marked = _line(cells[:index]), _line(cells[index : index + 1] if column else cells)
        start = len(before) + bool(before)
        return Place(self.path, evidence.line, start + 1, _line(cells), max(1, len(marked)), note)

    def open(self) -> bool:
        """Reads the schema; false, with a mistake, without pyarrow or if the file is none of Parquet."""
        try:
            import pyarrow
            from pyarrow import parquet
        except ImportError:
            message = f'{self.name} needs pyarrow. Install it: pip install "sla-drafter[parquet]", or export CSV.'
            self.listing.say("file_unreadable", message, right='pip install "sla-drafter[parquet]"')
            return False
        try:
            self.file = parquet.ParquetFile(io.BytesIO(self.data))
        except (pyarrow.ArrowException, OSError) as fault:
            self.listing.say("file_unreadable", f"{self.name} is not a Parquet file: {str(fault).splitlines()[0]}")
            return False
        rows = self.file.metadata.num_rows
        if rows > MOST_ROWS:
            self.listing.say(
                "file_too_large", f"{self.name} has {rows:,} rows; at most {MOST_ROWS:,} are read. Divide it."
            )
            return False
        self.header = tuple(self.file.schema_arrow.names)
        self.claims = _claims(self.file.schema_arrow.metadata or {})
        return self._all_are_cells()

    def _all_are_cells(self) -> bool:
        from pyarrow import types

        nested = [field.name for field in self.file.schema_arrow if types.is_nested(field.type)]
        if nested:
            message = (
                f"The column {nested[0]} of {self.name} holds lists or objects; a cell is a text, a number or a time."
            )
            self.listing.say("file_unreadable", message)
        return not nested


def _claims(metadata: Mapping[bytes, bytes]) -> tuple[Claim, ...]:
    """What the metadata of the file say about its agreement."""
    texts = {key.decode("utf-8", "replace"): words.decode("utf-8", "replace") for key, words in metadata.items()}
    return tuple(Claim(key, texts[key], 1) for key in CLAIMED if key in texts)


def _texts(column: Any) -> list[str]:
    """The cells of one column as they would stand in CSV."""
    from pyarrow import types

    if types.is_timestamp(column.type):
        return _times(column)
    return [_text(value) for value in column.to_pylist()]


def _times(column: Any) -> list[str]:
    """Times by whole units since 1970, which no clock change and no rounding can touch."""
    import pyarrow

    digits = {"s": 0, "ms": 3, "us": 6, "ns": 9}[column.type.unit]
    zone = "Z" if column.type.tz else ""
    return [_time(value, digits, zone) for value in column.cast(pyarrow.int64()).to_pylist()]


def _time(value: int | None, digits: int, zone: str) -> str:
    if value is None:
        return ""
    seconds, part = divmod(value, 10**digits)
    whole = datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%S")
    return f"{whole}.{part:0{digits}d}{zone}" if part else f"{whole}{zone}"


def _text(value: object) -> str:
    """A cell as text; a binary fraction is the shortest decimal that stands for it, a whole one has no point."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float() if value.is_integer():
            return str(int(value))
        case datetime():
            return value.isoformat()
        case bytes():
            return value.decode("utf-8", "replace")
    return str(value)


def _line(cells: list[str]) -> str:
    """Cells as one line of CSV."""
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(cells)
    return line.getvalue() if cells else ""
