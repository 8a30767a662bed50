"""Our own papers, read as if somebody else had written them: the text rules find nothing wrong in what we print."""

from __future__ import annotations

from pathlib import Path

import pytest

from sla_drafter.builder.files import made_bytes
from sla_drafter.findings import Finding
from sla_drafter.lints.foreign import lint_foreign
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.typed import typed
from sla_drafter.readers.foreign import read_bytes
from tests.promises.starters import draft_of

FAMILIES = ("TRM", "REF", "LNG", "FIL", "SLA", "STR")
NUMBERS = ("NUM-01", "NUM-02", "NUM-03", "NUM-04", "NUM-06", "NUM-11")
NAMES = ("managed_database", "it_support_desk", "customer_support_desk")
ENDINGS = ("docx", "md")


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
@pytest.mark.parametrize("name", NAMES)
def test_a_draft_that_comes_back_as_a_paper_has_no_fault_of_terms_references_or_language(
    name: str, language: str, ending: str
) -> None:
    file = Path(f"{name}.{ending}")
    foreign = read_bytes(made_bytes(draft_of(name, language), ending), file)
    assert foreign.document.language == language
    wrong = [str(one) for one in lint_foreign(foreign, file) if is_judged(one)]
    assert not wrong
    index = typed(Paper(foreign.document, foreign.marks))
    assert len(index.references) > 10, "the clauses that the paper points to are found"
    assert len(index.attached) >= 3, "so are its schedules"
    assert len(index.definitions) >= 8, "and its defined terms"
    assert all(index.uses[term] > 0 for term in index.definitions), "each of which it uses"


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_a_pdf_that_comes_back_has_its_paragraphs_and_tables_and_no_such_fault_either(language: str) -> None:
    file = Path("managed_database.pdf")
    foreign = read_bytes(made_bytes(draft_of("managed_database", language), "pdf"), file)
    assert len(typed(Paper(foreign.document, foreign.marks)).references) > 10
    assert not [str(one) for one in lint_foreign(foreign, file) if is_judged(one)]


def is_judged(finding: Finding) -> bool:
    """Whether the fault is one that our paper never has."""
    if finding.rule == "TRM-06":
        return False  # the title of a role ("Gestor de niveles de servicio") has no capitals and is no term
    return finding.rule.startswith(FAMILIES) or finding.rule in NUMBERS
