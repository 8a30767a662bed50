"""May a file that is given be signed off? What keeps it from that, beside what `verify` finds in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from sla_drafter.findings import Finding, Mend, Place, Severity


def named_twice(given: Sequence[PurePath]) -> Iterator[Finding]:
    """The files that have the name of another one."""
    names: dict[str, PurePath] = {}
    for path in given:
        if names.setdefault(path.name, path) is not path:
            message = f"{path} and {names[path.name]} have one name, and a sheet knows files by their names."
            yield _of_file("SGN-04", "name_given_twice", path, message, "Give one of them another name.")


def unfinished_file(path: PurePath, agreement: PurePath) -> Finding:
    """A copy for discussion, which is never signed off."""
    message = f"{path} is a copy for discussion. What is unfinished is never signed off."
    return _of_file("SGN-02", "unfinished_file", path, message, _again(agreement))


def file_not_as_drafted(path: PurePath, agreement: PurePath) -> Finding:
    """A file whose words are those drafted and whose bytes are not."""
    message = (
        f"{path} is not byte for byte what is drafted today, so nobody can know that it shows the words that "
        "it holds. Another program saved it, or it was drafted in another house style or by another version."
    )
    mend = f"{_again(agreement)}   (or sign off without the file)"
    return _of_file("SGN-05", "file_not_as_drafted", path, message, mend)


def _again(agreement: PurePath) -> str:
    return f"sla-drafter draft {agreement} -o out"


def _of_file(code: str, name: str, path: PurePath, message: str, right: str) -> Finding:
    return Finding(code, name, Severity.ERROR, message, places=(Place(path, 1, 1, ""),), mend=Mend(right))
