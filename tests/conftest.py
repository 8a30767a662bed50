"""What every test may ask for: an outside tool, a golden file, and properties that repeat exactly in CI."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import hypothesis
import pytest

GOLDEN = Path(__file__).parent / "golden"
NODE_TOOLS = Path(sys.prefix) / "node" / "node_modules"
IN_CI = os.environ.get("CI", "").lower() in {"1", "true"}

hypothesis.settings.register_profile("desk", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, database=None, print_blob=True)
hypothesis.settings.load_profile("ci" if IN_CI else "desk")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds --accept, which writes what was found over the golden files; look at the difference afterwards."""
    parser.addoption("--accept", action="store_true", help="write what was found over the golden files")


def find_tool(name: str, *, must_exist: bool) -> Path:
    """Where an outside program is; a missing one skips the test at a desk and fails it where it must exist."""
    found = shutil.which(name)
    if found:
        return Path(found)
    reason = f"{name} is not installed (`sh tests/run.sh` installs it on Debian as root)"
    if must_exist:
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def outside_tool() -> Callable[[str], Path]:
    """Gives the path of an outside program such as soffice; without it the test is skipped, in CI it fails."""
    return lambda name: find_tool(name, must_exist=IN_CI)


@pytest.fixture(scope="session")
def node_tool() -> Callable[[str], Path]:
    """Gives the path of a file of the checkers from npm, such as vnu-jar/build/dist/vnu.jar."""
    return lambda name: find_node_tool(name, must_exist=IN_CI)


def find_node_tool(name: str, *, must_exist: bool) -> Path:
    """Where a file of the checkers from npm is; tests/run.sh puts them into the virtual environment."""
    found = NODE_TOOLS / name
    return found if found.exists() else Path(find_tool(name, must_exist=must_exist))


def compare_with_golden(found: str, file: Path, *, accept: bool) -> None:
    """Compares a text with the accepted one; with accept the found text becomes the accepted one."""
    if accept:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(found, encoding="utf-8", newline="")
        return
    if not file.is_file():
        pytest.fail(f"{file.name} has no golden file yet: run the test with --accept and look at {file}")
    with file.open(encoding="utf-8", newline="") as accepted:
        assert found == accepted.read(), f"{file} differs; if the new text is right, run the test with --accept"


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with tests/golden/<name>: `golden(text, "errors/unknown_key.txt")`."""
    accept = bool(request.config.getoption("--accept"))
    return lambda found, name: compare_with_golden(found, GOLDEN / name, accept=accept)
