import re

import pytest

from sla_drafter.errors import UnknownLanguage
from sla_drafter.language.contracts import LANGUAGES, contract_words
from sla_drafter.language.words import words


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_we_print_ourselves_is_known(language: str) -> None:
    known, said = contract_words(language), words(language)
    assert said.message("clause") in known.clauses
    assert said.message("section") in known.clauses
    assert said.message("schedule").casefold() in {
        form.casefold() for forms in known.attachments.values() for form in forms
    }
    assert said.message("defined_as") in known.means


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_pattern_is_one(language: str) -> None:
    known = contract_words(language)
    for pattern in (*known.finer, *known.masters, *known.laws, known.elsewhere, known.own, known.titled):
        assert re.compile(pattern).pattern == pattern


def test_another_language_is_refused() -> None:
    with pytest.raises(UnknownLanguage):
        contract_words("it")
