"""`credits --to site`: the customer's page, a folder of pages and statements that need no network."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sla_drafter.cli.credits_open import How, marked, not_written
from sla_drafter.cli.status import Refused

if TYPE_CHECKING:
    from sla_drafter.attainment.windows import Period
    from sla_drafter.builder.credits import Computed

SITE = "site"


def site(
    agreement: Path,
    measurements: Sequence[Path],
    period: Period,
    folders: Sequence[Path],
    *,
    on: datetime.date,
    strict: bool,
    how: How,
) -> tuple[Computed, tuple[str, ...]]:
    """Writes the site into the folder; gives the statement of the period, and what to say of the files."""
    if len(folders) != 1:
        raise Refused("A site needs one folder: --to site -o attainment")
    from sla_drafter.builder.site import compute_site

    computed = compute_site(agreement, measurements, period, on=on, strict=strict)
    if not computed.latest.statement.final and not how.unfinished:
        return computed.latest, (not_written(computed.latest),)
    folder = folders[0] if computed.latest.statement.final else marked(folders[0])
    written = computed.write(folder, house=how.house, force=how.force, unfinished=how.unfinished)
    pages = len(computed.months) + 1
    said = f"{folder / 'index.html'} was written: {pages} pages, and {len(written) - pages} files beside them."
    return computed.latest, (said,)
