"""Opens files and folders of measured facts, each by its ending; says which files are not read, and why."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from sla_drafter.errors import Unreadable
from sla_drafter.findings import Place
from sla_drafter.language.distance import nearest
from sla_drafter.model.measured import Evidence
from sla_drafter.readers.measurements.csv_file import CsvSheet
from sla_drafter.readers.measurements.json_file import JsonSheet
from sla_drafter.readers.measurements.mistakes import Listing, Mistake, finding
from sla_drafter.readers.measurements.parquet_file import ParquetSheet
from sla_drafter.readers.measurements.sheet import LARGEST, Sheet, Wanted
from sla_drafter.values import define

AnySheet = CsvSheet | JsonSheet | ParquetSheet
FORMATS: Mapping[str, Callable[[Path, str, bytes, Listing], AnySheet]] = {
    ".csv": CsvSheet,
    ".tsv": CsvSheet,
    ".txt": CsvSheet,
    ".json": JsonSheet,
    ".jsonl": JsonSheet,
    ".ndjson": JsonSheet,
    ".parquet": ParquetSheet,
}
"""How a file is read, by its ending."""
_ENDINGS = ", ".join(FORMATS)
_SPREADSHEETS = (".xlsx", ".xls", ".ods", ".numbers")


@define
class Opened:
    """One file: its name in the evidence, its mistakes, and its table, with whether it could be opened as one."""

    path: Path
    name: str
    listing: Listing
    sheet: Sheet | None = None
    is_table: bool = False
    digest: str = ""

    def places(self, wanted: Iterable[Wanted]) -> Mapping[Wanted, Place]:
        """Where rows and cells stand; of a file that is no table, its beginning."""
        if self.sheet is not None:
            return self.sheet.places(wanted)
        return {one: Place(self.path, one[0].line, 1, "", note=one[2]) for one in wanted}


def opened(paths: Sequence[Path]) -> Iterator[Opened]:
    """Every file that is named and every file of a folder that is named, once, one after the other.

    Raises `Unreadable` when a path does not exist, or when there is no file at all.
    """
    files = list(_files(paths))
    names = _names(files)
    for path, from_folder in files:
        yield _opened(path, names[path], from_folder=from_folder)


def _files(paths: Sequence[Path]) -> Iterator[tuple[Path, bool]]:
    """The files, and whether each was found in a folder."""
    missing = [_missing(path) for path in paths if not path.exists()]
    if missing or not paths:
        nothing = Mistake("file_unreadable", "No file of measured facts is named.", Evidence("", 1))
        raise _refused(missing or [nothing])
    seen: set[Path] = set()
    for path in paths:
        inside = sorted(path.iterdir()) if path.is_dir() else [path]
        for file in inside:
            if file.is_file() and not _is_hidden(file, path) and file.resolve() not in seen:
                seen.add(file.resolve())
                yield file, path.is_dir()
    if not seen:
        raise _refused([Mistake("file_unreadable", f"There is no file in {paths[0]}.", Evidence(str(paths[0]), 1))])


def _is_hidden(file: Path, named: Path) -> bool:
    """What an editor or the system leaves in a folder, such as .DS_Store and ~$lock."""
    return file != named and file.name.startswith((".", "~"))


def _refused(mistakes: Sequence[Mistake]) -> Unreadable:
    findings = [
        finding(one, [Place(Path(one.evidence.file), 1, 1, "")] if one.evidence.file else []) for one in mistakes
    ]
    return Unreadable("The measured facts cannot be read.", findings)


def _missing(path: Path) -> Mistake:
    siblings = [one.name for one in path.parent.iterdir()] if path.parent.is_dir() else []
    near = nearest(path.name, siblings, limit=1)
    question = f" Did you mean {path.parent / near[0]}?" if near else ""
    right = str(path.parent / near[0]) if near else ""
    return Mistake("file_unreadable", f"There is no file {path}.{question}", Evidence(str(path), 1), right=right)


def _names(files: Sequence[tuple[Path, bool]]) -> Mapping[Path, str]:
    """The name of each file in the evidence: its own, with as many folders before it as tell it from the others.

    A statement goes to the other side, so it never says more than that of where our files lie.
    """
    names: dict[Path, str] = {}
    left = {path: path.resolve().parts for path, _ in files}
    longest = max(map(len, left.values()), default=0)
    for count in range(1, longest + 1):
        tails = Counter(parts[-count:] for parts in left.values())
        alone = {path for path, parts in left.items() if tails[parts[-count:]] == 1 or count == longest}
        names |= {path: "/".join(left.pop(path)[-count:]) for path in alone}
    return names


def _opened(path: Path, name: str, *, from_folder: bool) -> Opened:
    file = Opened(path, name, Listing(name))
    make = FORMATS.get(path.suffix.casefold())
    if make is None:
        _say_other_ending(file, from_folder=from_folder)
    elif path.stat().st_size > LARGEST:
        message = f"{name} has {path.stat().st_size:,} bytes; at most {LARGEST:,} are read. Divide it by months."
        file.listing.say("file_too_large", message)
    else:
        data = path.read_bytes()
        file.sheet = sheet = make(path, name, data, file.listing)
        file.digest, file.is_table = hashlib.sha256(data).hexdigest(), sheet.open()
    return file


def _say_other_ending(file: Opened, *, from_folder: bool) -> None:
    suffix = file.path.suffix.casefold()
    hint = 'Save the sheet as "CSV UTF-8".' if suffix in _SPREADSHEETS else f"The endings that are read are {_ENDINGS}."
    if from_folder and suffix not in _SPREADSHEETS:
        file.listing.say("not_read", f"{file.name} is not read. {hint}")
    else:
        file.listing.say("file_unreadable", f"{file.name} is no file of measured facts. {hint}")
