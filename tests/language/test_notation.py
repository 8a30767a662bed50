from __future__ import annotations

import pytest

from sla_drafter.language.notation import strange_numbers, strange_quotes, strange_spaces


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("de", "99.95 %, 1,000.50 EUR, 4.5 Stunden", [("99.95", "99,95"), ("1,000.50", "1.000,50"), ("4.5", "4,5")]),
        ("de", "99.950 %", [("99.950", "99,950")]),
        ("de", "99,95 %, 1.000 EUR, EUR 1.000.000,50, Ziffer 4.5, 31.12.2027", []),
        ("en", "99,95%, EUR 1.000,50, 1,5 hours", [("99,95", "99.95"), ("1.000,50", "1,000.50"), ("1,5", "1.5")]),
        ("en", "1,000 EUR, 99.95%, USD 1,000,000.50, clause 4.2", []),
        ("fr", "99.9 % et 1,000.50 euros", [("99.9", "99,9"), ("1,000.50", "1\u202f000,50")]),
        ("es", "85.0 % y 12.000 EUR", [("85.0", "85,0")]),
    ],
)
def test_numbers_of_another_language(language: str, text: str, found: list[tuple[str, str]]) -> None:
    assert [(one.words, one.right) for one in strange_numbers(text, language)] == found


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("de", "99,95% : ja", [("99,95%", "99,95 %")]),
        ("de", "das Wort : 5 %", [("t :", "t:")]),
        ("en", "99.95 % of it: at 08:00", [("99.95 %", "99.95%")]),
        ("fr", "le mot: «oui»", [("t:", "t :"), ("«o", "« o"), ("i»", "i »")]),
        ("fr", "le mot : « oui » ; 5 %", []),
        ("es", "el 5%; sí", [("5%", "5 %")]),
    ],
)
def test_spaces_of_another_language(language: str, text: str, found: list[tuple[str, str]]) -> None:
    assert [(one.words, one.right.replace("\u00a0", " ")) for one in strange_spaces(text, language)] == found


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("de", "das “Wort” und „das“ und «so» und »so«", ["“"]),
        ("en", "the «word» and „that“, it’s ’99 (“X”)", ["«", "„"]),
        ("fr", "le « mot » désigne (« X ») et l’« Incident »", []),
        ("es", "el «Término» y el “otro”", []),
    ],
)
def test_quotation_marks_of_another_language(language: str, text: str, found: list[str]) -> None:
    assert [one.words[0] for one in strange_quotes(text, language)] == found
