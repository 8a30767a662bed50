import pytest

from sla_drafter.language.elision import after_de


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("MariaDB", "de MariaDB"),
        ("Alter et fils", "d’Alter et fils"),
        ("Électricité", "d’Électricité"),
        ("œuvres", "d’œuvres"),
        ("hébergement", "d’hébergement"),
        ("hôpital", "d’hôpital"),
        ("haute disponibilité", "de haute disponibilité"),
        ("hors-service", "de hors-service"),
        ("Yves", "d’Yves"),
        ("yaourts", "de yaourts"),
        ("UPS", "de UPS"),
        ("onze sites", "de onze sites"),
        ("8 heures", "de 8 heures"),
        ("", "de "),
    ],
)
def test_de_loses_its_vowel_before_another(words: str, said: str) -> None:
    assert after_de(words) == said
