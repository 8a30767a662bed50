"""What `credits` says and does while rows of the measurements could not be used: nothing is final yet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sla_drafter.cli.findings_text import of
from sla_drafter.document.unfinished import UNFINISHED
from sla_drafter.values import frozen

if TYPE_CHECKING:
    from sla_drafter.builder.credits import Computed
    from sla_drafter.model.record import LeftOut


@frozen
class How:
    """How files are written: in which house style, over edited ones, and although nothing is final."""

    house: str | None
    force: bool
    unfinished: bool


def counted(left_out: LeftOut) -> str:
    """Rows and files: "18 rows and 1 file"."""
    numbers = zip(left_out, ("row", "file"), strict=True)
    return " and ".join(of(number, noun) for number, noun in numbers if number)


def headline(left_out: LeftOut) -> str:
    """The first thing that is said of a statement that is not final."""
    they_are = "it is" if sum(left_out) == 1 else "they are"
    return f"Not final: {counted(left_out)} could not be used; {they_are} listed below."


def not_written(computed: Computed) -> str:
    """Why there is no paper, and how one is had all the same."""
    left_out = counted(computed.statement.left_out)
    return f"Nothing was written, as {left_out} could not be used. A copy that says so on every page: --unfinished"


def marked(path: Path) -> Path:
    """The name of an unfinished file: statement.UNFINISHED.pdf."""
    whole = path.resolve() if not path.name else path
    return whole.with_name(f"{whole.stem}{UNFINISHED}{whole.suffix}")
