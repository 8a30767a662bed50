import importlib.resources
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from sla_drafter.errors import UnknownLanguage
from sla_drafter.language.words import MissingWord, UnknownForm, WrongSlot, known_languages, read_words, words

SAMPLE = read_words(
    """
messages: {contents: Contents}
units: {day: {one: day, other: days}}
nouns:
  window:
    calendar_month: {one: calendar month, other: calendar months}
    rolling: "rolling period of {length}"
  law: {england_and_wales: England and Wales}
  exclusive: {no: yes}
  severity: {1: 0x10}
""",
    "en",
    "sample.yaml",
)


def _scalars(node: yaml.Node, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _scalars(value, f"{path}.{key.value}".lstrip("."))
    else:
        assert isinstance(node, yaml.ScalarNode), f"{path} is neither a word nor a group"
        yield path, node.value


def _written(language: str) -> list[tuple[str, str]]:
    folder = importlib.resources.files("sla_drafter.clause_library") / "words"
    node = yaml.compose((folder / f"{language}.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert node is not None
    return list(_scalars(node))


@pytest.mark.parametrize("language", known_languages())
def test_every_word_of_a_language_says_something_and_stands_there_once(language: str) -> None:
    written = _written(language)
    assert len(written) > 200
    assert [path for path, word in written if not word.strip() or word != word.strip()] == []
    paths = [path for path, _ in written]
    assert sorted(paths) == sorted(set(paths))


@pytest.mark.parametrize("language", known_languages())
def test_the_plural_forms_of_a_word_have_the_same_slots(language: str) -> None:
    known = words(language)
    for group in (known.messages, known.units, *known.nouns.values()):
        for key, forms in group.items():
            slots = {tuple(sorted(part.split("}")[0] for part in form.split("{")[1:])) for form in forms.values()}
            assert len(slots) == 1, f"{language}: {key} has different slots in its forms"


@pytest.mark.parametrize("language", known_languages())
def test_every_language_has_the_words_of_english_and_no_others(language: str) -> None:
    english, other = words("en"), words(language)
    assert set(other.messages) == set(english.messages)
    assert set(other.units) == set(english.units)
    assert {group: set(members) for group, members in other.nouns.items()} == {
        group: set(members) for group, members in english.nouns.items()
    }


INFLECTED = read_words(
    """
forms: {dative: after von, every: jeden, in_each: in jedem}
messages: {quote: "„{words}“"}
units:
  month: {one: Monat, other: Monate, dative: {other: Monaten}, every: {one: jeden, other: alle}}
  hour: {one: Stunde, other: Stunden}
nouns:
  window:
    calendar_month: {one: Kalendermonat, other: Kalendermonate, in_each: in jedem Kalendermonat}
    rolling: {other: "Zeitraum von {length}", in_each: "in jedem Zeitraum von {length}"}
""",
    "de",
    "sample.yaml",
)


def test_a_word_stands_in_the_literal_form_that_a_sentence_asks_for() -> None:
    assert [INFLECTED.unit("month", count, "dative") for count in (1, 5)] == ["Monat", "Monaten"]
    assert [INFLECTED.unit("month", count, "every") for count in (1, 5)] == ["jeden", "alle"]
    assert INFLECTED.noun("window", "calendar_month", form="in_each") == "in jedem Kalendermonat"
    assert INFLECTED.noun("window", "rolling", form="in_each", length="30 Tagen") == "in jedem Zeitraum von 30 Tagen"


def test_a_word_that_does_not_change_in_a_form_stays_as_it_is() -> None:
    assert [INFLECTED.unit("hour", count, "dative") for count in (1, 5)] == ["Stunde", "Stunden"]
    assert INFLECTED.noun("window", "calendar_month", 2, form="dative") == "Kalendermonate"


def test_a_form_that_the_language_does_not_list_is_refused_by_name() -> None:
    with pytest.raises(
        UnknownForm, match=r"sample\.yaml lists no form 'ablative' .* There are: dative, every, in_each"
    ):
        INFLECTED.unit("month", 5, "ablative")
    with pytest.raises(UnknownForm, match="It lists none"):
        SAMPLE.unit("day", 5, "dative")


def test_what_a_language_writes_around_a_quotation() -> None:
    assert INFLECTED.quotation_marks == ("„", "“")
    assert words("en").quotation_marks == ("“", "”")


@pytest.mark.parametrize("language", known_languages())
def test_every_form_of_a_language_says_what_it_is_for_and_is_used_by_a_word(language: str) -> None:
    known = words(language)
    written = {
        name.partition(".")[0]
        for group in (known.units, *known.nouns.values())
        for forms in group.values()
        for name in forms
        if "." in name
    }
    assert written == set(known.forms)
    assert all(known.forms.values())


def test_a_message_is_filled() -> None:
    assert words("en").message("contents") == "Contents"
    assert words("en").message("page_of", page=2, pages=7) == "Page 2 of 7"
    assert words("en").message("unfinished", errors="2 errors") == "Unfinished draft: 2 errors"
    assert words("en").message("blank") == "[to be completed]"


def test_a_message_may_print_the_count_that_chose_its_plural() -> None:
    assert words("en").message("error_count", count=1) == "1 error"
    assert words("en").message("error_count", count=2) == "2 errors"


def test_a_noun_stands_in_the_number_of_its_count() -> None:
    assert SAMPLE.noun("window", "calendar_month") == "calendar month"
    assert SAMPLE.noun("window", "calendar_month", 2) == "calendar months"
    assert SAMPLE.noun("window", "rolling", length="30 days") == "rolling period of 30 days"
    assert SAMPLE.noun("law", "england_and_wales", 2) == "England and Wales"


def test_yes_and_no_and_numbers_are_words_like_any_other() -> None:
    assert SAMPLE.noun("exclusive", "no") == "yes"
    assert SAMPLE.noun("severity", "1") == "0x10"


def test_a_unit_stands_in_the_number_of_its_count() -> None:
    assert [words("en").unit("business_day", count) for count in (0, 1, 5)] == [
        "business days",
        "business day",
        "business days",
    ]


def test_a_word_that_is_not_there_is_named_with_its_language_and_file() -> None:
    with pytest.raises(MissingWord, match=r"words/en\.yaml has no word messages\.contenst for the language en"):
        words("en").message("contenst")
    with pytest.raises(
        MissingWord, match=r"sample\.yaml has no word nouns\.window\.week .* There are: calendar_month, "
    ):
        SAMPLE.noun("window", "week")
    with pytest.raises(MissingWord, match=r"nouns\.windows .* There are: window, law, "):
        SAMPLE.noun("windows", "calendar_month")
    with pytest.raises(MissingWord, match=r"units\.fortnight"):
        words("en").unit("fortnight", 2)


def test_a_slot_that_is_not_filled_and_a_value_without_a_slot_are_refused() -> None:
    with pytest.raises(WrongSlot, match=r"messages\.page_of has the slots page, pages, but was given page"):
        words("en").message("page_of", page=2)
    with pytest.raises(WrongSlot, match=r"messages\.contents has the slots none, but was given page"):
        words("en").message("contents", page=2)


def test_a_value_is_never_read_as_a_slot() -> None:
    assert words("en").message("signed_for", party="{party} & {0}") == "Signed for {party} & {0}"


@pytest.mark.parametrize("language", ["xx", "EN", "../en", "en.yaml", "", "en\n", "en/../en"])
def test_a_language_without_words_is_refused_by_name(language: str) -> None:
    with pytest.raises(UnknownLanguage) as refusal:
        words(language)
    assert refusal.value.language == language
    assert "en" in refusal.value.known


def test_the_words_of_a_language_are_read_once() -> None:
    assert words("en") is words("en")


def test_a_word_file_that_lacks_a_group_or_a_form_is_refused() -> None:
    with pytest.raises(MissingWord, match=r"de\.yaml has no word units for the language de"):
        read_words("messages: {contents: Inhalt}\nnouns: {}\n", "de", "words/de.yaml")
    with pytest.raises(MissingWord, match=r"units\.day\.other"):
        read_words("messages: {}\nunits: {day: {one: Tag}}\nnouns: {}\n", "de", "words/de.yaml")
    with pytest.raises(MissingWord, match=r"units\.day\.other"):
        read_words("messages: {}\nunits: {day: ''}\nnouns: {}\n", "de", "words/de.yaml")


def test_every_message_is_said_by_some_line_of_the_program() -> None:
    program = "".join(
        file.read_text(encoding="utf-8") for file in (Path(__file__).parents[2] / "sla_drafter").rglob("*.py")
    )
    said = set(re.findall(r"""message\(\s*["'](\w+)["']""", program)) | set(re.findall(r'"(\w+)"', program))
    begun = tuple(re.findall(r"""message\(\s*f["'](\w+_)\{""", program))  # the end of the key is computed
    assert [key for key in words("en").messages if key not in said and not key.startswith(begun)] == []
