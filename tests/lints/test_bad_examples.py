"""What the manual page of a rule shows as bad is found by that rule, and what it shows as good is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from sla_drafter.lints.paper import Paper
from sla_drafter.lints.register import rule_file, text_rules
from sla_drafter.readers.foreign import read_bytes

NOT_WRITTEN_OUT = {
    "STR-02": "a paper of many pages",
    "RDB-03": "a paragraph of more than 150 words",
    "RDB-04": "one counting profile alone asks for it",
}
"""The rules whose example is described, and why."""
ONE_PAPER = {"SIZ-03", "SLA-01", "SLA-02", "SLA-03", "SLA-04", "STR-03", "STR-04", "STR-07", "STY-11", "TRM-06"}
ONE_PAPER |= {"REF-03", "REF-05", "REF-07"}
"""The rules whose lines are one paper; of the others each line is an example, mostly one for each language."""
AROUND = {
    "en": "The parties and the rest of this text shall be of any length. ",
    "de": "Der Text und die Frist ist nicht von der Art, die das wird. ",
    "fr": "Le texte et les mots du contrat sont dans une phrase pour cette partie. ",
    "es": "El texto y las palabras del contrato se usan para que los lea. ",
}
"""A sentence by which the language of a short paper is told."""
CODES = [file.RULE.code for file in text_rules() if file.RULE.code not in NOT_WRITTEN_OUT]
FILE = Path("theirs.md")


def findings(code: str, example: str) -> list[bool]:
    """Whether a rule finds something in an example, for each language that it knows."""
    lines = example.replace("\n", "\n\n").replace("|\n\n|", "|\n|")
    rule = rule_file(code)
    papers = (read_bytes(f"{lines}\n\n{AROUND[language]}".encode(), FILE) for language in AROUND)
    judged = (Paper(one.document, one.marks) for one in papers if rule.RULE.speaks(one.document.language))
    return [any(True for _ in rule.find(paper)) for paper in judged]


def examples(code: str, shown: str) -> list[str]:
    """The examples that a manual page shows."""
    return [shown] if code in ONE_PAPER else shown.split("\n")


@pytest.mark.parametrize("code", CODES)
def test_what_a_rule_on_words_shows_as_bad_is_found(code: str) -> None:
    for bad in examples(code, rule_file(code).RULE.bad):
        assert any(findings(code, bad)), bad


@pytest.mark.parametrize("code", CODES)
def test_what_it_shows_as_good_is_not_found(code: str) -> None:
    for good in examples(code, rule_file(code).RULE.good):
        assert not all(findings(code, good)), good
