from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sla_drafter.document.nodes import Document
from sla_drafter.document.printed import Passage, passages
from sla_drafter.readers.docx import read_references
from sla_drafter.readers.house import load_house
from sla_drafter.review.references import references_differ
from sla_drafter.review.values import values_missing
from sla_drafter.review.verify import differences
from sla_drafter.writers.docx import write as write_docx
from tests.writers.papers import papers
from tests.writers.sample import EVERY_SAMPLE, SAMPLE, SOURCE

READ = passages(SAMPLE)
HOUSE = load_house("plain")


def without_ids(read: Sequence[Passage]) -> tuple[Passage, ...]:
    return (Passage("", " ".join(passage.words for passage in read)),)


def changed(clause: str, change: Callable[[str], str]) -> tuple[Passage, ...]:
    return tuple(
        attrs.evolve(passage, words=change(passage.words)) if passage.id == clause else passage for passage in READ
    )


def said(read: Sequence[Passage]) -> list[tuple[str, str, str]]:
    return [(one.name, one.clause, one.message) for one in differences(SAMPLE, {"a.docx": tuple(read)})]


@pytest.mark.parametrize("document", EVERY_SAMPLE.values(), ids=list(EVERY_SAMPLE))
@pytest.mark.parametrize(
    ("writer", "reader"),
    [("docx", "docx"), ("html", "html"), ("markdown", "markdown"), ("json", "draft_json")],
)
def test_every_file_of_ours_has_the_words_and_values_that_were_drafted(
    document: Document, writer: str, reader: str
) -> None:
    data = import_module(f"sla_drafter.writers.{writer}").write(document, HOUSE, SOURCE)
    read = import_module(f"sla_drafter.readers.{reader}").read_passages(data)
    assert differences(document, {writer: read}) == ()
    assert values_missing(document, read) == ()


@settings(max_examples=40)
@given(papers)
def test_a_paper_has_no_difference_to_itself_with_or_without_ids(document: Document) -> None:
    read = passages(document)
    assert differences(document, {"a": read, "b": without_ids(read)}) == ()
    assert values_missing(document, read) == values_missing(document, without_ids(read)) == ()


def test_white_space_and_the_form_of_a_letter_are_no_difference() -> None:
    spaced = tuple(attrs.evolve(one, words="\n".join(one.words.replace("€", " € "))) for one in READ)
    assert said(spaced) == []


@pytest.mark.parametrize("known", [True, False])
def test_a_changed_digit_is_named_with_its_clause_and_its_neighbours(known: bool) -> None:
    read = changed("end", lambda words: words.replace("60 days", "90 days"))
    message = (
        'a.docx, clause 2.3 End: drafted "… 2.1(b)(ii) and clause 1.1 after 60 days. Year A grey box …"; read '
        '"… 2.1(b)(ii) and clause 1.1 after 90 days. Year A grey box …"'
    )
    assert said(read if known else without_ids(read)) == [("words_differ", "end", message)]


@pytest.mark.parametrize("known", [True, False])
def test_a_word_that_came_in_and_one_that_went_are_named(known: bool) -> None:
    read = changed("measurement", lambda words: words.replace("measured as", "not measured as").replace("itself", ""))
    found = said(read if known else without_ids(read))
    assert [(name, clause) for name, clause, _ in found] == [("words_differ", "measurement")] * 2
    assert "Availability is not measured as follows: (a) each …" in found[0][2].partition("; read")[2]


def test_a_changed_number_of_a_clause_is_a_difference() -> None:
    ((name, clause, message),) = said(changed("purpose", lambda words: words.replace("1.2", "1.3", 1)))
    assert (name, clause) == ("words_differ", "purpose")
    assert message.startswith('a.docx, clause 1.2 Purpose & reach: drafted "1.2 Purpose')


def test_a_clause_that_is_missing_and_one_that_was_added_are_named() -> None:
    read = [passage for passage in READ if passage.id != "service_hours"]
    assert [found[:2] for found in said(read)] == [("clause_missing", "service_hours")]
    assert "a.docx lacks Part 1 Service hours" in said(read)[0][2]
    added = [*READ, Passage("exclusivity", "9.9 Exclusivity Nothing else is owed.")]
    assert [found[:2] for found in said(added)] == [("clause_added", "exclusivity")]


def test_clauses_in_another_order_are_a_difference() -> None:
    order = [*READ[:2], READ[3], READ[2], *READ[4:]]
    ((name, clause, message),) = said(order)
    assert (name, clause) == ("clauses_moved", "parties")
    assert "clause 1.1 Parties was drafted where clause 1.2 Purpose & reach is read" in message


def test_an_empty_file_lacks_everything() -> None:
    found = differences(SAMPLE, {"a.pdf": ()})
    assert [one.name for one in found] == ["words_differ"]
    assert len(found[0].message) < 1000


def test_each_file_is_judged_by_itself() -> None:
    found = differences(SAMPLE, {"a.docx": READ, "b.pdf": changed("end", str.upper)})
    assert found
    assert all(one.message.startswith("b.pdf") for one in found)


@settings(max_examples=60)
@given(st.data())
def test_any_change_of_one_letter_is_found_in_its_clause(data: st.DataObject) -> None:
    place = data.draw(st.sampled_from([place for place, one in enumerate(READ) if one.id]))
    words = READ[place].words
    at = data.draw(st.sampled_from([at for at, letter in enumerate(words) if not letter.isspace()]))
    letter = data.draw(st.sampled_from([sign for sign in "aZ09%.§" if sign != words[at]]))
    read = list(READ)
    read[place] = Passage(READ[place].id, f"{words[:at]}{letter}{words[at + 1 :]}")
    assert [found[:2] for found in said(read)] == [("words_differ", READ[place].id)]
    assert [one[:2] for one in said(without_ids(read))] == [("words_differ", READ[place].id)]


def test_a_value_that_is_not_in_its_clause_is_named_with_its_field() -> None:
    read = changed("end", lambda words: words.replace("60 days", "sixty days"))
    (found,) = values_missing(SAMPLE, read, "a.docx")
    assert (found.name, found.field, found.clause) == ("value_missing", "term.notice", "end")
    assert found.message.startswith('a.docx, clause 2.3 End: the value "60 days"')


def test_cross_references_of_a_word_file_lead_to_the_numbers_that_they_show() -> None:
    found = read_references(write_docx(SAMPLE, HOUSE, None))
    assert found
    assert references_differ(SAMPLE, "a.docx", found) == ()


def test_a_reference_that_shows_another_number_is_named() -> None:
    found = list(read_references(write_docx(SAMPLE, HOUSE, None)))
    stale = [attrs.evolve(found[0], computed="Schedule 9"), *found[1:]]
    assert "shows the reference 'Schedule 2', but it leads to 'Schedule 9'" in str(
        references_differ(SAMPLE, "a", stale)
    )
    dangling = [attrs.evolve(found[0], computed=None), *found[1:]]
    assert "leads to 'nothing'" in str(references_differ(SAMPLE, "a", dangling))
    assert "refers to Schedule2 0 times; drafted was once" in str(references_differ(SAMPLE, "a", found[1:]))
