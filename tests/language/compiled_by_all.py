"""Each pattern that is compiled for keeping: those of all modules, and those of our words in every language."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path, PurePath
from pkgutil import walk_packages

import sla_drafter
from sla_drafter.language import patterns
from sla_drafter.lints.foreign import lint_foreign
from sla_drafter.readers.foreign import read_bytes

PAPERS = (
    "The Provider shall answer each Request of the Customer within 4 (five) Business Hours as set out in clause 3.",
    "Der Anbieter beantwortet jede Anfrage des Kunden innerhalb von 4 (fünf) Geschäftsstunden gemäß Ziffer 3.",
    "Le Prestataire répond à chaque demande du Client dans un délai de 4 (cinq) heures ouvrées selon l’article 3.",
    "El Proveedor responde a cada solicitud del Cliente en un plazo de 4 (cinco) horas hábiles según la cláusula 3.",
)


def every_pattern() -> tuple[tuple[str, int], ...]:
    """Patterns with their flags: all modules are loaded, and a paper in each language is linted."""
    for found in walk_packages(sla_drafter.__path__, "sla_drafter."):
        if not found.name.endswith("__main__"):
            import_module(found.name)
    for paper in PAPERS:
        lint_foreign(read_bytes(f"# 1. {paper}\n\n{paper}\n".encode(), Path("paper.md")), PurePath("paper.md"))
    return tuple((pattern, flags) for pattern, flags in patterns._OURS if isinstance(pattern, str))
