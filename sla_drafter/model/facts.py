"""How a field of the deal is declared: what it says, what it refers to, and how it stands in the file.

Every field that a completeness rule judges may be absent (`None` or an empty tuple): an absent fact is printed as a
blank and found by a rule, it is never an exception.
"""

from __future__ import annotations

from typing import Any

import attrs

ABOUT = "about"
REFERS_TO = "refers_to"
CHOICES = "choices"
ITSELF = "itself"
NAMES = "names"
PROPER = "proper"


def fact(
    about: str,
    *,
    refers_to: str = "",
    choices: str = "",
    itself: bool = False,
    names: bool = False,
    proper: bool = False,
    default: Any = None,
) -> Any:
    """One fact of the deal.

    `about` is a sentence for the author of a file. `refers_to` names the collection whose ids are allowed
    ("roles"). `choices` names the group of `model.choices` whose words are allowed. `itself` says that the owner is
    written in the file as this field alone (`settles: {governing_law: clause 21}`), so it has the owner's path.
    `names` says that its words are the id of the owner, which stands in a list of rows (`{over: 10%, credit: 5%}`).
    `proper` says that the words are a name, which is one in every language unless the file gives it by language.
    """
    return attrs.field(
        default=default,
        metadata={
            ABOUT: about,
            REFERS_TO: refers_to,
            CHOICES: choices,
            ITSELF: itself,
            NAMES: names,
            PROPER: proper,
        },
    )


def facts(about: str, **declared: Any) -> Any:
    """Several facts of one kind, none by default; see `fact`."""
    return fact(about, default=(), **declared)


def key_of(attribute: attrs.Attribute[Any]) -> str:
    """The key of a field in the file: its name, without the underscore that a Python keyword needs ("from")."""
    return attribute.name.rstrip("_")
