from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Typed
from tests.promises.files import STARTER

Shell = Callable[[str], Typed]
Golden = Callable[[str, str], None]
Change = Callable[..., None]
WARNS = ("  every: 18 months", "  every: 42 months")
LINT = "sla-drafter lint agreement.yaml"


@pytest.fixture(autouse=True)
def starter(desk: Path) -> None:
    """The agreement of these tests is the one that `new` writes: no rule finds an error or a warning in it."""
    (desk / "agreement.yaml").write_text(STARTER, encoding="utf-8")


def configure(folder: Path, *lines: str) -> None:
    (folder / "sla-drafter.toml").write_text("\n".join(("sla_drafter = 1", *lines, "")), encoding="utf-8")


def found(shell: Shell, line: str = LINT) -> dict[str, str]:
    """The severity of each rule that found something."""
    (file,) = json.loads(shell(f"{line} --format json").output)["files"]
    return {one["rule"]: one["severity"] for one in file["findings"]}


def test_a_rule_can_be_off_lowered_or_raised(shell: Shell, desk: Path, change: Change) -> None:
    change(WARNS)
    assert found(shell)["CON-10"] == "warning"
    configure(desk, "[rules]", 'CON-10 = "off"', 'restore_above_allowance = "warning"')
    severities = found(shell)
    assert "CON-10" not in severities
    assert severities["FEA-11"] == "warning"
    configure(desk, "[rules]", 'review_after_first_end = "error"')
    assert found(shell)["CON-10"] == "error"
    assert shell(LINT).status == 1
    assert shell("sla-drafter draft agreement.yaml -o out --to md").status == 1


def test_it_is_found_in_the_nearest_folder_above(shell: Shell, desk: Path, change: Change) -> None:
    change(WARNS)
    inner = desk / "customers" / "halden"
    inner.mkdir(parents=True)
    (inner / "agreement.yaml").write_bytes((desk / "agreement.yaml").read_bytes())
    configure(desk, 'fail_on = "warning"')
    assert shell("sla-drafter lint customers/halden/agreement.yaml").status == 1
    assert shell("sla-drafter lint customers/halden/agreement.yaml --fail-on error").status == 0
    configure(desk / "customers", 'fail_on = "error"')
    assert shell("sla-drafter lint customers/halden/agreement.yaml").status == 0
    assert shell(LINT).status == 1
    assert shell("sla-drafter lint .").status == 1


def test_a_draft_fails_as_the_house_wants_it(shell: Shell, desk: Path, change: Change) -> None:
    change(WARNS)
    configure(desk, 'fail_on = "warning"')
    assert shell("sla-drafter draft agreement.yaml -o out --to md").status == 1
    assert shell("sla-drafter draft agreement.yaml -o out --to md --fail-on error").status == 0


def test_budgets_are_those_of_the_house(shell: Shell, desk: Path) -> None:
    assert not {"SIZ-01"} & set(found(shell))
    configure(desk, "[budgets]", "pages = 4", "sentence_words = 34")
    severities = found(shell)
    assert (severities["SIZ-01"], severities["RDB-01"]) == ("warning", "warning")
    assert "of 4, schedules" in shell(LINT).output
    configure(desk, "[budgets]", "pages = 3", "pages_limit = 4")
    assert found(shell)["SIZ-01"] == "error"


def test_the_profile_of_the_house_counts_and_is_named(shell: Shell, desk: Path) -> None:
    configure(desk, "[readability]", 'profile = "insurance_flesch"')
    assert re.search(r"Reading ease \d\d\.\d \(Flesch, profile insurance_flesch\)\.", shell(LINT).output)


def test_words_that_the_house_knows(shell: Shell, desk: Path, change: Change) -> None:
    change(("\nclauses:\n", "\nclauses:\n  meetings: {replace: {en: The parties meet in the Halden Portal.}}\n"))
    undefined = {"CON-07"}
    assert undefined <= set(found(shell))
    configure(desk, "[words]", 'terms = ["Halden Portal"]')
    assert not undefined & set(found(shell))


def test_the_house_names_the_verb_of_a_duty(shell: Shell, desk: Path) -> None:
    (desk / "theirs.md").write_text("# Terms\n\nThe Supplier will act. The Customer will pay.\n", encoding="utf-8")
    theirs = "sla-drafter lint theirs.md"
    assert "MOD-01" not in found(shell, theirs)
    configure(desk, "[words]", 'duty_verb = "shall"')
    assert "MOD-01" in found(shell, theirs)
    assert "Duties have “will” 2 times; the verb of this house is “shall”." in " ".join(shell(theirs).output.split())


def test_the_paper_of_somebody_else_is_judged_as_the_house_wants_it(shell: Shell, desk: Path) -> None:
    (desk / "theirs.md").write_text("# Terms\n\nThe Supplier shall act promptly.\n", encoding="utf-8")
    theirs = "sla-drafter lint theirs.md"
    (rule,) = {one for one in found(shell, theirs) if one.startswith("AMB")}
    configure(desk, 'fail_on = "info"', "[rules]", f'{rule} = "off"')
    assert rule not in found(shell, theirs)


def test_a_sign_off_ignores_what_lowers_and_keeps_what_raises(shell: Shell, desk: Path, change: Change) -> None:
    change(WARNS)
    configure(desk, "[rules]", 'CON-10 = "off"', 'FEA-11 = "warning"', "[budgets]", "sentence_words = 48", "pages = 8")
    assert shell(LINT).status == 0
    typed = shell("sla-drafter sign-off agreement.yaml")
    assert typed.status == 1
    assert "warning CON-10" in typed.output
    assert "warning FEA-11" in typed.output
    assert "SIZ-01" not in typed.output


def test_every_mistake_is_said_at_once_with_its_line_and_what_is_right(
    shell: Shell, desk: Path, golden: Golden
) -> None:
    configure(
        desk,
        'fail_on = "warnings"',
        "sentence_words = 30",
        "[rules]",
        'CRE-04 = "warning"',
        'ladder_misses_targets = "off"',
        'CON-10 = "of"',
        "[budget]",
        "pages = 4",
        "[budgets]",
        "pages = 7",
        "pages_limit = 6",
        "sentence_word = 30",
        "[readability]",
        "profile = true",
        "[words]",
        'terms = "Ticket"',
    )
    typed = shell(LINT)
    golden(str(typed), "cli/configuration/mistakes.txt")
    assert typed.status == 2
    assert shell("sla-drafter draft agreement.yaml -o out").status == 2
    assert shell("sla-drafter sign-off agreement.yaml").status == 2


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (b"[rules\n", "sla-drafter.toml:1:7"),
        (b"a = 1\na = 2\n", "This is no TOML"),
        (b"\xff\xfe", "is no UTF-8 text"),
        (b"#" * 70_000, "is larger than 64 KB"),
        (b"fail_on = 'error'\n", "The format version is missing."),
        (b"sla_drafter = 2\n", "sla_drafter is the format version 1; found 2."),
        (
            b"sla_drafter = 1\nwords = {duty_verb = 'shal'}\n",
            'words.duty_verb is one of shall, must, will; found "shal"',
        ),
        (b"sla_drafter = 1\nrules = 3\n", "rules is a table of settings."),
        (b"sla_drafter = 1\nrules = {'CRE-04' = 'off'}\n", "sla-drafter.toml:2:11"),
    ],
)
def test_what_cannot_be_read_is_refused(text: bytes, says: str, shell: Shell, desk: Path) -> None:
    (desk / "sla-drafter.toml").write_bytes(text)
    typed = shell(LINT)
    assert typed.status == 2
    assert says in " ".join(typed.output.split())
