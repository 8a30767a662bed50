import pytest

from sla_drafter.readers.foreign.labels import Counter, split


@pytest.mark.parametrize(
    ("words", "label", "rest"),
    [
        ("§ 5 Laufzeit", "§ 5", "Laufzeit"),
        ("Anlage 2 – Servicezeiten", "Anlage 2", "Servicezeiten"),
        ("Article 4 : Durée", "Article 4", "Durée"),
        ("Cláusula 3. Duración", "Cláusula 3.", "Duración"),
        ("ANEXO II", "ANEXO II", ""),
        ("Schedule B: Levels", "Schedule B", "Levels"),
        ("Section 5 applies to both", "", "Section 5 applies to both"),
        ("Section 5 The Provider answers.", "", "Section 5 The Provider answers."),
        ("§ 5 Abs. 2 gilt nicht für Anfragen, die nach dem Ende der Laufzeit kommen", "", None),
    ],
)
def test_a_short_line_that_begins_with_a_part_is_a_heading(words: str, label: str, rest: str | None) -> None:
    assert split(words, heading=False) == (label, words if rest is None else rest)


def test_a_paragraph_sign_counts_like_any_number() -> None:
    counter = Counter()
    assert [counter.in_full(label) for label in ("§ 5", "(a)", "§6", "a)")] == ["§ 5", "5(a)", "§6", "6(a)"]
