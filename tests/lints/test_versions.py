from __future__ import annotations

import pytest
from attrs import evolve

from sla_drafter.lints.versions import Grade, change, numbers, print_of, prints_of
from sla_drafter.model.library import Clause, ClauseText
from tests.assembly.fillings import clause

WORDS = "If the {{ metric.name | text }} is late, the Provider shall inform the Customer (see [](#reporting)).\n"


def of(words: str, language: str = "en") -> Clause:
    return clause("greeting", texts=(ClauseText(language, "balanced", words, "overview/greeting/en.md"),))


def graded(before: str, now: str, language: str = "en") -> Grade | None:
    accepted = of(before, language)
    found = change(evolve(of(now, language), fingerprints=prints_of(accepted)))
    return found.grade if found else None


@pytest.mark.parametrize(
    ("old", "new", "grade"),
    [
        ("shall inform", "may inform", Grade.MAJOR),
        ("shall inform", "shall not inform", Grade.MAJOR),
        ("shall inform", "shall inform only", Grade.MAJOR),
        ("metric.name | text", "metric.name | noun", Grade.MAJOR),
        ("metric.name", "metric.target", Grade.MAJOR),
        ("#reporting", "#meetings", Grade.MAJOR),
        (" is late,", " is late by 5 days,", Grade.MAJOR),
        ("If the", "{% if metric %}If the{% endif %}", Grade.MAJOR),
        ("inform the Customer", "inform the Provider", Grade.MINOR),
        (" is late,", " is very late,", Grade.MINOR),
        ("the Provider shall inform the Customer", "the Customer shall inform the Provider", Grade.MINOR),
        ("inform", "warn", Grade.MINOR),
        ("late,", "late", Grade.PATCH),
        ("the Provider", "the provider", Grade.PATCH),
        ("inform", "innform", Grade.PATCH),
        ("Provider", "Provaider", Grade.PATCH),
        (" is late, ", " is late,\n", None),
        ("  ", " ", None),
    ],
)
def test_a_change_has_the_grade_of_its_gravest_part(old: str, new: str, grade: Grade | None) -> None:
    assert graded(WORDS, WORDS.replace(old, new, 1)) is grade


@pytest.mark.parametrize(
    ("language", "before", "now", "grade"),
    [
        ("de", "Der Anbieter muss berichten.", "Der Anbieter kann berichten.", Grade.MAJOR),
        ("de", "Der Anbieter muss berichten.", "Der Anbieter muss gut berichten.", Grade.MINOR),
        ("fr", "Le prestataire doit informer.", "Le prestataire peut informer.", Grade.MAJOR),
        ("es", "El proveedor debe informar.", "El proveedor puede informar.", Grade.MAJOR),
        ("es", "El proveedor debe informar.", "El proveedor debe informar;", Grade.PATCH),
    ],
)
def test_duties_and_rights_are_known_in_every_language(language: str, before: str, now: str, grade: Grade) -> None:
    assert graded(before, now, language) is grade


def test_short_words_that_sound_alike_are_other_words() -> None:
    assert graded("It is on the list.", "It is in the list.") is Grade.MINOR


def test_a_text_that_is_gone_is_major_and_one_that_is_new_is_minor() -> None:
    one = of(WORDS)
    two = evolve(one, texts=(*one.texts, ClauseText("de", "balanced", "Wörter.", "de.md")))
    new, gone = change(evolve(two, fingerprints=prints_of(one))), change(evolve(one, fingerprints=prints_of(two)))
    assert new is not None
    assert gone is not None
    assert (new.grade, new.texts) == (Grade.MINOR, ("de",))
    assert (gone.grade, gone.texts) == (Grade.MAJOR, ("de",))


def test_what_was_never_accepted_has_not_changed() -> None:
    assert change(of(WORDS)) is None


@pytest.mark.parametrize(("grade", "after"), [(Grade.MAJOR, "2.0.0"), (Grade.MINOR, "1.3.0"), (Grade.PATCH, "1.2.4")])
def test_each_grade_has_a_next_version(grade: Grade, after: str) -> None:
    assert grade.next_version("1.2.3") == after
    assert numbers(after) > numbers("1.2.3")


def test_versions_are_compared_as_numbers() -> None:
    assert numbers("1.10.0") > numbers("1.9.9")
    assert numbers("one") == (0, 0, 0)


def test_a_print_is_three_times_twelve_digits() -> None:
    assert all(len(part) == 12 for part in print_of(of(WORDS).texts[0]).split("."))
