from __future__ import annotations

from textwrap import dedent

import pytest

from sla_drafter.lints.explain import UnknownRule, explain
from sla_drafter.lints.register import REGISTER

CRE_04 = dedent("""\
    CRE-04  ladder_misses_target  (error; exact, from the agreement's data)

      Checks    The first credit band starts exactly at the target of its metric.
      Why       A free zone below the target is a promise without a consequence; a band above it
                is a credit for a promise that was kept. Both are argued about in the first bad month.
      Bad       Target: at least 99.9%.  Credit: below 99.5%: 10%.
      Good      Target: at least 99.9%.  Credit: below 99.9%: 10%.
      Source    Public ladders (AWS, Azure, Google) start at the target; interval arithmetic, no tolerance.
      Waiver    Not possible: an error is mended.
    """)


def test_the_page_of_a_rule_is_laid_out_as_promised() -> None:
    assert explain("CRE-04") == CRE_04


def test_a_rule_is_explained_by_its_name_too() -> None:
    assert explain("ladder_misses_target") == CRE_04


def test_a_page_says_for_which_kinds_the_severity_differs() -> None:
    assert explain("CMP-11").splitlines()[0] == (
        "CMP-11  miss_without_consequence  "
        "(error; warning for multi_level; info for internal, sales_marketing; exact, from the agreement's data)"
    )


@pytest.mark.parametrize("code", REGISTER)
def test_no_line_of_a_page_is_wider_than_a_terminal_of_104_columns(code: str) -> None:
    head, *lines = explain(code).splitlines()
    assert head.startswith(code)
    assert max(map(len, lines)) <= 104


def test_a_warning_says_how_it_is_waived() -> None:
    how = "Waiver    A warning: under private: waivers, with rule, where, reason, approver and until."
    assert explain("CRE-05").endswith(f"{how}\n")
    assert explain("SIZ-01").endswith(f"{how} An error is\n            mended.\n")
    assert "Not possible: the waiver itself" in explain("DOC-01")


def test_a_rule_says_each_severity_that_it_gives() -> None:
    assert explain("RDB-01").splitlines()[0].startswith("RDB-01  long_sentence  (warning or error or info; by counting")


def test_an_unknown_rule_names_those_nearest_to_it() -> None:
    with pytest.raises(UnknownRule, match=r"There is no rule 'ladder_mises_target'. Did you mean CRE-04 ladder_misses"):
        explain("ladder_mises_target")
    with pytest.raises(UnknownRule, match="Did you mean"):
        explain("CRE-40")


def test_what_is_said_of_a_file_is_explained_by_code_and_by_name() -> None:
    page = explain("DOC-18")
    assert page.splitlines()[0] == "DOC-18  bytes_differ  (info or warning; said when a file is verified or read back)"
    assert explain("bytes-differ") == explain("doc-18") == page
    assert [line.split()[0] for line in explain("SGN-05").splitlines() if line[2:3].isalpha()][1:] == [
        "Checks",
        "Why",
        "Mend",
    ]


def test_a_name_that_two_codes_have_is_explained_by_both() -> None:
    heads = [line for line in explain("unknown_id").splitlines() if line[:1].isalpha()]
    assert [head.split()[0] for head in heads] == ["FILE-04", "ROW-17"]


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        ("CRE-40", "CRE-04"),
        ("DOC-99", "DOC-24"),
        ("doc18", "DOC-18"),
        ("DUC-18", "DOC-18"),
        ("bytes_difer", "DOC-18"),
    ],
)
def test_the_nearest_code_is_named_first_and_at_most_two_more(asked: str, near: str) -> None:
    with pytest.raises(UnknownRule) as refused:
        explain(asked)
    assert refused.value.near[0] == near
    assert len(refused.value.near) <= 3


def test_a_code_that_is_near_to_none_names_none() -> None:
    with pytest.raises(UnknownRule, match=r"There is no rule 'XXX-1'. Every code and name: sla-drafter explain$"):
        explain("XXX-1")
