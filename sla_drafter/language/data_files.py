"""Data beside the code, and what is kept of its lists: what Python keeps of its own files.

A list is read as text, list and mapping only. What it says is compiled as if it were a module, and stands beside it in
`__pycache__` until the file changes; so a short command neither loads a reader of YAML nor reads it. Where Python may
not or cannot write (an installation of somebody else, `PYTHONDONTWRITEBYTECODE`), the list is read anew each time.
"""

from __future__ import annotations

import sys
from importlib.machinery import SourceFileLoader
from types import CodeType
from typing import Any


def read_lists(package: str, name: str) -> Any:
    """The lists of a YAML file in the data of one of our packages, each scalar as text."""
    return eval(_of(package, name).code())  # noqa: S307 - one expression of texts, lists and mappings, see below


def read_data(package: str, name: str) -> bytes:
    """A file in the data of one of our packages."""
    file = _of(package, name)
    return file.get_data(file.path)


def _of(package: str, name: str) -> _Lists:
    return _Lists(name, f"{sys.modules[package].__path__[0]}/data/{name}")


class _Lists(SourceFileLoader):
    """Compiles the lists of a file as Python compiles a module, and like it asks first what it kept."""

    def code(self) -> CodeType:
        """The lists as code that is either kept or new."""
        found = self.get_code(self.name)
        if found is None:
            raise ImportError(f"{self.path} has no code.")
        return found

    def source_to_code(self, data: Any, path: Any, **_: int) -> CodeType:  # type: ignore[override]  # as in Python
        """The lists that the file says, as code."""
        import yaml

        loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
        said = yaml.load(data.decode("utf-8"), Loader=loader)  # noqa: S506 - BaseLoader makes text only, never an object
        return compile(repr(said), path, "eval")
