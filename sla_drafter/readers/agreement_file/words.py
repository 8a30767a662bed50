"""Words of a closed list, yes and no, and the user's own text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sla_drafter.language.distance import nearest
from sla_drafter.model.choices import CHOICES
from sla_drafter.model.scalars import Choice
from sla_drafter.readers.agreement_file.refused import Refused

_YES_NO = {"yes": True, "no": False}
_OTHER_YES_NO = {"true": "yes", "on": "yes", "y": "yes", "1": "yes", "false": "no", "off": "no", "n": "no", "0": "no"}


def choice(words: str, group: str, shown: Mapping[str, str] | None = None) -> Choice:
    """One of the words of a group, in its spelling of `model.choices` or its id; `shown` is how some are proposed."""
    spellings = CHOICES[group]
    for id_, spelling in spellings.items():
        if words in (spelling, id_):
            return Choice(group, id_)
    proposed = {**spellings, **(shown or {})}
    near = nearest(words, proposed.values(), limit=1) or _holding(words, tuple(proposed.values()))
    if near:
        raise Refused(f'"{words}" is not one of the words for this. Did you mean {near[0]}?', near[0])
    *others, last = proposed.values()
    allowed = f"{', '.join(others)} or {last}" if others else last
    raise Refused(f'"{words}" is not one of the words for this. Write {allowed}.')


def _holding(words: str, spellings: Sequence[str]) -> tuple[str, ...]:
    """The one spelling that holds these words: "capped" is none, "gross" is gross negligence."""
    holding = tuple(spelling for spelling in spellings if words.casefold() in spelling.replace("_", " ").split())
    return holding if len(holding) == 1 else ()


def choice_words(value: Choice) -> str:
    """The word as it stands in a file."""
    return CHOICES[value.group][value.id]


def yes_no(words: str) -> bool:
    """`yes` or `no`, and nothing else."""
    if words in _YES_NO:
        return _YES_NO[words]
    right = _OTHER_YES_NO.get(words.casefold()) or (words.casefold() if words.casefold() in _YES_NO else "")
    raise Refused(f'"{words}" is neither yes nor no. Write {right or "yes or no"}.', right)


def yes_no_words(value: bool) -> str:
    """`yes` or `no`."""
    return "yes" if value else "no"


def text(words: str) -> str:
    """Words as typed."""
    return words
