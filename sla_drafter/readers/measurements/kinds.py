"""The seven kinds of measured facts: which columns a file of each kind has, and what stands in them."""

from __future__ import annotations

from collections.abc import Mapping

from sla_drafter.values import frozen


@frozen
class Column:
    """One column: its name, what its cells are read as, whether it must be there, what it says, and an example."""

    name: str
    type: str
    required: bool
    says: str
    example: str


@frozen
class Kind:
    """One kind of measured facts: its name, which is a field of `Measurements`, and its columns."""

    name: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all columns."""
        return tuple(column.name for column in self.columns)

    @property
    def required(self) -> tuple[str, ...]:
        """The names of the columns that must be there."""
        return tuple(column.name for column in self.columns if column.required)


def _needed(name: str, type_: str, says: str, example: str) -> Column:
    return Column(name, type_, required=True, says=says, example=example)


def _optional(name: str, type_: str, says: str, example: str) -> Column:
    return Column(name, type_, required=False, says=says, example=example)


NOTICE = "time of a notice"
"""A time that may be missing; where the column itself is, the file says nothing about it."""
_START = _needed("start", "time", "when it began", "2027-03-04T10:00:00Z")
_END = _needed("end", "time", "when it was over; the instant itself no longer belongs to it", "2027-03-04T11:30:00Z")
_FROM = _needed("start", "start or day", "when it began; a day means its beginning", "2027-03-01")
_UNTIL = _needed("end", "end or day", "when it was over: an instant no longer belongs to it, a day does", "2027-03-31")
_SERVICE = _needed("service", "service", "the id of a service of the agreement", "database")

OUTAGES = Kind(
    "outages",
    (
        _START,
        _END,
        _SERVICE,
        _optional("cause", "cause", "the id of an exclusion, a party or a dependency", "customer_cause"),
        _optional("incident", "text", "the number of the incident; what has the same one is one incident", "INC-1204"),
        _optional("weight", "weight", "the part of the service or its users that was down; all when empty", "25%"),
        _optional("reported", "optional time", "when it was reported", "2027-03-04T10:04:00Z"),
        _optional(
            "notice_given", NOTICE, "when notice was given of its cause; empty if it was not", "2027-03-04T12:00:00Z"
        ),
    ),
)
MAINTENANCE = Kind(
    "maintenance",
    (
        _needed("start", "planned time", "when the work began or is to begin", "2027-03-07T04:00:00Z"),
        _needed("end", "planned time", "when it was over or is to be over", "2027-03-07T05:00:00Z"),
        _SERVICE,
        _needed("announced", "announced time", "when it was announced; empty if it was not", "2027-02-26T09:00:00Z"),
        _optional("emergency", "flag", "whether it was emergency work; no when empty", "no"),
    ),
)
TICKETS = Kind(
    "tickets",
    (
        _needed("id", "id", "the number of the case, once in all files", "T-311"),
        _needed("severity", "severity", "the number of a severity of the agreement", "2"),
        _needed("opened", "time", "when its clock began", "2027-03-04T10:00:00Z"),
        _optional(
            "answered", "optional time", "when a person answered; empty while nobody did", "2027-03-04T10:20:00Z"
        ),
        _optional("restored", "optional time", "when the service was restored", "2027-03-04T13:00:00Z"),
        _optional("service", "optional service", "the id of a service of the agreement", "database"),
        _optional(
            "paused",
            "spans",
            "when its clock stood still: start/end, several with semicolons",
            "2027-03-04T10:30:00Z/2027-03-04T11:00:00Z",
        ),
    ),
)
REQUESTS = Kind(
    "requests",
    (
        _FROM,
        _UNTIL,
        _SERVICE,
        _needed("requests", "count", "how many valid requests there were", "120000"),
        _needed("errors", "count", "how many of them failed", "14"),
    ),
)
OBSERVATIONS = Kind(
    "observations",
    (
        _needed("metric", "metric", "the id of a metric of the agreement", "query_time"),
        _FROM,
        _UNTIL,
        _optional("within", "optional count", "how many events were within the promise", "9950"),
        _optional("events", "optional count", "how many events there were", "10000"),
        _optional("value", "text", "the value with its unit, where there are no counts", "99.5%"),
    ),
)
WORKLOAD = Kind(
    "workload",
    (
        _FROM,
        _UNTIL,
        _SERVICE,
        _needed("workload", "amount", "the highest volume in that time, in the unit of the limit", "2310"),
    ),
)
DISASTERS = Kind(
    "disasters",
    (
        _needed("declared", "time", "when the disaster was declared", "2027-03-04T10:00:00Z"),
        _optional(
            "restored", "optional time", "when the service was restored; empty while it is not", "2027-03-04T14:00:00Z"
        ),
        _SERVICE,
    ),
)
KINDS: Mapping[str, Kind] = {
    kind.name: kind for kind in (OUTAGES, MAINTENANCE, TICKETS, REQUESTS, OBSERVATIONS, WORKLOAD, DISASTERS)
}
"""The kinds by name, in the order in which a header is compared with them."""

EVERYWHERE = (
    _optional("zone", "zone", "the IANA time zone of the times in this row that name none", "Europe/London"),
    _optional("agreement", "agreement", "the title of the agreement that the row belongs to", "Managed PostgreSQL"),
    _optional("version", "version", "the version of that agreement", "0.3"),
)
"""Columns that a file of any kind may have."""

OTHER_WORDS: Mapping[str, str] = {
    "begin": "start", "began": "start", "from": "start", "started_at": "start", "until": "end", "to": "end",
    "finish": "end", "stop": "end", "ended_at": "end", "priority": "severity", "sev": "severity", "created": "opened",
    "created_at": "opened", "reported_at": "reported", "resolved": "restored", "closed": "restored",
    "responded": "answered", "first_response": "answered", "ticket": "id", "key": "id", "number": "id", "case": "id",
    "on_hold": "paused", "notified": "announced", "notice": "announced", "noticed": "notice_given", "total": "requests",
    "failed": "errors", "failures": "errors", "good": "within", "component": "service", "system": "service",
    "reason": "cause", "timezone": "zone", "tz": "zone", "contract": "agreement",
}  # fmt: skip
"""What other tools call these columns; such a name is not read, but the right one is proposed."""
