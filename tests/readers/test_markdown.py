from __future__ import annotations

import pytest

from sla_drafter.document.printed import Passage
from sla_drafter.errors import Unreadable
from sla_drafter.readers import markdown
from sla_drafter.readers.markdown import read_passages, read_source


def words(text: str) -> str:
    return " | ".join(passage.words for passage in read_passages(text.encode()))


def test_the_words_of_a_text_that_somebody_else_wrote_are_read_as_they_are_shown() -> None:
    text = """# Terms
We *try*,
always. See [the page](https://a.example) ![a box](b.png).

3. third
4. fourth

* bullet

| a | b |
| - | - |
| c \\| d | `e*` |

    code

H<sub>2</sub>O <!-- hidden --> &amp; done

<div>in a <b>box</b> &lt;</div>
"""
    assert words(text) == (
        "Terms We try, always. See the page a box. 3. third 4. fourth • bullet a b c | d e* code H2O & done in a box <"
    )


def test_an_address_begins_a_clause_and_a_place_does_not() -> None:
    text = b'<a id="a"></a>**1.1 A** one\n\n<a name="a.x"></a>two\n\n## <a id="b"></a>2 B\n'
    assert read_passages(text) == (Passage("a", "1.1 A one two"), Passage("b", "2 B"))


def test_a_byte_order_mark_is_no_word() -> None:
    assert words("\ufeffone") == "one"


def test_bytes_that_are_not_utf_8_are_refused_with_their_place() -> None:
    with pytest.raises(Unreadable) as refused:
        read_passages(b"abc\xff")
    assert refused.value.findings[0].message == "Byte 4 of the file is not UTF-8."


def test_a_text_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "LARGEST", 3)
    with pytest.raises(Unreadable, match="at most 3 are read"):
        read_passages(b"four")


def test_a_source_that_is_not_the_last_thing_is_no_source() -> None:
    assert read_source(b"<!-- sla-drafter-source\n{}\n-->\n\nmore") is None
    assert read_source(b"<!-- sla-drafter-source\n{}\n-->") == b"{}"


def test_words_that_are_nested_deeply_are_not_dropped() -> None:
    assert words("> " * 90 + "deep") == "deep"
