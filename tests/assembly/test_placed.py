"""What is placed once is shared by drafts that say the same, and by no others."""

from __future__ import annotations

from attrs import evolve

from sla_drafter.assembly.fill import Filling, fill
from sla_drafter.assembly.skeleton import Parsed
from sla_drafter.document.nodes import Definition, Value
from sla_drafter.document.walk import inlines_of, lines_of
from sla_drafter.language.words import words
from sla_drafter.model.library import DefinedTerm
from sla_drafter.model.parties import Party
from tests.assembly.fillings import clause, filled, library, term
from tests.assembly.sample import agreement, prose

TWINS = agreement(parties=tuple(Party(one, name=prose("Aldgate Ltd")) for one in ("provider", "customer")))


def test_a_clause_that_says_the_same_is_one_in_every_draft() -> None:
    source = "{{ parties.provider.name | text }} pays."
    assert filled(source, TWINS) is filled(source, TWINS)


def test_values_with_the_same_words_keep_the_fields_that_they_come_from() -> None:
    found = [filled(f"{{{{ parties.{one}.name | text }}}} pays.", TWINS) for one in ("provider", "customer")]
    assert [one.field for parsed in found for one in inlines(parsed) if isinstance(one, Value)] == [
        "parties.provider.name",
        "parties.customer.name",
    ]


def test_a_clause_with_other_values_is_another_one() -> None:
    source = "{{ parties.provider.name | text }} pays."
    renamed = agreement(parties=(Party("provider", name=prose("Corvane Ltd")),))
    assert [one.words for one in inlines(filled(source, renamed)) if isinstance(one, Value)] == ["Corvane Ltd"]


def test_a_definition_in_place_has_the_id_that_its_own_library_gives_it() -> None:
    source = 'The sum (the **"Credit Cap"**) is small.'
    known = evolve(term("cap", "", "Credit Cap"), defined_in=("sample",))
    assert [defined(source), defined(source, known), defined(source)] == ["credit_cap", "cap", "credit_cap"]


def defined(source: str, *terms: DefinedTerm) -> str:
    """The id of the only definition in a text, in a library with these terms."""
    home = clause("sample", source)
    shelf = library(home, terms=terms)
    found = fill(Filling.of(TWINS, shelf, words("en"), ["sample"]), "sample", "balanced", home.texts[0])
    (one,) = (inline for inline in inlines(found) if isinstance(inline, Definition))
    return one.term


def inlines(parsed: Parsed) -> list[object]:
    """Every inline of the body of a clause."""
    return [inline for block in parsed.body for line in lines_of(block) for inline in inlines_of(line)]
