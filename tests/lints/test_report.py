from __future__ import annotations

from attrs import evolve

from sla_drafter.document.nodes import Section, Table
from sla_drafter.document.walk import document_lines, words_of
from sla_drafter.lints.report import findings_document, where_found
from tests.writers.findings.found import ALL, FILE, LADDER


def test_a_section_for_each_file_and_a_row_for_each_finding() -> None:
    paper = findings_document(ALL)
    sections = [block for block in paper.stories[0].blocks if isinstance(block, Section)]
    assert [words_of(section.title) for section in sections] == ["a b/agreement.yaml", "clean.yaml", "broken.yaml"]
    (table,) = (block for block in sections[0].blocks if isinstance(block, Table))
    rows = [[words_of(cell.children) for cell in row.cells] for row in table.rows]
    assert rows[0][0] == "Error CRE-04 ladder_misses_target"
    assert rows[0][1] == "84:17, credits.ladders.availability.99.5%, clause 6.1 Service credits"
    assert rows[0][3] == "below: 99.9%"
    assert [row[0].split()[0] for row in rows] == ["Error", "Waived", "Information"]
    assert len({row.key for row in table.rows}) == 3


def test_it_counts_what_was_found_and_tells_nothing_private() -> None:
    lines = [words_of(line) for line in document_lines(findings_document(ALL))]
    assert "2 errors; 0 warnings; 1 for information; 1 waived" in lines
    assert "No finding by these rules." in lines
    assert not [line for line in lines if "secret" in line]
    assert [words_of(line) for line in document_lines(findings_document([FILE]))]


def test_what_a_script_gave_for_a_private_field_is_not_told() -> None:
    given = evolve(LADDER, field="private.margin", given="37%", places=())
    assert where_found(given).startswith("private.margin, clause")
    assert where_found(evolve(given, field="credits.terms.cap")).startswith("credits.terms.cap = 37%")
