"""What somebody may do to a Word file after it was drafted, and what is found of it."""

from __future__ import annotations

from collections.abc import Mapping

from sla_drafter.readers.docx.package import WORD
from tests.builder.tampering import (
    Change,
    clause_deleted,
    deletion_tracked,
    hidden_run_added,
    in_part,
    in_word,
    link_added,
    paragraph_properties_added,
    part_added,
    remark_added,
    run_hidden,
    run_properties_added,
    styled,
    unreferenced_remark,
)

# Each change: the kind of file, what somebody did, the rule that finds it, its clause, and words of the message.
OF_WORD: Mapping[str, tuple[str, Change, str, str, str]] = {
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
        'words are struck out by Ada Other Side: "36 months"',
    ),
    "words struck through in Word": (
        "docx",
        run_properties_added("This agreement starts on", "<w:strike/>"),
        "change_in_file",
        "term_renewal",
        'words are struck out: "',
    ),
    "words struck through twice in Word": (
        "docx",
        run_properties_added("This agreement starts on", '<w:dstrike w:val="1"/>'),
        "change_in_file",
        "term_renewal",
        'words are struck out: "',
    ),
    "words of Word in a style that strikes": (
        "docx",
        styled(
            "This agreement starts on",
            '<w:style w:type="character" w:styleId="Faint"><w:rPr><w:strike/></w:rPr></w:style>',
        ),
        "change_in_file",
        "term_renewal",
        'words are struck out: "',
    ),
    "style of paragraphs of ours that was made to strike": (
        "docx",
        in_part(
            r"word/styles\.xml",
            '<w:name w:val="Table Text"/>',
            '<w:name w:val="Table Text"/><w:rPr><w:strike/></w:rPr>',
        ),
        "change_in_file",
        "service_description.schedule",
        'words are struck out: "',
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
    "contents of Word that lead to another section": (
        "docx",
        in_part(r"word/document\.xml", 'w:anchor="_Ref_section_A_scope"', 'w:anchor="_Ref_section_A_metrics"'),
        "foot_differs",
        "",
        'the link "3 Scope": drafted "leads to "Scope""; read "leads to "Metrics""',
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
}
