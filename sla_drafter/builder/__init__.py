"""Composes a draft from an agreement and the clause library, and refuses one with errors."""

from sla_drafter.builder.compose import Builder
from sla_drafter.builder.draft import Draft

__all__ = ["Builder", "Draft"]
