from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from sla_drafter import Builder
from sla_drafter.cli.new import starters
from sla_drafter.findings import Severity
from tests.cli.conftest import Typed

Shell = Callable[[str], Typed]
DOWN, SPACE, ENTER, END = "\x1b[B", " ", "\r", "\x03"
PATIENCE = 60


class Person:
    """Somebody at a pseudo-terminal, who waits for each question and then types."""

    def __init__(self, desk: Path, *arguments: str) -> None:
        self.ours, theirs = pty.openpty()
        environment = {**os.environ, "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1", "COLUMNS": "200", "LINES": "60"}
        command = [sys.executable, "-m", "sla_drafter", "new", *arguments]
        self.process = subprocess.Popen(
            command, cwd=desk, env=environment, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
        )
        os.close(theirs)
        self.seen = ""

    def answers(self, question: str, keys: str) -> None:
        """Wait until a question is there, and type."""
        until = time.monotonic() + PATIENCE
        while question not in self.seen:
            assert time.monotonic() < until, self.seen
            self._read()
        self.seen = self.seen.partition(question)[2]
        os.write(self.ours, keys.encode())

    def _read(self) -> None:
        ready, _, _ = select.select([self.ours], [], [], 1)
        if ready:
            try:
                self.seen += os.read(self.ours, 65536).decode("utf-8", "replace")
            except OSError:  # the other end is closed
                time.sleep(0.05)

    def ends(self) -> int:
        """Wait until the program has ended; its exit status."""
        until = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            assert time.monotonic() < until, self.seen
            self._read()
        os.close(self.ours)
        return self.process.returncode


def test_a_few_questions_at_a_terminal_give_an_agreement(tmp_path: Path) -> None:
    person = Person(tmp_path)
    person.answers("With whom is the agreement?", ENTER)
    person.answers("What is it about", SPACE + ENTER)
    person.answers("What is the provider called?", "Tern Hosting Ltd" + ENTER)
    person.answers("What is the customer called?", ENTER)
    person.answers("Whose draft is it?", DOWN + DOWN + ENTER)
    person.answers("Take the figures", "y")
    person.answers("Which law governs?", DOWN + DOWN + ENTER)
    person.answers("Which of these clauses", ENTER)
    person.answers("Which file shall it be?", ENTER)
    assert person.ends() == 0
    file = tmp_path / "agreement.yaml"
    agreement = Builder.from_file(file).agreement
    assert [kind.id for kind in agreement.kind] == ["customer_based", "support"]
    assert agreement.position is not None
    assert agreement.law is not None
    assert (agreement.position.id, agreement.law.id) == ("customer", "new_york")
    assert "Tern Hosting Ltd" in file.read_text(encoding="utf-8")


def test_whoever_ends_the_questions_gets_no_file(tmp_path: Path) -> None:
    person = Person(tmp_path, "-o", "agreement.yaml")
    person.answers("With whom is the agreement?", ENTER)
    person.answers("What is it about", END)
    assert person.ends() == 2
    assert not list(tmp_path.iterdir())


def test_without_a_terminal_the_starters_are_listed(shell: Shell) -> None:
    assert "There are these starters" in shell("sla-drafter new").output


ANSWERS = """\
kind: customer_based
provider: "Tern & Sons: Hosting"
position: customer
figures: position
law: germany
clauses: [internal_remedies]
leave_out: {feedback: weekly calls already}
"""


def test_answers_of_a_file_change_the_starter_and_leave_its_comments(shell: Shell, desk: Path) -> None:
    (desk / "answers.yaml").write_text(ANSWERS, encoding="utf-8")
    typed = shell("sla-drafter new --answers answers.yaml -o new.yaml")
    assert typed.status == 0, typed.output
    text = (desk / "new.yaml").read_text(encoding="utf-8")
    builder = Builder.from_text(text)
    agreement = builder.agreement
    (provider,) = [party for party in agreement.parties if party.plays == "provider"]
    assert provider.name is not None
    assert provider.name.words("en") == "Tern & Sons: Hosting"
    assert agreement.reports is not None
    assert "due: 5 business days" in text
    assert {one.id: one.include for one in agreement.clauses}.items() >= {
        ("internal_remedies", True),
        ("feedback", False),
    }
    starter = starters()[_name(typed)]
    comments = [line for line in starter.splitlines() if line.startswith("#")]
    assert len(comments) > 10
    assert [line for line in text.splitlines() if line.startswith("#")] == comments


def _name(typed: Typed) -> str:
    return typed.output.split("from the starter ")[1].split(".")[0].strip()


def test_no_answer_is_the_starter_as_it_is(shell: Shell, desk: Path) -> None:
    (desk / "answers.yaml").write_text("kind: internal\n", encoding="utf-8")
    shell("sla-drafter new --answers answers.yaml -o new.yaml")
    text = (desk / "new.yaml").read_text(encoding="utf-8")
    assert text in starters().values()
    found = Builder.from_text(text).draft(layout=False).findings
    assert not [one for one in found if one.severity is Severity.ERROR]


