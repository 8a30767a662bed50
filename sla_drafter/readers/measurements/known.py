"""The ids of an agreement that a row may name: its services, severities, metrics, and causes of an outage."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from sla_drafter.language.patterns import compiled
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.scalars import Prose, Target
from sla_drafter.readers.agreement_file.mistakes import did_you_mean, named
from sla_drafter.readers.measurements.mistakes import Wrong

Names = Mapping[str, str]
"""What a thing may be called, and its id."""
_NUMBER = compiled(r"\D*(\d+)\b.*", re.ASCII)


def services(agreement: Agreement) -> dict[str, str]:
    """The ids of the services."""
    return {service.id: service.id for service in agreement.services}


def severities(agreement: Agreement) -> dict[str, str]:
    """The numbers of the severities, and the ids of the types of inquiry, which stand in the same column."""
    return {id_: id_ for id_, _ in _of_cases(agreement)}


def _of_cases(agreement: Agreement) -> Iterator[tuple[str, Prose | None]]:
    """What a case may be of: a severity, or a type of inquiry; the id and the name."""
    yield from ((one.id, one.name) for one in agreement.severities)
    yield from ((one.id, one.name) for one in agreement.inquiries)


def metrics(agreement: Agreement) -> dict[str, str]:
    """The ids of the metrics; the times that are promised for a severity are metrics too."""
    times = (
        f"severities.{severity.id}.{clock}"
        for severity in agreement.severities
        for clock, promised in (("response", severity.response), ("restore", severity.restore))
        if promised is not None
    )
    return {id_: id_ for id_ in (*(metric.id for metric in agreement.metrics), *times)}


def targets(agreement: Agreement) -> Mapping[str, Target | None]:
    """The target of each metric."""
    return {metric.id: metric.target for metric in agreement.metrics}


def causes(agreement: Agreement) -> dict[str, str]:
    """The ids that the cause of an outage may have: exclusions, parties, dependencies, and force majeure."""
    exclusions, parties = ((item.id for item in items) for items in (agreement.exclusions, agreement.parties))
    dependencies = (one.id for service in agreement.services for one in service.dependencies)
    forces = ("force_majeure",) if _excuses_by_force_majeure(agreement) else ()
    return {id_: id_ for id_ in (*exclusions, *parties, *dependencies, *forces)}


def _excuses_by_force_majeure(agreement: Agreement) -> bool:
    settled = agreement.master_agreement.settles if agreement.master_agreement else ()
    return agreement.force_majeure is not None or any(one.id == "force_majeure" for one in settled)


def called(agreement: Agreement) -> dict[str, dict[str, str]]:
    """For each kind of thing, the id by the names that people give it."""
    return {
        "service": _by_name((one.id, one.name) for one in agreement.services),
        "severity": _by_name(_of_cases(agreement)),
        "metric": _by_name((one.id, one.name) for one in agreement.metrics),
        "cause": _by_name((one.id, one.name) for one in agreement.parties),
    }


def _by_name(things: Iterable[tuple[str, Prose | None]]) -> dict[str, str]:
    return {words.casefold(): id_ for id_, name in things for words in _texts(name)}


def _texts(prose: Prose | None) -> Iterator[str]:
    return (words for _, words in (prose.by_language if prose else ()))


def titles(agreement: Agreement) -> tuple[str, ...]:
    """The title of the agreement in every language that it has one in."""
    return tuple(_texts(agreement.title))


def refused(what: str, ids: Names, names: Names) -> Callable[[str], str]:
    """Reads a word that is no id as it stands: the id without the blanks around it, or a refusal with the nearest."""

    def read(words: str) -> str:
        if words in ids:
            return ids[words]
        if not words:
            raise Wrong("missing_value", f"The {what} is missing. Write one of: {named(tuple(ids))}.")
        right = names.get(words.casefold(), "") or _by_number(words, ids if what == "severity" else {})
        if right:
            raise Wrong("unknown_id", f'There is no {what} "{words}". Did you mean {right}?', right)
        question, near = did_you_mean(words, tuple(ids), "There are" if len(ids) > 1 else "There is")
        if not ids:
            question = f"The agreement has no {what} at all."
        raise Wrong("unknown_id", f'There is no {what} "{words}". {question}', near)

    return read


def _by_number(words: str, ids: Names) -> str:
    """The severity that "P1", "Sev 1" or "1 - Critical" means."""
    found = _NUMBER.fullmatch(words)
    return ids.get(found[1].lstrip("0"), "") if found else ""
