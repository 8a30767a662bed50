"""The hook for pre-commit and the workflow of the docs do what they say, run as their programs run them."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.promises.files import STARTER

ROOT = Path(__file__).parents[2]
WORKFLOW = ROOT / "docs" / "how-to" / "agreements-workflow.yml"
ERROR = ("{below: 99.9%, credit: 5%}", "{below: 99.7%, credit: 5%}")


def loaded(file: Path) -> Any:
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  # makes text only


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A folder of agreements beside other files."""
    (tmp_path / "agreements").mkdir()
    (tmp_path / "agreements" / "halden.yaml").write_text(STARTER, encoding="utf-8")
    (tmp_path / "agreement.yaml").write_text(STARTER, encoding="utf-8")
    (tmp_path / "deploy.yaml").write_text("image: web\n", encoding="utf-8")
    workflows = tmp_path / ".github" / "workflows"
    workflows.mkdir(parents=True)
    (workflows / WORKFLOW.name).write_bytes(WORKFLOW.read_bytes())
    return tmp_path


def run(command: list[str], folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """A command with the programs of this environment first in the path."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    return subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "PATH": path, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def hooked(folder: Path) -> list[str]:
    """The command line of the hook: its entry, its arguments, and the files that match by name and type."""
    (hook,) = loaded(ROOT / ".pre-commit-hooks.yaml")
    assert {"id", "name", "entry", "language"} <= hook.keys()
    assert (hook["language"], hook["types"]) == ("python", ["yaml"])
    names = sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*.y*ml"))
    assert ".github/workflows/agreements-workflow.yml" in names
    matching = [name for name in names if re.search(hook["files"], name) and not re.search(hook["exclude"], name)]
    assert matching == ["agreement.yaml", "agreements/halden.yaml"]
    return [*shlex.split(hook["entry"]), *hook.get("args", []), *matching]


def test_the_hook_passes_good_agreements_and_stops_a_bad_one(repository: Path) -> None:
    passed = run(hooked(repository), repository)
    assert passed.returncode == 0, passed.stdout + passed.stderr
    (repository / "agreements" / "halden.yaml").write_text(STARTER.replace(*ERROR), encoding="utf-8")
    stopped = run(hooked(repository), repository)
    assert stopped.returncode == 1
    assert "agreements/halden.yaml:" in stopped.stdout
    assert "CRE-04" in stopped.stdout


def steps() -> dict[str, str]:
    """The commands of the workflow by the names of their steps, in their order."""
    (job,) = loaded(WORKFLOW)["jobs"].values()
    assert [step["uses"].partition("@")[0] for step in job["steps"] if "uses" in step] == [
        "actions/checkout",
        "actions/setup-python",
        "actions/upload-artifact",
    ]
    assert job["steps"][-1]["with"]["path"] == "drafts"
    return {step["name"]: step["run"] for step in job["steps"] if "run" in step}


def test_the_workflow_lints_and_drafts(repository: Path) -> None:
    environment = loaded(WORKFLOW)["env"]
    for name, command in steps().items():
        done = run(["bash", "-e", "-c", command], repository, **environment)
        assert done.returncode == 0, (name, done.stdout, done.stderr)
    written = sorted(file.name for file in (repository / "drafts").iterdir() if not file.name.startswith("."))
    assert written == ["halden.docx", "halden.pdf"]


def test_the_workflow_fails_at_the_line_of_a_finding(repository: Path) -> None:
    (repository / "agreements" / "halden.yaml").write_text(STARTER.replace(*ERROR), encoding="utf-8")
    failed = run(["bash", "-e", "-c", steps()["Lint"]], repository)
    assert failed.returncode == 1
    assert re.search(r"^::error file=agreements/halden\.yaml,line=\d+", failed.stdout, re.MULTILINE)
