"""The parts of the finished file: those of the template, filled or copied, and those that this document adds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from sla_drafter.document.nodes import Document
from sla_drafter.document.walk import sections_of
from sla_drafter.errors import Unreadable
from sla_drafter.findings import Finding, Mend, Severity
from sla_drafter.language.patterns import compiled
from sla_drafter.sandbox import TemplateFault
from sla_drafter.writers.docx.facts import unknown
from sla_drafter.writers.docx.ledger import DOCUMENT, NOTES, Ledger, Part
from sla_drafter.writers.docx.markup import HEAD, RELATED, WORD, fits_a_bookmark
from sla_drafter.writers.docx.package import Entry, Relationship, content_types_part, entry, relationships_part
from sla_drafter.writers.docx.properties import core_properties, custom_properties, proofing_language
from sla_drafter.writers.docx.template import Template

_LANGUAGE = compiled(r'(<w:(?:lang|themeFontLang)\b[^>]*?w:val=")[^"]*(")')
_NO_REMARKS = f'{HEAD}<w:comments xmlns:w="{WORD}" xmlns:r="{RELATED}"></w:comments>'


def entries(
    document: Document, template: Template, ledger: Ledger, context: Mapping[str, object], source: bytes | None
) -> Iterator[Entry]:
    """The members of the zip file in a fixed order, the list of types first, as readers expect it."""
    properties = _properties(document, source)
    stories = _stories(template, ledger)
    added = (*properties, *stories, *ledger.parts)
    arrows = (*template.relationships, *ledger.arrows[DOCUMENT], *(_arrow(part) for part in stories))
    package = (
        Relationship("rId1", "officeDocument", "word/document.xml"),
        *(Relationship(f"rId{n}", part.kind, part.name) for n, part in enumerate(properties, 2)),
    )
    kinds = (*template.kinds.items(), *((part.name, part.kind) for part in added))
    yield _bookkeeping("[Content_Types].xml", content_types_part(dict(kinds)))
    yield _bookkeeping("_rels/.rels", relationships_part(package))
    yield _bookkeeping("word/_rels/document.xml.rels", relationships_part(arrows))
    if ledger.arrows[NOTES]:
        yield entry("word/_rels/footnotes.xml.rels", relationships_part(ledger.arrows[NOTES]))
    yield from _filled(template, context)
    yield from _spoken(template, proofing_language(document.language))
    yield from template.static
    for part in added:
        yield entry(part.name, part.data)


@lru_cache(maxsize=256)
def _bookkeeping(name: str, data: bytes) -> Entry:
    """Types and relationships are the same in most documents, so they are compressed once."""
    return entry(name, data)


def _properties(document: Document, source: bytes | None) -> Sequence[Part]:
    core = Part("docProps/core.xml", "core-properties", core_properties(document))
    sections = (section.id for story in document.stories for section in sections_of(story.blocks))
    long_ids = [identity for identity in sections if not fits_a_bookmark(identity)]
    if source is None and not long_ids:
        return (core,)
    return core, Part("docProps/custom.xml", "custom-properties", custom_properties(source, long_ids))


def _stories(template: Template, ledger: Ledger) -> Sequence[Part]:
    found = [Part("word/footnotes.xml", "footnotes", _with(template.footnotes, "footnotes", ledger.notes))]
    if ledger.remarks:
        found.append(Part("word/comments.xml", "comments", _with(_NO_REMARKS, "comments", ledger.remarks)))
    return found


def _with(part: str, name: str, further: Sequence[str]) -> bytes:
    before, end, after = part.rpartition(f"</w:{name}>")
    return "".join((before, *further, end, after)).encode()


def _arrow(part: Part) -> Relationship:
    return Relationship(f"sla_{part.kind}", part.kind, part.name.removeprefix("word/"))


def _filled(template: Template, context: Mapping[str, object]) -> Iterator[Entry]:
    """The parts with tags; a tag that names nothing or asks for something refused is told with its part."""
    faults = [f"{name}: {fault}" for name, program in template.programs for fault in unknown(program.names, context)]
    if faults:
        raise _refusal(faults)
    for name, program in template.programs:
        try:
            words = program.fill(context)
        except TemplateFault as fault:
            raise _refusal([f"{name}: {fault.message}"]) from fault
        yield entry(name, words.encode())


def _refusal(faults: Sequence[str]) -> Unreadable:
    mend = Mend("Correct the tag in the template; the plain house shows which tags there are.")
    messages = (f"Word template, {fault}" for fault in faults)
    findings = [Finding("HOU-08", "unusable_template", Severity.ERROR, message, mend=mend) for message in messages]
    return Unreadable("The Word template of this house cannot be used.", findings)


@lru_cache(maxsize=64)
def _spoken(template: Template, language: str) -> tuple[Entry, ...]:
    """The parts that say which language the words are in."""
    return tuple(entry(name, _LANGUAGE.sub(rf"\g<1>{language}\g<2>", part).encode()) for name, part in template.spoken)
