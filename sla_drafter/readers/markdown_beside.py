"""What a Markdown file shows or hides beside its words: its foot, marked changes, remarks, comments, programs."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from sla_drafter.document.beside import Beside, Margin, Mark, MarkKind
from sla_drafter.language.patterns import compiled
from sla_drafter.readers.markdown import NOT_PAPER, text_of, tokens_of

_FOOT = compiled(r"<!-- sla-drafter: foot -->\s*---\s*(.*?)\s*(?:<!--|\Z)", re.DOTALL)
_FOUND = compiled(
    r'<a id="(?P<clause>[^"]*)">'
    r"|<(?P<tag>ins|del|s|strike|mark|script|style|iframe|object)\b(?P<more>[^>]*)>(?P<words>.*?)</(?P=tag)>"
    r"|~~(?P<struck>[^~]+)~~|<!--(?! sla-drafter: | -->|\s*sla-drafter-source)(?P<comment>.*?)-->",
    re.DOTALL,
)
_PART = compiled(r"<!-- sla-drafter: (.*?) -->")
_COMMENT = compiled(r"<!--.*?-->", re.DOTALL)
_TAG = compiled(r"(?<!\\)</?[A-Za-z?!][^>]*>")
_BEGIN = compiled(r'<a id="([^"]*)">')
_OUR_TAG = compiled(
    r'<a (?:id|name)="[^"]*">|<br>|</?(?:strong|em|sup|mark)>|</(?:a|ins|del|sub)>'
    r'|<(?:ins|del|sub) data-author="[^"]*" datetime="[^"]*">'
)
_SEEN = compiled(r"</?(?:ins|del|s|strike|mark|script|style|iframe|object)\b")  # told as marks with their words
_AUTHOR = compiled(r'data-author="([^"]*)"')
_KINDS = {"ins": MarkKind.INSERTED, "del": MarkKind.DELETED, "s": MarkKind.DELETED, "strike": MarkKind.DELETED}
_BLANK = compiled(r"<strong>\Z")


def read_beside(data: bytes) -> Beside:
    """The foot of the text, and every change, remark, comment and program in it. Raises `Unreadable`."""
    text = text_of(data)
    foot = _FOOT.search(text)
    words = _plain(foot[1]) if foot else ""
    margins = (Margin("foot", "the foot of the text", words), *_unread(text), *_leading(text))
    return Beside(words, (*_marks(text), *_foreign_tags(text)), margins=margins)


def _unread(text: str) -> Iterator[Margin]:
    """The words of the parts that are none of the paper: they are in no passage."""
    _, *parts = _PART.split(text)
    for name, words in zip(parts[::2], parts[1::2], strict=True):
        if name in NOT_PAPER - {"foot"}:
            yield Margin(name, f"the {name}", _plain(_COMMENT.sub("", words)))


def _leading(text: str) -> Iterator[Margin]:
    """Where each link of the text leads, and from where each picture comes."""
    for token in tokens_of(text):
        words = [""]
        for child in token.children or ():
            if child.type == "link_open":
                words = [""]
                target, title = (str(child.attrs.get(name, "")) for name in ("href", "title"))
            elif child.type == "link_close":
                said = " ".join("".join(words).split())
                yield _lead("link", said, f"leads to {target} {title}".strip())
            elif child.type == "image":
                yield _lead("picture", child.content, f"comes from {child.attrs.get('src', '')}")
            words.append(child.content)


def _lead(sort: str, of: str, words: str) -> Margin:
    return Margin(f"{sort} of {of}", f'the {sort} "{of}"', words, is_text=True)


def _foreign_tags(text: str) -> Iterator[Mark]:
    """The tags that no text of ours has: they can hide words, lay something over them, or run."""
    clause = ""
    for found in _TAG.finditer(_COMMENT.sub("", text)):
        begun = _BEGIN.fullmatch(found[0])
        clause = html.unescape(begun[1]) if begun else clause
        if not _OUR_TAG.fullmatch(found[0]) and not _SEEN.match(found[0]):
            yield Mark(MarkKind.HIDDEN, found[0], clause)


def _plain(words: str) -> str:
    return " ".join(re.sub(r"\\(.)", r"\1", html.unescape(re.sub(r"<[^>]*>", "", words))).split())


def _marks(text: str) -> Iterator[Mark]:
    clause = ""
    for found in _FOUND.finditer(text):
        if found["clause"] is not None:
            clause = html.unescape(found["clause"])
        elif found["struck"]:
            yield Mark(MarkKind.DELETED, _plain(found["struck"]), clause)
        elif found["comment"]:
            yield Mark(MarkKind.HIDDEN, _plain(found["comment"]), clause)
        elif found["tag"] != "mark" or not _BLANK.search(text, 0, found.start()):
            author = _AUTHOR.search(found["more"])
            yield Mark(_kind(found["tag"]), _plain(found["words"]), clause, html.unescape(author[1]) if author else "")


def _kind(tag: str) -> MarkKind:
    return MarkKind.REMARK if tag == "mark" else _KINDS.get(tag, MarkKind.PROGRAM)
