"""`lint --to docx`: the copy with comments, and every way in which it cannot be made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.builder.remarked_files import parts, remarks, whole
from tests.builder.test_proposed_facts import GAPS, LADDER
from tests.cli.conftest import Typed
from tests.promises.files import STARTER
from tests.promises.starters import text_of
from tests.readers.docx.test_lines import p

Shell = Callable[[str], Typed]
COPY = "sla-drafter lint their.docx --to docx -o copy.docx"


@pytest.fixture
def theirs(desk: Path) -> Path:
    """A paper of the other side."""
    (desk / "their.docx").write_bytes(whole(p("1.1 The Provider answers promptly.")))
    return desk / "their.docx"


def test_a_word_file_is_copied_with_comments(shell: Shell, theirs: Path) -> None:
    before = theirs.read_bytes()
    typed = shell(COPY)
    assert typed.output == "copy.docx is written, with 1 comment: 0 errors, 0 warnings, 1 info.\n"
    assert typed.status == 0
    assert "promptly" in [one.on for one in remarks(theirs.with_name("copy.docx").read_bytes())]
    assert theirs.read_bytes() == before
    assert shell(f"{COPY} --fail-on info").status == 1  # an earlier copy of ours is replaced


def test_with_fix_the_mends_are_tracked_changes_in_the_copy_and_the_file_stays(shell: Shell, theirs: Path) -> None:
    theirs.write_bytes(whole(p("1.1 The Provider keeps any and all records of the Customer and the users.")))
    before = theirs.read_bytes()
    typed = shell(f"{COPY} --fix")
    assert typed.output == "copy.docx is written, with 1 comment and 1 tracked change: 0 errors, 0 warnings, 1 info.\n"
    assert theirs.read_bytes() == before
    copy = theirs.with_name("copy.docx")
    assert "STY-03" not in shell("sla-drafter lint copy.docx").output
    assert "STY-03" in shell("sla-drafter lint copy.docx --changes rejected").output
    assert b"<w:del " in parts(copy.read_bytes())["word/document.xml"]


def test_a_copy_that_somebody_edited_stays(shell: Shell, theirs: Path) -> None:
    shell(COPY)
    copy = theirs.with_name("copy.docx")
    copy.write_bytes(copy.read_bytes() + b"\0")
    refused = shell(COPY)
    assert "Somebody changed copy.docx since it was written; writing would lose what they typed." in refused.output
    assert "--force overwrites it" in refused.output
    assert refused.status == 2
    assert shell(f"{COPY} --force").status == 0


def test_a_file_of_somebody_else_stays(shell: Shell, theirs: Path) -> None:
    theirs.with_name("copy.docx").write_bytes(b"mine")
    refused = shell(COPY)
    assert "copy.docx was not written by sla-drafter; writing would lose it." in refused.output
    assert refused.status == 2
    assert theirs.with_name("copy.docx").read_bytes() == b"mine"


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("their.pdf --to docx -o c.docx", "their.pdf is neither"),
        ("their.html --to docx -o c.docx", "their.html is neither"),
        ("their.md --to docx -o c.docx", "For its findings alone: sla-drafter lint their.md"),
        ("their.docx --to docx", "it has no name. Name it: -o their_commented.docx"),
        ("their.docx --to docx -o c.pdf", "c.pdf does not end in .docx"),
        ("their.docx agreement.yaml --to docx -o c.docx", "one file at a time; these are 2"),
        ("their.docx --to docx --format json -o c.docx", "--format json a report"),
        ("their.docx --to docx -o their.docx --force", "their.docx is read by this command and stays as it is"),
        ("gone.docx --to docx -o c.docx", "It cannot be opened"),
    ],
)
def test_what_cannot_be_commented_is_refused_with_what_would_be_right(
    call: str, said: str, shell: Shell, theirs: Path
) -> None:
    for ending in ("pdf", "html", "md"):
        theirs.with_suffix(f".{ending}").write_text("words", encoding="utf-8")
    before = theirs.read_bytes()
    refused = shell(f"sla-drafter lint {call}")
    assert said in " ".join(refused.output.split())
    assert refused.status == 2
    assert not theirs.with_name("c.docx").exists()
    assert theirs.read_bytes() == before


def test_an_agreement_with_errors_is_copied_as_unfinished(
    shell: Shell, desk: Path, change: Callable[..., None]
) -> None:
    clean = shell("sla-drafter lint agreement.yaml --to docx -o clean.docx")
    assert clean.status == 0
    change(("target: at least 99.9%", "target: at least 99.99%"))
    typed = shell("sla-drafter lint agreement.yaml --to docx -o copy.docx")
    assert typed.status == 1
    assert "comments: " in typed.output
    text = parts((desk / "copy.docx").read_bytes())
    assert any(one.says[0].startswith("error ") for one in remarks((desk / "copy.docx").read_bytes()))
    assert any("UNFINISHED" in part.decode("utf-8", "ignore").upper() for part in text.values())
    assert not any(b"UNFINISHED" in part.upper() for part in parts((desk / "clean.docx").read_bytes()).values())


TOLD = "In it, what the mends of facts change in the words of the paper is a tracked change.\n"


def test_of_an_agreement_is_said_that_the_file_stays_and_the_copy_has_the_mends(shell: Shell, desk: Path) -> None:
    text = text_of("managed_database")
    for right, wrong in zip(LADDER, GAPS, strict=True):
        text = text.replace(right, wrong)
    (desk / "levels.yaml").write_text(text, encoding="utf-8")
    typed = shell("sla-drafter lint levels.yaml --fix --to docx -o copy.docx")
    assert "levels.yaml: 2 mends not applied to the file, since somebody has to decide:\n" in typed.output
    assert TOLD in typed.output
    assert (desk / "levels.yaml").read_text(encoding="utf-8") == text
    assert (
        "levels.yaml: 2 mends not applied, since somebody has to decide:\n"
        in shell("sla-drafter lint levels.yaml --fix").output
    )


def test_of_mends_that_change_no_word_of_the_paper_nothing_is_said(shell: Shell, desk: Path) -> None:
    waiver = "private:\n  waivers:\n    - {rule: CON-10, reason: r, approver: a, until: 2027-12-31}\n"
    (desk / "waived.yaml").write_text(STARTER + waiver, encoding="utf-8")
    typed = shell("sla-drafter lint waived.yaml --fix --to docx -o copy.docx")
    assert "waived.yaml: 1 mend not applied to the file, since somebody has to decide:" in typed.output
    assert TOLD not in typed.output
