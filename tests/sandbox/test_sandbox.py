from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sla_drafter.assembly.filters import KIT
from sla_drafter.sandbox import (
    CLAUSE_NODES,
    KEPT_PARTS,
    KEPT_PROGRAMS,
    Kit,
    Kitchen,
    TemplateFault,
    as_written,
    paper_program,
    word_environment,
)
from tests.assembly.fillings import filled
from tests.assembly.sample import agreement


class Trap:
    """A thing with a method that must never run and a member that must never be seen."""

    def __init__(self) -> None:
        self.ran = False
        self.words = "words"
        self._hidden = "kept back"

    def delete_all(self) -> str:
        self.ran = True
        return "ran"


def spoken(slot: Any) -> str:
    return str(slot)


def plain() -> Kitchen:
    return Kitchen(Kit({"upper": str.upper, "text": str}, spoken))


def run(source: str, **names: Any) -> str:
    return plain().program(source).fill(names)


CODE = {
    "call": "{{ trap.delete_all() }}",
    "call of a filtered thing": "{{ (trap | text)() }}",
    "globals of a builtin": "{{ lipsum.__globals__['__builtins__']['open']('/etc/hostname').read() }}",
    "subclasses": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "format": "{{ '{0.__class__}'.format(trap) }}",
    "format through a filter": "{{ ('{0.__class__}' | attr('format'))(trap) }}",
    "map of a method": "{{ ['{0.__class__}'] | map('format', trap) | first }}",
    "attr": "{{ trap | attr('words') }}",
    "include": "{% include 'secret.txt' %}",
    "import": "{% import 'x' as x %}",
    "from": "{% from 'x' import y %}",
    "extends": "{% extends 'x' %}",
    "set": "{% set x = trap %}{{ x }}",
    "with": "{% with x = trap %}{{ x }}{% endwith %}",
    "macro": "{% macro m() %}x{% endmacro %}",
    "call block": "{% call m() %}x{% endcall %}",
    "filter block": "{% filter upper %}x{% endfilter %}",
    "block": "{% block b %}x{% endblock %}",
    "autoescape": "{% autoescape false %}{{ trap }}{% endautoescape %}",
    "power": "{{ 10 ** 10 ** 6 }}",
    "repetition": "{{ 'a' * 10 ** 9 }}",
    "sum": "{{ 7 + 7 }}",
    "product": "{{ 7 * 7 }}",
    "sign": "{{ -7 }}",
    "joined": "{{ 'a' ~ 'b' }}",
    "centred": "{{ 'a' | center(1000000000) }}",
    "slice": "{{ 'abc'[0:2] }}",
    "dictionary": "{{ {'a': 1} }}",
    "test": "{% if trap is defined %}x{% endif %}",
    "do": "{% do trap.delete_all() %}",
    "range": "{% for i in range(1000000000) %}x{% endfor %}",
    "xmlattr": "{{ {'a b': 1} | xmlattr }}",
    "debug": "{% debug %}",
    "self": "{{ self.__init__.__globals__ }}",
    "private member": "{{ trap._hidden }}",
    "class": "{{ trap.__class__ }}",
    "class by subscript": "{{ trap['__class__'] }}",
    "unknown name": "{{ nobody }}",
    "unknown member": "{{ trap.nobody }}",
    "unknown asked": "{% if nobody %}x{% endif %}",
    "unknown gone through": "{% for x in nobody %}{{ x }}{% endfor %}",
    "config": "{{ config }}",
    "cycler": "{{ cycler }}",
    "joiner": "{{ joiner }}",
    "namespace": "{{ namespace }}",
    "dict": "{{ dict }}",
}


@pytest.mark.parametrize("source", CODE.values(), ids=CODE)
def test_an_author_cannot_run_code(source: str) -> None:
    trap = Trap()
    with pytest.raises(TemplateFault):
        run(source, trap=trap)
    assert not trap.ran


@pytest.mark.parametrize("source", CODE.values(), ids=CODE)
def test_the_author_of_a_word_template_cannot_either(source: str) -> None:
    trap = Trap()
    with pytest.raises(TemplateFault):
        paper_program(source).fill({"trap": trap})
    assert not trap.ran


@pytest.mark.parametrize("source", CODE.values(), ids=CODE)
def test_a_clause_that_tries_is_refused_by_name(source: str) -> None:
    from sla_drafter.errors import ClauseFault

    with pytest.raises(ClauseFault, match=r"overview/sample/en\.md"):
        filled(source, agreement())


def test_a_method_that_is_named_but_not_called_does_not_run() -> None:
    trap = Trap()
    assert "delete_all" in run("{{ trap.delete_all }}", trap=trap)
    assert not trap.ran


