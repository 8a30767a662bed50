"""The command `sla-drafter`: talks to a person; each command is a file."""

from __future__ import annotations

import gc
import io
import os
import sys

__all__ = ["main", "run"]

_ALLOCATED = 100_000
"""Objects that a command makes before garbage is looked for; most of what it loads and reads stays to its end."""


def main() -> None:
    """Runs the command as a process of its own: it ends with the exit status of the command."""
    gc.set_threshold(_ALLOCATED)
    try:
        run()
    except SystemExit as ending:
        _end(ending.code)
        raise


def run() -> None:
    """Runs the command. Exit status 0: done and clean, 1: findings or unfinished, 2: the input or call is wrong."""
    from sla_drafter.cli.commands import commands

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal without some letter gets its number instead of no report at all.
            stream.reconfigure(errors="backslashreplace")
    commands(prog_name="sla-drafter")


def _end(status: object) -> None:
    """Ends the process at once where everything is said: to take each object apart first is a tenth of a short command.

    Files are closed and folders removed where they are used, so nothing waits for the end of the interpreter.
    """
    try:
        for stream in filter(None, (sys.stdout, sys.stderr)):  # a stream that was closed before is none
            stream.flush()
    except (OSError, ValueError):
        return  # Whoever read us has gone: Python ends as it always does.
    if "sla_drafter.language" in sys.modules:
        from sla_drafter.language.prepared import keep

        keep()
    if isinstance(status, int):
        os._exit(status)
