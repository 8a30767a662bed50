import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.errors import UnknownLanguage
from sla_drafter.language.sentences import abbreviations, sentence_spans, sentences, word_spans


def word_tokens(text: str) -> tuple[str, ...]:
    """The words of a text, without the punctuation around them."""
    return tuple(text[start:end] for start, end in word_spans(text))


HERE = Path(__file__).parent / "gold"
LANGUAGES = ("en", "de", "fr", "es")
GOLD_OF = {one: (HERE / f"sentences_{one}.txt").read_text(encoding="utf-8").splitlines() for one in LANGUAGES}
EVERY = [(language, sentence) for language in LANGUAGES for sentence in GOLD_OF[language]]

_PIECES = st.sampled_from(
    [
        "Mr.",
        "U.S.",
        "No. 12",
        "the",
        "The",
        "e.g.",
        "5 p.m.",
        "(see",
        "4.2.1)",
        "…",
        "?!",
        '"Yes."',
        "\n",
        "\xa0",
        "Dec.",
        "A.",
    ]
)
_TEXTS = st.one_of(st.text(), st.lists(_PIECES).map(" ".join), st.lists(_PIECES).map("".join))


def _ends(cut: Sequence[str]) -> set[int]:
    """The ends of sentences, counted in signs other than spaces."""
    ends, length = set(), 0
    for sentence in cut:
        length += len("".join(sentence.split()))
        ends.add(length)
    return ends


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_splitter_finds_the_sentences_that_a_person_cut(language: str) -> None:
    gold = GOLD_OF[language]
    assert len(gold) == {"en": 40, "de": 13, "fr": 12, "es": 14}[language]
    true, found = _ends(gold), _ends(sentences(" ".join(gold), language))
    assert found - true == set(), "a sentence was broken that is one"
    assert 2 * len(true & found) / (len(true) + len(found)) >= 0.987


@pytest.mark.parametrize(("language", "sentence"), EVERY)
def test_a_sentence_alone_stays_one(language: str, sentence: str) -> None:
    assert sentences(sentence, language) == (sentence,)


@pytest.mark.parametrize(
    ("language", "text", "cut"),
    [
        ("de", "Sie gilt bis zum Ende des 3. Quartals.", ("Sie gilt bis zum Ende des 3. Quartals.",)),
        ("de", "Es gilt Ziffer 5. Der Kunde zahlt.", ("Es gilt Ziffer 5.", "Der Kunde zahlt.")),
        ("de", "Er zahlt z. B. am 1. März. Danach ruht es.", ("Er zahlt z. B. am 1. März.", "Danach ruht es.")),
        ("fr", "Voir l’art. 5.2. Le Client paie.", ("Voir l’art. 5.2.", "Le Client paie.")),
        (
            "fr",
            "Quand\u00a0? Le Client le dit\u00a0: M. Martin.",
            ("Quand\u00a0?", "Le Client le dit\u00a0: M. Martin."),
        ),
        ("es", "Véase el art. 5. El Cliente paga.", ("Véase el art. 5.", "El Cliente paga.")),
        ("es", "¿Cuándo? El Sr. Gil lo dirá.", ("¿Cuándo?", "El Sr. Gil lo dirá.")),
    ],
)
def test_sentences_of_other_languages(language: str, text: str, cut: tuple[str, ...]) -> None:
    assert sentences(text, language) == cut


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Send it by 5 Dec. 2027. Then wait.", ("Send it by 5 Dec. 2027.", "Then wait.")),
        ("The answer is no. The rest is in No. 12.", ("The answer is no.", "The rest is in No. 12.")),
        ("It is the state of the art. The Provider says so.", ("It is the state of the art.", "The Provider says so.")),
        ("The desk closes at 6 p.m. On Sunday it is shut.", ("The desk closes at 6 p.m.", "On Sunday it is shut.")),
        ("1. The Provider pays. 2. The Customer acts.", ("1. The Provider pays.", "2. The Customer acts.")),
        ("(a). The Provider pays.", ("(a). The Provider pays.",)),
        ("See Schedule B. The rest stays.", ("See Schedule B.", "The rest stays.")),
        ("Mr. J. A. Smith signs.", ("Mr. J. A. Smith signs.",)),
        ("Not in the U.S. A party may object.", ("Not in the U.S.", "A party may object.")),
        ('He said "Stop!" Nobody did.', ('He said "Stop!"', "Nobody did.")),
        ("Wait… Then act?! Yes.", ("Wait…", "Then act?!", "Yes.")),
        ("See Art. 32 and cl. IV and Sched. C of it.", ("See Art. 32 and cl. IV and Sched. C of it.",)),
        ("On the 5th. Business Day.", ("On the 5th. Business Day.",)),
        ("On the 5th. The rest stays.", ("On the 5th.", "The rest stays.")),
        ("It is 99.9%. It was 95%.", ("It is 99.9%.", "It was 95%.")),
        ("Pay it. § 4 applies.", ("Pay it.", "§ 4 applies.")),
        ("Pay it. it was late.", ("Pay it. it was late.",)),
        ("No full stop", ("No full stop",)),
        ("  \n ", ()),
        ("", ()),
    ],
)
def test_a_full_stop_ends_a_sentence_only_where_a_reader_would_stop(text: str, cut: tuple[str, ...]) -> None:
    assert sentences(text, "en") == cut


