"""The facts that every file carries: what was agreed and which clauses say it. Public facts only, never `private`."""

from __future__ import annotations

import json
from functools import cache
from importlib.metadata import version

from sla_drafter.assembly.draft import Draft
from sla_drafter.document.fingerprint import fingerprint
from sla_drafter.document.house import House
from sla_drafter.readers.agreement_file import spell
from sla_drafter.readers.carried_house import told_house

SCHEMA = 1


def source_of(draft: Draft, house: House, *, is_unfinished: bool = False) -> bytes:
    """The embedded source as JSON: the agreement in the notation of its file, the clauses, the fingerprint.

    `house` says how the paper counts, and the name of a house that everybody has; a house of one's own goes unnamed.
    `with_dates` stands there where the paper has a schedule of key dates, `unfinished` where it is marked so: from them
    the same paper can be drafted again.
    """
    tree = {
        "schema": SCHEMA,
        "product": _product(),
        "language": draft.document.language,
        "fingerprint": fingerprint(draft.document),
        "house": told_house(house),
        "clauses": [chosen.told for chosen in draft.clauses],
        **({"with_dates": True} if draft.has_dates else {}),
        **({"unfinished": True} if is_unfinished else {}),
        "agreement": spell(draft.agreement),
    }
    return json.dumps(tree, ensure_ascii=False, indent=1).encode()


@cache
def _product() -> str:
    return f"sla-drafter {version('sla-drafter')}"
