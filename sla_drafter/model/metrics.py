"""What is measured, from which source, against which target, and what does not count."""

from __future__ import annotations

from sla_drafter.model.facts import fact, facts
from sla_drafter.model.scalars import Choice, Duration, Formula, Percent, Prose, Quantity, Target, Window
from sla_drafter.values import frozen


@frozen
class Source:
    """Where the measured figures come from."""

    id: str
    tool: Prose | None = fact("The tool or record.", proper=True)
    owner: str | None = fact("The party that runs it.", refers_to="parties")
    interval: Duration | None = fact("How often it measures.")
    place: Prose | None = fact("From where it measures.")
    automatic: bool | None = fact("Whether it measures without anybody's work.")
    effort: Duration | None = fact("Work for each period when it is not automatic.")
    retention: Duration | None = fact("How long its records are kept.")
    path: Prose | None = fact("For a network: between which points it measures.")
    packet: Quantity | None = fact("For a network: the size of a test packet: '64 bytes'.")


@frozen
class Counting:
    """The figures that a formula needs: intervals, bad minutes, and what outages are weighted with."""

    interval: Duration | None = fact("For an interval availability: how long an interval is.")
    idle: Choice | None = fact("For an interval availability: what an interval without requests is.", choices="idle")
    error_share: Percent | None = fact("For a minute availability: a minute with more errors than this is down.")
    attempts: int | None = fact("For a minute availability: with fewer requests a minute is not down.")
    run: int | None = fact("For a minute availability: how many such minutes in a row count.")
    units: Quantity | None = fact("For a weighted availability: what outages are weighted with: '400 users'.")


@frozen
class Metric:
    """One service level: what is measured, for which service, against which target, in which window.

    With a `minimum` there are two levels: credits begin below the minimum, the target is what is expected.
    """

    id: str
    name: Prose | None = fact("What the metric is called.")
    service: str | None = fact("The service it belongs to.", refers_to="services")
    obligor: Choice | None = fact("Whose performance it measures; the provider's when left out.", choices="obligor")
    goal: str | None = fact("The goal that it serves.", refers_to="goals")
    formula: Formula | None = fact("'time availability', 'request availability', 'share within 200 ms'.")
    down_when: Prose | None = fact("For availability: when the service counts as down.")
    measures: Prose | None = fact("For a share, a mean or a count: what is timed or counted.")
    counting: Counting | None = fact("The figures that its formula needs.")
    target: Target | None = fact("'at least 99.9%', 'at most 40 ms', 'at least 250 leads'.")
    minimum: Target | None = fact("A level below the target from which credits begin.")
    floor: Target | None = fact("For a mean: what every single value keeps.")
    window: Window | None = fact("'calendar month', 'rolling 30 days'.")
    source: str | None = fact("Where its figures come from.", refers_to="sources")
    no_data: Choice | None = fact("What counts where the source has no data.", choices="no_data")
    excluded_time: Choice | None = fact("Whether excused time leaves both sides of the sum.", choices="excluded_time")
    owner: str | None = fact("The role that answers for it.", refers_to="roles")
    behaviour: Prose | None = fact("The behaviour that it is meant to cause.")

    @property
    def owed(self) -> Target | None:
        """The level below which a credit is due: the minimum where there is one, else the target."""
        return self.minimum or self.target


@frozen
class Severity:
    """One severity of a case: its impact, and the times that hold for it. Its id is its number."""

    id: str
    name: Prose | None = fact("What it is called.")
    impact: Prose | None = fact("The impact that makes a case of this severity.")
    examples: tuple[Prose, ...] = facts("Examples.")
    response: Duration | None = fact("By when a person answers.")
    restore: Duration | None = fact("By when the service is restored.")
    fix: Duration | None = fact("By when the cause of the case is removed for good.")
    update_every: Duration | None = fact("How often the customer is informed.")
    cover: str | None = fact("The schedule that its clocks run on.", refers_to="hours")
    compliance: Percent | None = fact("The share of cases that are answered and restored in time.")
    allowed_misses: int | None = fact("How many late cases of it a window forgives; without it, as the clock says.")


@frozen
class SeverityClock:
    """When the clocks of a case start, stop, pause and go on."""

    start: Choice | None = fact("What starts the clocks.", choices="clock_start")
    response: Choice | None = fact("What counts as a response.", choices="clock_response")
    stop: Choice | None = fact("What stops the restore clock.", choices="clock_stop")
    setter: Choice | None = fact("Who sets the severity.", choices="severity_setter")
    on_change: Choice | None = fact("What a change of severity does to the clock.", choices="on_severity_change")
    pause_max: Duration | None = fact("How long a clock may pause for each question that is with the customer.")
    reopen: Choice | None = fact("What a reopened case does to the clock.", choices="reopen")
    allowed_misses: int | None = fact("How many late cases a window forgives when cases are few.")
    window: Window | None = fact("The window in which compliance is measured.")
    source: str | None = fact("Where the times come from.", refers_to="sources")


@frozen
class Exclusion:
    """One event that excuses a miss, with an objective test."""

    id: str
    test: Prose | None = fact("The test that decides: 'the miss would not have happened but for …'.")
    notice: Duration | None = fact("By when the event is notified.")


@frozen
class Measurement:
    """How measured figures are contested."""

    dispute_within: Duration | None = fact("By when a reported figure may be contested.")
    meanwhile: Choice | None = fact("What holds until it is settled.", choices="meanwhile")
