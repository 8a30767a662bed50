import pytest

from sla_drafter.language.stems import stem

FORMS = [
    ("en", "outage outages"),
    ("en", "party Parties"),
    ("en", "breach breaches"),
    ("de", "Vertrag Vertrags Vertrages Verträge Verträgen"),
    ("de", "Kunde Kunden"),
    ("de", "Ausfall Ausfalls Ausfälle Ausfällen"),
    ("de", "Störung Störungen"),
    ("de", "Anbieter Anbieters Anbietern"),
    ("de", "Geplante geplanten Geplanter geplantes"),
    ("de", "System Systems Systeme Systemen"),
    ("fr", "crédit crédits Crédits"),
    ("fr", "mensuel mensuelle mensuels mensuelles"),
    ("fr", "ouvré ouvrés ouvrée ouvrées"),
    ("fr", "total totaux totale totales"),
    ("es", "interrupción interrupciones"),
    ("es", "mes meses"),
    ("es", "vez veces"),
    ("es", "Cliente clientes"),
]
OTHERS = [
    ("en", "outage", "output"),
    ("en", "status", "state"),
    ("de", "Kunde", "Kunst"),
    ("de", "Vertrag", "Vertreter"),
    ("fr", "client", "clair"),
    ("es", "mes", "mesa"),
]


@pytest.mark.parametrize(("language", "forms"), FORMS)
def test_the_forms_of_a_word_have_one_stem(language: str, forms: str) -> None:
    assert len({stem(form, language) for form in forms.split()}) == 1


@pytest.mark.parametrize(("language", "one", "other"), OTHERS)
def test_other_words_have_other_stems(language: str, one: str, other: str) -> None:
    assert stem(one, language) != stem(other, language)


def test_figures_and_signs_are_kept() -> None:
    assert [stem(word, "de") for word in ("99,9", "C++", "4.2", "24x7")] == ["99,9", "c++", "4.2", "24x7"]
