"""What is offered to many alike: packages, a commitment to an audience, changes by the provider, the published text."""

from __future__ import annotations

from sla_drafter.model.facts import fact, facts
from sla_drafter.model.remedies import Ladder
from sla_drafter.model.scalars import Choice, Duration, Fee, Prose, Target
from sla_drafter.values import frozen


@frozen
class PackageTarget:
    """The target of a metric in a package, where it is higher than the one in the list; its id is the metric's."""

    id: str
    target: Target | None = fact("The target in this package.", itself=True)


@frozen
class Package:
    """A package or an add-on: what it adds to the services that every customer receives, and what it costs."""

    id: str
    name: Prose | None = fact("What the package is called.")
    kind: Choice | None = fact("package, or add-on to one.", choices="package_kind")
    on_top_of: str | None = fact("The package that it is added to.", refers_to="packages")
    services: tuple[str, ...] = facts("The services that come with it.", refers_to="services")
    content: tuple[Prose, ...] = facts("What else comes with it: channels, features, volumes.")
    fee: Fee | None = fact("What it costs for a period.")
    targets: tuple[PackageTarget, ...] = facts("Targets that are higher than in the list, by metric.")
    ladders: tuple[Ladder, ...] = facts("Credit bands in place of those for everybody, by metric.")


@frozen
class Commitment:
    """A one-sided commitment: to whom it is made, and how they complain."""

    audience: Prose | None = fact("Everybody it is made to: 'each team that runs a workload on the platform'.")
    complaints: Prose | None = fact("Where a complaint goes.")
    answer_within: Duration | None = fact("By when a complaint is answered.")


@frozen
class UnilateralChange:
    """What the provider may change without consent, and how a customer may leave because of it."""

    subjects: tuple[Prose, ...] = facts("What may be changed without consent.")
    notice: Duration | None = fact("Notice of a change that is worse for the customer.")
    worsening: Choice | None = fact("From when a change may be worse for the customer.", choices="worsening")
    exit_within: Duration | None = fact("By when a customer may leave because of it.")
    refund: bool | None = fact("Whether fees paid for the time after that are refunded.")


@frozen
class Publication:
    """Where the current text is published, and which copy prevails."""

    url: str | None = fact("Address of the current text.")
    prevails: Choice | None = fact("Which copy prevails if they differ.", choices="prevails")
    print_notice: bool | None = fact("Whether a printed copy says where the current text is.")
