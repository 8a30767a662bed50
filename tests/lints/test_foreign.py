from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from attrs import evolve
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.lints.foreign import lint_foreign
from sla_drafter.lints.known_rules import known_rules
from sla_drafter.lints.register import REGISTER, rule_files
from sla_drafter.lints.rule import Reads
from sla_drafter.model.configuration import Configuration
from sla_drafter.readers.configuration import read_configuration
from sla_drafter.readers.foreign import read_bytes
from sla_drafter.readers.house import load_house
from sla_drafter.writers.docx import write
from tests.writers.sample import SAMPLE, SOURCE

TEXT = """# 1. Support

The Provider shall answer promptly.

## Notices

A notice is given
from time to time.
"""
LANGUAGES = {
    "en": "The parties and the rest of this text shall be of any length. ",
    "de": "Der Text und die Frist ist nicht von der Art, die das wird. ",
    "fr": "Le texte et les mots du contrat sont dans une phrase pour cette partie. ",
    "es": "El texto y las palabras del contrato se usan para que los lea. ",
}


def found_in(data: bytes, name: str) -> list[Finding]:
    return list(lint_foreign(read_bytes(data, Path(name)), Path(name)))


def vague(findings: list[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.rule == "AMB-01"]


def test_a_finding_is_one_grade_milder_and_says_how_sure_it_is() -> None:
    for finding in vague(found_in(TEXT.encode(), "their.md")):
        assert finding.severity is Severity.INFO  # a warning on a draft of ours
        assert finding.confidence is Confidence.HIGH


def test_a_house_can_switch_off_a_rule_on_words_that_is_an_error_in_its_own_drafts(tmp_path: Path) -> None:
    settings = 'sla_drafter = 1\n[rules]\nREF-01 = "off"\nnumber_said_twice = "warning"\nNUM-01 = "info"\n'
    (tmp_path / "sla-drafter.toml").write_text(settings)
    house = read_configuration(tmp_path / "sla-drafter.toml", known_rules)
    text = "# 1. Support\n\nThe Provider answers in thirty (45) minutes, see clause 99.\n"
    findings = lint_foreign(read_bytes(text.encode(), Path("their.md")), Path("their.md"), house)
    assert [(one.rule, one.severity) for one in findings if one.rule in ("REF-01", "NUM-01")] == [
        ("NUM-01", Severity.INFO)
    ]


def test_a_paper_that_reads_well_has_no_finding() -> None:
    assert not found_in(b"# Support\n\nThe Provider answers the phone from 9 to 5.\n", "their.md")


def test_a_finding_in_markdown_stands_in_the_line_of_the_file() -> None:
    first, second = vague(found_in(TEXT.encode(), "their.md"))
    assert [(place.line, place.column, place.text[place.column - 1 :][: place.length]) for place in first.places] == [
        (3, 27, "promptly")
    ]
    assert [(place.line, place.column) for place in second.places] == [(8, 1)]
    assert (first.clause_words, second.clause_words) == ("1. Support, paragraph 2", "Notices, paragraph 4")


@pytest.mark.parametrize("value", ["999", "1", "99999999"])
def test_a_line_that_a_file_claims_for_itself_is_not_believed(value: str) -> None:
    text = f'# A\n\n<p data-sla-drafter-line="{value}" data-line={value}>The Provider shall answer promptly.</p>\n'
    (found,) = vague(found_in(text.encode(), "their.md"))
    assert [place.line for place in found.places] == [3]


def test_a_finding_of_a_paragraph_without_a_line_has_a_place() -> None:
    foreign = read_bytes(TEXT.encode(), Path("their.md"))
    marks = {name: evolve(mark, line=999) for name, mark in foreign.marks.items()}
    found = lint_foreign(evolve(foreign, marks=marks), Path("their.md"))
    assert {place.text for one in vague(list(found)) for place in one.places} == {
        "The Provider shall answer promptly.",
        "A notice is given from time to time.",
    }


def test_a_finding_in_a_word_file_counts_paragraphs_and_names_the_clause() -> None:
    held = io.BytesIO()
    paper = docx.Document()
    for words in ("1. Support", "1.1 The Provider shall answer.", "(a) promptly;"):
        paper.add_paragraph(words)
    paper.save(held)
    (finding,) = vague(found_in(held.getvalue(), "their.docx"))
    assert finding.clause_words == "clause 1.1(a), paragraph 3"
    assert (finding.places[0].line, finding.places[0].text, finding.places[0].length) == (3, "promptly;", 8)


def test_a_file_of_ours_says_that_it_carries_its_facts() -> None:
    found = found_in(write(SAMPLE, load_house(), SOURCE), "agreement.docx")
    (carried,) = [finding for finding in found if finding.rule == "DOC-20"]
    assert carried.severity is Severity.INFO
    assert carried.mend is not None
    assert carried.mend.words == "lint the facts too: sla-drafter extract agreement.docx > agreement.yaml"
    assert not [one for one in found_in(write(SAMPLE, load_house(), None), "a.docx") if one.rule == "DOC-20"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("words", ["a" * 1_000_000, "word " * 200_000, "(" * 500_000, "1." * 500_000, "99 " * 300_000])
def test_every_text_rule_reads_a_megabyte_of_one_sign_or_one_word(words: str, language: str) -> None:
    paper = read_bytes((LANGUAGES[language] * 5 + "\n\n" + words).encode(), Path("a.md"))
    assert paper.document.language == language
    found = {finding.rule for finding in lint_foreign(paper, Path("a.md"))}
    assert found <= set(REGISTER)


def test_text_rules_ask_for_languages_that_they_know() -> None:
    asked = [file.RULE for file in rule_files() if file.RULE.reads in (Reads.PAPER, Reads.FOREIGN)]
    assert asked
    assert {language for rule in asked for language in rule.languages} <= set(LANGUAGES)


def test_a_term_that_the_house_knows_needs_no_definition_in_their_paper() -> None:
    text = "The fee of the Halden Cloud is due. Each part of the Halden Cloud is kept, and the Halden Cloud is open."
    paper = read_bytes(text.encode(), Path("their.md"))
    undefined = [one for one in lint_foreign(paper, Path("their.md")) if one.rule == "TRM-01"]
    assert [one.quote for one in undefined] == ["Halden Cloud"]
    known = Configuration(terms=("Halden Cloud",))
    assert not [one for one in lint_foreign(paper, Path("their.md"), known) if one.rule == "TRM-01"]


def test_a_reference_of_a_word_file_without_its_bookmark_is_lost_though_it_still_shows_a_number() -> None:
    paper = docx.Document()
    for target, shown in (("_Ref_kept", "4.2"), ("_Ref_gone", "7.1")):
        paragraph = paper.add_paragraph("The credits of clause ")
        field = parse_xml(
            f'<w:fldSimple {nsdecls("w")} w:instr=" REF {target} \\r \\h "><w:r><w:t>{shown}</w:t></w:r></w:fldSimple>'
        )
        paragraph._p.append(field)
        paragraph.add_run(" are due.")
    kept = paper.add_paragraph("The Customer receives a credit.")
    kept._p.insert(0, parse_xml(f'<w:bookmarkStart {nsdecls("w")} w:id="1" w:name="_ref_KEPT"/>'))
    held = io.BytesIO()
    paper.save(held)
    (lost,) = [one for one in found_in(held.getvalue(), "their.docx") if one.rule == "REF-06"]
    assert lost.message == "The reference “7.1” points to a mark that the file does not have."
    assert (lost.severity, lost.clause_words, lost.places[0].column) == (Severity.WARNING, "paragraph 2", 23)
