"""The metrics whose miss earns a credit."""

from __future__ import annotations

from sla_drafter.attainment.earning import credited
from sla_drafter.lints.context import Context
from sla_drafter.model.metrics import Metric
from sla_drafter.model.paths import referent


def credited_metrics(context: Context) -> tuple[Metric, ...]:
    """Each of them once, in the order in which the credits are stated; times of severities are not among them."""
    found = (referent(context.agreement, "metrics", name) for name in credited(context.agreement))
    return tuple(metric for metric in found if isinstance(metric, Metric))
