from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from sla_drafter.builder import Builder
from sla_drafter.builder.verified import Asked, VerifiedFile, verify
from sla_drafter.errors import Unreadable
from sla_drafter.findings import Finding, Severity
from sla_drafter.readers.docx.package import WORD
from tests.builder.tampering import (
    Change,
    clause_deleted,
    deletion_tracked,
    destination_moved,
    drawing_added,
    filled_in,
    hidden_run_added,
    in_part,
    in_text,
    in_word,
    laid_on_page,
    last_in_text,
    link_added,
    note_laid_over,
    pages_changed,
    paragraph_properties_added,
    part_added,
    remark_added,
    resaved,
    run_hidden,
    run_properties_added,
    styled,
    unreferenced_remark,
)
from tests.promises.files import STARTER, made, starter

pytestmark = pytest.mark.xdist_group("promises_files")


@cache
def drafted(other: tuple[tuple[str, str], ...] = ()) -> Mapping[str, bytes]:
    return made(starter().set(dict(other)).build())


HIDING_STYLE = '<w:style w:type="character" w:styleId="Faint"><w:rPr><w:vanish/></w:rPr></w:style>'


def put(folder: Path, ending: str, data: bytes, name: str = "agreement") -> Path:
    path = folder / f"{name}.{ending}"
    path.write_bytes(data)
    return path


def agreement(folder: Path) -> Path:
    path = folder / "agreement.yaml"
    path.write_text(STARTER, encoding="utf-8")
    return path


def errors(file: VerifiedFile) -> list[Finding]:
    return [one for one in file.findings if one.severity is Severity.ERROR]


def test_what_was_drafted_is_held_to_be_so_byte_for_byte_with_the_agreement_and_without(tmp_path: Path) -> None:
    files = [put(tmp_path, ending, data) for ending, data in drafted().items()]
    for asked in (Asked(agreement(tmp_path)), Asked()):
        found = verify(files, asked)
        assert [(file.findings, file.same_bytes) for file in found] == [((), True)] * 5
        assert len({file.fingerprint for file in found}) == 1
        assert all(file.clauses > 60 and file.values > 300 for file in found)
    assert {file.against for file in verify(files, Asked())} == {"the facts that it carries"}


