from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

from tests.builder.tampering import clause_deleted, deletion_tracked, in_word
from tests.cli.conftest import Typed

Shell = Callable[[str], Typed]
Golden = Callable[[str, str], None]
# Figures that change with every word of the library; that they stand there is seen, test_verified.py checks them.
OF_THE_LIBRARY = re.compile(r"\d+(?= passages| values)|(?<=fingerprint )[0-9a-f]{12}")


def report(typed: Typed) -> str:
    return OF_THE_LIBRARY.sub("N", str(typed))


def draft(shell: Shell) -> None:
    assert shell("sla-drafter draft agreement.yaml -o out").status == 0


def test_files_as_they_were_drafted_pass(shell: Shell, golden: Golden) -> None:
    draft(shell)
    files = "out/agreement.docx out/agreement.pdf out/agreement.html out/agreement.md out/agreement.json"
    typed = shell(f"sla-drafter verify {files} --against agreement.yaml")
    golden(report(typed), "cli/verify/clean.txt")
    assert typed.status == 0
    assert shell(f"sla-drafter verify {files}").status == 0


def test_changed_files_fail_and_every_change_is_named(shell: Shell, golden: Golden, desk: Path) -> None:
    draft(shell)
    file = desk / "out" / "agreement.docx"
    data = file.read_bytes()
    file.write_bytes(clause_deleted("This agreement covers the Services")(in_word("24 months", "42 months")(data)))
    (desk / "returned.docx").write_bytes(deletion_tracked("24 months")(data))
    typed = shell("sla-drafter verify out/agreement.docx returned.docx out/agreement.pdf --against agreement.yaml")
    golden(report(typed), "cli/verify/changed.txt")
    assert typed.status == 1


def test_the_report_for_programs_has_every_file_and_every_finding(shell: Shell, desk: Path) -> None:
    draft(shell)
    page = desk / "out" / "agreement.html"
    page.write_bytes(
        page.read_bytes().replace("runs for 24\u00a0months".encode(), "runs for 42\u00a0months".encode(), 1)
    )
    typed = shell("sla-drafter verify out/agreement.html out/agreement.md --against agreement.yaml --format json")
    assert typed.status == 1
    tree = json.loads(typed.output)
    assert [(file["path"], file["as_drafted"], file["same_bytes"]) for file in tree["files"]] == [
        ("out/agreement.html", False, None),
        ("out/agreement.md", True, True),
    ]
    assert {finding["name"] for finding in tree["files"][0]["findings"]} == {"words_differ", "value_missing"}
    assert tree["files"][1]["findings"] == []
    assert tree["summary"]["error"] == 2


def test_what_only_informs_fails_when_it_is_asked_to(shell: Shell, desk: Path) -> None:
    draft(shell)
    file = desk / "out" / "agreement.md"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert shell("sla-drafter verify out/agreement.md").status == 0
    assert shell("sla-drafter verify out/agreement.md --fail-on info").status == 1


def test_what_is_proven_of_a_file_that_is_not_the_same_bytes_is_said(shell: Shell, desk: Path) -> None:
    assert shell("sla-drafter draft agreement.yaml -o out --to html").status == 0
    page = desk / "out" / "agreement.html"
    page.write_bytes(page.read_bytes().replace(b"</style>", b"main { font-weight: 400; }</style>", 1))
    typed = shell("sla-drafter verify out/agreement.html --against agreement.yaml")
    assert typed.status == 0
    assert "words, numbers, references and feet as drafted, looks not proven (not the same bytes)" in typed.output
    assert "looks are proven only where a file is byte for byte so (0 errors, 1 warning" in typed.output
    assert "No file is other than drafted" not in typed.output


def test_files_that_carry_no_facts_are_alike_and_not_called_as_drafted(shell: Shell) -> None:
    assert shell("sla-drafter draft agreement.yaml -o out --to html,md --no-source").status == 0
    typed = shell("sla-drafter verify out/agreement.html out/agreement.md")
    assert typed.status == 0
    assert "out/agreement.html  carries no facts, so the other files are held against it" in typed.output
    assert "Held against out/agreement.html:" in typed.output
    assert "The files have the same words; they carry no facts, so nothing says that these were drafted" in typed.output
    assert "as drafted" not in typed.output
    first, second = json.loads(shell("sla-drafter verify out/agreement.html out/agreement.md --format json").output)[
        "files"
    ]
    assert (first["as_drafted"], second["as_drafted"]) == (None, True)
