"""What the user says in words of his own: each text that is no name, in the language of the draft."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import lru_cache

from sla_drafter.language.patterns import compiled
from sla_drafter.language.sentences import sentences
from sla_drafter.lints.context import Context
from sla_drafter.values import frozen

FILLED = compiled(r"\{\{.*?\}\}|\[\]\(#[^()]*\)")
"""What is filled in when a clause of one's own words is drafted: its facts and its references."""
_NAMES = compiled(
    r"(?:parent\.)?(?:(?:master_agreement|parties|roles|hours|upstream|disputes)\b"
    r"|(?:.*\.)?(?:name|title|tool|document|technologies|contact|holder)\Z)"
)
"""Paths of what names a person, a document or a thing, and says nothing of what is agreed."""

_DESCRIPTIONS = (
    "services.*.purpose",
    "services.*.delivery",
    "services.*.maintenance",
    "services.*.deliverables*",
    "services.*.processes*",
    "services.*.modes.*",
    "packages.*.content*",
    "goals.*.text",
    "goals.*.tasks*",
    "metrics.*.behaviour",
)


@frozen
class Said:
    """A text of the user: the path of its fact, and its words without what is filled in."""

    path: str
    words: str

    @property
    def is_clause(self) -> bool:
        """Whether it stands in the place of the words of a clause."""
        return self.path.endswith(".replace") and self.path.startswith("clauses.")


def free_texts(context: Context) -> Iterator[Said]:
    """Every text of the user that is no name; a text of several paragraphs is read one by one."""
    for fact, prose in context.texts_of_facts:
        if not _is_name(fact.path):
            for words in FILLED.sub(" ", context.words(prose)).splitlines():
                if words.strip():
                    yield Said(fact.path, words)


def sentences_said(context: Context) -> Iterator[tuple[Said, str]]:
    """Every sentence of those texts, with the text it stands in."""
    for said in free_texts(context):
        for sentence in sentences(said.words, context.paper.language, context.configuration.abbreviations):
            yield said, sentence


@lru_cache(maxsize=4096)
def _is_name(path: str) -> bool:
    return bool(_NAMES.match(path))


@lru_cache(maxsize=4096)
def describes(path: str) -> bool:
    """Whether the text of a fact describes what is agreed elsewhere."""
    return any(fnmatchcase(path, pattern) for pattern in _DESCRIPTIONS)
