"""What spelling needs besides a value: the language, the agreement, and the literal form that a sentence asks for."""

from __future__ import annotations

from sla_drafter.language.typography import typeset
from sla_drafter.language.words import Words
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.scalars import Prose
from sla_drafter.values import frozen


class MissingProse(LookupError):
    """The user gave a text in other languages only: on paper in this language it is absent."""


@frozen
class Speller:
    """What spelling needs besides the value: the words of the language, and the agreement for what a reference names.

    `literal` is the grammatical form of the words that are spelled ("dative"); empty for the plain form.
    """

    agreement: Agreement
    words: Words
    refers_to: str = ""
    literal: str = ""

    @property
    def language(self) -> str:
        """The language that is spelled."""
        return self.words.language

    def own(self, prose: Prose) -> str:
        """The user's own words in this language; `MissingProse` where there are none."""
        found = prose.words(self.language)
        if found is None:
            raise MissingProse(self.language)
        return typeset(found, self.language)