# Each change: the kind of file, what somebody did, the rule that finds it, its clause, and words of the message.
CHANGES: Mapping[str, tuple[str, Change, str, str, str]] = {
    "digit in Word": (
        "docx",
        in_word("36 months", "63 months"),
        "words_differ",
        "overview",
        'The first term is 36 months. This agreement, with its …"; read "',
    ),
    "clause gone from Word": (
        "docx",
        clause_deleted("This agreement starts on"),
        "clause_missing",
        "term_renewal",
        "lacks clause 1.6 Term and renewal, which was drafted",
    ),
    "deletion tracked in Word": (
        "docx",
        deletion_tracked("36 months"),
        "change_in_file",
        "overview",
        'words are marked as deleted by Ada Other Side: "36 months"',
    ),
    "words hidden in Word": (
        "docx",
        run_hidden("36 months"),
        "words_hidden",
        "overview",
        'words are hidden: "36 months"',
    ),
    "hidden words put into Word": (
        "docx",
        hidden_run_added("This agreement starts on", "Clause 7 does not apply."),
        "words_hidden",
        "term_renewal",
        'words are hidden: "Clause 7 does not apply."',
    ),
    "remark in Word": (
        "docx",
        remark_added("This agreement, with its schedules", "Says who?"),
        "remark_in_file",
        "overview",
        'there is a remark by Bo: "Says who?"',
    ),
    "foot of Word": (
        "docx",
        in_part(r"word/footer\d*\.xml", "Version ", "Edition "),
        "foot_differs",
        "",
        "at the foot of its pages: drafted",
    ),
    "words added to the foot of Word": (
        "docx",
        in_part(r"word/footer\d*\.xml", "<w:tab/>", "<w:t> Clause 7 does not apply.</w:t><w:tab/>"),
        "foot_differs",
        "",
        'a footer (word/footer1.xml): drafted "Service Level Agreement for Managed MariaDB',
    ),
    "words added to the head of Word": (
        "docx",
        in_part(r"word/header\d*\.xml", "</w:p>", "<w:r><w:t>Clause 7 does not apply.</w:t></w:r></w:p>"),
        "foot_differs",
        "",
        'a header (word/header1.xml): drafted ""; read "Clause 7 does not apply."',
    ),
    "words of Word in nearly white": (
        "docx",
        run_properties_added("This agreement starts on", '<w:color w:val="FEFEFE"/>'),
        "words_hidden",
        "term_renewal",
        "words are hidden",
    ),
    "words of Word too small to read": (
        "docx",
        run_properties_added("This agreement starts on", '<w:sz w:val="02"/>'),
        "words_hidden",
        "term_renewal",
        "words are hidden",
    ),
    "words of Word in the white of the theme": (
        "docx",
        run_properties_added("This agreement starts on", '<w:color w:val="000000" w:themeColor="background1"/>'),
        "words_hidden",
        "term_renewal",
        "words are hidden",
    ),
    "words of Word pressed together": (
        "docx",
        run_properties_added("This agreement starts on", '<w:w w:val="1"/>'),
        "words_hidden",
        "term_renewal",
        "words are hidden",
    ),
    "words of Word in a style that hides": (
        "docx",
        styled(
            "This agreement starts on",
            '<w:style w:type="character" w:styleId="Faint"><w:rPr><w:vanish/></w:rPr></w:style>',
        ),
        "words_hidden",
        "term_renewal",
        "words are hidden",
    ),
    "words of Word in a style based on one of white letters": (
        "docx",
        styled(
            "This agreement starts on",
            '<w:style w:type="character" w:styleId="Pale"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>'
            '<w:style w:type="character" w:styleId="Faint"><w:basedOn w:val="Pale"/></w:style>',
        ),
        "words_hidden",
        "term_renewal",
        "words are hidden",
    ),
    "words of Word in a style of the white of the theme": (
        "docx",
        styled(
            "This agreement starts on",
            '<w:style w:type="character" w:styleId="Faint"><w:rPr><w:color w:val="auto" w:themeColor="light1"/></w:rPr>'
            "</w:style>",
        ),
        "words_hidden",
        "term_renewal",
        "words are hidden",
    ),
    "words of Word in a style of tiny letters": (
        "docx",
        styled(
            "This agreement starts on",
            '<w:style w:type="character" w:styleId="Faint"><w:rPr><w:sz w:val="2"/></w:rPr></w:style>',
        ),
        "words_hidden",
        "term_renewal",
        "words are hidden",
    ),
    "style of ours that was made to hide": (
        "docx",
        in_part(
            r"word/styles\.xml",
            '<w:name w:val="Table Text"/>',
            '<w:name w:val="Table Text"/><w:rPr><w:vanish/></w:rPr>',
        ),
        "words_hidden",
        "service_description.schedule",
        "words are hidden",
    ),
    "line of Word that is one point high": (
        "docx",
        paragraph_properties_added("This agreement starts on", '<w:spacing w:line="20" w:lineRule="exact"/>'),
        "words_hidden",
        "term_renewal",
        "words are hidden",
    ),
    "link of Word that leads elsewhere than it says": (
        "docx",
        link_added("This agreement starts on", "https://corvane.example", "https://elsewhere.example"),
        "link_misleads",
        "",
        "https://corvane.example leads to https://elsewhere.example",
    ),
    "link of Word that was not drafted": (
        "docx",
        link_added("This agreement starts on", "", "https://elsewhere.example"),
        "foot_differs",
        "",
        "leads to (https://elsewhere.example)",
    ),
    "field of Word that leads elsewhere": (
        "docx",
        in_part(
            r"word/document\.xml",
            "</w:body>",
            '<w:p><w:fldSimple w:instr=" HYPERLINK &quot;https://elsewhere.example&quot; "/></w:p></w:body>',
        ),
        "foot_differs",
        "",
        "leads to (https://elsewhere.example)",
    ),
    "remark of Word to which nothing points": (
        "docx",
        unreferenced_remark("This agreement, with its schedules", "Says who?"),
        "remark_in_file",
        "",
        'there is a remark by Bo: "Says who?"',
    ),
    "text box laid over Word": (
        "docx",
        in_part(
            r"word/document\.xml",
            "<w:sectPr",
            "<w:p><w:r><w:pict/></w:r></w:p><w:sectPr",
        ),
        "foot_differs",
        "",
        'a drawing or text box: drafted ""; read "a drawing"',
    ),
    "notes added to Word": (
        "docx",
        part_added(
            "word/footnotes2.xml",
            f'<w:footnotes xmlns:w="{WORD}"><w:footnote w:id="2"><w:p><w:r><w:t>Void since May.</w:t></w:r></w:p>'
            "</w:footnote></w:footnotes>",
        ),
        "foot_differs",
        "",
        'the footnotes (word/footnotes2.xml): drafted ""; read "Void since May."',
    ),
    "sentence in the foot of the page": (
        "html",
        in_text("</p>\n</footer>", "</p><p>Clause 7 does not apply.</p>\n</footer>"),
        "foot_differs",
        "",
        "the foot of the page: drafted",
    ),
    "words at the foot of the PDF": (
        "pdf",
        pages_changed(lambda content: content.replace(b"Page 2 of", b"Void. Page 2 of")),
        "foot_differs",
        "",
        "the foot of page 2: drafted",
    ),
    "words put where no paper is": (
        "html",
        in_text("</main>", '<aside class="banner">Clause 7 does not apply.</aside></main>'),
        "foot_differs",
        "",
        'drafted ""; read "Clause 7 does not apply."',
    ),
    "words of the page hidden by a class of ours": (
        "html",
        in_text("A value equal to its target meets it.", '<b class="skip">A value equal to its target meets it.</b>'),
        "words_hidden",
        "metric_list",
        "words are hidden",
    ),
    "words of the text hidden": (
        "md",
        in_text("A value equal to its target", "<span hidden>A value equal to its target</span>"),
        "words_hidden",
        "metric_list",
        'words are hidden: "<span hidden> </span>"',
    ),
    "words in the contents of the text": (
        "md",
        in_text("<!-- sla-drafter: contents -->", "<!-- sla-drafter: contents -->\n\nClause 7 does not apply.\n"),
        "foot_differs",
        "",
        "the contents: drafted",
    ),
    "word of the page": (
        "html",
        in_text("</a> shall meet each of them", "</a> may meet each of them"),
        "words_differ",
        "metric_list",
        "The Provider may meet each of them in",
    ),
    "words of the page struck": (
        "html",
        in_text("A value equal to its target meets it.", "<del>A value equal to its target meets it.</del>"),
        "change_in_file",
        "metric_list",
        'words are marked as deleted: "A value equal to its target meets it."',
    ),
    "words of the page hidden": (
        "html",
        in_text(
            "A value equal to its target meets it.",
            '<span style="opacity:0">A value equal to its target meets it.</span>',
        ),
        "words_hidden",
        "metric_list",
        "words are hidden",
    ),
    "program in the page": (
        "html",
        in_text("</main>", "<script>document.title = 1</script></main>"),
        "program_in_file",
        "",
        "there is a program",
    ),
    "digit of the text": ("md", in_text("36 months", "63 months"), "words_differ", "overview", "term is 63 months."),
    "clause gone from the text": (
        "md",
        lambda data: b"\n".join(line for line in data.split(b"\n") if b'<a id="corrective_plan">' not in line),
        "clause_missing",
        "corrective_plan",
        "Corrective action, which was drafted",
    ),
    "comment in the text": (
        "md",
        in_text("A value equal to its target", "<!-- not agreed --> A value equal to its target"),
        "words_hidden",
        "metric_list",
        "not agreed",
    ),
    "digit of the PDF": (
        "pdf",
        pages_changed(lambda content: content.replace(b"36 months", b"63 months")),
        "words_differ",
        "overview",
        "term is 63 months.",
    ),
    "field laid over the PDF": (
        "pdf",
        laid_on_page(Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Tx, T="extra", V="Clause 7 does not apply"),
        "foot_differs",
        "",
        'read "extra Clause 7 does not apply shown as nothing"',
    ),
    "link of the PDF that leads elsewhere": (
        "pdf",
        laid_on_page(
            Subtype=pikepdf.Name.Link, A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://elsewhere.example")
        ),
        "foot_differs",
        "",
        "leads to (https://elsewhere.example)",
    ),
    "program of a page of the PDF": (
        "pdf",
        laid_on_page(
            Subtype=pikepdf.Name.Link, A=pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert('Void')")
        ),
        "program_in_file",
        "",
        "an action of the file (/JS, /JavaScript)",
    ),
    "drawing put on the PDF": ("pdf", drawing_added, "foot_differs", "", "a drawing of page 1: drafted"),
    "destination of the PDF that leads elsewhere": (
        "pdf",
        destination_moved("metric_list", 0),
        "foot_differs",
        "",
        "metric_list leads to page 1; its words begin on page",
    ),
    "destination of the PDF taken out": (
        "pdf",
        destination_moved("metric_list", None),
        "foot_differs",
        "",
        "metric_list leads nowhere",
    ),
    "white box over words of the PDF": (
        "pdf",
        pages_changed(lambda content: content + b"\n/Artifact BMC 1 1 1 rg 60 60 480 700 re f EMC\n"),
        "words_hidden",
        "",
        "words are hidden",
    ),
    "white shape over words of the PDF": (
        "pdf",
        pages_changed(
            lambda content: content + b"\n/Artifact BMC 1 g q .5 0 0 .5 0 0 cm 99 99 m 990 99 l 500 1600 l h f Q EMC\n"
        ),
        "words_hidden",
        "",
        "words are hidden",
    ),
    "note on the PDF": ("pdf", note_laid_over, "remark_in_file", "", 'there is a remark by Ada: "Void since May"'),
    "words of the PDF made invisible": (
        "pdf",
        pages_changed(lambda content: content.replace(b"BT\n", b"BT\n3 Tr\n")),
        "words_hidden",
        "",
        "words are hidden",
    ),
    "digit of the data": ("json", in_text('"36 months"', '"63 months"'), "words_differ", "overview", "63 months"),
    "fact that a file carries": (
        "json",
        last_in_text("initial: 36 months", "initial: 63 months"),
        "facts_differ",
        "",
        "carries 63 months as term.initial; ",
    ),
    "fingerprint of the text": (
        "md",
        last_in_text(" \N{MIDDLE DOT} ", " \N{MIDDLE DOT} 000000000000"),
        "fingerprint_differs",
        "",
        "says at the foot of its pages that its fingerprint is",
    ),
}


