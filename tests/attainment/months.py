"""A month to compute: one agreement, and rows of measurements that stand in no file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from sla_drafter.attainment.attained import Attained
from sla_drafter.attainment.instants import instant
from sla_drafter.attainment.statement import Statement, statement_of
from sla_drafter.attainment.windows import Period, month_of
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.measured import Evidence, MaintenanceWork, Outage, Span
from sla_drafter.model.record import Measurements, Record
from sla_drafter.readers.agreement_file import loads
from sla_drafter.readers.clauses import load_library

FILE = Path(__file__).parents[1] / "cli" / "agreement.yaml"
MARCH = month_of(date(2027, 3, 1))
HERE = Evidence("rows.csv", 2)
TWO_SERVICES = (
    ("sources:\n", "  web: {name: Shop, purpose: sells, fee: GBP 2000 per month, hours: always}\nsources:\n"),
    (
        "    name: Query time\n    service: database\n    goal: orders_flow\n    formula: share within 200 ms",
        "    name: Query time\n    service: web\n    goal: orders_flow\n    formula: time availability",
    ),
)
"""What makes two services of the one of the agreement."""


def agreed(*edits: tuple[str, str]) -> Agreement:
    """The agreement of the tests with words of its file changed; each stands there once."""
    text = FILE.read_text(encoding="utf-8")
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return loads(text, "agreement.yaml", load_library().clauses).agreement


def at(day: int, hour: int, minute: int = 0, month: int = 3) -> int:
    """An instant of 2027 in UTC."""
    return instant(datetime(2027, month, day, hour, minute, tzinfo=UTC))


def down(start: int, end: int, cause: str = "", incident: str = "", service: str = "database") -> Outage:
    """An outage of the database."""
    return Outage(Span(start, end), service, HERE, cause, incident)


def work(start: int, end: int, announced: int | None, *, emergency: bool = False) -> MaintenanceWork:
    """Maintenance of the database."""
    return MaintenanceWork(Span(start, end), "database", HERE, announced, emergency)


def record(kind: str) -> Record:
    """A file of a kind that was read in full."""
    return Record("rows.csv", kind, 0, 0, 0, "")


def of_outages(outages: Sequence[Outage], works: Sequence[MaintenanceWork] = ()) -> Measurements:
    """A record of outages, and of maintenance."""
    return Measurements(tuple(outages), tuple(works), records=(record("outages"), record("maintenance")))


def month(agreement: Agreement, measurements: Measurements, period: Period = MARCH) -> Statement:
    """The statement of a month."""
    return statement_of(agreement, measurements, period)


def metric(statement: Statement, name: str) -> Attained:
    """The value of one metric of a statement."""
    return next(one for one in statement.attained if one.metric == name)
