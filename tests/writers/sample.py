"""Documents that hold every kind of node once, for the tests of writers and readers. Names in them are invented.

`SAMPLE` is an agreement as it leaves; `UNFINISHED` has a banner, open points and blanks; `REVIEWED` has tracked changes
and comments. The words are data for tests, not clauses of the library.
"""

from __future__ import annotations

import struct
import zlib
from datetime import UTC, date, datetime

import attrs

from sla_drafter.document.nodes import (
    Blank,
    Break,
    Cell,
    Chart,
    Comment,
    Cover,
    CoverParty,
    Definition,
    Deleted,
    Document,
    Emphasis,
    Figure,
    Image,
    Inline,
    Inserted,
    Item,
    Items,
    Link,
    Note,
    Paragraph,
    Reference,
    Row,
    Section,
    SectionKind,
    Signature,
    Story,
    StoryKind,
    Strong,
    Table,
    Text,
    Use,
    Value,
)

HOSTILE = "A&B <Ltd> *x* | {{ 7*7 }} _y_ `z` #1 ]]> \"q\" 'r' \\ \u00a0€"
WHEN = datetime(2027, 1, 5, 9, 30, tzinfo=UTC)
SOURCE = b'{"sla_drafter": 1, "title": "Service Level Agreement", "name": "A&B <Ltd> \xe2\x82\xac"}'


def line(*words: str | Inline) -> tuple[Inline, ...]:
    """A line of inlines in which plain text may be written as a string."""
    return tuple(Text(word) if isinstance(word, str) else word for word in words)


def paragraph(*words: str | Inline, id: str = "") -> Paragraph:  # noqa: A002 - the name of the node's field
    """A paragraph of plain text and inlines."""
    return Paragraph(line(*words), id)


def item(*words: str | Inline, id: str = "", under: Items | None = None) -> Item:  # noqa: A002
    """An item of a list, with a list below it if one is given."""
    return Item((paragraph(*words), *((under,) if under else ())), id)


def cells(*words: str | Inline) -> tuple[Cell, ...]:
    """Cells of one table row."""
    return tuple(Cell(line(word)) for word in words)


def clause(name: str, title: str, *blocks: Paragraph | Items | Table | Figure | Comment) -> Section:
    """A clause with its title."""
    return Section(name, SectionKind.CLAUSE, line(title), blocks, "1.0.0")


