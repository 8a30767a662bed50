"""What a rule may ask: the draft, its facts, its paper, its pages, the date on which it is judged."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Any

from attrs import field

from sla_drafter.assembly.draft import Draft
from sla_drafter.document.pages import Pages
from sla_drafter.findings import Finding
from sla_drafter.lints.paper import Paper
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.configuration import USUAL, Configuration
from sla_drafter.model.languages import public_texts, said_of
from sla_drafter.model.library import ClauseText
from sla_drafter.model.metrics import Metric
from sla_drafter.model.paths import Fact, referent
from sla_drafter.model.remedies import Ladder
from sla_drafter.model.scalars import Prose
from sla_drafter.model.services import Service
from sla_drafter.values import frozen


@frozen
class Context:
    """A draft as rules see it; `found` are the findings so far, for the rules that judge findings.

    `layout` are its pages, `brochure` those of its brochure where one is wanted; `configuration` is how the house wants
    it judged, `left_out` the codes of the rules that nobody asked for. `paper` is the document with its index.
    """

    draft: Draft
    on: date | None = None
    layout: Pages | None = None
    found: tuple[Finding, ...] = ()
    brochure: Pages | None = None
    configuration: Configuration = USUAL
    left_out: frozenset[str] = frozenset()
    paper: Paper = field(repr=False)

    @paper.default
    def _paper(self) -> Paper:
        return Paper(self.draft.document, configuration=self.configuration)

    @property
    def agreement(self) -> Agreement:
        """What was agreed."""
        return self.draft.agreement

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Every fact that is present, in the order of the model."""
        return self.draft.facts

    @cached_property
    def texts_of_facts(self) -> tuple[tuple[Fact, Prose], ...]:
        """The texts among the facts that are not private, each with its fact."""
        return tuple(public_texts(self.facts))

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds that the agreement is."""
        return frozenset(kind.id for kind in self.agreement.kind)

    @cached_property
    def settled(self) -> frozenset[str]:
        """The clauses that the master agreement settles."""
        master = self.agreement.master_agreement
        return frozenset(clause.id for clause in master.settles) if master else frozenset()

    @cached_property
    def defined_elsewhere(self) -> tuple[str, ...]:
        """The terms that the master agreement defines, in the language of the draft, and those that the house knows."""
        master = self.agreement.master_agreement
        known = said_of(master.terms if master else (), self.paper.language)
        return (*known, *self.configuration.terms)

    @cached_property
    def texts(self) -> tuple[ClauseText, ...]:
        """The texts of the chosen clauses as their authors wrote them."""
        return tuple(chosen.text for chosen in self.draft.clauses)

    def covers(self, *clauses: str) -> bool:
        """Whether one of these clauses was chosen or is settled by the master agreement."""
        return not (self.draft.clause_ids.isdisjoint(clauses) and self.settled.isdisjoint(clauses))

    def words(self, prose: Prose | None) -> str:
        """The user's words in the language of the draft."""
        return (prose.words(self.paper.language) or "") if prose else ""

    def called(self, thing: Any) -> str:
        """What a thing is called in a message: its name or title, else its id."""
        named = getattr(thing, "name", None) or getattr(thing, "title", None)
        return self.words(named) or str(thing.id)

    def service_of(self, metric: Metric) -> Service | None:
        """The service that a metric belongs to."""
        found: Service | None = referent(self.agreement, "services", metric.service) if metric.service else None
        return found

    @cached_property
    def ladders(self) -> tuple[tuple[Ladder, Metric], ...]:
        """Each credit ladder with the metric it belongs to."""
        return tuple(self._ladders())

    def _ladders(self) -> Iterator[tuple[Ladder, Metric]]:
        promised = self.agreement.credits
        for ladder in promised.ladders if promised else ():
            metric = referent(self.agreement, "metrics", ladder.id)
            if metric is not None:
                yield ladder, metric

    def higher_is_better(self, metric: Metric) -> bool:
        """Whether a higher value of the metric is better service, as its target says."""
        return metric.target is None or metric.target.comparator.id == "at_least"
