"""Opens one YAML file of a library as texts, lists and mappings; what is no YAML is a mistake of that file."""

from __future__ import annotations

from importlib.resources.abc import Traversable
from typing import Any

import yaml

from sla_drafter.findings import Finding
from sla_drafter.readers.clauses.fields import Fields

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def tree_of(file: Traversable, name: str, mistakes: list[Finding]) -> Any:
    """What stands in the file; an empty mapping where it cannot be read."""
    try:
        return yaml.load(file.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506  # texts only
    except (yaml.YAMLError, UnicodeDecodeError, FileNotFoundError) as error:
        found = f"cannot be read: {' '.join(str(error).split())}"
        Fields({}, name, mistakes).wrong("", found, "a YAML file of key: value lines")
        return {}
