from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner
from markdown_it import MarkdownIt

from sla_drafter.cli.commands import commands
from sla_drafter.lints.register import rule_files
from sla_drafter.lints.rules_page import COMMAND, rules_page

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "rules.md"


def test_the_page_of_the_rules_is_of_today() -> None:
    assert PAGE.read_text(encoding="utf-8") == rules_page(), COMMAND


def test_it_says_of_each_rule_letter_by_letter_what_explain_says() -> None:
    tokens = MarkdownIt("commonmark").parse(rules_page())
    shown = [token.content.rstrip("\n") for token in tokens if token.type == "code_block"]
    said = ["".join(child.content for child in token.children or ()) for token in tokens if token.type == "inline"]
    rules = [file.RULE for file in rule_files()]
    assert len(shown) == 2 * len(rules)
    for rule in rules:
        assert f"{rule.code} {rule.name}" in said
        for words in (rule.checks, rule.why, rule.source, rule.waiver):
            assert any(one.endswith(" ".join(words.split())) for one in said), (rule.code, words)
        for example in (rule.bad, rule.good):
            assert "\n".join(line.rstrip() for line in example.splitlines()).rstrip("\n") in shown, rule.code


def test_the_command_writes_it_and_refuses_what_it_cannot_mean(tmp_path: Path) -> None:
    target = tmp_path / "rules.md"
    run = CliRunner()
    assert run.invoke(commands, ["explain", "--all", "-o", str(target)]).exit_code == 0
    assert target.read_text(encoding="utf-8") == rules_page()
    assert run.invoke(commands, ["explain", "--all"]).output == rules_page()
    assert run.invoke(commands, ["explain", "CRE-04", "--all"]).exit_code == 2
    assert run.invoke(commands, ["explain", "CRE-04", "-o", str(target)]).exit_code == 2
    assert run.invoke(commands, ["explain", "--all", "-o", str(tmp_path)]).exit_code == 2
