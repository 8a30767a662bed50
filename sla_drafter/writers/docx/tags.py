"""Which tag of a Word template is broken: the tag as it stands there, its paragraph, and what is wrong with it.

Whether each is closed is asked of every template; what is wrong inside of one, only where a part cannot be made ready.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from sla_drafter.language.patterns import compiled
from sla_drafter.sandbox import TemplateFault, paper_program
from sla_drafter.values import frozen

_PARAGRAPH = compiled(r"<w:p[ >].*?</w:p>", re.DOTALL)
_WORDS = compiled(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:(?:tab|br)\b[^>]*/>")
_TAG = compiled(r"\{(?P<kind>[{%#])(?P<inside>(?:(?!\{[{%#]).)*?)(?P<end>[}%#]\})|\{[{%#]|[}%#]\}")
_ENDS = {"{": "}}", "%": "%}", "#": "#}"}
_ALONE = compiled(r"^(?:tr|tc|[pr])\s|^-|-$")
_QUOTES = str.maketrans("“”‘’", "\"\"''")
_CLOSED_BY = {"if": "endif", "for": "endfor"}
_WITHIN = {"elif": "if", "else": "if or for", "endif": "if", "endfor": "for"}
_TRIED_AS = {
    "elif": "{{% if x %}}{{% {} %}}{{% endif %}}",
    "if": "{{% {} %}}{{% endif %}}",
    "for": "{{% {} %}}{{% endfor %}}",
}
_MOST_SHOWN = 60


@frozen
class _Open:
    """A block that has begun: `if` or `for`, and where."""

    word: str
    tag: str
    paragraph: str


def loose_tags(xml: str) -> Iterator[str]:
    """The tags of a part that are not closed, or close nothing: they would swallow the words up to the next tag."""
    for paragraph in _paragraphs(xml):
        for tag in _TAG.finditer(paragraph):
            if fault := _loose(tag):
                yield f"{_place(tag[0], tag.start(), paragraph)} {fault}"


def broken_tags(xml: str) -> Iterator[str]:
    """What is wrong with the tags of a part whose tags are closed, one after the other."""
    begun: list[_Open] = []
    for paragraph in _paragraphs(xml):
        for tag in _TAG.finditer(paragraph):
            if fault := _fault(tag, paragraph, begun):
                yield f"{_place(tag[0], tag.start(), paragraph)} {fault}"
    for block in begun:
        yield f"{_place(block.tag, 0, block.paragraph)} has no {{% {_CLOSED_BY[block.word]} %}} behind it"


def _paragraphs(xml: str) -> Iterator[str]:
    """The words of each paragraph, however they are split over runs."""
    for found in _PARAGRAPH.finditer(xml):
        yield "".join(html.unescape(words[1]) if words[1] is not None else " " for words in _WORDS.finditer(found[0]))


def _loose(tag: re.Match[str]) -> str:
    if tag["kind"] is None:
        return "closes nothing" if tag[0] in _ENDS.values() else f"is not closed by {_ENDS[tag[0][1]]}"
    end = _ENDS[tag["kind"]]
    return f"is closed by {tag['end']}, not by {end}" if tag["end"] != end else ""


def _fault(tag: re.Match[str], paragraph: str, begun: list[_Open]) -> str:
    """What is wrong with a tag that is closed; empty for nothing."""
    inside = _ALONE.sub("", tag["inside"].translate(_QUOTES).strip()).strip()
    if tag["kind"] == "{":
        return _tried(f"{{{{ {inside} }}}}")
    return _of_block(inside, _Open(inside.partition(" ")[0], tag[0], paragraph), begun) if tag["kind"] == "%" else ""


def _of_block(inside: str, block: _Open, begun: list[_Open]) -> str:
    word = block.word
    if word in _WITHIN:
        if not begun or begun[-1].word not in _WITHIN[word]:
            return f"has no {_WITHIN[word]} before it"
        if word.startswith("end"):
            begun.pop()
    if word in _CLOSED_BY:
        begun.append(block)
    return "" if word in {"else", "endif", "endfor"} else _tried(_TRIED_AS.get(word, "{{% {} %}}").format(inside))


def _tried(tag: str) -> str:
    try:
        paper_program(tag)
    except TemplateFault as fault:
        return f"is none that can be read: {fault.message}"
    return ""


def _place(tag: str, start: int, paragraph: str) -> str:
    """A tag as it stands in its paragraph; an opening alone is shown with the words behind it."""
    shown = paragraph[start:].strip() if tag in {"{{", "{%", "{#"} else tag
    return f'the tag {_short(shown)} in the paragraph "{_short(paragraph.strip())}"'


def _short(words: str) -> str:
    return words if len(words) <= _MOST_SHOWN else f"{words[:_MOST_SHOWN].rstrip()}…"
