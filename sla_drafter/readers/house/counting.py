"""How Word counts the clauses of a paper in a template that has words of its own."""

from __future__ import annotations

from sla_drafter.readers.docx.lines import lines
from sla_drafter.readers.docx.package import open_package
from sla_drafter.readers.house.fitting import CLAUSE_CALL, words_of


def renumbers(template: bytes) -> bool:
    """Whether clauses get other numbers in a template than on a paper alone.

    They do where it places them one by one, in an order of its own, and where it numbers paragraphs of its own.
    """
    package = open_package(template)
    places_clauses = CLAUSE_CALL in words_of(package.parsed(package.document))
    return places_clauses or any(line.label is not None for line in lines(package))
