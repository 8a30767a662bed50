import pytest

from sla_drafter.language.contraction import after_a, after_de


@pytest.mark.parametrize(
    ("words", "of", "to"),
    [
        ("el operador", "del operador", "al operador"),
        ("la red", "de la red", "a la red"),
        ("los juzgados de Madrid", "de los juzgados de Madrid", "a los juzgados de Madrid"),
        ("MariaDB", "de MariaDB", "a MariaDB"),
        ("El Salvador", "de El Salvador", "a El Salvador"),
        ("elementos", "de elementos", "a elementos"),
        ("él mismo", "de él mismo", "a él mismo"),
        ("", "de ", "a "),
    ],
)
def test_the_article_of_a_common_name_is_drawn_into_de_and_a(words: str, of: str, to: str) -> None:
    assert (after_de(words), after_a(words)) == (of, to)
