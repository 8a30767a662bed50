"""Reads a CSV file as Excel, a database or a monitoring tool writes it: commas, semicolons or tabs, BOM or none."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path

from sla_drafter.findings import Place
from sla_drafter.model.measured import Evidence
from sla_drafter.readers.measurements.mistakes import Listing
from sla_drafter.readers.measurements.sheet import CLAIMED, Batch, Claim, Row, Wanted, batched, consecutive
from sla_drafter.values import define

_SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
_EXCEL_SEPARATOR = "sep="
_new = tuple.__new__  # a million of them are made twice as fast
_UTF_16 = "utf-16"
_PIECE = 1 << 17  # no longer than the longest cell that a reader of CSV takes
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@define
class CsvSheet:
    """A CSV file whose bytes are in memory until its rows are read; its lines are decoded as they are read."""

    path: Path
    name: str
    data: bytes
    listing: Listing
    encoding: str = "utf-8-sig"
    separator: str = ","
    header: tuple[str, ...] = ()
    header_line: int = 1
    header_end: int = 1
    claims: tuple[Claim, ...] = ()
    kind: str = ""
    broken: int = 0

    def batches(self, width: int) -> Iterator[Batch | Row]:
        """Every row once: pieces without a quote at once, and from the first one that has a quote on row by row."""
        start, line = self._after_header(), self.header_end
        for begin, end in _pieces(self.data, start, self.encoding) if start else ():
            columns = _plain(self.data[begin:end].decode(self.encoding), self.separator, width)
            if columns is None:
                break
            yield consecutive(self.name, line + 1, columns)
            start, line = end, line + len(columns[0])
        if start < len(self.data):
            yield from batched(self.name, self._divided(start, line), width)
        self.data = b""

    def _after_header(self) -> int:
        """The byte after the header; 0 where lines end otherwise than with a line feed, so that bytes do not say it."""
        if self.encoding == _UTF_16:
            return 0
        end = 0
        for _ in range(self.header_end):
            end = self.data.find(b"\n", end) + 1 or len(self.data)
        return end if self.data.count(b"\r", 0, end) == self.data.count(b"\r\n", 0, end) else 0

    def _divided(self, start: int, before: int) -> Iterator[Row]:
        """The rows from a byte on, before which stand so many lines; one without cells is none, a broken one is said.

        From the first byte on, the header is passed over.
        """
        reader = csv.reader(self._lines(start, 0 if start else before), delimiter=self.separator, strict=True)
        line = before
        while True:
            try:
                for row in reader:
                    first, line = line + 1, before + reader.line_num
                    if row:
                        yield _new(Evidence, (self.name, first, 1)), row
            except csv.Error as fault:
                self.listing.say("broken_row", _broken(fault), line + 1)
                self.broken += 1
                line = before + reader.line_num
            else:
                return

    def places(self, wanted: Iterable[Wanted]) -> Mapping[Wanted, Place]:
        """The places of rows and cells: the file is run through once more for their lines."""
        wanted = tuple(wanted)
        asked = {evidence.line for evidence, _, _ in wanted}
        with self.path.open(encoding=self.encoding, errors="replace", newline="") as lines:
            texts = {line: text.rstrip("\r\n") for line, text in enumerate(lines, 1) if line in asked}
        return {one: self._place(one, texts.get(one[0].line, "")) for one in wanted}

    def _place(self, one: Wanted, text: str) -> Place:
        evidence, column, note = one
        start, end = (
            _marked(text, self.separator, self.header.index(column)) if column in self.header else (0, len(text))
        )
        return Place(self.path, evidence.line, start + 1, text, max(1, end - start), note)

    def _lines(self, start: int = 0, skip: int = 0) -> Iterator[str]:
        """The lines from a byte on without the first so many, decoded as they are read."""
        pieces = (self.data[begin:end] for begin, end in _pieces(self.data, start, self.encoding))
        texts = (io.TextIOWrapper(io.BytesIO(piece), self.encoding, newline="") for piece in pieces)
        return islice(chain.from_iterable(texts), skip, None)

    def open(self) -> bool:
        """Finds the encoding, the separator, the comments and the header; false, with a mistake, if there is none."""
        if self.data[:2] in _WIDE:
            self.encoding = _UTF_16
            self.listing.say("other_separator", f"{self.name} is written in UTF-16; it is read as such.")
        if not self._decodes():
            return False
        line, text = self._first_line()
        if not text.strip():
            self.listing.say(
                "file_unreadable", f"{self.name} is empty. Its first line is the header: start,end,service"
            )
            return False
        self.header_line = line
        self.separator = self.separator or _separator(text)
        if self.separator != ",":
            self.listing.say(
                "other_separator", f"The cells of {self.name} are separated by {_SEPARATORS[self.separator]}.", line
            )
        return self._read_header(text, line)

    def _read_header(self, text: str, line: int) -> bool:
        reader = csv.reader(chain([text], self._lines(skip=line)), delimiter=self.separator, strict=True)
        try:
            self.header = tuple(next(reader))
        except csv.Error as fault:
            self.listing.say("file_unreadable", f"The header of {self.name} cannot be read: {_broken(fault)}", line)
            return False
        self.header_end = line - 1 + reader.line_num
        return True

    def _first_line(self) -> tuple[int, str]:
        """The line of the header and its number, after comments and the line in which Excel names the separator."""
        self.separator = ""
        line, text = 0, ""
        for line, text in enumerate(self._lines(), 1):
            words = text.strip()
            if words.casefold().startswith(_EXCEL_SEPARATOR) and words[4:5] in _SEPARATORS:
                self.separator = words[4:5]
            elif words.startswith("#"):
                self.claims += _claims(words, line)
            elif words:
                break
        else:
            return line, ""
        return line, text

    def _decodes(self) -> bool:
        """Whether all bytes are text, so that no row fails in the middle; a file of ASCII costs nothing."""
        try:
            if not self.data.isascii():
                self.data.decode(self.encoding)
        except UnicodeDecodeError as fault:
            line = self.data.count(b"\n", 0, fault.start) + 1
            byte = f"Byte 0x{self.data[fault.start]:02X}" if fault.start < len(self.data) else "The end"
            message = f'{byte} in line {line} of {self.name} is not UTF-8. Save the file as "CSV UTF-8".'
            self.listing.say("file_unreadable", message, line)
            return False
        return True


def _pieces(data: bytes, start: int, encoding: str) -> Iterator[tuple[int, int]]:
    """Where pieces of whole lines begin and end; a file in UTF-16, where a line ends in two bytes, is one piece."""
    while start < len(data):
        end = len(data)
        if encoding != _UTF_16 and end - start > _PIECE:
            end = data.rfind(b"\n", start, start + _PIECE) + 1 or data.find(b"\n", start + _PIECE) + 1 or end
        yield start, end
        start = end


def _plain(text: str, separator: str, width: int) -> Sequence[Sequence[str]] | None:
    """The columns of rows without a quote that all have so many cells; None where a reader has to find the cells."""
    if '"' in text or "\0" in text or len(text) > _PIECE:
        return None
    text = text.replace("\r\n", "\n")
    if "\r" in text:
        return None
    text = text.removesuffix("\n")
    cells = text.replace("\n", f"{separator}\n{separator}").split(separator)
    cells.append("\n")
    rows = text.count("\n") + 1
    if len(cells) != rows * (width + 1) or cells[width :: width + 1].count("\n") != rows:
        return None
    return [cells[place :: width + 1] for place in range(width)]


def _separator(header: str) -> str:
    """The separator that stands most often in the header."""
    return max(_SEPARATORS, key=header.count)


def _claims(words: str, line: int) -> tuple[Claim, ...]:
    """What a comment says: `# agreement: …`, `# version: …` and `# covers: …`; others are for people."""
    key, colon, claimed = words.lstrip("# ").partition(":")
    claimed = claimed.strip().rstrip(",;\t").strip().strip('"')
    return (Claim(key.strip().casefold(), claimed, line),) if colon and key.strip().casefold() in CLAIMED else ()


def _broken(fault: csv.Error) -> str:
    words = str(fault)
    if "unexpected end" in words:
        return "A quote is opened here and never closed. Close it, or double a quote that is meant as a sign."
    if "expected after" in words:
        return "After a closing quote the next cell or the end of the line is expected. Double a quote inside a cell."
    if "field limit" in words:
        return "A cell is longer than 131,072 characters. Is a quote opened and not closed?"
    return f"The row cannot be divided into cells: {words}."


def _marked(text: str, separator: str, index: int) -> tuple[int, int]:
    """Where a cell stands in its line; a separator inside quotes does not count."""
    quoted, start, cell = False, 0, 0
    for position, character in enumerate(text):
        if character == '"':
            quoted = not quoted
        elif character == separator and not quoted:
            if cell == index:
                return start, position
            start, cell = position + 1, cell + 1
    return (start, len(text)) if cell == index else (0, len(text))
