from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from sla_drafter.builder import Builder
from sla_drafter.builder.files import read_back
from sla_drafter.builder.sign_off import gate
from tests.builder.tampering import Change as Tampered
from tests.builder.tampering import in_part, resaved
from tests.cli.conftest import Typed
from tests.promises.files import STARTER

Shell = Callable[[str], Typed]
Golden = Callable[[str, str], None]
Change = Callable[..., None]
DAY = date(2026, 11, 2)
WARNS = ("  every: 18 months", "  every: 42 months")
ERROR = ("{below: 99.9%, credit: 5%}", "{below: 99.7%, credit: 5%}")
WAIVER = "{rule: CON-10, where: review, reason: PLANTED reason, approver: General counsel, until: 2027-12-31}"
SHEETS = ("agreement.sign-off.docx", "agreement.sign-off.json", "agreement.sign-off.pdf")
LINE = re.compile(r"(?<=agreement\.yaml:)\d+(?=:)|(?<=^    )\d+(?= \|)", re.MULTILINE)  # grows with the starter
INFORMING = re.compile(r"\d+(?= info)")  # grows with the rules
SIGN = "sla-drafter sign-off agreement.yaml -o signed --to docx,md"


@pytest.fixture(autouse=True)
def starter(desk: Path) -> None:
    """The agreement of these tests is the one that `new` writes: no rule finds an error or a warning in it."""
    (desk / "agreement.yaml").write_text(STARTER, encoding="utf-8")


def waive(desk: Path, *waivers: str) -> None:
    with (desk / "agreement.yaml").open("a", encoding="utf-8") as file:
        file.write("private:\n  waivers:\n" + "".join(f"    - {one}\n" for one in waivers))


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir() if not file.name.startswith("."))


def sheet(desk: Path) -> dict[str, object]:
    tree: dict[str, object] = json.loads((desk / "signed/agreement.sign-off.json").read_text(encoding="utf-8"))
    return tree