@given(_TEXTS)
def test_the_sentences_together_are_the_text(text: str) -> None:
    cut = sentences(text, "en")
    assert "".join("".join(cut).split()) == "".join(text.split())
    assert all(sentence and sentence == sentence.strip() for sentence in cut)


@given(_TEXTS)
def test_the_places_of_sentences_are_in_order_and_do_not_overlap(text: str) -> None:
    spans = list(sentence_spans(text, "en"))
    assert tuple(text[start:end] for start, end in spans) == sentences(text, "en")
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


@given(_TEXTS)
def test_no_word_is_lost_by_cutting(text: str) -> None:
    spaced = " ".join(text.split())
    assert [word for sentence in sentences(spaced, "en") for word in word_tokens(sentence)] == list(word_tokens(spaced))


@pytest.mark.parametrize(
    "text", ["." * 400_000, ". " * 100_000, "(\"'" * 100_000, "a" * 400_000 + ". B", "A. " * 100_000]
)
def test_a_hostile_text_is_cut_in_a_moment(text: str) -> None:
    began = time.perf_counter()
    sentences(text, "en")
    word_tokens(text)
    assert time.perf_counter() - began < 5


def test_words_are_counted_as_people_count_them() -> None:
    assert word_tokens(
        'The Provider\'s "non-renewal" costs GBP 12,500.00 (99.95%) – see https://a.example/v2.1/x.'
    ) == (
        "The",
        "Provider's",
        "non-renewal",
        "costs",
        "GBP",
        "12,500.00",
        "99.95%",
        "see",
        "https://a.example/v2.1/x",
    )
    assert word_tokens("one—two ≥ three / * •") == ("one", "two", "three")
    assert word_tokens("") == ()


def test_no_abbreviation_stands_in_two_groups() -> None:
    known = abbreviations("en")
    groups = (known.never, known.numbered, known.sometimes)
    assert all(groups)
    assert known.openers
    assert sum(map(len, groups)) == len(frozenset().union(*groups))
    assert all(word == word.lower() and not word.endswith(".") for group in groups for word in group)


def test_a_language_without_abbreviations_is_refused_by_name() -> None:
    with pytest.raises(UnknownLanguage) as refusal:
        sentences("Text.", "xx")
    assert refusal.value.known == ("en", "de", "fr", "es")


def test_a_french_sentence_begins_and_ends_at_quotation_marks_with_their_spaces() -> None:
    said = "Le portail est « MyIT\u00a0». «\u00a0Portail\u00a0» désigne MyIT. Il répond «\u00a0Oui.\u00a0» Il se tait."
    assert len(sentences(said, "fr")) == 4
