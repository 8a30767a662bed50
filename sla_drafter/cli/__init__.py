"""The command `sla-drafter`: talks to a person; each command is a file."""

from __future__ import annotations

import io
import sys

__all__ = ["main"]


def main() -> None:
    """Runs the command. Exit status 0: done and clean, 1: findings or unfinished, 2: the input or call is wrong."""
    from sla_drafter.cli.commands import commands

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal without some letter gets its number instead of no report at all.
            stream.reconfigure(errors="backslashreplace")
    commands(prog_name="sla-drafter")
