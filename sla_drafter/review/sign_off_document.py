"""The sign-off sheet on paper: internal, marked on every page, with everything that somebody accepted by name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from sla_drafter.assembly.key_facts import key_facts, key_facts_table
from sla_drafter.assembly.speller import Speller
from sla_drafter.document.nodes import (
    Block,
    Cell,
    Cover,
    Document,
    Paragraph,
    Row,
    Section,
    SectionKind,
    Story,
    StoryKind,
    Strong,
    Table,
)
from sla_drafter.document.walk import line_of
from sla_drafter.language import formats
from sla_drafter.language.readability import Reading
from sla_drafter.language.words import Words, words
from sla_drafter.lints.register import VERSION
from sla_drafter.lints.report import findings_table, where_found
from sla_drafter.lints.spelled import decimal
from sla_drafter.review.sign_off import Accepted, SignOff
from sla_drafter.values import frozen

_FINDINGS_SPEAK = "en"
_FILE_WIDTHS = (22, 78)
_READING_HEAD = (
    "sign_off_profile",
    "sign_off_words",
    "sign_off_sentences",
    "sign_off_sentence",
    "sign_off_syllables",
    "sign_off_longest",
    "sign_off_ease",
)
_READING_WIDTHS = (22, 12, 13, 13, 13, 13, 14)
_WAIVER_WIDTHS = (17, 17, 25, 17, 12, 12)
_CLAUSE_WIDTHS = (36, 14, 20, 30)
_DEVIATION_WIDTHS = (26, 34, 40)


def sign_off_document(signed: SignOff) -> Document:
    """The sheet in the language of the draft."""
    sheet = _Sheet(signed, words(signed.draft.document.language))
    message = sheet.words.message
    title = message("promise_of", title=message("sign_off"), agreement=sheet.title)
    return Document(
        title=line_of(title),
        language=sheet.words.language,
        stories=(Story(StoryKind.BODY, (*sheet.opening(), *sheet.sections())),),
        banner=message("internal_only"),
        skip_words=message("skip_to_text"),
        page_of=message("page_of", page="{page}", pages="{pages}"),
        footer=line_of(title),
        subject=message("sign_off"),
        dated=signed.on,
        cover=Cover(line_of(title)),
        brief=True,
    )


def deviations(signed: SignOff, spoken: Words) -> Iterator[tuple[str, str, str]]:
    """Where the draft is not as the library has it: the clause or fact, in what, and the reason that was given."""
    draft, reasons = signed.draft, dict(signed.draft.deviations)
    for chosen in draft.clauses:
        if chosen.is_replaced:
            yield chosen.id, spoken.message("sign_off_replaced"), reasons.get(chosen.id, "")
        elif chosen.is_changed:
            yield chosen.id, spoken.message("sign_off_changed"), ""
    for clause, reason in draft.left_out:
        yield clause, spoken.message("sign_off_left_out"), reason
    for default in draft.defaults:
        yield default.clause, spoken.message("sign_off_default", path=default.path, words=default.words), ""


def language_of_findings(spoken: Words) -> tuple[str, ...]:
    """What a sheet in another language says of its findings: rules speak English, whatever the agreement speaks."""
    return () if spoken.language == _FINDINGS_SPEAK else (spoken.message("sign_off_findings_language"),)


def _cells(*said: str) -> Row:
    return Row(tuple(Cell(line_of(one)) for one in said))


@frozen
class _Sheet:
    """The parts of the sheet."""

    signed: SignOff
    words: Words

    @property
    def title(self) -> str:
        """What the agreement is called, or the name of its file."""
        titled = self.signed.draft.agreement.title
        return (titled.words(self.words.language) if titled else None) or self.signed.agreement

    def opening(self) -> Iterator[Block]:
        """What the sheet is and is not."""
        message, signed = self.words.message, self.signed
        day = formats.date(signed.on, self.words.language)
        said = message("sign_off_none", rules=VERSION, agreement=signed.agreement, date=day)
        yield Paragraph((Strong(line_of(message("sign_off_internal"))),))
        yield Paragraph(line_of(said))
        yield Paragraph(line_of(message("sign_off_no_advice")))
        yield from (Paragraph(line_of(said)) for said in language_of_findings(self.words))

    def sections(self) -> Iterator[Section]:
        """The sections, each with its id and its title."""
        parts = {
            "key_facts": self._key_facts(),
            "sign_off_files": self._files(),
            "sign_off_length": self._length(),
            "sign_off_waivers": self._waivers(),
            "sign_off_information": self._information(),
            "sign_off_deviations": self._deviations(),
            "sign_off_clauses": self._clauses(),
        }
        for name, blocks in parts.items():
            yield Section(f"sheet.{name}", SectionKind.SECTION, line_of(self.words.message(name)), tuple(blocks))

    def _key_facts(self) -> Iterator[Block]:
        speller = Speller(self.signed.draft.agreement, self.words)
        yield key_facts_table(key_facts(self.signed.draft.agreement, speller), speller)

    def _files(self) -> Iterator[Block]:
        rows = [_cells(file.name, file.sha256) for file in self.signed.files]
        head = (Cell(line_of(self.words.message("sign_off_file"))), Cell(line_of("SHA-256")))
        yield Table(head, tuple(rows), widths=_FILE_WIDTHS)

    def _length(self) -> Iterator[Block]:
        pages = self.signed.pages
        figures = {"body": pages.body, "schedules": pages.schedules, "total": pages.total}
        yield Paragraph(line_of(self.words.message("sign_off_pages", aim=self.signed.draft.outline.pages, **figures)))
        rows = tuple(self._reading(one) for one in self.signed.readings)
        yield Table(self._head(*_READING_HEAD), rows, widths=_READING_WIDTHS)

    def _reading(self, reading: Reading) -> Row:
        language = self.words.language
        exact: list[Decimal | int] = [reading.words, reading.sentences]
        rounded = [_rounded(reading.words_per_sentence, 1), _rounded(reading.syllables_per_word, 2)]
        figures = [*exact, *rounded, reading.longest_sentence, reading.flesch]
        counted = ", ".join(dict.fromkeys((reading.profile, reading.formula)))
        return _cells(counted, *(formats.number(one, language) for one in figures))

    def _waivers(self) -> Iterator[Block]:
        accepted = self.signed.judged.accepted
        if not accepted:
            yield Paragraph(line_of(self.words.message("sign_off_no_waivers")))
            return
        names = ("finding", "finding_place", "finding_said", "sign_off_reason", "sign_off_approver", "sign_off_until")
        yield Table(self._head(*names), tuple(map(self._waiver, accepted)), widths=_WAIVER_WIDTHS)

    def _waiver(self, accepted: Accepted) -> Row:
        finding, waiver = accepted.finding, accepted.waiver
        until = formats.date(waiver.until, self.words.language) if waiver.until else ""
        said = (f"{finding.rule} {finding.name}", where_found(finding), finding.message)
        return _cells(*said, waiver.reason or "", waiver.approver or "", until)

    def _information(self) -> Iterator[Block]:
        found = self.signed.judged.informing
        if found:
            yield findings_table(found, self.words)
        else:
            yield Paragraph(line_of(self.words.message("findings_none")))

    def _deviations(self) -> Iterator[Block]:
        found = list(deviations(self.signed, self.words))
        if not found:
            yield Paragraph(line_of(self.words.message("sign_off_no_deviations")))
            return
        head = (*self._clause_head(), *self._head("finding_said", "sign_off_reason"))
        yield Table(head, tuple(_cells(*one) for one in found), widths=_DEVIATION_WIDTHS)

    def _clauses(self) -> Iterator[Block]:
        chosen = self.signed.draft.clauses
        head = (*self._clause_head(), *self._head("version", "sign_off_position", "fingerprint"))
        rows = [_cells(one.id, one.clause.version, one.position, one.fingerprint) for one in chosen]
        yield Table(head, tuple(rows), widths=_CLAUSE_WIDTHS)

    def _clause_head(self) -> Sequence[Cell]:
        name = self.words.message("clause", 1)
        return (Cell(line_of(name[:1].upper() + name[1:])),)

    def _head(self, *names: str) -> tuple[Cell, ...]:
        return tuple(Cell(line_of(self.words.message(name))) for name in names)


def _rounded(value: Fraction, places: int) -> Decimal:
    return decimal(round(value, places))
