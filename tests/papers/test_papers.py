from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import CliRunner

from sla_drafter.lints.register import REGISTER
from tests.papers.__main__ import main
from tests.papers.sampling import Found, counts, found_in, sample
from tests.papers.verdicts import read_verdicts, tallies, write_verdicts

SUPPORT = """# Support

The Provider answers promptly.

The Provider repairs promptly and / or replaces the device.
"""
NOTICES = """# Notices

A notice is given from time to time.
"""


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    (folder / "theirs").mkdir(parents=True)
    (folder / "support.md").write_text(SUPPORT, encoding="utf-8")
    (folder / "theirs" / "notices.md").write_text(NOTICES, encoding="utf-8")
    (folder / "letter.txt").write_text("promptly", encoding="utf-8")
    return folder


def run(*arguments: str | Path) -> str:
    result = CliRunner().invoke(main, [str(one) for one in arguments])
    assert result.exit_code == 0, result.output
    return result.output


def test_every_paper_of_a_folder_is_counted_by_rule_the_most_frequent_first(papers: Path) -> None:
    found = found_in(papers)
    assert [one.key for one in found if one.rule == "AMB-01"] == [
        ("AMB-01", "support.md", "3", "22", "promptly"),
        ("AMB-01", "support.md", "5", "22", "promptly"),
        ("AMB-01", "theirs/notices.md", "3", "19", "from time to time"),
    ]
    assert next(iter(counts(found).items())) == ("AMB-01", 3)
    assert counts(found)["AMB-04"] == 1


def test_a_sample_is_taken_at_equal_steps() -> None:
    found = [Found("AMB-01", "a.md", line, 1, "soon") for line in range(10)] + [Found("RDB-05", "a.md", 1, 1, "")]
    assert [(one.rule, one.line) for one in sample(found, 4)] == [
        *(("AMB-01", line) for line in (0, 2, 5, 7)),
        ("RDB-05", 1),
    ]
    assert list(sample(found, 25)) == found


def test_what_is_not_judged_is_shown_with_the_words_around_it(papers: Path) -> None:
    output = run(papers, "--top", "1")
    assert "| AMB-01 | 3 | 0 of 3 | 0 | 0 | 0 | – |" in output
    assert "not read: AMB-04 1" in output
    assert "A notice is given »from time to time." in output


def test_verdicts_are_kept_and_give_the_precision(papers: Path, tmp_path: Path) -> None:
    table = tmp_path / "verdicts.csv"
    run(papers, "--top", "1", "--verdicts", table, "--write")
    assert set(read_verdicts(table).values()) == {("", "")}
    judged = table.read_text(encoding="utf-8").replace("promptly,,", "promptly,true,no time")
    table.write_text(judged.replace("time,,", "time,false,a habit"), encoding="utf-8")
    output = run(papers, "--top", "1", "--verdicts", table, "--write")
    assert "| AMB-01 | 3 | 3 of 3 | 2 | 1 | 0 | 67% |" in output
    assert "»" not in output, "all is judged"
    (papers / "support.md").unlink()
    assert "| AMB-01 | 1 | 1 of 1 | 0 | 1 | 0 | 0% |" in run(papers, "--top", "1", "--verdicts", table, "--write")
    assert len(read_verdicts(table)) == 3, "what was judged stays, though it is found no more"


def test_a_debatable_finding_counts_neither_way() -> None:
    found = [Found("AMB-01", "a.md", line, 1, "soon") for line in range(3)]
    verdicts = {one.key: (said, "") for one, said in zip(found, ("true", "false", "debatable"), strict=True)}
    (tally,) = tallies(counts(found), found, verdicts)
    assert tally.precision == Fraction(1, 2)
    (unread,) = tallies(counts(found), found, {})
    assert unread.precision is None


def test_a_verdict_that_is_none_is_refused(tmp_path: Path) -> None:
    table = tmp_path / "verdicts.csv"
    one = Found("AMB-01", "a.md", 1, 1, "soon")
    write_verdicts(table, {one.key: ("maybe", "")}, [one])
    with pytest.raises(SystemExit, match=r"true, false, debatable.*AMB-01 a\.md 1 1 soon"):
        read_verdicts(table)


def test_a_paper_that_cannot_be_read_ends_the_count(papers: Path) -> None:
    (papers / "broken.docx").write_bytes(b"no zip")
    with pytest.raises(SystemExit, match=r"broken\.docx cannot be read"):
        found_in(papers)


def test_the_verdicts_that_are_kept_are_of_rules_there_are_and_say_why() -> None:
    verdicts = read_verdicts(Path(__file__).parent / "verdicts.csv")
    assert {key[0] for key in verdicts} <= set(REGISTER)
    unsaid = [key for key, (said, why) in verdicts.items() if not said or (said != "true" and not why)]
    assert not unsaid
