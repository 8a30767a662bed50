from __future__ import annotations

import pytest

from sla_drafter.errors import Unreadable
from sla_drafter.readers.agreement_file import languages_of, one_language

BOTH = """# A comment stays.
sla_drafter: 1
title: {en: "Service: level", de: Vereinbarung}   # so does this one
language: en                     # and this
translations: [de]
prevailing_language: en
goals:
  orders:
    text:   # a comment of its own
      en: shops take orders, always
      de: die Filialen nehmen Bestellungen an
    tasks: [{en: agree dates, de: Termine abstimmen}, one for all]
services: {database: {name: {en: Database, de: "Datenbank, klein"}, workload: {limit: {en: 5 users, de: 5 Nutzer}}}}
"""
GERMAN = """# A comment stays.
sla_drafter: 1
title: Vereinbarung   # so does this one
language: de                     # and this
goals:
  orders:
    text: die Filialen nehmen Bestellungen an   # a comment of its own
    tasks: [Termine abstimmen, one for all]
services: {database: {name: "Datenbank, klein", workload: {limit: 5 Nutzer}}}
"""


def test_one_language_is_kept_and_everything_else_stays_byte_for_byte() -> None:
    assert one_language(BOTH, "de") == GERMAN


def test_a_text_that_notation_would_read_otherwise_is_quoted() -> None:
    assert 'title: "Service: level"   # so does' in one_language(BOTH, "en")


def test_a_file_in_one_language_stays_as_it_is() -> None:
    assert one_language(GERMAN, "de") == GERMAN


def test_every_text_that_is_missing_is_named_at_once_with_its_place() -> None:
    with pytest.raises(Unreadable) as caught:
        one_language(
            BOTH.replace(", de: Vereinbarung", "").replace("      de: die Filialen nehmen Bestellungen an\n", ""), "de"
        )
    assert [(one.field, one.places[0].line) for one in caught.value.findings] == [
        ("title", 3),
        ("goals.orders.text", 10),
    ]


def test_the_languages_of_a_file_are_those_in_which_every_text_is_there() -> None:
    assert languages_of(BOTH) == ("en", "de")
    assert languages_of(BOTH.replace(", de: Vereinbarung", "")) == ("en",)
    assert languages_of("title: A\nlanguage: fr\n") == ("fr",)
    assert languages_of("title: A\n") == ("en",)
