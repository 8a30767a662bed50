"""A draft with its verbs: judge it, lay it out, write it. The same draft gives the same files every time."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from pathlib import Path

from attrs import evolve, field

from sla_drafter.assembly.brochure import brochure
from sla_drafter.assembly.calendar import calendar_of
from sla_drafter.assembly.draft import Draft as Assembled
from sla_drafter.assembly.front import unfinished
from sla_drafter.assembly.speller import Speller
from sla_drafter.builder.brochure import Brochure, is_brochure, source_of_brochure
from sla_drafter.builder.credit_at import credit_words
from sla_drafter.builder.files import written_files
from sla_drafter.builder.laid_out import LaidOut
from sla_drafter.builder.places import placed
from sla_drafter.builder.sketch import Sketch, sketch_of
from sla_drafter.builder.source import source_of
from sla_drafter.document.calendar import Calendar
from sla_drafter.document.fingerprint import fingerprint
from sla_drafter.document.house import House
from sla_drafter.document.pages import Pages
from sla_drafter.errors import NotWritten
from sla_drafter.findings import Finding, Severity
from sla_drafter.language.sentences import words_in
from sla_drafter.language.words import words
from sla_drafter.lints.engine import lint
from sla_drafter.lints.paper import Paper
from sla_drafter.model.configuration import USUAL, Configuration
from sla_drafter.readers.agreement_file import Loaded
from sla_drafter.values import frozen

MESSAGES = "en"
"""The language of findings."""


@frozen(eq=False, slots=False)
class Draft(LaidOut, Assembled):
    """A draft that can be judged and written.

    `findings` are worst first, with their places in the agreement file. It is laid out once: the same layout counts
    the pages and is the PDF.
    """

    loaded: Loaded = field(kw_only=True, repr=False)
    house: House = field(kw_only=True, repr=False)
    findings: tuple[Finding, ...] = field(default=(), kw_only=True)
    is_unfinished: bool = field(default=False, kw_only=True)
    configuration: Configuration = field(default=USUAL, kw_only=True, repr=False)

    @classmethod
    def of(cls, assembled: Assembled, loaded: Loaded, house: House, configuration: Configuration = USUAL) -> Draft:
        """The draft with its verbs, from the draft as data; the budget of its pages is that of the house."""
        aim, limit = configuration.page_budget(assembled.outline.pages, assembled.outline.pages_limit)
        return cls(
            agreement=assembled.agreement,
            library=assembled.library,
            outline=evolve(assembled.outline, pages=aim, pages_limit=limit),
            clauses=assembled.clauses,
            document=assembled.document,
            left_out=assembled.left_out,
            faults=assembled.faults,
            has_dates=assembled.has_dates,
            defaults=assembled.defaults,
            offered=assembled.offered,
            loaded=loaded,
            house=house,
            configuration=configuration,
        )

    @cached_property
    def source(self) -> bytes:
        """The public facts that every file of this draft carries (JSON)."""
        return source_of(self, self.house, is_unfinished=self.is_unfinished)

    @cached_property
    def brochure(self) -> Brochure:
        """The main points on two pages: facts, service levels, credits, contacts, and where the full text is."""
        document = brochure(self)
        source = source_of_brochure(self.source, fingerprint(document))
        return Brochure(document, self.house, source, self.calendar)

    @property
    def calendar(self) -> Calendar:
        """The key dates of the first term as events."""
        return calendar_of(self.agreement, self.document, words(self.document.language))

    @cached_property
    def sketch(self) -> Sketch:
        """The draft in a few figures: kinds, law, pages, longest sentence."""
        return sketch_of(self)

    def credit(self, metric: str, value: str) -> str:
        """What a value of a metric earns, as the agreement computes it: `credit("availability", "99.42%")`.

        An amount where a monthly fee is agreed ("GBP 1,200.00"), else the percentage. Raises `Unreadable`.
        """
        return credit_words(self.agreement, metric, value, self.document.language)

    @cached_property
    def longest_sentence(self) -> int:
        """Words of the longest sentence of the paper."""
        return max((words_in(sentence) for _, sentence in self._paper.sentences), default=0)

    @property
    def reading_ease(self) -> str:
        """How easy the body reads, with the formula and the counting profile; empty where it has no words."""
        reading = self._paper.reading
        return f"{reading.flesch} ({reading.formula}, profile {reading.profile})" if reading else ""

    @cached_property
    def _paper(self) -> Paper:
        return Paper(self.document, configuration=self.configuration)

    def judged(
        self, *, on: date | None = None, layout: bool = True, brochure: bool = False, words: bool = True
    ) -> Draft:
        """The draft with the findings of every rule, with `brochure` also of those on its brochure.

        Without `words` the rules on wording and readability are left out.

        That no PDF can be made of it is a finding too. Such a paper has no pages to count, and can be written in every
        other format.
        """
        pages: Pages | None = None
        short: Pages | None = None
        found: tuple[Finding, ...] = ()
        if layout:
            try:
                pages = self.pages
                short = self.brochure.pages if brochure else None
            except NotWritten as refused:
                found = tuple(map(_without_pdf, refused.findings))
        found = (*found, *self._found(on, pages, short, words=words), *self.house.remarks)
        return self._with(findings=placed(found, self.loaded))

    def _found(self, on: date | None, pages: Pages | None, short: Pages | None, *, words: bool) -> tuple[Finding, ...]:
        return lint(self, on=on, layout=pages, brochure=short, configuration=self.configuration, words=words)

    def lint(self, *, on: date | None = None) -> tuple[Finding, ...]:
        """What is wrong with the draft, worst first; `on` is the day on which dates are judged."""
        return self.judged(on=on).findings

    def marked_unfinished(self) -> Draft:
        """The draft for discussion: marked on every page, with its open points on the first."""
        speller = Speller(self.agreement, words(self.document.language))
        errors = [finding for finding in self.findings if finding.severity is Severity.ERROR]
        shown = [finding for finding in errors if not finding.field.startswith("private")]
        points = [_point(finding, self.document.language) for finding in shown]
        return self._with(document=unfinished(self.document, speller, len(errors), points), is_unfinished=True)

    def write(self, *paths: str | Path, force: bool = False, source: bool = True) -> tuple[Path, ...]:
        """Write the draft, one file for each path; the ending says the format (docx, pdf, html, md, json; ics).

        A name that ends in `.brochure.pdf` or another format is that of the brochure. All files are written or none.
        Each is read back and compared with the draft before it takes its place, and a file that somebody changed since
        it was written is not overwritten without `force`. Raises `NotWritten`.
        """
        try:
            short = self.brochure if any(map(is_brochure, map(Path, paths))) else None
            return written_files(self, [Path(path) for path in paths], force=force, source=source, brochure=short)
        except NotWritten as refused:
            raise NotWritten(refused.headline, placed(refused.findings, self.loaded)) from refused

    def _with(self, **changes: object) -> Draft:
        """Another draft; what was laid out is kept as long as the paper is the same."""
        changed = evolve(self, **changes)  # type: ignore[arg-type]  # the names are those of this class
        if changed.document is self.document:
            for name in ("source", "_layout"):
                if name in self.__dict__:
                    changed.__dict__[name] = self.__dict__[name]
        return changed


def _without_pdf(finding: Finding) -> Finding:
    """What keeps the paper from being a PDF, as a warning: nothing is wrong with the other formats."""
    message = f"The PDF cannot be made: {finding.message[:1].lower()}{finding.message[1:]}"
    return evolve(finding, severity=Severity.WARNING, message=message)


def _point(finding: Finding, language: str) -> str:
    """An open point in words; on paper of another language than messages have, its place and the code of its rule."""
    where = finding.field or finding.clause
    if language != MESSAGES:
        return f"{where} ({finding.rule})" if where else finding.rule
    return f"{where}: {finding.message}" if where else finding.message
