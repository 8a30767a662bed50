"""Every starter in every language that it has: what the tests of each format run over."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from sla_drafter.builder import Builder, Draft

_FOLDER = files("sla_drafter.templates") / "starters"


def text_of(name: str) -> str:
    """The agreement file of a starter."""
    return (_FOLDER / f"{name}.yaml").read_text(encoding="utf-8")


@cache
def builder_of(name: str) -> Builder:
    """The builder of a starter."""
    return Builder.from_text(text_of(name), f"{name}.yaml")


def languages_of(name: str) -> tuple[str, ...]:
    """The languages of a starter: those in which its title is given."""
    agreement = builder_of(name).agreement
    given = dict(agreement.title.by_language) if agreement.title else {}
    return tuple(dict.fromkeys((agreement.language, *filter(None, given))))


NAMES = tuple(sorted(file.name.removesuffix(".yaml") for file in _FOLDER.iterdir() if file.name.endswith(".yaml")))
PAPERS = tuple((name, language) for name in NAMES for language in languages_of(name))
"""Name and language of each paper."""
IDS = tuple("-".join(paper) for paper in PAPERS)


@cache
def draft_of(name: str, language: str) -> Draft:
    """The draft of a starter in one of its languages, with its findings but without those that need pages."""
    return builder_of(name).in_language(language).draft(layout=False)
