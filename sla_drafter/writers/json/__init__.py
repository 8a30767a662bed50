"""The draft for programs: the tree, its clauses with their words, every value with its field, numbers, source.

```
{"schema": 1, "title": …, "language": …, "document": {"node": "document", …},
 "clauses": [{"id", "kind", "number", "title", "version", "words"}, …],
 "values": [{"field", "form", "words", "clause"}, …],
 "numbers": {id: {"kind", "number"}, …},
 "source": {…}}
```

The source stands last and byte for byte as it was given; it has to be JSON in UTF-8.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from sla_drafter.document.house import House
from sla_drafter.document.index import values_of
from sla_drafter.document.nodes import Document
from sla_drafter.document.number import Number, numbers
from sla_drafter.document.plain import to_plain
from sla_drafter.document.printed import passages
from sla_drafter.document.walk import sections_of, words_of

SCHEMA = 1


def write(document: Document, house: House, source: bytes | None) -> bytes:  # noqa: ARG001 - data has no looks
    """The paper as JSON in UTF-8; the same paper gives the same bytes. A source that is no JSON is a `ValueError`."""
    counted = numbers(document)
    body = {
        "schema": SCHEMA,
        "title": " ".join(words_of(document.title).split()),
        "language": document.language,
        "document": to_plain(document),
        "clauses": list(_clauses(document, counted)),
        "values": list(_values(document)),
        "numbers": {name: {"kind": number.kind, "number": number.words} for name, number in counted.items()},
    }
    text = json.dumps(body, ensure_ascii=False, indent=1).encode()
    if source is None:
        return text + b"\n"
    json.loads(source.decode("utf-8"))
    return b"".join((text.removesuffix(b"\n}"), b',\n "source": ', source, b"\n}\n"))


def _clauses(document: Document, counted: Mapping[str, Number]) -> Iterator[dict[str, str]]:
    words: dict[str, str] = {}
    for passage in passages(document):
        words[passage.id] = f"{words[passage.id]} {passage.words}" if passage.id in words else passage.words
    for story in document.stories:
        for section in sections_of(story.blocks):
            yield {
                "id": section.id,
                "kind": section.kind.value,
                "number": counted[section.id].words if section.id in counted else "",
                "title": " ".join(words_of(section.title).split()),
                "version": section.version,
                "words": " ".join(words.get(section.id, "").split()),
            }


def _values(document: Document) -> Iterator[dict[str, str]]:
    for clause, value in values_of(document):
        yield {"field": value.field, "form": value.form, "words": value.words, "clause": clause}
