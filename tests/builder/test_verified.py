from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from sla_drafter.builder import Builder
from sla_drafter.builder.files import made_bytes
from sla_drafter.builder.verified import Asked, VerifiedFile, verify
from sla_drafter.errors import Unreadable
from sla_drafter.findings import Finding, Severity
from tests.builder.changes_of_pages import OF_PAGES
from tests.builder.changes_of_word import OF_WORD
from tests.builder.tampering import HIDING_STYLE, Change, clause_deleted, in_part, in_text, resaved
from tests.builder.tampering_with_pdf import filled_in, pages_changed
from tests.promises.files import STARTER, made, starter

pytestmark = pytest.mark.xdist_group("promises_files")


@cache
def drafted(other: tuple[tuple[str, str], ...] = ()) -> Mapping[str, bytes]:
    return made(starter().set(dict(other)).build())


def put(folder: Path, ending: str, data: bytes, name: str = "agreement") -> Path:
    path = folder / f"{name}.{ending}"
    path.write_bytes(data)
    return path


def agreement(folder: Path) -> Path:
    path = folder / "agreement.yaml"
    path.write_text(STARTER, encoding="utf-8")
    return path


def errors(file: VerifiedFile) -> list[Finding]:
    return [one for one in file.findings if one.severity is Severity.ERROR]


def test_what_was_drafted_is_held_to_be_so_byte_for_byte_with_the_agreement_and_without(tmp_path: Path) -> None:
    files = [put(tmp_path, ending, data) for ending, data in drafted().items()]
    for asked in (Asked(agreement(tmp_path)), Asked()):
        found = verify(files, asked)
        assert [(file.findings, file.same_bytes) for file in found] == [((), True)] * 5
        assert len({file.fingerprint for file in found}) == 1
        assert all(file.clauses > 60 and file.values > 300 for file in found)
    assert {file.against for file in verify(files, Asked())} == {"the facts that it carries"}


CHANGES = {**OF_WORD, **OF_PAGES}


@pytest.mark.parametrize(("ending", "change", "name", "clause", "said"), CHANGES.values(), ids=list(CHANGES))
def test_a_change_is_found_and_named_with_its_place(
    tmp_path: Path, ending: str, change: Change, name: str, clause: str, said: str
) -> None:
    path = put(tmp_path, ending, change(drafted()[ending]))
    (file,) = verify([path], Asked(agreement(tmp_path)))
    found = [one for one in errors(file) if one.name == name]
    assert found, [str(one) for one in file.findings]
    assert found[0].clause == clause
    assert said in found[0].message
    assert found[0].places[0].file == path
    assert found[0].mend
    assert len(errors(file)) <= 12
    assert file.same_bytes is None


def test_a_deleted_clause_is_one_finding_and_the_numbers_behind_it_another(tmp_path: Path) -> None:
    path = put(tmp_path, "docx", clause_deleted("This agreement starts on")(drafted()["docx"]))
    (file,) = verify([path], Asked(agreement(tmp_path)))
    names = [one.name for one in errors(file) if one.name in ("clause_missing", "words_differ", "numbers_differ")]
    assert names == ["clause_missing", "numbers_differ"]
    (moved,) = [one.message for one in errors(file) if one.name == "numbers_differ"]
    assert "1.7 is read as 1.6" in moved


def test_a_file_that_another_program_saved_is_as_drafted_in_every_word(tmp_path: Path) -> None:
    path = put(tmp_path, "docx", resaved(drafted()["docx"]))
    (file,) = verify([path], Asked(agreement(tmp_path)))
    assert [(one.name, one.severity) for one in file.findings] == [("bytes_differ", Severity.INFO)]
    assert file.same_bytes is False


