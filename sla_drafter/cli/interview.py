"""The interview of `new`: a few questions in plain words. The only place that asks a person at a terminal."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from sla_drafter.cli.status import Refused

if TYPE_CHECKING:
    from sla_drafter.model.library import Library
    from sla_drafter.readers.answers import Answers

T = TypeVar("T")
RELATIONS = {
    "customer_based": "one customer, about the services that it buys",
    "service_based": "every customer of one service, on the same terms",
    "multi_level": "several teams, or several levels (corporate, customer, service)",
    "internal": "another team of my own organisation",
    "vendor": "a supplier, under what I promise to my customers",
    "commitment": "everybody: my team promises, and nobody else signs",
    "outsourcing": "a provider that takes over operations of ours",
}
SUBJECTS = {
    "support": "cases at a desk, with severities and times",
    "network": "a network or access to the internet",
    "sales_marketing": "leads, between marketing and sales",
}
POSITIONS = {
    "balanced": "both sides alike",
    "provider": "the provider's side",
    "customer": "the customer's side",
}


def is_at_terminal() -> bool:
    """Whether a person sits there who can answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def interview(starters: Mapping[str, str], library: Library) -> Answers:
    """The answers of the person at the terminal; whoever ends it early gets no file."""
    import questionary

    from sla_drafter.builder.begin import further_clauses, nearest_starter
    from sla_drafter.readers.agreement_file import loads
    from sla_drafter.readers.answers import Answers

    relation = _chosen("With whom is the agreement?", RELATIONS)
    subjects = _several("What is it about, besides the service itself? (space marks, enter goes on)", SUBJECTS)
    kinds = (relation, *subjects)
    starter = nearest_starter(kinds, starters, library)
    loaded = loads(starters[starter], starter, library.clauses)
    provider = _answered(questionary.text("What is the provider called? (enter leaves it as in the example)"))
    customer = _answered(questionary.text("What is the customer called? (enter leaves it as in the example)"))
    position = _chosen("Whose draft is it?", POSITIONS)
    figures = "starter"
    if position != "balanced" and _answered(questionary.confirm("Take the figures that this side usually asks for?")):
        figures = "position"
    law = _chosen("Which law governs?", {one: one.replace("_", " ") for one in _laws()})
    clauses = {one.id: one.titles["en"] for one in further_clauses(loaded, library, kinds)}
    wanted = _several("Which of these clauses do you want as well? (space marks, enter goes on)", clauses)
    return Answers(kinds, starter, provider.strip(), customer.strip(), position, figures, law, wanted)


def ask_for_file() -> Path:
    """The name of the file to write."""
    import questionary

    return Path(_answered(questionary.text("Which file shall it be?", default="agreement.yaml")))


def _laws() -> tuple[str, ...]:
    from sla_drafter.model.choices import CHOICES

    return tuple(CHOICES["law"])


def _chosen(question: str, choices: Mapping[str, str]) -> str:
    import questionary

    named = [questionary.Choice(words, value=one) for one, words in choices.items()]
    return str(_answered(questionary.select(question, choices=named)))


def _several(question: str, choices: Mapping[str, str]) -> tuple[str, ...]:
    import questionary

    if not choices:
        return ()
    named = [questionary.Choice(words, value=one) for one, words in choices.items()]
    return tuple(map(str, _answered(questionary.checkbox(question, choices=named))))


def _answered(question: Any) -> Any:
    answer = question.ask()
    if answer is None:
        raise Refused("Nothing was written: the questions were ended.")
    return answer
