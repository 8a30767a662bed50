"""The text of each chosen clause: the library's in a position, or the agreement's own in its place; and filled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import evolve

from sla_drafter.assembly.fill import Filling, fill
from sla_drafter.assembly.order import Filled
from sla_drafter.assembly.select import position_of
from sla_drafter.assembly.translated import refuse_silence
from sla_drafter.document.nodes import Blank, Paragraph
from sla_drafter.errors import ClauseFault
from sla_drafter.model.library import REPLACED, ClauseText, Outline
from sla_drafter.model.paths import uses_of


def texts_of(filling: Filling, outline: Outline, chosen: Iterable[str]) -> dict[str, ClauseText]:
    """The texts of the chosen clauses in the language of the draft.

    A language in which the library lacks something that the paper needs is a `ClauseFault` that names all of it.
    """
    texts = {one: _text_of(filling, one) for one in chosen}
    refuse_silence(filling.library, outline, texts, filling.words.language)
    return {one: text for one, text in texts.items() if text}


def _text_of(filling: Filling, clause: str) -> ClauseText | None:
    language = filling.words.language
    use = uses_of(filling.agreement).get(clause)
    if use is not None and use.replace is not None:
        words = use.replace.words(language) or ""
        return ClauseText(language, REPLACED, f"{words.rstrip()}\n", f"clauses.{clause}.replace")
    return filling.library.clauses[clause].text(language, position_of(filling.agreement, clause))


def all_filled(filling: Filling, texts: Mapping[str, ClauseText]) -> dict[str, Filled]:
    """The clauses with their words; the mistakes of all of their authors are raised together."""
    filled: dict[str, Filled] = {}
    faults: list[ClauseFault] = []
    for one, text in texts.items():
        try:
            filled[one] = _filled(filling, one, text)
        except ClauseFault as fault:
            faults.append(fault)
    if faults:
        raise ClauseFault(faults[0].headline, [finding for fault in faults for finding in fault.findings])
    return filled


def _filled(filling: Filling, one: str, text: ClauseText) -> Filled:
    clause = filling.library.clauses[one]
    parsed = fill(filling, one, position_of(filling.agreement, one), text)
    if text.position == REPLACED and not parsed.body:  # the agreement has no words in this language
        blank = Blank(filling.words.message("blank"), text.where)
        parsed = evolve(parsed, body=(Paragraph((blank,)),))
    return Filled(one, clause.titles[filling.words.language], clause.version, parsed)
