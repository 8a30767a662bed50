"""The nouns of the clause library: clauses, terms and outlines, as their authors write them."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import Any

import attrs

from sla_drafter.language.patterns import compiled
from sla_drafter.values import frozen

_ASKED = compiled(r"position == \"(\w+)\"")


class Standing(enum.Enum):
    """How a kind of agreement stands to a clause."""

    REQUIRED = "required"
    CONDITIONAL = "conditional"
    OPTIONAL = "optional"
    UNUSED = "unused"


@frozen
class ParameterKind:
    """A fact that one clause alone prints: its name, its type as written in `clause.yaml`, what it says."""

    name: str
    type: str
    about: str


@frozen
class Default:
    """What a field holds where the agreement is silent: for each position the words of its author, and their value.

    `path` may have `*` for any id. `when` is a condition as clauses have it: without it the default always holds.
    A position without words of its own has those of the balanced one.
    """

    path: str
    words: Mapping[str, str] = attrs.field(hash=False)
    values: Mapping[str, Any] = attrs.field(hash=False)
    when: str = ""

    def position(self, wanted: str) -> str:
        """The position whose words hold when one is wanted: that one, else the balanced one; empty for none."""
        return next((one for one in (wanted, "balanced") if one in self.values), "")


REPLACED = "replaced"
"""The position of a text that one agreement has in the place of the library's."""


@frozen
class ClauseText:
    """The text of a clause in one language and position, as its author wrote it, and where it stands."""

    language: str
    position: str
    source: str
    where: str


@frozen
class Clause:
    """One clause of the library: reusable words with the conditions under which they are chosen.

    `kinds` says how each kind stands to it; `when` are field paths (with `*` for any id), one of which is present
    when a conditional or optional clause is chosen; `budget` is its number of words; `defaults` are what its fields
    hold where the agreement is silent, by position; `fingerprints` guard texts and defaults.
    """

    id: str
    version: str
    titles: Mapping[str, str] = attrs.field(hash=False)
    section: str
    kinds: Mapping[str, Standing] = attrs.field(hash=False)
    when: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    parameters: tuple[ParameterKind, ...] = ()
    budget: int = 60
    source: str = ""
    reviewed: Mapping[str, str] = attrs.field(factory=dict, hash=False)
    guidance: str = ""
    fingerprints: Mapping[str, str] = attrs.field(factory=dict, hash=False)
    texts: tuple[ClauseText, ...] = ()
    defaults: tuple[Default, ...] = ()

    @property
    def is_core(self) -> bool:
        """Whether every kind of agreement requires the clause: then nobody may leave it out or replace it."""
        return set(self.kinds.values()) == {Standing.REQUIRED}

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that it has a balanced text in."""
        return tuple(sorted(text.language for text in self.texts if text.position == "balanced"))

    @property
    def positions(self) -> tuple[str, ...]:
        """The positions that it has words or figures of its own for, the balanced one among them."""
        own = {one for default in self.defaults for one in default.values}
        own.update(one for language in self.languages for one in self.worded(language))
        return tuple(one for one in ("provider", "balanced", "customer") if one in own)

    def worded(self, language: str) -> frozenset[str]:
        """The positions that it has words of its own for in a language: a text, or a part of the balanced text."""
        texts = [text for text in self.texts if text.language == language]
        return frozenset(
            {text.position for text in texts} | {one for text in texts for one in _ASKED.findall(text.source)}
        )

    def text(self, language: str, position: str) -> ClauseText | None:
        """The text in a language: of the position if there is one, else the balanced text."""
        return self._written(language, position) or self._written(language, "balanced")

    def _written(self, language: str, position: str) -> ClauseText | None:
        return next((text for text in self.texts if (text.language, text.position) == (language, position)), None)


@frozen
class DefinedTerm:
    """A term with its forms and its definition per language; uses are found by form, longest first.

    A term that clauses define in their own text names them in `defined_in` and has no definition of its own.
    """

    id: str
    words: Mapping[str, str] = attrs.field(hash=False)
    forms: Mapping[str, tuple[str, ...]] = attrs.field(hash=False)
    definitions: Mapping[str, ClauseText] = attrs.field(hash=False)
    defined_in: tuple[str, ...] = ()


@frozen
class OutlineSection:
    """A section of an outline: its title per language, its budget in words, its clauses in order."""

    id: str
    titles: Mapping[str, str] = attrs.field(hash=False)
    budget: int
    clauses: tuple[str, ...]


@frozen
class OutlineSchedule:
    """A schedule of an outline: its title per language, and the clauses whose schedule parts it gathers, in order."""

    id: str
    titles: Mapping[str, str] = attrs.field(hash=False)
    clauses: tuple[str, ...]


@frozen
class Outline:
    """The shape of a kind of agreement: order, titles and budgets; it selects nothing.

    `pages` is the body length in pages that is warned about, `pages_limit` the one that is refused; `starter` is the
    name of the agreement that an author of this kind begins from.
    """

    kind: str
    names: Mapping[str, str] = attrs.field(hash=False)
    sections: tuple[OutlineSection, ...]
    schedules: tuple[OutlineSchedule, ...]
    pages: int = 5
    pages_limit: int = 8
    starter: str = ""


@frozen
class Law:
    """What the library knows of a law: natures of a credit that its wording fits, rules that it switches on, reviews.

    `reviewed` says for each language who has reviewed the texts for this law; a language that is absent has nobody.
    """

    id: str
    names: Mapping[str, str] = attrs.field(hash=False)
    natures: tuple[str, ...]
    rules: tuple[str, ...]
    reviewed: Mapping[str, str] = attrs.field(hash=False)
    source: str


@frozen
class Sector:
    """What the rules of a sector ask a contract to say: clauses, facts, and clauses for critical functions."""

    id: str
    names: Mapping[str, str] = attrs.field(hash=False)
    clauses: tuple[str, ...]
    facts: tuple[str, ...]
    critical_clauses: tuple[str, ...]
    reviewed: Mapping[str, str] = attrs.field(hash=False)
    source: str


@frozen
class Library:
    """Clauses, terms, outlines, and profiles of laws and sectors, by id."""

    clauses: Mapping[str, Clause] = attrs.field(hash=False)
    terms: Mapping[str, DefinedTerm] = attrs.field(hash=False)
    outlines: Mapping[str, Outline] = attrs.field(hash=False)
    laws: Mapping[str, Law] = attrs.field(factory=dict, hash=False)
    sectors: Mapping[str, Sector] = attrs.field(factory=dict, hash=False)
