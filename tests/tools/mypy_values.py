"""Tells mypy that our `frozen` and `define` are those of attrs (a plugin, named in pyproject.toml)."""

from __future__ import annotations

from mypy.plugin import Plugin
from mypy.plugins.attrs import attr_define_makers, attr_frozen_makers

attr_frozen_makers.add("sla_drafter.values.frozen")
attr_define_makers.add("sla_drafter.values.define")


def plugin(_version: str) -> type[Plugin]:
    """Nothing but the names above: the plugin of attrs, which mypy brings along, does the rest."""
    return Plugin
