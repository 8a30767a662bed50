"""`python -m sla_drafter` is the command `sla-drafter`."""

from sla_drafter.cli import main

main()
