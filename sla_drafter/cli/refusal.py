"""A refusal with its reasons, as a person reads it."""

from __future__ import annotations

import click

from sla_drafter.cli.findings_alike import findings_texts
from sla_drafter.cli.findings_text import finding_text, mistake_text
from sla_drafter.cli.visible import visible
from sla_drafter.errors import DraftRejected, FindingsError


def refusal_text(refused: FindingsError) -> str:
    """The headline, then every reason. Those of a draft are findings of rules, all others are mistakes."""
    said = finding_text if isinstance(refused, DraftRejected) else mistake_text
    headline = click.style(visible(refused.headline), bold=True)
    return "\n\n".join((headline, *findings_texts(refused.findings, said)))