@pytest.mark.parametrize(("ending", "change", "name", "clause", "said"), CHANGES.values(), ids=list(CHANGES))
def test_a_change_is_found_and_named_with_its_place(
    tmp_path: Path, ending: str, change: Change, name: str, clause: str, said: str
) -> None:
    path = put(tmp_path, ending, change(drafted()[ending]))
    (file,) = verify([path], Asked(agreement(tmp_path)))
    found = [one for one in errors(file) if one.name == name]
    assert found, [str(one) for one in file.findings]
    assert found[0].clause == clause
    assert said in found[0].message
    assert found[0].places[0].file == path
    assert found[0].mend
    assert len(errors(file)) <= 12
    assert file.same_bytes is None


def test_a_deleted_clause_is_one_finding_and_the_numbers_behind_it_another(tmp_path: Path) -> None:
    path = put(tmp_path, "docx", clause_deleted("This agreement starts on")(drafted()["docx"]))
    (file,) = verify([path], Asked(agreement(tmp_path)))
    names = [one.name for one in errors(file) if one.name in ("clause_missing", "words_differ", "numbers_differ")]
    assert names == ["clause_missing", "numbers_differ"]
    (moved,) = [one.message for one in errors(file) if one.name == "numbers_differ"]
    assert "1.7 is read as 1.6" in moved