def test_a_value_is_never_rendered_a_second_time() -> None:
    assert run("{{ words }}", words="{{ 7 * 7 }}{% include 'x' %}") == "{{ 7 * 7 }}{% include 'x' %}"


def test_the_slots_of_a_word_template_are_escaped_and_markup_of_ours_is_not() -> None:
    program = paper_program("<w:t>{{ words }}</w:t>{{ body }}")
    found = program.fill({"words": "A&B </w:t>", "body": as_written("<w:p/>")})
    assert found == "<w:t>A&amp;B &lt;/w:t&gt;</w:t><w:p/>"


def test_a_list_of_the_agreement_cannot_be_changed_by_a_template() -> None:
    items = ["one"]
    with pytest.raises(TemplateFault):
        run("{{ items.append('two') }}", items=items)
    assert items == ["one"]


def test_nothing_of_jinja_is_at_hand_by_itself() -> None:
    assert word_environment().globals == {}
    assert word_environment().loader is None


def test_a_file_beside_the_template_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(TemplateFault):
        run("{% include 'secret.txt' ignore missing %}")


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("one\ntwo {{ nobody }}", 2),
        ("one\n\n{{ 7 * 7 }}", 3),
        ("one\n{% if x %}", 2),
        ("{% for x in items %}\n{{ x }}\n{{ x.gone }}\n{% endfor %}", 3),
    ],
)
def test_the_line_of_a_mistake_is_named(source: str, line: int) -> None:
    with pytest.raises(TemplateFault) as caught:
        run(source, items=["a"])
    assert caught.value.line == line


def test_a_filter_that_refuses_says_its_own_line_or_that_of_the_slot() -> None:
    def refuse(_: object) -> str:
        raise TemplateFault("refused")

    with pytest.raises(TemplateFault, match="refused") as caught:
        Kitchen(Kit({"refuse": refuse}, spoken)).program("one\n\n{{ words | refuse }}").fill({"words": "x"})
    assert caught.value.line == 3


def test_a_text_is_compiled_once() -> None:
    kitchen = plain()
    assert kitchen.program("words") is kitchen.program("words")


def test_of_many_texts_the_last_stay_compiled() -> None:
    kitchen = plain()
    first = kitchen.program("{{ words }} 0")
    for number in range(1, KEPT_PROGRAMS + 1):
        kitchen.program(f"text {number}")
    again = kitchen.program("{{ words }} 0")
    assert again is not first
    assert again.fill({"words": "said"}) == first.fill({"words": "said"}) == "said 0"
    assert kitchen.program(f"text {KEPT_PROGRAMS}") is kitchen.program(f"text {KEPT_PROGRAMS}")


def test_of_many_parts_of_word_templates_the_last_stay_compiled() -> None:
    first = paper_program("{{ words }} 0")
    for number in range(1, KEPT_PARTS + 1):
        paper_program(f"part {number}")
    assert paper_program("{{ words }} 0") is not first


def test_what_an_author_may_write_is_a_short_list() -> None:
    allowed = (
        "{% for x in items %}{% if loop.first and not x == 'b' or x in ['c', 'd'] %}{{ x | upper }}"
        "{% elif loop.last %}!{% else %}{{ 'one' if x else 'two' }}{% endif %}{% endfor %}"
    )
    assert run(allowed, items=["a", "b", "c"]) == "AoneC"
    assert len(CLAUSE_NODES) == 18


PIECES = [
    "{{ ", " }}", "{% if ", "{% for x in ", " %}", "{% endif %}", "{% endfor %}", "{% else %}", "words", "trap", "x",
    ".words", "[0]", "['words']", " | text", " | upper", " == ", " in ", "'a'", "[", "]", "(", ")", " and ", " not ",
    "loop.last", "1", ",", "\n", "_hidden", "__class__", ".", "{#", "#}", "-%}",
]  # fmt: skip


@settings(max_examples=150)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_any_template_ends_soon_in_words_or_in_our_own_fault(source: str) -> None:
    trap = Trap()
    start = time.perf_counter()
    try:
        found = run(source, trap=trap, x=["a"])
    except TemplateFault:
        found = ""
    assert time.perf_counter() - start < 1
    assert "kept back" not in found
    assert not trap.ran


def test_the_kit_of_the_clauses_has_no_filter_that_calls_what_it_is_given() -> None:
    class Callable:
        def __call__(self) -> str:
            raise AssertionError("called")

    for name, speak in KIT.filters.items():
        with pytest.raises((TemplateFault, AttributeError, TypeError)):
            speak(Callable(), *(["x"] if name == "given" else []))