def png(width: int = 8, height: int = 4) -> bytes:
    """A small grey picture, made here so that no file is needed."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\x00" + b"\x80" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


_OVERVIEW = Section(
    "overview",
    SectionKind.SECTION,
    line("Overview"),
    (
        clause(
            "parties",
            "Parties",
            paragraph(
                "This agreement is made between ",
                Value("Aldgate Data Services Ltd", "parties.provider.name", "text"),
                ' (the "',
                Definition("Provider", "Provider"),
                '") and ',
                Value(HOSTILE, "parties.customer.name", "text"),
                ' (the "',
                Definition("Customer", "Customer"),
                '").',
            ),
            paragraph("The ", Use("Provider", "Provider"), " writes to:", id="address"),
            paragraph("2 Example Road", Break(), "Leeds"),
        ),
        clause(
            "purpose",
            "Purpose & reach",
            paragraph(
                "The levels in ",
                Reference("levels", "", "Schedule 2"),
                " apply to the services in ",
                Reference("services", "", "Schedule 1"),
                " during the hours in ",
                Reference("service_hours", "", "Part 1"),
                ". ",
                Strong(line("Nothing else")),
                " is a service level, ",
                Emphasis(line("whatever a brochure says")),
                "; see the ",
                Link("https://example.com/status?a=1&b=2", line("status page")),
                ".",
                Note(line("The page is kept for information only.")),
            ),
        ),
    ),
)

_CREDITS = Section(
    "credits",
    SectionKind.SECTION,
    line("Service credits"),
    (
        clause(
            "measurement",
            "Measurement",
            paragraph("Availability is measured as follows:"),
            Items(
                (
                    item("each month by itself;"),
                    item(
                        "exclusions come off both sides, which are:",
                        id="exclusions",
                        under=Items(
                            (item("planned maintenance; and"), item("acts of the Customer.", id="customer_acts"))
                        ),
                    ),
                    item("to two places."),
                )
            ),
            paragraph("What falls under ", Reference("measurement.exclusions", "clause ", "2.1(b)"), " is logged."),
        ),
        clause(
            "credit_bands",
            "Credits",
            paragraph("The credit is set by the band that the figure falls in."),
            Table(
                cells("Availability", "Credit", "Amount"),
                tuple(
                    Row(
                        cells(
                            Value(f"below {100 - step / 10:.1f}%", f"credits.{step}.below", "percent"),
                            Value(f"{step}%", f"credits.{step}.credit", "percent"),
                            Value(f"GBP {step * 120:,}.00", f"computed.{step}", "money"),
                        ),
                        f"credits.{step}",
                    )
                    for step in range(1, 61)
                ),
                line("Credits by band"),
                (40, 20, 40),
            ),
            Items((item("no credit exceeds the cap;"), item(HOSTILE)), ordered=False),
        ),
        clause(
            "end",
            "End",
            paragraph(
                "The agreement may be ended under ",
                Reference("measurement.customer_acts", "clause ", "2.1(b)(ii)"),
                " and ",
                Reference("parties.address", "clause ", "1.1"),
                " after ",
                Value("60 days", "term.notice", "days"),
                ".",
            ),
            Figure(Chart(("Jan", "Feb", "Mar"), ("99.95", "99.42", "100"), "%"), "Availability by month", line("Year")),
            Figure(Image(png(), "image/png"), "A grey box that stands for a diagram"),
        ),
    ),
)

_SCHEDULES = (
    Section(
        "services",
        SectionKind.SCHEDULE,
        line("Services"),
        (
            paragraph("The services are listed here."),
            Section(
                "service_hours", SectionKind.PART, line("Service hours"), (paragraph("Monday to Friday 08:00–18:00."),)
            ),
            Section(
                "deliverables",
                SectionKind.PART,
                line("Deliverables"),
                (
                    Table(
                        cells("Service", "Deliverable"),
                        (
                            Row(cells("Database", HOSTILE), "services.database"),
                            Row(cells("Backup", "nightly copy"), "services.backup"),
                        ),
                    ),
                ),
            ),
        ),
    ),
    Section(
        "levels",
        SectionKind.SCHEDULE,
        line("Service levels"),
        (
            Section(
                "availability", SectionKind.PART, line("Availability"), (paragraph("At least ", Value("99.9%", "a.b")),)
            ),
        ),
    ),
)

_SIGNATURES = tuple(
    Signature(
        line("Signed for ", Value(party, f"parties.{role}.name", "text")),
        (("Signature", ()), ("Name", line("Ada Example")), ("Date", ())),
        party,
    )
    for role, party in (("provider", "Aldgate Data Services Ltd"), ("customer", HOSTILE))
)

SAMPLE = Document(
    title=line("Service Level Agreement for ", Value("Managed PostgreSQL", "title", "text")),
    language="en",
    stories=(
        Story(StoryKind.BODY, (_OVERVIEW, _CREDITS)),
        Story(StoryKind.SIGNATURES, _SIGNATURES),
        Story(StoryKind.SCHEDULES, _SCHEDULES),
    ),
    cover=Cover(
        line("Service Level Agreement for Managed PostgreSQL"),
        (
            CoverParty(line("Aldgate Data Services Ltd"), line("Provider")),
            CoverParty(line(Value(HOSTILE, "parties.customer.name", "text")), line("Customer")),
        ),
        (("Version", line(Value("0.3", "version", "text"))), ("Effective", line("1 January 2027"))),
    ),
    contents_title="Contents",
    footer=line("Service Level Agreement, version 0.3, fingerprint 0123456789ab"),
    page_of="Page {page} of {pages}",
    author="Aldgate Data Services Ltd",
    subject="Service level agreement",
    version="0.3",
    dated=date(2027, 1, 1),
)

UNFINISHED = attrs.evolve(
    SAMPLE,
    banner="Unfinished draft: 2 open points",
    open_points_title="Open points",
    open_points=(line("fee: ", Blank("[Fee]", "services.database.fee")), line("law: ", Blank("[Law]", "law"))),
    stories=(
        Story(
            StoryKind.BODY,
            (
                Section(
                    "fees",
                    SectionKind.SECTION,
                    line("Fees"),
                    (clause("fee", "Fee", paragraph("The fee is ", Blank("[Fee]", "services.database.fee"), ".")),),
                ),
            ),
        ),
    ),
)

REVIEWED = attrs.evolve(
    SAMPLE,
    stories=(
        Story(
            StoryKind.BODY,
            (
                Section(
                    "term",
                    SectionKind.SECTION,
                    line("Term"),
                    (
                        clause(
                            "length",
                            "Length",
                            paragraph(
                                "The term is ",
                                Deleted("Ada & Bob", WHEN, line("12 months ", Strong(line("only")))),
                                Inserted("Ada & Bob", WHEN, line("24 months")),
                                " from ",
                                Comment("Cy", WHEN, "Which day <exactly>?", line("the first day")),
                                ".",
                            ),
                            Comment("Cy", WHEN, "Is this needed?", (paragraph("It renews by itself."),)),
                        ),
                        Section(
                            "renewal",
                            SectionKind.CLAUSE,
                            line("Renewal"),
                            (
                                paragraph("Notice is given in writing."),
                                Deleted("Ada & Bob", WHEN, (paragraph("By fax."),)),
                                Inserted(
                                    "Ada & Bob",
                                    WHEN,
                                    (
                                        paragraph("By e-mail, or:"),
                                        Items((item("by post;"), item("by hand."))),
                                        Table(cells("Way", "Days"), (Row(cells("Post", "2")),)),
                                    ),
                                ),
                            ),
                        ),
                    ),
                ),
            ),
        ),
    ),
)

EVERY_SAMPLE = {"sample": SAMPLE, "unfinished": UNFINISHED, "reviewed": REVIEWED}