def test_a_file_that_another_program_saved_is_as_drafted_in_every_word(tmp_path: Path) -> None:
    path = put(tmp_path, "docx", resaved(drafted()["docx"]))
    (file,) = verify([path], Asked(agreement(tmp_path)))
    assert [(one.name, one.severity) for one in file.findings] == [("bytes_differ", Severity.INFO)]
    assert file.same_bytes is False


def test_a_file_that_libreoffice_saved_is_as_drafted_in_every_word(
    tmp_path: Path, outside_tool: Callable[[str], Path]
) -> None:
    path = put(tmp_path, "docx", drafted()["docx"])
    saved = tmp_path / "saved"
    office = [str(outside_tool("soffice")), "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"]
    command = [*office, "--convert-to", "docx", "--outdir", str(saved), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    (file,) = verify([saved / path.name], Asked(agreement(tmp_path)))
    assert [one.name for one in file.findings] == ["bytes_differ"]


@pytest.mark.parametrize(
    ("ending", "change"),
    [
        ("html", in_text('<section class="clause"', '<section class="number clause"')),
        ("docx", in_part(r"word/styles\.xml", "</w:styles>", f"{HIDING_STYLE}</w:styles>")),
        ("html", in_text("</style>", "#credit_claims { display: none; }</style>")),
        ("pdf", pages_changed(lambda content: content + b"\n/Artifact BMC 1 1 1 rg 0 0 9 9 re f EMC\n")),
    ],
    ids=["class", "Word style", "style sheet", "box beside the words"],
)
def test_words_that_are_covered_or_hidden_by_looks_are_a_warning(tmp_path: Path, ending: str, change: Change) -> None:
    path = put(tmp_path, ending, change(drafted()[ending]))
    (file,) = verify([path], Asked(agreement(tmp_path)))
    (found,) = file.findings
    assert (found.name, found.severity) == ("bytes_differ", Severity.WARNING)
    assert "It is drawn otherwise, which can cover or hide words: look at it." in found.message


def test_a_file_of_another_version_is_found_without_the_agreement_by_what_the_first_carries(tmp_path: Path) -> None:
    other = drafted((("term.initial", "24 months"),))
    one, two = put(tmp_path, "docx", drafted()["docx"]), put(tmp_path, "pdf", other["pdf"])
    first, second = verify([one, two], Asked())
    assert first.findings == ()
    found = {finding.name: finding for finding in errors(second)}
    assert set(found) == {"facts_differ"}
    assert found["facts_differ"].field == "term.initial"
    assert f"carries 24 months as term.initial; {one} has 36 months." in found["facts_differ"].message
    assert first.fingerprint != second.fingerprint


def test_an_agreement_that_changed_since_is_named_by_fact_word_and_fingerprint(tmp_path: Path) -> None:
    path = put(tmp_path, "pdf", drafted((("term.initial", "24 months"),))["pdf"])
    (file,) = verify([path], Asked(agreement(tmp_path)))
    assert {"facts_differ", "words_differ", "fingerprint_differs"} <= {one.name for one in errors(file)}


def test_files_that_carry_nothing_are_held_against_each_other(tmp_path: Path) -> None:
    from sla_drafter.builder.files import made_bytes

    draft = starter().build()
    one = put(tmp_path, "md", made_bytes(draft, "md", source=False))
    two = put(
        tmp_path, "html", made_bytes(draft, "html", source=False).replace("36\u00a0months".encode(), b"63 months", 1)
    )
    first, second = verify([one, two], Asked())
    assert first.findings == ()
    (found,) = errors(second)
    assert found.message.startswith(f'{two}, overview: {one} has "')
    with pytest.raises(Unreadable, match="there is nothing to hold it against"):
        verify([one], Asked())
    assert verify([one], Asked(agreement(tmp_path)))[0].same_bytes


def test_an_unfinished_file_with_dates_is_drafted_again_as_it_was(tmp_path: Path) -> None:
    draft = Builder.from_text(STARTER).with_dates().build(unfinished=True)
    files = [put(tmp_path, ending, data, "agreement.UNFINISHED") for ending, data in made(draft).items()]
    assert [(file.findings, file.same_bytes) for file in verify(files, Asked())] == [((), True)] * 5


def test_every_file_that_cannot_be_read_is_named_at_once(tmp_path: Path) -> None:
    broken = put(tmp_path, "docx", b"PK")
    with pytest.raises(Unreadable) as refused:
        verify([broken, tmp_path / "none.pdf", tmp_path / "notes.txt"], Asked())
    assert f"{broken}: this is not a Word file" in str(refused.value)
    assert "none.pdf cannot be read: No such file or directory" in str(refused.value)
    assert "notes.txt is no file that carries facts" in str(refused.value)


@pytest.mark.parametrize(
    ("value", "said"),
    [("Ada Lovelace", "Ada Lovelace"), (pikepdf.Dictionary(Name="Ada"), "a digital signature Ada")],
)
def test_a_signature_that_is_filled_in_is_told_and_is_no_deviation(tmp_path: Path, value: object, said: str) -> None:
    path = put(tmp_path, "pdf", filled_in(value)(drafted()["pdf"]))
    (file,) = verify([path], Asked(agreement(tmp_path)))
    assert [(one.name, one.severity) for one in file.findings] == [
        ("field_filled_in", Severity.INFO),
        ("bytes_differ", Severity.INFO),
    ]
    assert f'is filled in: "{said}"' in file.findings[0].message


def test_a_filled_in_field_that_was_moved_over_words_is_an_error(tmp_path: Path) -> None:
    path = put(tmp_path, "pdf", filled_in("Ada", moved=True)(drafted()["pdf"]))
    (file,) = verify([path], Asked(agreement(tmp_path)))
    assert [one.name for one in errors(file)] == ["foot_differs"]


def test_another_change_beside_a_filled_in_field_stays_an_error(tmp_path: Path) -> None:
    changed = pages_changed(lambda content: content.replace(b"36 months", b"63 months"))
    path = put(tmp_path, "pdf", changed(filled_in("Ada")(drafted()["pdf"])))
    (file,) = verify([path], Asked(agreement(tmp_path)))
    assert "words_differ" in [one.name for one in errors(file)]