def test_what_is_signed_off_is_drafted_and_hashed_on_one_sheet(shell: Shell, desk: Path, golden: Golden) -> None:
    typed = shell(SIGN)
    golden(INFORMING.sub("N", str(typed)), "cli/sign_off/signed.txt")
    assert typed.status == 0
    assert names(desk / "signed") == ["agreement.docx", "agreement.md", *SHEETS]
    tree = sheet(desk)
    assert tree["files"] == [
        {"name": name, "sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}
        for name, data in ((name, (desk / "signed" / name).read_bytes()) for name in ("agreement.docx", "agreement.md"))
    ]
    assert (tree["internal"], tree["rules"], tree["on"]) == (True, "1.0", "2026-11-02")


def test_the_sheet_says_what_it_is_and_holds_the_figures(shell: Shell, desk: Path, change: Change) -> None:
    change(WARNS)
    waive(desk, WAIVER)
    assert shell(SIGN).status == 0
    tree = sheet(desk)
    assert [(one["rule"], one["reason"], one["approver"], one["until"]) for one in tree["waived"]] == [  # type: ignore[attr-defined]
        ("CON-10", "PLANTED reason", "General counsel", "2027-12-31")
    ]
    assert {one["profile"] for one in tree["readability"]} == {"plain", "ct_42_158", "insurance_flesch", "gov_uk"}  # type: ignore[attr-defined]
    assert {"id": "governing_law", "said": "Left out", "reason": "settled by the master agreement"} in tree[
        "deviations"
    ]  # type: ignore[operator]
    for ending in ("docx", "pdf"):
        seen = " ".join(
            one.words for one in read_back(ending, (desk / f"signed/agreement.sign-off.{ending}").read_bytes())
        )
        for said in (
            "This sheet is internal",
            "No finding by these rules (1.0) is left open for agreement.yaml on 2 November 2026",
            "not legal advice",
            "PLANTED reason",
            "General counsel",
            "31 December 2027",
            "at least 99.9%",
            "insurance_flesch",
            "governing_law",
        ):
            assert said in seen
        for file in tree["files"]:  # type: ignore[attr-defined]
            assert file["sha256"] in seen.replace(" ", "")


def test_no_file_that_goes_out_holds_what_the_sheet_tells(shell: Shell, desk: Path, change: Change) -> None:
    change(WARNS)
    waive(desk, WAIVER)
    assert shell("sla-drafter sign-off agreement.yaml -o signed --to html,md,json").status == 0
    for ending in ("html", "md", "json"):
        assert b"PLANTED" not in (desk / f"signed/agreement.{ending}").read_bytes()


def test_a_warning_without_a_waiver_blocks_and_the_waiver_can_be_pasted(
    shell: Shell, desk: Path, change: Change, golden: Golden
) -> None:
    change(WARNS)
    typed = shell(SIGN)
    golden(LINE.sub("N", str(typed)), "cli/sign_off/blocked.txt")
    assert typed.status == 1
    assert not (desk / "signed").exists()
    line = next(line.strip("- ") for line in typed.output.splitlines() if "{rule:" in line)
    waive(desk, line.replace("YYYY-MM-DD", "2027-12-31").replace("…", "somebody"))
    assert shell(SIGN).status == 0


@pytest.mark.parametrize(
    ("waiver", "says"),
    [
        ("{rule: CON-10, reason: r, approver: a}", "has no last day"),
        ("{rule: CON-10, reason: r, approver: a, until: 2026-11-01}", "ended on 2026-11-01"),
        ("{rule: CON-10, reason: r, until: 2027-12-31}", "has no approver"),
        ("{rule: CON-10, approver: a, until: 2027-12-31}", "has no reason"),
        ("{rule: CON-10, where: term, reason: r, approver: a, until: 2027-12-31}", "is not needed"),
    ],
)
def test_a_waiver_that_does_not_hold_signs_nothing(
    waiver: str, says: str, shell: Shell, desk: Path, change: Change
) -> None:
    change(WARNS)
    waive(desk, waiver)
    typed = shell(SIGN)
    assert typed.status == 1
    assert says in " ".join(typed.output.split())


@pytest.mark.parametrize("edit", [("    target: at least 99.9%", "    target: TBC"), ERROR])
def test_what_is_open_or_an_error_is_never_accepted(
    edit: tuple[str, str], shell: Shell, desk: Path, change: Change
) -> None:
    change(edit)
    rule = "CMP-33" if "TBC" in edit[1] else "CRE-04"
    waive(desk, f"{{rule: {rule}, reason: r, approver: a, until: 2027-12-31}}")
    typed = shell(SIGN)
    assert typed.status == 1
    assert f"error {rule}" in typed.output
    assert not (desk / "signed").exists()


def test_a_file_that_cannot_be_read_is_a_wrong_call(shell: Shell, change: Change) -> None:
    change(("problem_contact: service_level_manager", "contact: service_level_manager"))
    assert shell(SIGN).status == 2
    assert shell("sla-drafter sign-off nowhere.yaml").status == 2
    assert shell("sla-drafter sign-off .").status == 2


def test_without_a_folder_it_only_says_whether_it_could_be_signed_off(shell: Shell, desk: Path) -> None:
    typed = shell("sla-drafter sign-off agreement.yaml")
    assert (typed.status, names(desk)) == (0, ["agreement.yaml"])
    assert "no finding by rules 1.0 is left open" in typed.output


def test_files_that_are_given_are_verified_and_hashed_and_stay_as_they_are(shell: Shell, desk: Path) -> None:
    assert shell("sla-drafter draft agreement.yaml -o out --to docx,md").status == 0
    before = {name: (desk / "out" / name).read_bytes() for name in names(desk / "out")}
    given = "sla-drafter sign-off agreement.yaml out/agreement.docx out/agreement.md -o signed"
    assert shell(given).status == 0
    assert names(desk / "signed") == list(SHEETS)
    assert [one["sha256"] for one in sheet(desk)["files"]] == [  # type: ignore[attr-defined]
        hashlib.sha256(data).hexdigest() for data in before.values()
    ]
    assert {name: (desk / "out" / name).read_bytes() for name in before} == before
    page = desk / "out/agreement.md"
    page.write_bytes(page.read_bytes().replace(b"36 months", b"63 months", 1))
    typed = shell(given)
    assert typed.status == 1
    assert "words_differ" in typed.output


@pytest.mark.parametrize("change", [resaved, in_part("word/styles.xml", "<w:sz ", "<w:imprint/><w:sz ")])
def test_a_file_with_every_word_but_other_bytes_is_not_signed_off(change: Tampered, shell: Shell, desk: Path) -> None:
    assert shell("sla-drafter draft agreement.yaml -o out --to docx").status == 0
    page = desk / "out/agreement.docx"
    page.write_bytes(change(page.read_bytes()))
    typed = shell("sla-drafter sign-off agreement.yaml out/agreement.docx -o signed")
    said = " ".join(typed.output.split())
    assert typed.status == 1
    assert "error SGN-05 file_not_as_drafted" in said
    assert "out/agreement.docx is not byte for byte what is drafted today" in said
    assert "sla-drafter draft agreement.yaml -o out (or sign off without the file)" in said
    assert not (desk / "signed").exists()


def test_a_file_whose_styles_hide_its_words_is_not_signed_off(shell: Shell, desk: Path) -> None:
    assert shell("sla-drafter draft agreement.yaml -o out --to docx").status == 0
    page = desk / "out/agreement.docx"
    page.write_bytes(in_part("word/styles.xml", "<w:sz ", "<w:vanish/><w:sz ")(page.read_bytes()))
    typed = shell("sla-drafter sign-off agreement.yaml out/agreement.docx -o signed")
    assert typed.status == 1
    assert "error DOC-11 words_hidden" in " ".join(typed.output.split())
    assert not (desk / "signed").exists()


def test_the_sheet_has_the_bytes_that_were_judged_whatever_the_file_is_afterwards(shell: Shell, desk: Path) -> None:
    assert shell("sla-drafter draft agreement.yaml -o out --to md").status == 0
    page = desk / "out/agreement.md"
    judged = page.read_bytes()
    open_gate = gate(Builder.from_file(desk / "agreement.yaml"), desk / "agreement.yaml", DAY, given=[page])
    assert open_gate.is_open
    page.write_bytes(judged.replace(b"36 months", b"63 months", 1))
    open_gate.write(desk / "signed", ())
    assert [one["sha256"] for one in sheet(desk)["files"]] == [hashlib.sha256(judged).hexdigest()]  # type: ignore[attr-defined]


def test_an_unfinished_file_with_another_name_is_not_signed_off(shell: Shell, desk: Path) -> None:
    draft = Builder.from_file(desk / "agreement.yaml").build(unfinished=True)
    draft.write(desk / "agreement.md")
    typed = shell("sla-drafter sign-off agreement.yaml agreement.md -o signed")
    assert typed.status == 1
    assert "SGN-02" in typed.output


def test_an_unfinished_file_is_never_signed_off(shell: Shell, desk: Path) -> None:
    assert shell("sla-drafter draft agreement.yaml -o out --to md --unfinished").status == 1
    typed = shell("sla-drafter sign-off agreement.yaml out/agreement.UNFINISHED.md -o signed")
    assert typed.status == 1
    assert "SGN-02" in typed.output
    assert not (desk / "signed").exists()


def test_verify_knows_the_files_that_were_signed_off(shell: Shell, desk: Path) -> None:
    assert shell(SIGN).status == 0
    against = "--against signed/agreement.sign-off.json"
    (desk / "renamed.docx").write_bytes((desk / "signed/agreement.docx").read_bytes())
    typed = shell(f"sla-drafter verify renamed.docx signed/agreement.md {against}")
    assert typed.status == 0
    assert "renamed.docx  signed off as agreement.docx" in typed.output
    page = desk / "signed/agreement.md"
    page.write_bytes(page.read_bytes() + b"\n")
    typed = shell(f"sla-drafter verify renamed.docx signed/agreement.md {against}")
    assert typed.status == 1
    assert "SGN-03  not_signed_off" in typed.output
    assert "1 of 2 files not signed off." in typed.output
    tree = json.loads(shell(f"sla-drafter verify renamed.docx signed/agreement.md {against} --format json").output)
    assert [(one["signed_off"], one["signed_as"]) for one in tree["files"]] == [(True, "agreement.docx"), (False, "")]


@pytest.mark.parametrize("ending", ["docx", "pdf", "md", "html"])
def test_a_sheet_for_people_names_the_one_for_programs(ending: str, shell: Shell, desk: Path) -> None:
    line = f"sla-drafter verify agreement.yaml --against agreement.sign-off.{ending}"
    (desk / f"agreement.sign-off.{ending}").write_text("A sheet.\n", encoding="utf-8")
    said = " ".join(shell(line).output.split())
    assert "is the sign-off sheet for people" in said
    assert "--against agreement.sign-off.json There is no agreement.sign-off.json beside it now" in said
    (desk / "agreement.sign-off.json").write_text("{}", encoding="utf-8")
    typed = shell(line)
    assert typed.status == 2
    assert " ".join(typed.output.split()).endswith("--against agreement.sign-off.json")


def test_another_paper_to_hold_a_file_against_is_to_be_named_first(shell: Shell) -> None:
    typed = shell("sla-drafter verify returned.docx --against out/agreement.docx")
    assert typed.status == 2
    assert "sla-drafter verify out/agreement.docx returned.docx" in " ".join(typed.output.split())


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "is no JSON file"),
        ("{}", "is no sign-off sheet"),
        ('{"sla_drafter_sign_off": 2}', "of format 2"),
        ('{"sla_drafter_sign_off": 1, "files": [{"name": "a.md", "sha256": "12"}]}', "was changed"),
    ],
)
def test_what_is_no_sheet_is_refused(text: str, says: str, shell: Shell, desk: Path) -> None:
    (desk / "sheet.json").write_text(text, encoding="utf-8")
    typed = shell("sla-drafter verify agreement.yaml --against sheet.json")
    assert typed.status == 2
    assert says in " ".join(typed.output.split())
