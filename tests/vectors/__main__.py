"""`python -m tests.vectors FILE.json`: runs every case of a file and says how many passed and failed."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.vectors.run import cases, judge

USAGE = "usage: python -m tests.vectors FILE.json\n"


def main(arguments: list[str]) -> int:
    """Prints each failed case, then the count; the exit status is 1 when one failed, 2 when there is no such file."""
    if len(arguments) != 1 or not Path(arguments[0]).is_file():
        sys.stderr.write(USAGE)
        return 2
    outcomes = [judge(case) for case in cases(Path(arguments[0]))]
    failed = [outcome for outcome in outcomes if outcome.faults]
    for outcome in failed:
        sys.stdout.write(f"{outcome.id} {outcome.title}\n")
        sys.stdout.writelines(f"    {fault}\n" for fault in outcome.faults)
    sys.stdout.write(f"{len(outcomes) - len(failed)} passed, {len(failed)} failed\n")
    return int(bool(failed))


sys.exit(main(sys.argv[1:]))
