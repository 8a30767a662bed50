"""The day on which a command is run: waivers are judged on it, and no paper ever shows it."""

from __future__ import annotations

import datetime


def today() -> datetime.date:
    """The day of the person at the terminal."""
    return datetime.datetime.now().astimezone().date()
