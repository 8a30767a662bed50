"""A network figure, and nobody says with which packets it is measured."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.required import Needed, missing
from sla_drafter.lints.rule import Rule
from sla_drafter.model.metrics import Source
from sla_drafter.model.paths import referent

RULE = Rule(
    code="MEA-17",
    name="network_probe_incomplete",
    severity=Severity.INFO,
    checks=(
        "The source of a latency, a jitter or a packet delivery says how often it sends, packets of which size, and "
        "between which points."
    ),
    why="A small packet once an hour between two rooms of one building is fast on every network.",
    bad="sources: {probes: {tool: network probe}}",
    good="sources: {probes: {tool: network probe, interval: 1 second, packet: 64 bytes, path: edge to edge}}",
    source="Network agreements name rate, size and path of their test packets.",
)

NETWORK = frozenset({"latency", "jitter", "packet_delivery"})
NEEDED = (
    Needed("interval", "Nothing says how often a test packet is sent.", "1 second"),
    Needed("packet", "Nothing says how large a test packet is.", "64 bytes"),
    Needed("path", "Nothing says between which points the network is measured.", "the two edges of the network"),
)


def find(context: Context) -> Iterator[Finding]:
    metrics = [one for one in context.agreement.metrics if one.formula and one.formula.kind.id in NETWORK]
    for name in dict.fromkeys(metric.source for metric in metrics if metric.source):
        source: Source | None = referent(context.agreement, "sources", name)
        if source is not None:
            yield from missing(RULE, source, f"sources.{source.id}", NEEDED)
