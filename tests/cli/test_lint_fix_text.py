"""`lint --fix` on Markdown: safe mends are put in, everything else stays byte for byte, and no word is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sla_drafter.builder.mended_text import Change, mended_text
from sla_drafter.cli.lint_fix import change_line
from sla_drafter.errors import Unreadable
from sla_drafter.findings import Finding, Severity, Swap
from sla_drafter.readers.agreement_file.save import save
from tests.cli.conftest import Typed
from tests.lints.cases import cases_of

Shell = Callable[[str], Typed]
FIX = "sla-drafter lint their.md --fix"
GERMAN = """\
# Vertrag über   den Betrieb

Der “Anbieter” misst die **Verfügbarkeit** von 99.95% im Monat, und der
Kunde zahlt innerhalb von dreißig (30) Tagen; siehe [Anlage](a.html "99.95%").

- Das wird an January 5, 2027 geprüft.
- Hier steht `99.95%` als Beispiel, und der Kunde wird wird gehört.

| Dienst | Wert |
|---|---|
| Die Datenbank | 99.5% im Monat |
"""
MENDED = """\
# Vertrag über   den Betrieb

Der „Anbieter“ misst die **Verfügbarkeit** von 99,95 % im Monat, und der
Kunde zahlt innerhalb von 30 Tagen; siehe [Anlage](a.html "99.95%").

- Das wird an 5. Januar 2027 geprüft.
- Hier steht `99.95%` als Beispiel, und der Kunde wird gehört.

