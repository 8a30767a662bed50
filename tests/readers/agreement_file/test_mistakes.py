from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from sla_drafter.errors import Unreadable
from sla_drafter.findings import Edit
from sla_drafter.readers.agreement_file import loads
from sla_drafter.readers.agreement_file.mistakes import CODES
from tests.readers.agreement_file.sample import AGREEMENT, CLAUSES, message, mistakes, printed, read

SEVERAL = """\
titel: x
kind: [customer_based, suport]
law: england
language: english
parties: {provider: {nam: x, kind: firm}, Big Customer: {}}
roles: {boss: {party: provder, title: [a, b]}, deputy: boss}
hours: {desk: {week: 9-5, start_outside: {a: b}}}
services: [database]
sources: {probe: {automatic: true, interval: 60}}
metrics: {availability: {service: database, target: 99.9%, owner: bos}}
severities: {one: {name: Critical}, 2: {response: 4 hours, compliance: 2 hours}}
credits:
  ladders:
    availabilty: [{below: 99.9%, credit: 10}]
    availability: [{below: 99.9%, credit: 10%}, {below: 99.9%, credit: 5%}, {credit: 5%}, 5%, {below: 95%, to: 9%}]
  carve_outs: fraude
  terms: {cap: 50%}
escalation: {after: 1 hour}
responsibilities: {customer: {duty: x}}
review: {every: {a: b}, triggers: {a: b}}
acceptance: {vendor: boss}
master_agreement: {document: {dated: 3/5/2026}, settles: {governing_lw: clause 1}}
clauses: {benchmarkng: no, benchmarking: {evry: 1 year, position: middle}, insurance: [a], service_credits: maybe}
termination: immediately
time: {zone: EST}
private: {left_out: {force_majeure: {because: x}}, margin: high, waivers: [{rul: x}]}
"""


def test_every_mistake_of_a_file_is_said_at_once(golden: Callable[[str, str], None]) -> None:
    found = mistakes(SEVERAL)
    golden(printed(found), "agreement_file/several.txt")
    assert all(finding.places for finding in found)
    assert all(finding.places[0].text in SEVERAL for finding in found)


def test_two_mistakes_read_as_promised(golden: Callable[[str, str], None]) -> None:
    text = AGREEMENT.replace("deputy: duty_manager}", "deputy: duty_manger}").replace("limit: 4000", "limit: 4,000")
    with pytest.raises(Unreadable) as refused:
        loads(text, "agreement.yaml", CLAUSES)
    assert refused.value.headline == "agreement.yaml cannot be read: 2 mistakes"
    role, comma = refused.value.findings
    assert (str(role.places[0]), role.field) == ("agreement.yaml:18:82", "roles.service_level_manager.deputy")
    assert role.message == "There is no role duty_manger. Did you mean duty_manager?"
    assert role.mend
    assert role.mend.edits == (Edit("roles.service_level_manager.deputy", "duty_manager"),)
    assert (str(comma.places[0]), comma.field) == ("agreement.yaml:45:23", "services.database.workload.limit")
    assert comma.message == 'Write 4000, or "4,000 connections" in quotes.'
    assert comma.places[0].note == "inside braces a comma ends the value: this reads as 4"
    golden(printed(refused.value.findings), "agreement_file/two_mistakes.txt")


def test_every_code_belongs_to_one_mistake() -> None:
    assert len(set(CODES.values())) == len(CODES)


def test_a_right_file_has_a_place_for_every_fact() -> None:
    from sla_drafter.model.paths import facts_of

    loaded = loads(AGREEMENT, "agreement.yaml", CLAUSES)
    derived = {fact.path for fact in facts_of(loaded.agreement)} - loaded.places.keys()
    assert {path.rpartition(".")[2] for path in derived} == {"from", "from_included", "to_included"}


@pytest.mark.parametrize(
    ("path", "quote", "place"),
    [
        ("metrics.availability.target", "", "agreement.yaml:56:13"),
        ("metrics.availability.target", "99.9%", "agreement.yaml:56:22"),
        ("credits.ladders.availability.99.9%", "", "agreement.yaml:84:17"),
        ("credits.ladders.availability.99.0%.credit", "", "agreement.yaml:85:32"),
        ("credits.ladders.availability.99.9%.from", "", "agreement.yaml:85:17"),
        ("responsibilities.customer[2].duty", "open case", "agreement.yaml:98:38"),
        ("metrics.availability.measures", "", "agreement.yaml:50:3"),
        ("parent.parties.provider.name", "", "agreement.yaml:15:20"),
        ("acceptance.customer", "", "agreement.yaml:119:55"),
        ("clauses.benchmarking.every", "", "None"),
        ("computed.allowed", "", "None"),
    ],
)
def test_a_fact_is_found_where_it_stands(path: str, quote: str, place: str) -> None:
    loaded = loads(AGREEMENT, "agreement.yaml", CLAUSES)
    assert str(loaded.place_of(path, quote)) == place


def test_a_thing_without_a_known_name_gets_the_names_there_are() -> None:
    assert message("roles: {boss: {party: zzz}}\nparties: {provider: {}}") == (
        "There is no party zzz. The parties are: provider."
    )
    assert message("roles: {boss: {party: zzz}}") == "There is no party zzz. No parties are given in this file."


def test_two_names_where_one_is_asked_for_are_a_mistake_and_no_open_point() -> None:
    text = "roles: {boss: {title: Boss}, deputy: {title: Deputy}}\nreports: {sender: [boss, deputy]}"
    assert message(text) == "reports.sender names one of the roles. Found 2: boss, deputy."
    assert read(text.replace("[boss, deputy]", "[name of the role]")).agreement.open_points


def test_a_clause_is_left_out_with_a_private_reason() -> None:
    agreement = read("clauses: {benchmarking: {include: no, because: the price is fixed}}").agreement
    assert agreement.clauses[0].include is False
    assert agreement.private
    assert [(item.id, item.because) for item in agreement.private.left_out] == [("benchmarking", "the price is fixed")]


def test_a_reason_said_twice_is_a_mistake() -> None:
    text = "clauses: {benchmarking: {include: no, because: x}}\nprivate: {left_out: {benchmarking: y}}"
    assert (
        message(text)
        == "Why benchmarking is left out is said twice, under clauses and under private. Keep one of them."
    )


def test_packages_that_stand_on_one_another_in_a_circle_are_a_mistake_said_once() -> None:
    text = "packages: {gold: {on_top_of: silver}, silver: {on_top_of: gold}, bronze: {on_top_of: silver}}"
    assert message(text) == "The packages stand on one another in a circle: gold -> silver -> gold."


def test_a_target_of_a_package_names_a_metric() -> None:
    text = "metrics: {availability: {name: Up}}\npackages: {gold: {targets: {availabilty: at least 99.9%}}}"
    assert message(text) == "There is no metric availabilty. Did you mean availability?"


def test_a_translation_is_in_a_language_that_there_are_words_for() -> None:
    assert message("translations: [de, gr]").startswith('There are no words for "gr".')


def test_the_model_file_is_opened_in_good_time() -> None:
    loads(AGREEMENT, "agreement.yaml", CLAUSES)
    best = min(seconds_to_load() for _ in range(5))
    assert best < 0.25  # it takes 0.02 s on a desk; a busy machine is given ten times that


def seconds_to_load() -> float:
    start = time.perf_counter()
    loads(AGREEMENT, "agreement.yaml", CLAUSES)
    return time.perf_counter() - start
