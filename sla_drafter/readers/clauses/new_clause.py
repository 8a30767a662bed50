"""The files that a new clause begins with: they pass the check of the library as they stand."""

from __future__ import annotations

from collections.abc import Mapping

from sla_drafter.model.choices import HOUSE_KINDS

_CLAUSE = """\
id: {id}
version: 1.0.0
title: {{en: {title}}}
section: {section}
kinds:
{kinds}
when: []          # paths of facts that choose it; empty: only when an agreement names it
requires: []      # clauses that come with it
excludes: []
parameters:       # facts that this clause alone prints, under clauses.{id} of an agreement
  every: {{type: duration, about: How often.}}
budget: 60        # words
source: ""
reviewed: {{}}      # by law and language: who, when
guidance: Who needs this clause, and what is often forgotten in it.
defaults:         # what holds where an agreement is silent, by position
  clauses.{id}.every: {{balanced: 3 months, customer: 1 month}}
fingerprints: {{}}
"""
_TEXT = """\
Every {{ own.every | interval }}, the Provider shall tell the Customer what it did under this clause.
"""
_EXAMPLES = """\
# Agreements, as small as can be, on which the clause must fill without a blank.
- title: The figure that was agreed is printed.
  agreement: {{clauses: {{{id}: {{every: 6 months}}}}}}
  language: en
  says: Every 6 months, the Provider shall tell the Customer
- title: Where nothing is agreed, the default holds.
  agreement: {{clauses: {{{id}: yes}}}}
"""


def new_clause(identity: str, section: str) -> Mapping[str, str]:
    """The text of each file of a clause, by its name."""
    words = {
        "id": identity,
        "title": identity.replace("_", " ").capitalize(),
        "section": section,
        "kinds": "\n".join(f"  {kind}: optional" for kind in HOUSE_KINDS),
    }
    return {
        "clause.yaml": _CLAUSE.format(**words),
        "en.md": _TEXT,
        "examples.yaml": _EXAMPLES.format(**words),
    }
