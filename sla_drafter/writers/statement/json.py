"""A statement as JSON: figures are text, so that no program rounds them while it reads."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any


def write(tree: Mapping[str, Any]) -> bytes:
    """The statement as JSON with a line for each figure, in UTF-8."""
    return f"{json.dumps(tree, ensure_ascii=False, indent=2)}\n".encode()
