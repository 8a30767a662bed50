"""For which kinds of agreement a rule holds."""

from __future__ import annotations

from sla_drafter.values import frozen


@frozen
class Kinds:
    """Kinds that a rule judges (none: all of them), and kinds that it never judges, whatever else the agreement is."""

    judged: frozenset[str]
    never: frozenset[str] = frozenset()

    def __contains__(self, kinds: frozenset[str]) -> bool:
        """Whether an agreement of these kinds is judged; one whose kind is still open is judged by every rule."""
        is_meant = not self.judged or bool(kinds & self.judged)
        return not kinds or (is_meant and not kinds & self.never)


def only(*kinds: str) -> Kinds:
    """These kinds alone."""
    return Kinds(frozenset(kinds))


def all_but(*kinds: str) -> Kinds:
    """Every kind but these."""
    return Kinds(frozenset(), frozenset(kinds))


ALL = all_but()
TWO_SIDED = all_but("commitment")
EXTERNAL = Kinds(
    frozenset({"customer_based", "service_based", "vendor", "outsourcing", "network", "support"}),
    frozenset({"internal"}),
)
