"""A file with texts in several languages becomes one with texts in one; comments and layout stay as they are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from sla_drafter.language.locales import LOCALES
from sla_drafter.readers.agreement_file import quoting
from sla_drafter.readers.agreement_file.compose import compose
from sla_drafter.readers.agreement_file.mistakes import mistake, refuse
from sla_drafter.readers.agreement_file.nodes import Entry, Mapping, Node, Scalar, Sequence
from sla_drafter.readers.agreement_file.patch import Splice, end_of, patch, spliced

OWN = "language"
OTHERS = ("translations", "prevailing_language")


def one_language(text: str, language: str, name: PurePath | str = "agreement.yaml") -> str:
    """The text of the file with its texts in one language alone; `language:` says so.

    Raises `Unreadable` with every text that is not there in that language; a text that is given once stays.
    """
    file = PurePath(name)
    root, findings = compose(text, file)
    refuse(file, findings)
    found = list(_by_language(root, "", None, flow=False))
    message = f"This text is not there in the language {language}."
    silent = [(path, node.origin.place(node.start, node.end)) for path, node, *_ in found if not node.get(language)]
    refuse(file, [mistake("wrong_value", message, path, place) for path, place in silent])
    own = root.entry(OWN)
    splices = [_kept(node, language, entry, flow=flow) for _, node, entry, flow in found]
    if own:
        splices.append(Splice(own.value.start, end_of(own.value), language))
    for splice in sorted(splices, key=lambda one: one.start, reverse=True):
        text = spliced(text, splice)
    return patch(text, {key: None for key in OTHERS if root.entry(key)}, file)


def languages_of(text: str, name: PurePath | str = "agreement.yaml") -> tuple[str, ...]:
    """The languages in which every text by language of a file is there; its own where none is by language."""
    root, _ = compose(text, PurePath(name))
    spoken = [set(node.keys) for _, node, *_ in _by_language(root, "", None, flow=False)]
    own = root.get(OWN)
    alone = {own.text if isinstance(own, Scalar) else "en"}
    known = set.intersection(*spoken) if spoken else alone
    return tuple(one for one in LOCALES if one in known)


_Found = tuple[str, Mapping, Entry | None, bool]


def _by_language(node: Node, path: str, entry: Entry | None, *, flow: bool) -> Iterator[_Found]:
    """Each text by language: its path, its node, the entry it is the value of, and whether braces are around it."""
    match node:
        case Mapping() if _is_text(node):
            yield path, node, entry, flow
        case Mapping():
            for one in node.entries:
                yield from _by_language(one.value, f"{path}.{one.key.text}".strip("."), one, flow=flow or node.flow)
        case Sequence():
            for position, item in enumerate(node.items, 1):
                yield from _by_language(item, f"{path}[{position}]", None, flow=flow or node.flow)


def _is_text(node: Mapping) -> bool:
    """Whether the keys of a thing are languages, each with a text."""
    texts = [entry.key.text in LOCALES and isinstance(entry.value, Scalar) for entry in node.entries]
    return bool(texts) and all(texts)


def _kept(node: Mapping, language: str, entry: Entry | None, *, flow: bool) -> Splice:
    value = node.get(language)
    words = quoting.scalar(value.text if isinstance(value, Scalar) else "", flow=flow)
    if entry and not node.flow:
        comment = node.origin.text[entry.key.end : node.start].partition("#")[2].strip()
        return Splice(entry.key.end, end_of(node), f": {words}" + (f"   # {comment}" if comment else ""))
    return Splice(node.start, end_of(node), words)