| Dienst | Wert |
|---|---|
| Die Datenbank | 99,5 % im Monat |
"""


@pytest.fixture
def theirs(desk: Path) -> Path:
    """A paper of the other side."""
    file = desk / "their.md"
    file.write_text(GERMAN, encoding="utf-8", newline="")
    return file


def test_safe_mends_are_put_in_and_nothing_else_changes(shell: Shell, theirs: Path) -> None:
    typed = shell(FIX)
    assert theirs.read_text(encoding="utf-8").replace("\u00a0", " ") == MENDED
    assert "mends applied; every other word is as it was." in typed.output
    assert "  NUM-02 number_said_twice  line 3: “dreißig (30)” → “30”" in typed.output
    once = theirs.read_bytes()
    assert "applied; every other" not in shell(FIX).output
    assert theirs.read_bytes() == once
    assert [one.name for one in theirs.parent.iterdir() if "their" in one.name] == ["their.md"]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_and_the_mark_of_the_file_stay(shell: Shell, theirs: Path, end: str) -> None:
    theirs.write_bytes(b"\xef\xbb\xbf" + GERMAN.replace("\n", end).encode())
    assert "line 3: “dreißig (30)” → “30”" in shell(FIX).output
    mended = b"\xef\xbb\xbf" + MENDED.replace("\n", end).encode()
    assert theirs.read_bytes().replace("\u00a0".encode(), b" ") == mended


def test_what_somebody_has_to_decide_is_listed_and_left(shell: Shell, theirs: Path) -> None:
    text = "The Customer waives any and all claims and shall pay within thirty (30) days.\n"
    theirs.write_text(text, encoding="utf-8")
    typed = shell(FIX)
    assert theirs.read_text(encoding="utf-8") == text.replace("thirty (30)", "30")
    assert "their.md: 1 mend not applied, since somebody has to decide:" in typed.output
    assert "  STY-03 doublet  line 1: “any and all” → “all”" in typed.output


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The *the* Provider.", "signs of Markdown stand among its words"),
        ('The the <a title="The the">Provider</a> and `The the`.', "code and the slots of a clause stay as they are"),
        ("See [the the].\n\n[the the]: a.html", "its words stand in what is not shown as well"),
        ("- a</li></ul></body> The the Customer.", "the line in which its words stand is not known"),
    ],
)
def test_a_safe_mend_that_is_held_back_says_why(shell: Shell, theirs: Path, text: str, why: str) -> None:
    theirs.write_text(f"# Support\n\n{text}\n", encoding="utf-8")
    typed = shell(FIX)
    assert "their.md: 1 safe mend not applied:" in typed.output
    assert f"” → “the”, held back: {why}\n" in typed.output.replace("“The”", "“the”")
    assert "somebody has to decide" not in typed.output


def test_words_in_html_are_mended_in_their_line(shell: Shell, theirs: Path) -> None:
    theirs.write_text("# A\n\n<div>\nPay the the fee\n</div></body></html>\n\nThe the end\n", encoding="utf-8")
    typed = shell(FIX)
    assert "  STY-07 doubled_word  line 4: “the the” → “the”\n" in typed.output
    assert theirs.read_text(encoding="utf-8") == "# A\n\n<div>\nPay the fee\n</div></body></html>\n\nThe end\n"


def test_a_line_that_is_not_known_is_left_out() -> None:
    finding = Finding("STY-07", "doubled_word", Severity.INFO, "Twice.")
    change = Change(finding, Swap("", "the the", "the"))
    assert change_line(change) == "  STY-07 doubled_word  “the the” → “the”"


def test_a_slot_of_a_clause_and_its_statements_stay(shell: Shell, theirs: Path) -> None:
    home = theirs.parent / "greeting"
    home.mkdir()
    (home / "clause.yaml").write_text("id: greeting\n", encoding="utf-8")
    text = "{% if a == “b” %}\nDer “Kunde” {{ x | pick(“99.95%”) }} an 99.95% nicht.\n{% endif %}\n"
    (home / "de.md").write_text(text, encoding="utf-8")
    shell(f"sla-drafter lint {home / 'de.md'} --fix")
    after = (home / "de.md").read_text(encoding="utf-8").replace("\u00a0", " ")
    assert after == text.replace("“Kunde”", "„Kunde“").replace("an 99.95%", "an 99,95 %")


def test_a_file_that_was_drafted_here_stays(shell: Shell, desk: Path) -> None:
    shell("sla-drafter draft agreement.yaml -o out --to md")
    before = (desk / "out" / "agreement.md").read_bytes()
    typed = shell("sla-drafter lint out/agreement.md --fix")
    assert "out/agreement.md stays as it is: it was drafted here" in typed.output
    assert (desk / "out" / "agreement.md").read_bytes() == before


def test_a_word_file_stays_and_the_copy_is_named(shell: Shell, desk: Path) -> None:
    (desk / "their.docx").write_bytes(b"no Word file")
    typed = shell("sla-drafter lint their.docx --fix")
    assert "their.docx stays as it is: --fix mends agreement files and Markdown." in typed.output
    assert "sla-drafter lint their.docx --fix --to docx -o COPY.docx" in typed.output
    (desk / "their.html").write_text("<p>The Provider answers.</p>", encoding="utf-8")
    typed = shell("sla-drafter lint their.docx their.html --fix")
    assert "2 Word, PDF and HTML files stay as they are" in typed.output


def test_a_file_that_changed_meanwhile_is_not_written_over(theirs: Path) -> None:
    done = mended_text(theirs)
    theirs.write_text("somebody typed\n", encoding="utf-8")
    with pytest.raises(Unreadable, match="not the file that was read any more"):
        save(theirs, done.before, done.after)
    assert theirs.read_text(encoding="utf-8") == "somebody typed\n"


def test_a_file_that_cannot_be_read_is_left_as_it_is(shell: Shell, theirs: Path) -> None:
    theirs.write_bytes(b"\xff\xfeno text")
    assert shell(FIX).status == 2
    assert theirs.read_bytes() == b"\xff\xfeno text"


PAPERS = [
    (code, case.paper)
    for code in ("LNG-03", "LNG-04", "LNG-05", "LNG-06", "NUM-02", "STY-07", "STY-08")
    for case in cases_of(code)
    if case.paper
]


@pytest.mark.parametrize(("code", "paper"), PAPERS)
def test_every_safe_mend_of_a_rule_is_put_in_or_found_to_have_no_place(code: str, paper: str, tmp_path: Path) -> None:
    file = tmp_path / "paper.md"
    file.write_text(paper, encoding="utf-8")
    done = mended_text(file)
    safe = [one for one in (*done.applied, *done.held) if one.finding.mend and one.finding.mend.is_safe]
    assert all(one in done.applied for one in safe if one.finding.rule == code)
    file.write_text(done.after, encoding="utf-8")
    assert not [one for one in mended_text(file).applied if one.finding.rule == code]
    assert all(one.swap.line for one in safe)
