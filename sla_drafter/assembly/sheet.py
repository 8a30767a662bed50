"""What a clause is filled into: the words of its slots stand in a table, the text holds only their numbers.

So a value is data and never markup: the text that is parsed has two private-use characters around an index, and the
node of the slot takes its place in the parsed tree.
"""

from __future__ import annotations

import attrs

from sla_drafter.assembly.speller import Speller
from sla_drafter.document.nodes import Blank, Value
from sla_drafter.language.patterns import compiled
from sla_drafter.language.words import Words
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.library import Library
from sla_drafter.values import define

OPEN, CLOSE = "\ue000", "\ue001"
QUOTE, UNQUOTE = "\ue002", "\ue003"
"""They stand around a term that a clause defines, until the language puts its own quotation marks there."""
SLOT = compiled(f"{OPEN}([0-9]+){CLOSE}")
Slot = tuple[str, str, str]
"""What a slot holds: words, field and form; a blank has no form."""


@define
class Sheet:
    """A clause being filled: the agreement it speaks of, the words of its language, and its slots so far."""

    agreement: Agreement
    library: Library
    words: Words
    slots: list[Slot] = attrs.field(factory=list)
    _spellers: dict[str, Speller] = attrs.field(factory=dict)

    @property
    def language(self) -> str:
        """The language that the clause is filled in."""
        return self.words.language

    def speller(self, refers_to: str = "") -> Speller:
        """What spells the facts of the agreement, or those that name one of a collection; the same for all clauses."""
        found = self._spellers.get(refers_to)
        if found is None:
            found = self._spellers[refers_to] = Speller(self.agreement, self.words, refers_to)
        return found

    def slot(self, node: Value | Blank) -> str:
        """Keep what a node says, and give the mark that stands for it in the text."""
        self.slots.append((node.words, node.field, node.form if isinstance(node, Value) else ""))
        return f"{OPEN}{len(self.slots) - 1}{CLOSE}"
