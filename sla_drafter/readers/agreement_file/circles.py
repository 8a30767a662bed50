"""Packages that stand on one another in a circle: no target and no fee could be worked out from them."""

from __future__ import annotations

from sla_drafter.model.agreement import Agreement
from sla_drafter.readers.agreement_file.reading import Reading


def refuse_circles(reading: Reading, agreement: Agreement) -> None:
    """Says each circle once, at the package that stands first in the file."""
    below = {package.id: package.on_top_of for package in agreement.packages}
    said: set[str] = set()
    for start in below:
        chain = _chain(start, below)
        if chain[-1] == start and len(chain) > 1 and not said.intersection(chain):
            said.update(chain)
            path = f"packages.{start}.on_top_of"
            message = f"The packages stand on one another in a circle: {' -> '.join(chain)}."
            reading.wrong("wrong_value", message, path, reading.nodes[path])


def _chain(start: str, below: dict[str, str | None]) -> list[str]:
    """A package and those that it stands on, up to the last one or to the first that comes again."""
    chain = [start]
    while (following := below.get(chain[-1])) is not None:
        chain.append(following)
        if following in chain[:-1]:
            break
    return chain
