"""What somebody may do to a PDF, a page, a text or the data after they were drafted, and what is found of it."""

from __future__ import annotations

from collections.abc import Mapping

import pikepdf

from tests.builder.tampering import Change, in_text, last_in_text
from tests.builder.tampering_with_pdf import (
    destination_moved,
    drawing_added,
    laid_on_page,
    note_laid_over,
    pages_changed,
)

LINES = b"".join(b"60 %d m 540 %d l S " % (height, height) for height in range(60, 780, 3))
THIN_BOXES = b"".join(b"60 %d 480 .7 re f " % height for height in range(60, 780, 3))

# Each change: the kind of file, what somebody did, the rule that finds it, its clause, and words of the message.
OF_PAGES: Mapping[str, tuple[str, Change, str, str, str]] = {
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
        'words are struck out: "A value equal to its target meets it."',
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
    "style sheet of the page that hides a clause": (
        "html",
        in_text("</style>", "#credit_claims { display: none; }</style>"),
        "foot_differs",
        "",
        'the style sheet (#credit_claims display): drafted ""; read "none"',
    ),
    "style sheet of the page that adds words": (
        "html",
        in_text("</head>", '<style>#credit_claims::after { content: " Not {applicable}."; }</style></head>'),
        "foot_differs",
        "",
        """the style sheet (#credit_claims::after content): drafted ""; read "" Not {applicable}.\"""",
    ),
    "rule of ours that was moved out of the printed page": (
        "html",
        in_text("</style>", ".clause { display: none; }</style>"),
        "foot_differs",
        "",
        'the style sheet (.clause display): drafted ""; read "none"',
    ),
    "rule of ours that was changed": (
        "html",
        in_text("--text: #", "--text: #ffffff; --was: #"),
        "foot_differs",
        "",
        "the style sheet (:root --text): drafted",
    ),
    "link of the page that leads elsewhere": (
        "html",
        in_text('href="#exit_assistance"', 'href="https://elsewhere.example/#exit_assistance"'),
        "foot_differs",
        "",
        'drafted "leads to #exit_assistance"; read "leads to https://elsewhere.example/#exit_assistance"',
    ),
    "link of the page that leads to another clause": (
        "html",
        in_text('href="#exit_assistance"', 'href="#relief"'),
        "foot_differs",
        "",
        'drafted "leads to #exit_assistance"; read "leads to #relief"',
    ),
    "clause of the page to which a link leads that is another": (
        "html",
        in_text("<main", '<p id="exit_assistance"></p><main'),
        "foot_differs",
        "",
        'the address #exit_assistance: drafted "<section>"; read "<p>"',
    ),
    "tooltip of the page that defines otherwise": (
        "html",
        in_text('title="“Service Level” means ', 'title="“Service Level” means nothing, or '),
        "foot_differs",
        "",
        'the tooltip of "Service Levels": drafted "“Service Level” means a measure',
    ),
    "title of the page": (
        "html",
        in_text("<title>", "<title>Void "),
        "foot_differs",
        "",
        'the title of the page: drafted "Service Level Agreement',
    ),
    "box of the page that is shut": (
        "html",
        in_text("<main", "<details><summary></summary></details><main"),
        "foot_differs",
        "",
        'an element <details>: drafted ""; read "<details>"',
    ),
    "page that goes elsewhere by itself": (
        "html",
        in_text("<title>", '<meta http-equiv="Refresh" content="0; url=https://elsewhere.example"><title>'),
        "program_in_file",
        "",
        "there is a program",
    ),
    "link of the text that leads to another clause": (
        "md",
        in_text("(#exit_assistance)", "(#relief)"),
        "foot_differs",
        "",
        'drafted "leads to #exit_assistance"; read "leads to #relief"',
    ),
    "picture in the text": (
        "md",
        in_text("A value equal to its target", "![](https://elsewhere.example/void.png)A value equal to its target"),
        "foot_differs",
        "",
        'read "comes from https://elsewhere.example/void.png"',
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
    "lines through words of the PDF": (
        "pdf",
        pages_changed(lambda content: content + b"\n/Artifact BMC q 1 w " + LINES + b"Q EMC\n"),
        "change_in_file",
        "",
        'words are struck out: "',
    ),
    "thin boxes through words of the PDF": (
        "pdf",
        pages_changed(lambda content: content + b"\n/Artifact BMC q " + THIN_BOXES + b"Q EMC\n"),
        "change_in_file",
        "",
        'words are struck out: "',
    ),
    "page of the PDF that is crossed out": (
        "pdf",
        pages_changed(lambda content: content + b"\n/Artifact BMC q 60 60 m 540 780 l S Q EMC\n"),
        "change_in_file",
        "",
        'words are struck out: "',
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
