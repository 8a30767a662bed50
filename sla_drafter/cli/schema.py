"""`schema`: the shape of the agreement file, for editors and other programs."""

from __future__ import annotations

import click

from sla_drafter.cli.example import example


@click.command(
    short_help="JSON Schema of the agreement file.", epilog=example("sla-drafter schema > agreement.schema.json")
)
def schema() -> None:
    """Print the JSON Schema of the agreement file.

    An editor that knows JSON Schema completes keys and marks mistakes while you type.
    """
    import json

    from sla_drafter.readers.agreement_file.schema import schema as agreement_schema
    from sla_drafter.readers.clauses import load_library

    click.echo(json.dumps(agreement_schema(load_library().clauses), indent=2, ensure_ascii=False))
