from __future__ import annotations

from pathlib import Path

import pytest
from _pytest.outcomes import Failed, Skipped

from tests.conftest import compare_with_golden, find_tool


def test_a_missing_tool_skips_a_test_at_a_desk_and_says_what_installs_it() -> None:
    with pytest.raises(Skipped, match=r"no-such-tool is not installed \(`sh tests/run.sh`"):
        find_tool("no-such-tool", must_exist=False)


def test_a_missing_tool_fails_a_test_in_ci() -> None:
    with pytest.raises(Failed, match="no-such-tool is not installed"):
        find_tool("no-such-tool", must_exist=True)


def test_a_tool_is_found_where_the_machine_has_it() -> None:
    assert find_tool("sh", must_exist=True).name == "sh"


def test_a_text_without_a_golden_file_fails(tmp_path: Path) -> None:
    with pytest.raises(Failed, match=r"new\.txt has no golden file yet"):
        compare_with_golden("found", tmp_path / "new.txt", accept=False)


def test_an_accepted_text_is_compared_to_the_last_line_ending(tmp_path: Path) -> None:
    file = tmp_path / "report" / "found.txt"
    compare_with_golden("one\r\ntwo\n", file, accept=True)
    compare_with_golden("one\r\ntwo\n", file, accept=False)
    with pytest.raises(AssertionError, match=r"found\.txt differs"):
        compare_with_golden("one\ntwo\n", file, accept=False)
