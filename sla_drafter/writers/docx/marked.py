"""A copy of anybody's Word file with comments and proposed changes at given spots; nothing else in it changes.

Only the main text, the comments, and where a file had none, what announces them, are written anew; every other part
keeps its bytes. A comment begins and ends between runs, so a run is split where its words are only partly meant.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

from lxml import etree

from sla_drafter.document.spots import Proposal, Remark, Reviewer
from sla_drafter.writers.docx.comments import Comments
from sla_drafter.writers.docx.foreign_xml import W, made, parent, parsed, serialized
from sla_drafter.writers.docx.runs import Runs
from sla_drafter.writers.docx.tracked import Tracked

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip file can name: the same remarks make the same file on any day."""


def marked_file(
    data: bytes, document: str, reviewer: Reviewer, remarks: Sequence[Remark], proposals: Sequence[Proposal] = ()
) -> tuple[bytes, int]:
    """The copy of a Word file with these remarks and proposals, and how many of the proposals could be made.

    `document` is the name of the part that holds its text.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {member.filename: package.read(member) for member in package.infolist()}
    runs = Runs(parsed(parts[document]))
    comments = Comments(parts, document)
    for remark in remarks:
        _mark(runs, remark, comments.add(remark, reviewer))
    tracked = Tracked(runs, reviewer)
    made_changes = sum(map(tracked.propose, proposals))
    if remarks or made_changes:
        parts[document] = serialized(runs.root)
        comments.save()
    return _packed(parts), made_changes


def _packed(parts: Mapping[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(zipfile.ZipInfo(name, _FIRST_DAY), part, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def _mark(runs: Runs, remark: Remark, identity: str) -> None:
    """Put the range and the mark of a comment around the words of its spot."""
    spot = remark.spot
    start, end = made("commentRangeStart", id=identity), made("commentRangeEnd", id=identity)
    mark = made("r")
    mark.append(made("commentReference", id=identity))
    paragraph = runs.elements[spot.first[0]]
    if paragraph.tag == f"{W}p":
        properties = paragraph.find(f"{W}pPr")
        paragraph.insert(0 if properties is None else 1, start)
        paragraph.extend((end, mark))
        return
    first, last = runs.run_from(spot.first), runs.run_until(spot.last)
    first.addprevious(start)
    last.addnext(end)
    _outermost(end).addnext(mark)


def _outermost(element: etree._Element) -> etree._Element:
    """What stands right in the paragraph and is the element or holds it: the mark is part of no change and no link."""
    while parent(element).tag != f"{W}p":
        element = parent(element)
    return element
