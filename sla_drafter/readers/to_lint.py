"""Which files can be linted: agreements and papers, named one by one or found in folders."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from sla_drafter.errors import SlaDrafterError

AGREEMENTS = (".yaml", ".yml")
PAPERS = (".docx", ".pdf", ".html", ".htm", ".md")
_TYPED = (".doc", ".dot", ".docm", ".odt", ".rtf", ".pages", ".wpd")
"""Papers of other programs and formats, which can be saved as one of those."""
_IN_FOLDERS = PAPERS[:2]
"""Papers that are read wherever they stand; most pages and Markdown files of a folder are no agreements."""
_AGREEMENT = re.compile(rb"^sla_drafter:.*^(?:kind|parties|services|metrics|extends):", re.MULTILINE | re.DOTALL)


def to_lint(files: Sequence[Path]) -> tuple[Path, ...]:
    """The agreements and papers that are named, or that stand in a folder that is named, each once."""
    return tuple(dict.fromkeys(found for file in files for found in _found(file)))


def is_paper(file: Path) -> bool:
    """Whether the name of a file says that it is a paper and no agreement file."""
    return file.suffix.lower() in PAPERS


def is_agreement(path: Path) -> bool:
    """Whether a file looks like an agreement."""
    try:
        return bool(_AGREEMENT.search(path.read_bytes()))
    except OSError as fault:
        raise SlaDrafterError(f"{path} cannot be read: {fault.strerror}.") from fault


def _found(file: Path) -> Iterator[Path]:
    if not file.is_dir():
        if not file.suffix and not file.exists():
            raise SlaDrafterError(f"There is no file or folder {file}.")
        if file.suffix.lower() not in (*AGREEMENTS, *PAPERS):
            saved = " Open it in its own program, and save it as .docx." if file.suffix.lower() in _TYPED else ""
            raise SlaDrafterError(
                f"{file} cannot be linted: an agreement file ends in {' or '.join(AGREEMENTS)}, "
                f"a paper in {', '.join(PAPERS)}.{saved}"
            )
        yield file
        return
    inside = sorted(path for path in file.rglob("*") if _is_linted(path, file))
    if not inside:
        raise SlaDrafterError(
            f"There is no agreement file in {file}. An agreement file ends in {' or '.join(AGREEMENTS)} and begins "
            f"with the line  sla_drafter: 1. A paper ends in {', '.join(_IN_FOLDERS)}; name one that ends in "
            f"{', '.join(PAPERS[2:])} itself."
        )
    yield from inside


def _is_linted(path: Path, folder: Path) -> bool:
    """Whether a file of a folder is an agreement or a paper; what stands in hidden folders belongs to somebody else."""
    if any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts) or not path.is_file():
        return False
    return path.suffix.lower() in _IN_FOLDERS or (path.suffix.lower() in AGREEMENTS and is_agreement(path))
