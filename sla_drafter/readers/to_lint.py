"""Which files can be linted: agreements and papers, named one by one or found in folders."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import field

from sla_drafter.errors import SlaDrafterError
from sla_drafter.readers.endings import AGREEMENTS, ALWAYS, PAPERS, TEXTS, TYPED
from sla_drafter.values import frozen

if TYPE_CHECKING:
    from sla_drafter.readers.in_folder import Left


@frozen
class ToLint:
    """The files that are linted, each once, and those that were left in folders, each with the reason."""

    files: tuple[Path, ...]
    left: Mapping[Path, Left] = field(factory=dict)


def to_lint(files: Sequence[Path]) -> tuple[Path, ...]:
    """The agreements and papers that are named, or that stand in a folder that is named, each once."""
    return taken(files).files


def taken(files: Sequence[Path]) -> ToLint:
    """The same, with what is left in the folders. Raises `SlaDrafterError` where there is nothing to lint."""
    found: dict[Path, None] = {}
    left: dict[Path, Left] = {}
    for file in files:
        if file.is_dir():
            from sla_drafter.readers.in_folder import in_folder  # a file that is named needs none of it

            inside = in_folder(file)
            if not inside.files:
                raise SlaDrafterError(_nothing_in(file, inside.left))
            found.update(dict.fromkeys(inside.files))
            left.update(inside.left)
        else:
            _refuse_others(file)
            found[file] = None
    return ToLint(tuple(found), {path: why for path, why in left.items() if path not in found})


def is_paper(file: Path) -> bool:
    """Whether the name of a file says that it is a paper and no agreement file."""
    return file.suffix.lower() in PAPERS


def is_agreement(path: Path) -> bool:
    """Whether a file looks like an agreement."""
    from sla_drafter.readers.in_folder import claims

    try:
        return claims(path.read_bytes())
    except OSError as fault:
        raise SlaDrafterError(f"{path} cannot be read: {fault.strerror}.") from fault


def misnamed(file: Path) -> str:
    """The name that an agreement file should have that was found under another one; empty for all others."""
    if file.suffix.lower() in (*AGREEMENTS, *PAPERS):
        return ""
    stem = file.with_suffix("")
    return (stem if stem.suffix.lower() in AGREEMENTS else file.with_suffix(AGREEMENTS[0])).name


def _refuse_others(file: Path) -> None:
    if not file.suffix and not file.exists():
        raise SlaDrafterError(f"There is no file or folder {file}.")
    if file.suffix.lower() not in (*AGREEMENTS, *PAPERS):
        saved = " Open it in its own program, and save it as .docx." if file.suffix.lower() in TYPED else ""
        raise SlaDrafterError(
            f"{file} cannot be linted: an agreement file ends in {' or '.join(AGREEMENTS)}, "
            f"a paper in {', '.join(PAPERS)}.{saved}"
        )


def _nothing_in(folder: Path, left: Mapping[Path, Left]) -> str:
    """What is said of a folder in which nothing is linted."""
    count = f"{len(left)} other files were" if len(left) > 1 else "Another file was"
    others = f" {count} left; name one to have it linted: sla-drafter lint {next(iter(left))}" if left else ""
    return (
        f"There is no agreement in {folder}. An agreement file ends in {' or '.join(AGREEMENTS)} and begins "
        f"with the line  sla_drafter: 1. A paper ends in {', '.join(ALWAYS)}, or in {', '.join(TEXTS)} where its words "
        f"are those of an agreement.{others}"
    )