def test_the_answers_of_the_page_give_an_agreement(shell: Shell, desk: Path) -> None:
    page = (Path(__file__).parents[2] / "docs/how-to/begin-an-agreement.md").read_text(encoding="utf-8")
    (desk / "answers.yaml").write_text(page.partition("```yaml\n")[2].partition("```")[0], encoding="utf-8")
    typed = shell("sla-drafter new --answers answers.yaml -o new.yaml")
    assert typed.status == 0, typed.output
    builder = Builder.from_file(desk / "new.yaml")
    assert [kind.id for kind in builder.agreement.kind] == ["customer_based", "support"]
    errors = [one for one in builder.draft(layout=False).findings if one.severity is Severity.ERROR]
    assert {one.rule for one in errors} == {"CMP-33"}
    assert {one.field for one in errors} == {point.path for point in builder.agreement.open_points}


def test_lint_names_what_the_new_names_leave_open(shell: Shell, desk: Path) -> None:
    (desk / "answers.yaml").write_text("starter: outsourced_operations\ncustomer: Orle Bank plc\n", encoding="utf-8")
    shell("sla-drafter new --answers answers.yaml -o new.yaml")
    typed = shell("sla-drafter lint new.yaml")
    assert typed.status == 1
    assert "registration: TBC" in typed.output
    assert "This fact is still open." in typed.output
    assert "00000012" not in (desk / "new.yaml").read_text(encoding="utf-8")


def test_answers_and_a_language_give_a_file_in_that_language_alone(shell: Shell, desk: Path) -> None:
    (desk / "answers.yaml").write_text("starter: managed_database\nprovider: Kolm Daten GmbH\n", encoding="utf-8")
    typed = shell("sla-drafter new --answers answers.yaml --language de -o new.yaml")
    assert typed.status == 0, typed.output
    builder = Builder.from_file(desk / "new.yaml")
    assert builder.agreement.language == "de"
    assert "registration: TBC" in (desk / "new.yaml").read_text(encoding="utf-8")
    assert "registration: England und Wales 00000004" in (desk / "new.yaml").read_text(encoding="utf-8")


def test_a_language_that_the_starter_of_the_answers_has_not_is_refused(shell: Shell, desk: Path) -> None:
    (desk / "answers.yaml").write_text("starter: outsourced_operations\n", encoding="utf-8")
    typed = shell("sla-drafter new --answers answers.yaml --language de -o new.yaml")
    assert typed.status == 2
    assert "The starter outsourced_operations has no texts in 'de'. It has them in: en." in " ".join(
        typed.output.split()
    )
    assert not (desk / "new.yaml").exists()


def test_every_clause_that_a_kind_requires_and_that_is_left_out_is_refused_at_once(shell: Shell, desk: Path) -> None:
    text = "kind: customer_based\nleave_out: {meetings: no, feedback: no, reporting: no}\n"
    (desk / "answers.yaml").write_text(text, encoding="utf-8")
    typed = shell("sla-drafter new --answers answers.yaml -o new.yaml")
    assert typed.status == 2
    said = " ".join(str(typed).split())
    assert "The clause meetings cannot be left out: customer_based cannot do without it." in said
    assert "The clause reporting cannot be left out: customer_based cannot do without it." in said
    assert "feedback" not in said
    assert not (desk / "new.yaml").exists()


def test_answers_without_a_file_to_write_are_printed(shell: Shell, desk: Path) -> None:
    (desk / "answers.yaml").write_text("kind: internal\n", encoding="utf-8")
    assert shell("sla-drafter new --answers answers.yaml").output in starters().values()


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ("kind: costumer_based", "kind: costumer_based is none of its words."),
        ("knid: internal", "nobody asks for knid"),
        ("position: [provider]", "position: it is no text"),
        ("clauses: {a: b}", "clauses: it is no list of names"),
        ("leave_out: {meetings: ''}", "it gives no reason for each clause"),
        ("clauses: [meeting]", "There is no clause meeting."),
        ("starter: intern", "There is no starter intern."),
        ("leave_out: {parties: x}", "The clause parties cannot be left out"),
        ("- internal", "it holds no answers"),
        ("kind: [", "cannot be read"),
    ],
)
def test_answers_that_fit_nothing_are_refused(shell: Shell, desk: Path, answers: str, said: str) -> None:
    (desk / "answers.yaml").write_text(f"{answers}\n", encoding="utf-8")
    typed = shell("sla-drafter new --answers answers.yaml -o new.yaml")
    assert typed.status == 2
    assert said in " ".join(typed.output.split())
    assert not (desk / "new.yaml").exists()


def test_a_kind_and_answers_are_not_given_together(shell: Shell, desk: Path) -> None:
    (desk / "answers.yaml").write_text("kind: internal\n", encoding="utf-8")
    assert shell("sla-drafter new internal --answers answers.yaml").status == 2


@pytest.mark.parametrize("kind", ["customer_based", "internal"])
def test_a_kind_with_a_starter_of_its_own_begins_from_it(kind: str, shell: Shell, desk: Path) -> None:
    (desk / "answers.yaml").write_text(f"kind: [{kind}]\n", encoding="utf-8")
    written = shell("sla-drafter new --answers answers.yaml").output
    assert kind in [one.id for one in Builder.from_text(written).agreement.kind]
