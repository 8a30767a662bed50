"""Says what is wrong with a file that is no YAML, in words for somebody who never heard of YAML."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from sla_drafter.findings import Finding
from sla_drafter.language.patterns import compiled
from sla_drafter.readers.agreement_file.mistakes import mistake
from sla_drafter.readers.agreement_file.nodes import Origin

if TYPE_CHECKING:
    from yaml import MarkedYAMLError

_VALUE_WITH_COLON = compiled(r"(?P<key>[^\s:{,\[][^:{,\[]*): +(?P<value>[^'\"{\[,}#][^,}#]*: [^,}#]*)")
KEY_WITHOUT_SPACE = compiled(r"([a-z][a-z0-9_]*):([^\s/].*)")
_CLOSED = compiled(r"[\[{][^\[\]{}]*[\]}]")
_TABS = compiled(r"^ *\t|\t")


def explained(fault: MarkedYAMLError, origin: Origin) -> Finding:
    """The mistake behind an error of the parser, with the place where somebody would mend it."""
    mark = fault.problem_mark or fault.context_mark
    index = min(mark.index, max(len(origin.text) - 1, 0)) if mark else 0
    said = f"{fault.context or ''} {fault.problem or ''}"
    opened = fault.context_mark.index if fault.context_mark else index
    for words, explain in _EXPLAINED:
        if words in said:
            found = explain(origin, index, opened)
            if found:
                return found
    reason = (fault.problem or "it cannot be parsed").removeprefix("expected <document start>, but found")
    return _at(
        origin, index, f"The file is not valid YAML here: {reason.strip()}. Check the indentation and the quotes."
    )


def _at(origin: Origin, index: int, message: str, end: int | None = None) -> Finding:
    return mistake("unreadable_yaml", message, place=origin.place(index, end or index + 1))


def _line(origin: Origin, index: int) -> tuple[int, str]:
    start = origin.text.rfind("\n", 0, index) + 1
    return start, origin.text[start:].split("\n", 1)[0].rstrip("\r")


def _tab(origin: Origin, index: int, _opened: int) -> Finding | None:
    start, line = _line(origin, index)
    found = _TABS.search(line)
    if not found:
        return None
    return _at(origin, start + found.end() - 1, "A tab stands here. Indent with spaces, two for each level.")


def _colon(origin: Origin, index: int, _opened: int) -> Finding | None:
    start, line = _line(origin, index)
    found = _VALUE_WITH_COLON.search(line)
    if not found:
        return None
    value = found["value"].rstrip()
    message = f'A colon inside a value needs quotes: {found["key"].strip(" -")}: "{value}"'
    if line[: found.start()].count("{") > line[: found.start()].count("}"):
        message += f", or a comma is missing before {value.split(':')[0].split()[-1]}."
    return _at(origin, start + found.start("value"), message, start + found.start("value") + len(value))


def _comma(origin: Origin, index: int, opened: int) -> Finding | None:
    """Two values stand side by side in the line in which the brace opens."""
    before = origin.text[:index].rstrip()
    if "\n" in origin.text[opened:index] or before[-1:] in ",{[" or not origin.text[index : index + 1].isalnum():
        return None
    word = re.split(r"[^\w.-]", origin.text[index:], maxsplit=1)[0]
    return _at(
        origin, index, f"A comma is missing before {word}. Values in one line are parted by commas.", index + len(word)
    )


def _bracket_inside(origin: Origin, index: int, _opened: int) -> Finding | None:
    """`{fee: EUR [amount] per month}`: inside braces a bracket has a meaning of its own."""
    before = origin.text[:index].rstrip(" ")
    if origin.text[index : index + 1] not in ("[", "{") or before[-1:] in ("", ",", "{", "[", ":", "\n", "}", "]"):
        return None
    start = max(before.rfind(mark) for mark in (": ", ", ", "[", "{")) + 1
    start += len(origin.text[start:]) - len(origin.text[start:].lstrip(" "))
    rest = re.match(r"[^,\n]*?[\]}][^,{}\[\]\n]*", origin.text[start:])
    whole = (rest[0] if rest else before[start:]).rstrip()
    message = f'A {origin.text[index]} inside a value needs quotes: "{whole}"'
    return _at(origin, start, message, start + len(whole))


def _after_bracket(origin: Origin, index: int, _opened: int) -> Finding | None:
    """`title: [Service Provider] Ltd`: something follows a closed bracket."""
    start, line = _line(origin, index)
    found = re.match(r"[\s-]*(?P<key>[^:]+): +(?P<value>[\[{].*[\]}] *[^\s#,\]}].*)", line)
    if not found or index < start + found.start("value"):
        return None
    message = f'A value that starts with {found["value"][0]} needs quotes: {found["key"]}: "{found["value"]}"'
    return _at(origin, start + found.start("value"), message, start + len(line))


def _after_quotes(origin: Origin, index: int, _opened: int) -> Finding | None:
    """`'it's'` and `"a" b`: something follows a closed quotation mark."""
    before = origin.text[:index].rstrip(" ")[-1:]
    if before not in ("'", '"') or origin.text[index : index + 1] in ("", "\n", "}", "]"):
        return None
    opened = _opening_in_an_earlier_line(origin, len(origin.text[:index].rstrip(" ")))
    if opened is not None:
        line = origin.place(index, index).line
        return _at(
            origin, opened, f"This quotation mark is closed in line {line} only. Write {before} where its value ends."
        )
    advice = "Write '' for a mark inside single quotes." if before == "'" else 'Write \\" for a mark inside quotes.'
    return _at(origin, index, f"The value was closed by {before} before this. {advice}")


def _opening_in_an_earlier_line(origin: Origin, end: int) -> int | None:
    """Where the value in quotes that ends here was opened, if that was not in this line."""
    import yaml

    try:
        for token in yaml.scan(origin.text, Loader=yaml.SafeLoader):
            if isinstance(token, yaml.ScalarToken) and token.style and token.end_mark.index == end:
                return token.start_mark.index if token.start_mark.line < token.end_mark.line else None
    except yaml.MarkedYAMLError:
        pass  # what follows is no YAML at all, and the value was not found before it
    return None


def _closes_nothing(origin: Origin, index: int, _opened: int) -> Finding | None:
    mark = origin.text[index : index + 1]
    if mark not in ("}", "]"):
        return None
    opening = {"}": "{", "]": "["}[mark]
    return _at(origin, index, f"This {mark} closes nothing. Delete it, or write the {opening} that it belongs to.")


def _list(origin: Origin, index: int, _opened: int) -> Finding:
    item = _word(origin, index).lstrip("- ")
    return _at(origin, index, f"A list starts on a line of its own, or stands in brackets: [{item}]")


def _brace(origin: Origin, _index: int, opened: int) -> Finding | None:
    bracket = origin.text[opened : opened + 1]
    if bracket not in ("{", "["):
        return None
    closing = {"{": "}", "[": "]"}[bracket]
    return _at(origin, opened, f"This {bracket} is never closed. Write {closing} after the last value.")


def _open_at_end(origin: Origin, index: int, _opened: int) -> Finding | None:
    """The file ends directly after an opening bracket or a comma behind it; the parser does not say where it opened."""
    before, seen = origin.text[: index + 1], ""
    while seen != before:
        before, seen = _CLOSED.sub(lambda pair: " " * len(pair[0]), before), before
    return _brace(origin, index, max(before.rfind("{"), before.rfind("["), 0))


def _quote(origin: Origin, _index: int, opened: int) -> Finding:
    mark = origin.text[opened : opened + 1]
    return _at(origin, opened, f"This quotation mark is never closed. Write {mark} at the end of the value.")


def _reserved(origin: Origin, index: int, _opened: int) -> Finding:
    """A mark of YAML begins a value; where nothing follows it, the parser points behind it."""
    if not origin.text[index : index + 1].strip():
        index = max(len(origin.text[:index].rstrip()) - 1, 0)
    mark = origin.text[index : index + 1]
    return _at(origin, index, f'A value cannot start with {mark}. Put it in quotes: "{_word(origin, index)}"')


def _word(origin: Origin, index: int) -> str:
    return re.split(r"[,}\]\n#]", origin.text[index:], maxsplit=1)[0].strip()


def _escape(origin: Origin, index: int, _opened: int) -> Finding:
    return _at(origin, index, "A backslash in double quotes starts a code. Write it twice, or use single quotes.")


def _indent(origin: Origin, index: int, _opened: int) -> Finding:
    start, line = _line(origin, index)
    place = start + len(line) - len(line.lstrip())
    message = "This line does not line up with the ones before it. Keys of one level start in the same column."
    return _at(origin, place, message, start + len(line))


def _no_colon(origin: Origin, _index: int, opened: int) -> Finding:
    start, line = _line(origin, opened)
    words = line.strip()
    place = start + len(line) - len(line.lstrip())
    message = f'"{words[:40]}" is neither a key nor a value. A key ends with a colon and a space.'
    spaced = KEY_WITHOUT_SPACE.match(words)
    if spaced:
        message = f"A space is missing after the colon. Write {spaced[1]}: {spaced[2]}"
    return _at(origin, place, message, start + len(line))


_EXPLAINED: tuple[tuple[str, Callable[[Origin, int, int], Finding | None]], ...] = (
    ("'\\t' that cannot start any token", _tab),
    ("mapping values are not allowed here", _colon),
    ("found unexpected end of stream", _quote),
    ("while parsing a flow mapping", _colon),
    ("while parsing a flow", _after_quotes),
    ("while parsing a flow", _bracket_inside),
    ("while parsing a flow", _comma),
    ("while parsing a flow", _brace),
    ("found '<stream end>'", _open_at_end),
    ("that cannot start any token", _reserved),
    ("while scanning a directive", _reserved),
    ("while scanning an anchor", _reserved),
    ("while scanning an alias", _reserved),
    ("found unknown escape character", _escape),
    ("could not find expected ':'", _no_colon),
    ("sequence entries are not allowed here", _list),
    ("mapping keys are not allowed here", _reserved),
    ("while parsing a block", _tab),
    ("while parsing a block", _after_quotes),
    ("while parsing a block", _after_bracket),
    ("while parsing a block", _closes_nothing),
    ("while parsing a block", _indent),
    ("mapping values are not allowed here", _indent),
    ("expected '<document start>'", _after_quotes),
    ("expected '<document start>'", _after_bracket),
    ("expected '<document start>'", _closes_nothing),
    ("expected '<document start>'", _indent),
)
