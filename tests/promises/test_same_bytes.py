"""The same agreement gives the same bytes: in another process, with other hashes, elsewhere in the world."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from sla_drafter.builder import Draft
from sla_drafter.builder.files import FORMATS, calendar_bytes, made_bytes
from tests.promises.starters import PAPERS, builder_of

pytestmark = pytest.mark.xdist_group("promises_files")
ROOT = Path(__file__).parents[2]
MADE = (*FORMATS, "ics", "brochure.pdf", "brochure.html", "unfinished.docx", "unfinished.pdf")

PROGRAM = """
import json, sys
sys.path.insert(0, sys.argv[1])
from tests.promises.test_same_bytes import hashes
print(json.dumps(hashes()))
"""
ENVIRONMENTS = {
    "C in Kiritimati": {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
    "German in Los Angeles": {
        "PYTHONHASHSEED": "4711",
        "TZ": "America/Los_Angeles",
        "LC_ALL": "de_DE.UTF-8",
        "LANG": "de_DE.UTF-8",
    },
    "Turkish, another epoch": {
        "PYTHONHASHSEED": "0",
        "TZ": "Asia/Kathmandu",
        "LC_ALL": "tr_TR.UTF-8",
        "SOURCE_DATE_EPOCH": "86400",
        "PYTHONUTF8": "0",
    },
}


def made(draft: Draft) -> dict[str, bytes]:
    """Every file that a draft can become."""
    unfinished = draft.marked_unfinished()
    return {
        **{ending: made_bytes(draft, ending) for ending in FORMATS},
        "ics": calendar_bytes(draft, Path("agreement.ics")),
        **{f"brochure.{ending}": made_bytes(draft.brochure, ending) for ending in ("pdf", "html")},
        **{f"unfinished.{ending}": made_bytes(unfinished, ending) for ending in ("docx", "pdf")},
    }


@cache
def hashes() -> dict[str, dict[str, str]]:
    """The hash of each file, for the first and the last of the papers, whatever languages those are in."""
    found = {}
    for name, language in (PAPERS[0], PAPERS[-1]):
        files = made(builder_of(name).in_language(language).with_dates().draft(layout=False))
        found[f"{name}-{language}"] = {kind: hashlib.sha256(data).hexdigest() for kind, data in files.items()}
    return found


def test_every_kind_of_file_is_hashed() -> None:
    assert [set(found) for found in hashes().values()] == [set(MADE)] * 2
    assert len({one for found in hashes().values() for one in found.values()}) == 2 * len(MADE)


@pytest.mark.parametrize("environment", ENVIRONMENTS.values(), ids=list(ENVIRONMENTS))
def test_the_same_agreement_gives_the_same_bytes_elsewhere(environment: dict[str, str], tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(ROOT)],
        cwd=tmp_path,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout) == hashes()


def test_a_draft_that_is_made_again_in_the_same_process_has_the_same_bytes() -> None:
    name, language = PAPERS[0]
    one, two = (made(builder_of(name).in_language(language).draft(layout=False)) for _ in range(2))
    assert one == two
