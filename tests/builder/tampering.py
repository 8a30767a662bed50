"""Files that somebody changed after they were drafted: each change as a person or a program would make it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import docx
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from sla_drafter.readers.docx.package import WORD

Change = Callable[[bytes], bytes]

HIDING_STYLE = '<w:style w:type="character" w:styleId="Faint"><w:rPr><w:vanish/></w:rPr></w:style>'


def saved(document: docx.document.Document) -> bytes:
    """The bytes of a Word file as python-docx saves it."""
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def opened(data: bytes) -> docx.document.Document:
    """The Word file in these bytes."""
    return docx.Document(io.BytesIO(data))


def spaced(words: str) -> str:
    """Words with ordinary spaces, also where no line may break."""
    return words.replace("\u00a0", " ")


def holder(document: docx.document.Document, words: str) -> Paragraph:
    """The first paragraph that holds these words."""
    return next(one for one in document.paragraphs if words in spaced(one.text))


def run_with(document: docx.document.Document, words: str) -> Run:
    """The first run of the text that holds these words."""
    found = next(run for run in document.element.body.iter(qn("w:r")) if words in spaced("".join(run.itertext())))
    return Run(found, document._body)


def resaved(data: bytes) -> bytes:
    """Opened and saved by another program."""
    return saved(opened(data))


def in_word(old: str, new: str) -> Change:
    """Words of one run typed over."""

    def change(data: bytes) -> bytes:
        document = opened(data)
        run = run_with(document, old)
        run.text = spaced(run.text).replace(old, new, 1)
        return saved(document)

    return change


def clause_deleted(begins: str) -> Change:
    """A clause deleted: its paragraph, and what follows up to the next clause."""

    def change(data: bytes) -> bytes:
        document = opened(data)
        document.element.body.remove(holder(document, begins)._p)
        return saved(document)

    return change


def deletion_tracked(words: str, author: str = "Ada Other Side") -> Change:
    """The run with these words taken out with Word's change tracking on."""

    def change(data: bytes) -> bytes:
        document = opened(data)
        run = run_with(document, words)._r
        taken = OxmlElement("w:del")
        for name, value in (("id", "9001"), ("author", author), ("date", "2027-03-01T09:00:00Z")):
            taken.set(qn(f"w:{name}"), value)
        run.addprevious(taken)
        taken.append(run)
        for text in run.iter(qn("w:t")):
            text.tag = qn("w:delText")
        return saved(document)

    return change


def run_hidden(words: str) -> Change:
    """The run with these words set not to be shown."""

    def change(data: bytes) -> bytes:
        document = opened(data)
        run_with(document, words).font.hidden = True
        return saved(document)

    return change


def run_properties_added(words: str, properties: str) -> Change:
    """The first run of the paragraph with these words given another look, as a program writes it."""

    def change(data: bytes) -> bytes:
        document = opened(data)
        run = next(run for run in holder(document, words).runs if run.text.strip())
        for added in parse_xml(f'<w:rPr xmlns:w="{WORD}">{properties}</w:rPr>'):
            run._r.get_or_add_rPr().append(added)
        return saved(document)

    return change


def paragraph_properties_added(words: str, properties: str) -> Change:
    """The paragraph with these words given another look."""

    def change(data: bytes) -> bytes:
        document = opened(data)
        held = holder(document, words)._p.get_or_add_pPr()
        for old in held.findall(f"{{{WORD}}}spacing"):
            held.remove(old)
        for added in parse_xml(f'<w:pPr xmlns:w="{WORD}">{properties}</w:pPr>'):
            held.append(added)
        return saved(document)

    return change


def styled(words: str, styles: str) -> Change:
    """The first run of the paragraph with these words in the style Faint, which is put into the style sheet."""

    def change(data: bytes) -> bytes:
        document = opened(data)
        for added in parse_xml(f'<w:styles xmlns:w="{WORD}">{styles}</w:styles>'):
            document.styles.element.append(added)
        run = next(run for run in holder(document, words).runs if run.text.strip())
        properties = run._r.get_or_add_rPr()
        for old in properties.findall(f"{{{WORD}}}rStyle"):
            properties.remove(old)
        properties.insert(0, parse_xml(f'<w:rStyle xmlns:w="{WORD}" w:val="Faint"/>'))
        return saved(document)

    return change


def link_added(beside: str, words: str, target: str) -> Change:
    """A link put at the end of the paragraph with these words."""

    def change(data: bytes) -> bytes:
        document = opened(data)
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        identity = document.part.relate_to(target, f"{kind}/hyperlink", is_external=True)
        spaces, run = f'xmlns:w="{WORD}" xmlns:r="{kind}"', f"<w:r><w:t>{words}</w:t></w:r>"
        link = parse_xml(f'<w:hyperlink {spaces} r:id="{identity}">{run}</w:hyperlink>')
        holder(document, beside)._p.append(link)
        return saved(document)

    return change


def unreferenced_remark(words: str, remark: str) -> Change:
    """A comment whose mark was taken out of the text."""

    def change(data: bytes) -> bytes:
        document = opened(remark_added(words, remark)(data))
        for mark in list(document.element.iter(f"{{{WORD}}}commentReference")):
            mark.getparent().remove(mark)
        return saved(document)

    return change


def hidden_run_added(beside: str, words: str) -> Change:
    """Words put in that nobody sees."""

    def change(data: bytes) -> bytes:
        document = opened(data)
        holder(document, beside).add_run(words).font.hidden = True
        return saved(document)

    return change


def remark_added(words: str, remark: str) -> Change:
    """A comment on words."""

    def change(data: bytes) -> bytes:
        document = opened(data)
        run = next(run for run in holder(document, words).runs if words in spaced(run.text))
        document.add_comment(run, text=remark, author="Bo")
        return saved(document)

    return change


def in_part(name: str, old: str, new: str) -> Change:
    """Bytes of one part of a Word file changed, the others left as they are."""

    def change(data: bytes) -> bytes:
        held = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(held, "w") as copy:
            for member in package.infolist():
                content = package.read(member)
                if re.fullmatch(name, member.filename):
                    assert old.encode() in content
                    content = content.replace(old.encode(), new.encode())
                copy.writestr(member, content)
        return held.getvalue()

    return change


def part_added(name: str, content: str) -> Change:
    """A part put into a Word file, to which nothing points."""

    def change(data: bytes) -> bytes:
        held = io.BytesIO(data)
        with zipfile.ZipFile(held, "a") as package:
            package.writestr(name, content)
        return held.getvalue()

    return change


def in_text(old: str, new: str) -> Change:
    """Words of an HTML, Markdown or JSON file changed, the first time that they stand there."""

    def change(data: bytes) -> bytes:
        assert old.encode() in data
        return data.replace(old.encode(), new.encode(), 1)

    return change


def last_in_text(old: str, new: str) -> Change:
    """The same, the last time that they stand there."""

    def change(data: bytes) -> bytes:
        before, found, after = data.rpartition(old.encode())
        assert found
        return before + new.encode() + after

    return change
