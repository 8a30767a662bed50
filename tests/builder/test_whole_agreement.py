"""A whole agreement authored in Word: its own words, tags for facts, clauses one by one, the rest in `[[body]]`."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from importlib import resources
from pathlib import Path

import docx
import pytest

from sla_drafter import Builder
from sla_drafter.builder.sign_off import gate
from sla_drafter.builder.verified import Asked, VerifiedFile, verify
from sla_drafter.errors import FindingsError, NotWritten, Unreadable
from sla_drafter.findings import Severity
from sla_drafter.readers.docx import read_numbers, read_passages, read_references
from tests.builder.tampering import (
    Change,
    clause_deleted,
    deletion_tracked,
    hidden_run_added,
    in_part,
    in_word,
    resaved,
    run_hidden,
)
from tests.writers.docx.invariants import faults

STARTER = resources.files("sla_drafter.templates") / "starters" / "managed_database.yaml"
TEXT = (
    ("SERVICE LEVEL AGREEMENT", "Title"),
    ("between {{ parties.provider.name }} and {{ parties.customer.name }}", "Normal"),
    ("What we pay", "Heading 1"),
    ("This sentence stands in Word alone. The target is {{ metrics.availability.target }}.", "Normal"),
    ('{{p clause("credits_ladder") }}', "Normal"),
    ("And who we are", "Heading 1"),
    ('{{p clause("parties") }}', "Normal"),
    ("[[body]]", "Normal"),
)

LONG = """
private:
  waivers: [{rule: SIZ-01, reason: "the lines of the template are far apart", approver: Ada, until: 2027-12-31}]
