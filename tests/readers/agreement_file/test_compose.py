from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.errors import Unreadable
from sla_drafter.model.scalars import Prose
from sla_drafter.readers.agreement_file import loads
from sla_drafter.readers.agreement_file.compose import LARGEST
from tests.readers.agreement_file.sample import AGREEMENT, CLAUSES, message, mistakes, printed, read

BROKEN = (
    "title: a: b\n",
    "roles:\n\tboss: y\n",
    "roles: {a: {party: provider}\nterm: {cure: 1}\n",
    "review: {triggers: [a, b}\n",
    "review: {triggers: [\n",
    "review: {triggers: [a, b],\n",
    'title: "abc\nversion: 1\n',
    "title: @abc\n",
    "title: &\nlaw: germany\n",
    "title: %abc\n",
    "title: ? abc\n",
    "title: 'it's'\n",
    'title: "a" b\n',
    'title: "a\nversion: 1\nroles: {a: {title: "b"}}\n',
    "title: 'a\nlanguage: en\nroles:\n  a: {title: 'b', party: provider}\n",
    'title: "a\\qb"\n',
    "title: *abc\n",
    "title: &a b\n",
    "title: !!python/object:os.system b\n",
    "roles:\n  a: {}\n b: {}\n",
    "title\nversion: 1\n",
    "title: x\n---\ntitle: y\n",
    "? {a: b}\n: c\n",
    "version: 1\nversion: 2\n",
    "roles: {a: {title: x, title: y}}\n",
    "roles: {a: {title: x} b: {title: y}}\n",
    "roles: {a: {title: x}}}\n",
    "title: - a\n",
    "review: {triggers: [every year: twice]}\n",
    "services: {a: {fee: EUR [amount] per month, name: x}}\n",
    "services: {a: {name: x {y} z}}\n",
    "title: [Service Provider] Ltd\n",
    "title: {{name}} of service\n",
    "services:\n  a:\n    fee: TBC\n    name:Data\n",
    "sources: {probe: {tool: x, interval:60 seconds}}\n",
    "term: {initial 24 months}\n",
    "term: {initial: 24 months renewal: automatic}\n",
    "title:\n",
    "title: ~\n",
    "roles: {a: {title: }}\n",
    "title: x\u202ey\n",
    'title: "x\\u200by"\n',
    "title: x\x07y\n",
    "title: " + "{a: " * 30 + "\n",
)
COMMAS = (
    "services: {a: {workload: {limit: 4,000 connections, tolerance: 10%}}}\n",
    "services: {a: {workload: {limit: 1,200,000 connections}, fee: GBP 12,000 per month}}\n",
    "services: {a: {technologies: [GBP 12,000, x]}}\n",
    "hours: {x: {week: Mon-Fri 08:00-18:00, Sat 09:00-13:00}}\n",
    "parties: {provider: {name: Halden Retail, Ltd, notices: a@b.example}}\n",
)


def test_every_broken_file_is_explained_at_the_place_to_mend(golden: Callable[[str, str], None]) -> None:
    golden("\n".join(printed(mistakes(text)) for text in BROKEN), "agreement_file/broken.txt")


def test_a_comma_in_braces_is_found_and_quoted(golden: Callable[[str, str], None]) -> None:
    golden("\n".join(printed(mistakes(text)) for text in COMMAS), "agreement_file/commas.txt")


def test_what_is_proposed_for_a_comma_is_right() -> None:
    assert read('services: {a: {workload: {limit: "4,000 connections"}}}\n').agreement.services[0].workload
    assert read("services: {a: {workload: {limit: 4000 connections}}}\n").agreement.services[0].workload


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("\u2066", "U+2066 LEFT-TO-RIGHT ISOLATE"),
        ("\u200b", "U+200B ZERO WIDTH SPACE"),
        ("\ufeff", "U+FEFF ZERO WIDTH NO-BREAK SPACE"),
        ("\u2028", "U+2028 LINE SEPARATOR"),
        ("\x00", "U+0000 NULL"),
        ("\x1b", "U+001B ESCAPE"),
        ("\x85", "U+0085 NEXT LINE"),
        ("\ufffe", "U+FFFE NOT A CHARACTER"),
        ("\U0010fffd", "U+10FFFD PRIVATE USE CHARACTER"),
        ("\U000e0041", "U+E0041 TAG LATIN CAPITAL LETTER A"),
    ],
)
def test_an_invisible_character_is_refused_by_its_name(character: str, name: str) -> None:
    (typed,) = mistakes(f"title: Service {character}Level\n")
    assert typed.message == f"{name} stands here. Delete it."
    assert (typed.places[0].line, typed.places[0].column) == (2, 16)
    assert message(f'title: "Service \\U{ord(character):08x}Level"\n') == typed.message


def test_every_other_character_stays_as_it_was_typed() -> None:
    words = "Zoë’s 服务 — שירות « 100 % » e\u0301\u00ad🎉"
    assert read(f"title: {words}\n").agreement.title == Prose((("", words),))


def test_a_byte_order_mark_and_windows_line_ends_are_no_mistake() -> None:
    text = "\ufeff" + AGREEMENT.replace("\n", "\r\n")
    assert loads(text, "a.yaml", CLAUSES).agreement == loads(AGREEMENT, "a.yaml", CLAUSES).agreement


def test_a_note_beside_tbc_needs_no_quotes() -> None:
    points = read("title: TBC: ask Finance\nroles: {a: {holder: TBC: who? when?, title: Boss}}\n").agreement.open_points
    assert [(point.path, point.note) for point in points] == [
        ("title", "ask Finance"),
        ("roles.a.holder", "who? when?"),
    ]


@pytest.mark.parametrize("text", ["", "# nothing\n", "- a\n- b\n", "just words\n"])
def test_a_file_that_is_no_agreement_says_how_one_starts(text: str) -> None:
    with pytest.raises(Unreadable, match=r"It starts with a line: sla_drafter: 1"):
        loads(text, "a.yaml", CLAUSES)


@pytest.mark.parametrize("text", ["[" * 2000, "{a: " * 2000, "- " * 2000, "a:\n" * 2000, "x" * (LARGEST + 1)])
def test_a_monstrous_file_is_refused_at_once(text: str) -> None:
    with pytest.raises(Unreadable):
        read(text)


@given(st.text(st.sampled_from("ab1:,{}[]\"'|>-?#&*!%@ \n\tT\u202e"), max_size=60))
def test_any_text_is_read_or_refused_with_findings(text: str) -> None:
    assert outcome(text)


def outcome(text: str) -> str:
    """What becomes of a text."""
    try:
        return str(read(text).agreement)
    except Unreadable as refused:
        return " ".join(finding.message for finding in refused.findings)
