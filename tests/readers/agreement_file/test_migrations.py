from __future__ import annotations

import pytest
from attrs import evolve

from sla_drafter.errors import Unreadable
from sla_drafter.readers.agreement_file import loads
from sla_drafter.readers.agreement_file.compose import compose
from sla_drafter.readers.agreement_file.migrations import CURRENT, MIGRATIONS, migrated
from sla_drafter.readers.agreement_file.nodes import Entry, Mapping, Scalar
from tests.readers.agreement_file.sample import CLAUSES


def root(text: str) -> Mapping:
    tree, _ = compose(text, "a.yaml")  # type: ignore[arg-type]
    return tree


def renamed(tree: Mapping) -> Mapping:
    """A made-up step: the key name became title."""
    return evolve(
        tree,
        entries=tuple(
            Entry(evolve(entry.key, text="title"), entry.value) if entry.key.text == "name" else entry
            for entry in tree.entries
        ),
    )


def test_an_older_file_is_brought_to_the_new_format_with_its_places() -> None:
    tree, wrong = migrated(root("sla_drafter: 1\nname: x\n"), {1: renamed}, current=2)
    assert wrong is None
    title = tree.get("title")
    assert isinstance(title, Scalar)
    assert (title.text, title.start) == ("x", 21)


def test_a_format_without_a_way_to_the_new_one_is_refused() -> None:
    _, wrong = migrated(root("sla_drafter: 1\n"), {}, current=3)
    assert wrong
    assert "The format 1 is too old." in wrong.message


def test_there_is_a_step_from_every_older_format() -> None:
    assert set(MIGRATIONS) == set(range(1, CURRENT))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "sla_drafter: 2\nfuture: x\n",
            "The file is in format 2, and this version of sla-drafter reads up to format 1.",
        ),
        ("title: x\n", "The first line of the file is its format: sla_drafter: 1"),
        ("title: x\nsla_drafter: 1\n", "The first line of the file is its format: sla_drafter: 1"),
        ("sla_drafter: one\n", '"one" is not a format of this file. Write sla_drafter: 1.'),
        ("sla_drafter: [1]\n", '"" is not a format of this file. Write sla_drafter: 1.'),
    ],
)
def test_a_newer_or_unknown_format_is_refused_by_name(text: str, message: str) -> None:
    with pytest.raises(Unreadable) as refused:
        loads(text, "a.yaml", CLAUSES)
    (finding,) = refused.value.findings
    assert finding.message.startswith(message)
    assert finding.rule == "FILE-06"
