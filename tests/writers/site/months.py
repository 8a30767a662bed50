"""Sites to test with: the agreement of the tests, some months of measurements, and the pages made from them."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from sla_drafter.assembly.clause_names import clause_names
from sla_drafter.attainment.instants import DAY, MINUTE
from sla_drafter.attainment.schedules import zone_of
from sla_drafter.attainment.statement import statements_of
from sla_drafter.attainment.to_site import to_site
from sla_drafter.document.site import Site
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.measured import Observation, Outage, Span, Ticket
from sla_drafter.model.record import Measurements
from sla_drafter.readers.clauses import load_library
from sla_drafter.readers.house import load_house
from sla_drafter.writers.site import write
from tests.attainment.months import HERE, MARCH, agreed, at, down, record, work

CLAIMED = (
    "same_incident: highest only, mode: automatic",
    "same_incident: highest only, mode: claim, claim_within: 30 days",
)
KINDS = ("outages", "maintenance", "tickets", "observations")


def measured() -> Measurements:
    """Three months: downtime in each, some excused; slow queries; cases in time and late."""
    outages = (
        down(at(5, 10, month=1), at(5, 10, 20, month=1), incident="INC-1"),
        down(at(9, 3, month=2), at(9, 12, month=2), incident="INC-2"),
        down(at(3, 10), at(3, 12, 30), incident="INC-3"),
        down(at(4, 10), at(4, 11), cause="customer_cause", incident="INC-4"),
    )
    works = (work(at(7, 4), at(7, 5), at(20, 9, month=2)),)
    slow = tuple(
        Observation("query_time", Span(at(1, 0, month=n), at(2, 0, month=n)), HERE, 9400 + n, 10000) for n in (1, 2, 3)
    )
    cases = (
        Ticket("T-1", "1", at(3, 10), HERE, at(3, 10, 5), at(3, 12)),
        Ticket("T-2", "2", at(8, 10), HERE, at(8, 12)),
    )
    return Measurements(outages, works, cases, (), slow, records=tuple(map(record, KINDS)))


def site(*edits: tuple[str, str], measurements: Measurements | None = None, left_out: int = 0) -> Site:
    """The site of the first three months of 2027."""
    agreement = agreed(*edits)
    statements = statements_of(agreement, measurements or measured(), MARCH)
    return to_site(statements, clause_names(agreement, load_library()), left_out)


def pages(found: Site) -> Mapping[str, bytes]:
    """The pages of a site in the plain house."""
    return write(found, load_house("plain"))


def an_outage(agreement: Agreement, length: Fraction) -> Measurements:
    """A month in which the database was down once, for so many microseconds from its first instant on."""
    start = MARCH.span(zone_of(agreement)).start
    outage = Outage(Span(start, start + int(length)), "database", HERE)
    return Measurements((outage,), records=(record("outages"),))


def slow_queries(failed: int, events: int) -> Measurements:
    """A month with so many queries, some of them slow."""
    within = Observation("query_time", Span(at(3, 0), at(3, 0) + DAY), HERE, events - failed, events)
    return Measurements(observations=(within,), records=(record("outages"), record("observations")))


WHOLE_MONTH = Fraction(31 * DAY - 60 * MINUTE)
"""March 2027 in London, an hour short."""
