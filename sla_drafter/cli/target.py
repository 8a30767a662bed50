"""Where a command writes to: a file or a folder that has a name."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click


class Target(click.Path):
    """A path to write to. An empty one, as a variable that was never set leaves it, is refused."""

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def convert(self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path as typed."""
        if value == "":
            self.fail("it is empty; name a file or a folder.", param, ctx)
        return super().convert(value, param, ctx)
