from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.writers.file_names import LONGEST, fault_of, file_name


@given(st.text(max_size=300), st.sampled_from([".docx", ".UNFINISHED.pdf", ""]))
def test_any_words_make_a_safe_name_inside_its_folder(words: str, ending: str) -> None:
    name = file_name(words, ending)
    assert not fault_of(name)
    assert name.endswith(ending)
    assert len(name.encode()) <= LONGEST
    assert (Path("folder") / name).parent == Path("folder")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Aldgate & Söhne GmbH", "Aldgate-Sohne-GmbH.md"),
        ("../../etc/x", "etc-x.md"),
        ("CON", "CON-file.md"),
        ("\u202e", "document.md"),
        ("", "document.md"),
    ],
)
def test_a_name_is_made_of_what_is_safe(words: str, name: str) -> None:
    assert file_name(words, ".md") == name


def test_a_name_that_is_taken_gets_a_number() -> None:
    assert file_name("acme", ".md", ["Acme.md", "acme-2.md"]) == "acme-3.md"
    assert file_name("a" * 200, ".md", ["a" * 97 + ".md"]) == "a" * 95 + "-2.md"


@pytest.mark.parametrize(
    "name",
    [
        "",
        "a/b",
        "..",
        ".hidden",
        "-rf",
        "a ",
        "a\n",
        "a\x00",
        "a\u202eb.md",
        "a:b",
        "con",
        "NUL.md",
        "COM1.a",
        "a.",
        "a" * 101,
    ],
)
def test_an_unsafe_name_is_said_to_be_one(name: str) -> None:
    assert fault_of(name).startswith("The name ")


@pytest.mark.parametrize("name", ["my agreement.docx", "Vertrag für Köln (neu).pdf", "a & b.md"])
def test_a_name_that_a_person_gives_a_file_is_safe(name: str) -> None:
    assert fault_of(name) == ""
