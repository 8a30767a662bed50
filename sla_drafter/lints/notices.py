"""What the program says beside the rules, each with its page: codes of files that are read, written, verified, signed.

The pages stand in `data/codes/`, a file for each occasion; a test holds that every code that is printed has one.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from sla_drafter.findings import Severity
from sla_drafter.lints import wordlists
from sla_drafter.values import frozen

OCCASIONS: Mapping[str, str] = {
    "verified_files": "when a file is verified or read back",
    "signed_files": "when something is signed off, or verified against a sign-off",
    "read_files": "when somebody's paper is opened",
    "agreement_file": "when an agreement file is read",
    "baseline_and_configuration": "when a configuration or a baseline is read",
    "clause_library": "when clauses are read and filled",
    "house": "when a house style is read",
    "written_files": "when files are written",
    "measured_facts": "when measured facts are read",
    "statements": "when credits are computed",
}
"""The files of pages, each with the occasion on which its codes are printed."""


@frozen
class Notice:
    """What is said by one code that is no rule: its name, its severities in words, and its page."""

    code: str
    name: str
    severity: str
    occasion: str
    checks: str
    why: str
    mend: str

    @property
    def worst(self) -> Severity:
        """The severity that its words name first."""
        return Severity(self.severity.partition(" ")[0])


@cache
def notices() -> Mapping[str, Notice]:
    """Every notice by its code, in the order of the occasions."""
    return {
        code: Notice(code, occasion=occasion, **page)
        for occasion in OCCASIONS
        for code, page in wordlists.listed(f"codes/{occasion}").items()
    }
