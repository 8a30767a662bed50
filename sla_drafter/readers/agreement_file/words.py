"""Words of a closed list, yes and no, and the user's own text."""

from __future__ import annotations

from sla_drafter.language.distance import nearest
from sla_drafter.model.choices import CHOICES
from sla_drafter.model.scalars import Choice
from sla_drafter.readers.agreement_file.refused import Refused

_YES_NO = {"yes": True, "no": False}
_OTHER_YES_NO = {"true": "yes", "on": "yes", "y": "yes", "1": "yes", "false": "no", "off": "no", "n": "no", "0": "no"}


def choice(words: str, group: str) -> Choice:
    """One of the words of a group, as `model.choices` spells it in a file, or its id."""
    spellings = CHOICES[group]
    for id_, spelling in spellings.items():
        if words in (spelling, id_):
            return Choice(group, id_)
    near = nearest(words, spellings.values(), limit=1)
    if near:
        raise Refused(f'"{words}" is not one of the words for this. Did you mean {near[0]}?', near[0])
    *others, last = spellings.values()
    allowed = f"{', '.join(others)} or {last}" if others else last
    raise Refused(f'"{words}" is not one of the words for this. Write {allowed}.')


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
