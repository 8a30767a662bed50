"""A paper that somebody else wrote: the same tree as ours, and beside it where each paragraph stands in the file.

Numbers are not stored in the tree, so the number that a foreign file prints at a paragraph stands in its mark.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field

from sla_drafter.document.nodes import Document
from sla_drafter.values import frozen


@frozen
class Mark:
    """Where a paragraph of a file stands.

    `position` counts the paragraphs of the file from 1. `label` is the number as it is printed there ("(a)"), `number`
    the same in full ("4.2(a)"); `page` and `line` count from 1 and are None where the format has none. `lost` are the
    words of its references whose target the file does not have.
    """

    position: int
    label: str = ""
    number: str = ""
    page: int | None = None
    line: int | None = None
    lost: tuple[str, ...] = ()


@frozen
class Foreign:
    """A paper with the marks of its headings and paragraphs, by their ids (`p1`, `p2` …).

    `source` are the lines of a text file, empty for other files. `is_ours` says that the file carries the facts from
    which it was drafted.
    """

    document: Document
    marks: Mapping[str, Mark] = field(hash=False)
    source: tuple[str, ...] = ()
    is_ours: bool = False
