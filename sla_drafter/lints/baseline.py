"""A baseline: what was known when the last version was signed, so that a new version is held to be no worse.

The file holds the identity of each finding, by file; no line, no figure and no word of the agreement stands in it. A
file is named by its path from the baseline, so however and from wherever a path is typed, it is the same file.

```
{"schema": 1, "files": {"agreement.yaml": ["3f0c…", "3f0c…:2"]}}
```
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from attrs import evolve

from sla_drafter.errors import Unreadable
from sla_drafter.findings import FileFindings, Finding, Mend, Severity, identities
from sla_drafter.values import frozen

SCHEMA = 1


@frozen
class Baseline:
    """The identities of the findings that were accepted, by the path of their file from the folder of the baseline."""

    files: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, files: Mapping[str, FileFindings]) -> Baseline:
        """The baseline that holds every finding of these files."""
        return cls({path: frozenset(known for _, known in identities(one.findings)) for path, one in files.items()})

    def known_as(self, path: str, typed: str, *, is_alone: bool) -> str:
        """The path by which the baseline knows a file; empty for one that it does not know.

        An older baseline names files as they were typed. A file that is linted alone against a baseline of one file is
        its next version, whatever it is called.
        """
        return next((one for one in (path, typed) if one in self.files), self._only if is_alone else "")

    @property
    def _only(self) -> str:
        return next(iter(self.files)) if len(self.files) == 1 else ""

    def compared(self, file: FileFindings, path: str) -> FileFindings:
        """The file with each finding that is in the baseline marked as known: it is shown and fails nothing."""
        known = self.files.get(path, frozenset())
        marked = tuple(evolve(finding, is_known=one in known) for finding, one in identities(file.findings))
        return evolve(file, findings=marked)

    def dumps(self) -> str:
        """The text of the file: the same findings give the same bytes."""
        tree = {"schema": SCHEMA, "files": {path: sorted(known) for path, known in sorted(self.files.items())}}
        return f"{json.dumps(tree, ensure_ascii=False, indent=1)}\n"


def loads(text: str, name: str) -> Baseline:
    """The baseline in a text; anything else is refused by name (`Unreadable`)."""
    try:
        tree: Any = json.loads(text)
    except json.JSONDecodeError as error:
        raise _refused(name, f"is no JSON: {error.msg} in line {error.lineno}") from error
    if not isinstance(tree, dict) or tree.get("schema") != SCHEMA:
        raise _refused(name, f"is no baseline of schema {SCHEMA}")
    files = tree.get("files")
    if not isinstance(files, dict) or not all(_is_list_of_texts(known) for known in files.values()):
        raise _refused(name, "has no files with lists of identities")
    return Baseline({PurePath(path).as_posix(): frozenset(known) for path, known in files.items()})


def _is_list_of_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _refused(name: str, what: str) -> Unreadable:
    mend = Mend("write it anew: sla-drafter lint FILE --write-baseline BASELINE")
    message = f"{name} {what}."
    return Unreadable(message, (Finding("BAS-01", "no_baseline", Severity.ERROR, message, mend=mend),))
