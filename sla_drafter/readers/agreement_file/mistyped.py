"""A path that a script gives and that means a thing which is not there: one with nearly the same id is."""

from __future__ import annotations

from collections.abc import Collection

from sla_drafter.findings import Finding, Mend, Severity
from sla_drafter.language.distance import alike

_SLIP = 0.85  # how alike two ids are when one is most likely a slip of the hand


def mistyped(path: str, known: Collection[str], given: Collection[str]) -> Finding | None:
    """What is wrong with a path whose thing is unknown while one of nearly the same id stands beside it.

    A new thing is set as a whole (`metrics.uptime: {…}`); a fact of a thing that is not there is set by mistake where
    the next id is so near. `known` are the paths of the agreement so far, `given` all that are set at once.
    """
    steps = path.split(".")
    for depth in range(1, len(steps) - 1):
        above, identity = ".".join(steps[:depth]), steps[depth]
        beside = {one[len(above) + 1 :].split(".")[0] for one in known if one.startswith(f"{above}.")}
        near = [one for one in sorted(beside) if one != identity and alike(identity, one) >= _SLIP]
        if identity in beside or not near or f"{above}.{identity}" in given:
            continue
        right = ".".join((above, near[0], *steps[depth + 1 :]))
        return Finding(
            "FILE-04",
            "unknown_id",
            Severity.ERROR,
            f"There is no {above}.{identity}.",
            field=path,
            mend=Mend(f"{right}   (a new one is set as a whole:  {above}.{identity}: {{…}})"),
        )
    return None