"""


def authored(folder: Path, *text: tuple[str, str]) -> Path:
    made = docx.Document()
    for words, style in text or TEXT:
        made.add_paragraph(words, style=style)
    made.save(str(folder / "whole.docx"))
    return folder / "whole.docx"


def builder(template: Path) -> Builder:
    return Builder.from_text(STARTER.read_text(encoding="utf-8")).in_house(template)


def written(template: Path) -> bytes:
    target = template.parent / "out.docx"
    builder(template).draft(layout=False).write(target)
    return target.read_bytes()


def refusal(template: Path) -> str:
    with pytest.raises(FindingsError) as refused:
        written(template)
    return str(refused.value)


def test_clauses_stand_where_the_author_put_them_and_count_as_word_counts(tmp_path: Path) -> None:
    data = written(authored(tmp_path))
    numbers = read_numbers(data)
    assert (numbers["credits_ladder"], numbers["parties"]) == ("1.1", "2.1")
    assert numbers["section.overview"] == "3"
    references = read_references(data)
    assert len(references) > 20
    assert not [one for one in references if one.printed != one.computed]
    assert any(one.printed.startswith("1.1") for one in references)
    assert not faults(data)


def test_tags_print_the_facts_as_the_clauses_do(tmp_path: Path) -> None:
    words = " ".join(one.words for one in read_passages(written(authored(tmp_path))))
    assert "between Corvane Hosting Ltd and Wexcombe Freight Ltd" in words
    assert "This sentence stands in Word alone. The target is at least 99.9%." in words


def test_every_clause_of_the_draft_is_there_once(tmp_path: Path) -> None:
    template = authored(tmp_path)
    read = [one.id for one in read_passages(written(template)) if one.id]
    drafted = {one.id for one in builder(template).draft(layout=False).clauses}
    assert all(read.count(one) == 1 for one in drafted)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ('{{p clause("credit_ladder") }}', "the draft has no clause credit_ladder; did you mean credits_ladder"),
        ('{{p clause("parties") }}', "the clause parties is placed twice"),
        ("{{ parties.provider.nme }}", "there is no field parties.provider.nme; did you mean name?"),
        ("{{ salary }}", "there is no field salary"),
        ('{{ clause("parties").x }}', "Word template"),
        ("{{ clause(title) }}", "may not use call"),
        ('{{ clause("parties", 2) }}', "may not use call"),
        ('{{ other("parties") }}', "may not use call"),
        ("{% if title %}", "Word template"),
        ("{{ title }", "Word template"),
    ],
)
def test_a_wrong_tag_is_refused_by_name(tmp_path: Path, words: str, said: str) -> None:
    assert said in refusal(authored(tmp_path, *TEXT[:-1], (words, "Normal"), TEXT[-1]))


def test_without_a_place_for_the_rest_what_is_left_is_named(tmp_path: Path) -> None:
    said = refusal(authored(tmp_path, *TEXT[:-1]))
    assert "parts of the draft nowhere: overview, goals" in said
    assert "[[body]]" in said


def test_other_formats_are_refused_because_they_would_lack_its_words(tmp_path: Path) -> None:
    draft = builder(authored(tmp_path)).draft(layout=False)
    with pytest.raises(NotWritten, match="pdf would lack the words"):
        draft.write(tmp_path / "out.pdf")
    assert draft.write(tmp_path / "out.json")


def test_words_of_the_author_are_no_tags_of_a_value(tmp_path: Path) -> None:
    template = authored(tmp_path)
    draft = builder(template).set({"parties.provider.name": "A & B <{{ 7*7 }}> GmbH"}).draft(layout=False)
    draft.write(tmp_path / "out.docx")
    with zipfile.ZipFile(io.BytesIO((tmp_path / "out.docx").read_bytes())) as package:
        assert "between A &amp; B &lt;{{ 7*7 }}&gt; GmbH and" in package.read("word/document.xml").decode()


def test_a_broken_word_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "broken.docx").write_bytes(b"PK no zip")
    with pytest.raises(Unreadable, match="cannot be unpacked"):
        builder(tmp_path / "broken.docx")


def verified(template: Path, data: bytes) -> VerifiedFile:
    (template.parent / "agreement.yaml").write_text(STARTER.read_text(encoding="utf-8"), encoding="utf-8")
    (template.parent / "out.docx").write_bytes(data)
    (file,) = verify([template.parent / "out.docx"], Asked(template.parent / "agreement.yaml", str(template)))
    return file


def test_what_was_drafted_verifies_and_is_signed_off(tmp_path: Path) -> None:
    template = authored(tmp_path)
    data = written(template)
    file = verified(template, data)
    assert (file.findings, file.same_bytes) == ((), True)
    with (tmp_path / "agreement.yaml").open("a", encoding="utf-8") as text:
        text.write(LONG)
    judged = gate(
        Builder.from_file(tmp_path / "agreement.yaml").in_house(template),
        tmp_path / "agreement.yaml",
        date(2026, 11, 2),
        given=[tmp_path / "out.docx"],
        house=str(template),
    )
    assert judged.judged.blocking == ()
    signed, _ = judged.write(tmp_path / "signed", ())
    assert signed == (tmp_path / "out.docx",)


@pytest.mark.parametrize(
    ("change", "rule", "said"),
    [
        (
            in_word("stands in Word alone", "stands nowhere"),
            "DOC-02",
            'read "… we pay This sentence stands nowhere. The target',
        ),
        (
            in_word("36 months", "63 months"),
            "DOC-02",
            'The first term is 36 months. This agreement, with its …"; read',
        ),
        (clause_deleted("This agreement starts on"), "DOC-03", "lacks term_renewal, which was drafted"),
        (deletion_tracked("36 months"), "DOC-10", 'struck out by Ada Other Side: "36 months"'),
        (run_hidden("stands in Word alone"), "DOC-11", "words are hidden"),
        (hidden_run_added("stands in Word alone", "and void"), "DOC-11", 'words are hidden: "and void"'),
    ],
)
def test_what_somebody_changed_is_found_in_the_clauses_and_around_them(
    tmp_path: Path, change: Change, rule: str, said: str
) -> None:
    template = authored(tmp_path)
    file = verified(template, change(written(template)))
    assert rule in [one.rule for one in file.findings if one.severity is Severity.ERROR]
    assert said in " ".join(one.message for one in file.findings)
    assert len(file.findings) <= 4, "not each clause that counts otherwise"


def test_a_reference_that_leads_elsewhere_is_found(tmp_path: Path) -> None:
    template = authored(tmp_path)
    data = written(template)
    target = next(one.target for one in read_references(data) if one.printed.startswith("1.1"))
    assert target
    file = verified(template, in_part("word/document.xml", f"REF {target} ", "REF _Ref_parties ")(data))
    assert {one.rule for one in file.findings} == {"DOC-06"}


def test_another_program_changes_the_bytes_and_no_word(tmp_path: Path) -> None:
    template = authored(tmp_path)
    file = verified(template, resaved(written(template)))
    assert [(one.rule, one.severity) for one in file.findings] == [("DOC-18", Severity.INFO)]


AROUND = (
    ("SERVICE LEVEL AGREEMENT", "Title"),
    ("between {{ parties.provider.name }} and {{ parties.customer.name }}", "Normal"),
    ("[[body]]", "Normal"),
)


@pytest.mark.parametrize(
    ("more", "renumbers", "first"),
    [
        ((), False, "1"),
        ((("Preamble", "Heading 1"),), True, "2"),
        ((("Whereas both agree:", "List Number"),), True, "1"),
        ((('{{p clause("parties") }}', "Normal"),), True, "1"),
    ],
)
def test_where_words_around_the_text_count_nothing_the_paper_keeps_its_numbers(
    tmp_path: Path, more: tuple[tuple[str, str], ...], renumbers: bool, first: str
) -> None:
    template = authored(tmp_path, *AROUND[:2], *more, AROUND[2])
    house = builder(template).house
    assert (house.is_whole, house.renumbers) == (True, renumbers)
    data = written(template)
    assert read_numbers(data)["section.overview"] == first
    references = read_references(data)
    assert references
    assert not [one for one in references if one.printed != one.computed]
    assert not faults(data)
