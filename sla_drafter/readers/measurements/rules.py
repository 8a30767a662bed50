"""What can be wrong with a file of measured facts or one of its rows: a code, a name and a severity for each."""

from __future__ import annotations

from collections.abc import Mapping

from sla_drafter.findings import Severity
from sla_drafter.values import frozen


@frozen
class Rule:
    """One fault: its code, which is never used for anything else, its severity, and what it says."""

    code: str
    severity: Severity
    says: str


def _error(code: str, says: str) -> Rule:
    return Rule(code, Severity.ERROR, says)


def _warning(code: str, says: str) -> Rule:
    return Rule(code, Severity.WARNING, says)


def _info(code: str, says: str) -> Rule:
    return Rule(code, Severity.INFO, says)


RULES: Mapping[str, Rule] = {
    "file_unreadable": _error("ROW-01", "a file is not what its ending says, not UTF-8, empty, or missing"),
    "file_too_large": _error("ROW-02", "a file has more bytes or more rows than are read"),
    "unknown_kind": _error("ROW-03", "the header is that of no kind of measured facts"),
    "missing_column": _error("ROW-04", "a column that the kind needs is missing"),
    "wrong_column": _error("ROW-05", "a column looks like a mistyped one, or stands twice"),
    "other_agreement": _error("ROW-06", "the file or the row belongs to another agreement or version"),
    "broken_row": _error("ROW-07", "a row has more or fewer cells than the header, or a quote is not closed"),
    "missing_value": _error("ROW-08", "a cell is empty that must not be"),
    "wrong_time": _error("ROW-09", "a time is not written in ISO 8601, does not exist, or is finer than a microsecond"),
    "time_without_zone": _error("ROW-10", "a time says neither Z nor an offset, and no column `zone` says it"),
    "unknown_zone": _error("ROW-11", "a time zone is unknown, or an abbreviation of several"),
    "changed_clock": _error("ROW-12", "a local time comes twice or never, since clocks change"),
    "future_time": _error("ROW-13", "a time lies after the moment when the figures were taken"),
    "reversed_span": _error("ROW-14", "an end lies before its start"),
    "no_length": _warning("ROW-15", "start and end are the same instant; the row is used"),
    "wrong_order": _error("ROW-16", "a case is answered, restored or paused before it was opened"),
    "unknown_id": _error("ROW-17", "a service, severity, metric or cause is not in the agreement"),
    "wrong_number": _error("ROW-18", "a number cannot be read, or its unit is missing or another one"),
    "negative_count": _error("ROW-19", "a count is below zero"),
    "part_exceeds_whole": _error("ROW-20", "there are more errors than requests, or more events within than events"),
    "wrong_word": _error("ROW-21", "a cell that takes yes or no holds another word"),
    "given_twice": _error("ROW-22", "a case, a count or an observation is given a second time"),
    "overlapping_counts": _warning("ROW-23", "two counts or observations overlap in time; both are used"),
    "overlapping_spans": _info("ROW-24", "two outages or works of one service overlap; the common time counts once"),
    "outside_period": _info("ROW-25", "rows do not touch the period that is asked for"),
    "other_separator": _info("ROW-26", "cells are separated by semicolons, tabs or bars, or the file is UTF-16"),
    "no_rows": _info("ROW-27", "the file has a header and no row: nothing of its kind happened"),
    "not_read": _info("ROW-28", "a column or a file of a folder holds nothing that is read"),
}
"""Every fault by name. Errors are left out of the sums, rows with a warning or an information are used."""
