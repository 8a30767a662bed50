"""What a template must not bring: programs, other files, objects, fields off the list, pictures that are none."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from sla_drafter.errors import Unreadable
from sla_drafter.findings import Finding, Mend, Severity
from sla_drafter.readers.docx.package import Package, active_content
from sla_drafter.readers.house.pictures import picture_faults

_MEND = Mend("Open it in Word, take that out, save it as a .docx without macros, and give that file.")


def refuse_harm(package: Package, file: str) -> None:
    """Raises `Unreadable` with everything in a template that could do harm, each by name and with its part."""
    found = [*active_content(package), *_pictures(package)]
    if found:
        findings = [
            Finding("HOU-08", "unusable_template", Severity.ERROR, f"{file}: {fault}.", mend=_MEND) for fault in found
        ]
        raise Unreadable("The Word template of this house is refused.", findings)


def _pictures(package: Package) -> Iterator[str]:
    """Every picture that a part of the text shows, judged by its bytes and pixels."""
    for name in sorted(package.parts):
        folder, _, rest = name.rpartition("/_rels/")
        if rest.endswith(".rels") and folder.startswith("word"):
            origin = posixpath.join(folder, rest.removesuffix(".rels"))
            for target in package.pictures(origin):
                yield from picture_faults(package.parts[target], posixpath.basename(target))