def test_a_file_that_libreoffice_saved_is_as_drafted_in_every_word(
    tmp_path: Path, outside_tool: Callable[[str], Path]
) -> None:
    path = put(tmp_path, "docx", drafted()["docx"])
    saved = tmp_path / "saved"
    office = [str(outside_tool("soffice")), "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"]
    command = [*office, "--convert-to", "docx", "--outdir", str(saved), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    (file,) = verify([saved / path.name], Asked(agreement(tmp_path)))
    assert [one.name for one in file.findings] == ["bytes_differ"]


@pytest.mark.parametrize(
    ("ending", "change"),
    [
        ("html", in_text('<section class="clause"', '<section class="number clause"')),
        ("docx", in_part(r"word/styles\.xml", "</w:styles>", f"{HIDING_STYLE}</w:styles>")),
        ("html", in_text("</style>", "#credit_claims { font-weight: 400; }</style>")),
        ("pdf", pages_changed(lambda content: content + b"\n/Artifact BMC 1 1 1 rg 0 0 9 9 re f EMC\n")),
    ],
    ids=["class", "Word style", "style sheet", "box beside the words"],
)
def test_words_that_are_covered_or_hidden_by_looks_are_a_warning(tmp_path: Path, ending: str, change: Change) -> None:
    path = put(tmp_path, ending, change(drafted()[ending]))
    (file,) = verify([path], Asked(agreement(tmp_path)))
    (found,) = file.findings
    assert (found.name, found.severity) == ("bytes_differ", Severity.WARNING)
    assert "It is drawn otherwise, which can cover or hide words: look at it." in found.message


def test_a_file_of_another_version_is_found_without_the_agreement_by_what_the_first_carries(tmp_path: Path) -> None:
    other = drafted((("term.initial", "24 months"),))
    one, two = put(tmp_path, "docx", drafted()["docx"]), put(tmp_path, "pdf", other["pdf"])
    first, second = verify([one, two], Asked())
    assert first.findings == ()
    found = {finding.name: finding for finding in errors(second)}
    assert set(found) == {"facts_differ"}
    assert found["facts_differ"].field == "term.initial"
    assert f"carries 24 months as term.initial; {one} has 36 months." in found["facts_differ"].message
    assert first.fingerprint != second.fingerprint


def test_an_agreement_that_changed_since_is_named_by_fact_word_and_fingerprint(tmp_path: Path) -> None:
    path = put(tmp_path, "pdf", drafted((("term.initial", "24 months"),))["pdf"])
    (file,) = verify([path], Asked(agreement(tmp_path)))
    assert {"facts_differ", "words_differ", "fingerprint_differs"} <= {one.name for one in errors(file)}


def test_files_that_carry_nothing_are_held_against_each_other(tmp_path: Path) -> None:
    draft = starter().build()
    one = put(tmp_path, "md", made_bytes(draft, "md", source=False))
    two = put(
        tmp_path, "html", made_bytes(draft, "html", source=False).replace("36\u00a0months".encode(), b"63 months", 1)
    )
    first, second = verify([one, two], Asked())
    assert (first.findings, first.against, first.is_measure) == ((), "", True)
    assert (second.against, second.is_measure) == (str(one), False)
    (found,) = errors(second)
    assert found.message.startswith(f'{two}, overview: {one} has "')
    with pytest.raises(Unreadable, match="there is nothing to hold it against"):
        verify([one], Asked())
    assert verify([one], Asked(agreement(tmp_path)))[0].same_bytes


@pytest.mark.parametrize("struck", ["md", "html"])
def test_words_struck_in_one_of_two_files_that_carry_nothing_are_named_in_that_one(tmp_path: Path, struck: str) -> None:
    draft = starter().build()
    data = {ending: made_bytes(draft, ending, source=False) for ending in ("md", "html")}
    data[struck] = in_text("A value equal to its target", "<del>A value equal to its target</del>")(data[struck])
    found = verify([put(tmp_path, ending, data[ending]) for ending in data], Asked())
    assert [[one.name for one in file.findings] for file in found] == [
        ["change_in_file"] * (ending == struck) for ending in data
    ]


def test_a_brochure_and_an_agreement_that_carry_nothing_are_not_compared(tmp_path: Path) -> None:
    draft = starter().build()
    one = put(tmp_path, "html", made_bytes(draft, "html", source=False))
    short = made_bytes(draft.brochure, "html", source=False)
    two = put(tmp_path, "html", short, "agreement.brochure")
    _, second = verify([one, two], Asked())
    (found,) = second.findings
    assert (found.rule, found.severity) == ("DOC-24", Severity.ERROR)
    assert found.message.startswith(f"{two} cannot be compared: {two} is a brochure")
    renamed = put(tmp_path, "html", short, "renamed")
    (file,) = verify([renamed], Asked(agreement(tmp_path)))
    assert (file.findings, file.same_bytes) == ((), True)


def test_a_file_of_another_agreement_is_one_finding(tmp_path: Path) -> None:
    path = put(
        tmp_path, "html", b"<html><body><p>Whereas the parties shall agree on a lease.</p></body></html>", "lease"
    )
    (file,) = verify([path], Asked(agreement(tmp_path)))
    (found,) = file.findings
    assert (found.name, found.severity) == ("not_this_paper", Severity.ERROR)
    assert f"{path} is no copy of" in found.message


def test_an_unfinished_file_with_dates_is_drafted_again_as_it_was(tmp_path: Path) -> None:
    draft = Builder.from_text(STARTER).with_dates().build(unfinished=True)
    files = [put(tmp_path, ending, data, "agreement.UNFINISHED") for ending, data in made(draft).items()]
    assert [(file.findings, file.same_bytes) for file in verify(files, Asked())] == [((), True)] * 5


def test_every_file_that_cannot_be_read_is_named_at_once(tmp_path: Path) -> None:
    broken = put(tmp_path, "docx", b"PK")
    with pytest.raises(Unreadable) as refused:
        verify([broken, tmp_path / "none.pdf", tmp_path / "notes.txt"], Asked())
    assert f"{broken}: this is not a Word file" in str(refused.value)
    assert "none.pdf cannot be read: No such file or directory" in str(refused.value)
    assert "notes.txt is no file that carries facts" in str(refused.value)


@pytest.mark.parametrize(
    ("value", "said"),
    [("Ada Lovelace", "Ada Lovelace"), (pikepdf.Dictionary(Name="Ada"), "a digital signature Ada")],
)
def test_a_signature_that_is_filled_in_is_told_and_is_no_deviation(tmp_path: Path, value: object, said: str) -> None:
    path = put(tmp_path, "pdf", filled_in(value)(drafted()["pdf"]))
    (file,) = verify([path], Asked(agreement(tmp_path)))
    assert [(one.name, one.severity) for one in file.findings] == [
        ("field_filled_in", Severity.INFO),
        ("bytes_differ", Severity.INFO),
    ]
    assert f'is filled in: "{said}"' in file.findings[0].message


def test_a_filled_in_field_that_was_moved_over_words_is_an_error(tmp_path: Path) -> None:
    path = put(tmp_path, "pdf", filled_in("Ada", moved=True)(drafted()["pdf"]))
    (file,) = verify([path], Asked(agreement(tmp_path)))
    assert [one.name for one in errors(file)] == ["foot_differs"]


def test_another_change_beside_a_filled_in_field_stays_an_error(tmp_path: Path) -> None:
    changed = pages_changed(lambda content: content.replace(b"36 months", b"63 months"))
    path = put(tmp_path, "pdf", changed(filled_in("Ada")(drafted()["pdf"])))
    (file,) = verify([path], Asked(agreement(tmp_path)))
    assert "words_differ" in [one.name for one in errors(file)]
