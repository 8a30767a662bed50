"""Applies the safe mends of wording to a Markdown file, and proves that nothing else of what it shows has changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from attrs import evolve

from sla_drafter.builder.text_swaps import Source, shown
from sla_drafter.document.foreign import Foreign
from sla_drafter.findings import Finding, Swap
from sla_drafter.lints.foreign import lint_foreign
from sla_drafter.lints.known_rules import known_rules
from sla_drafter.lints.paper import Paper
from sla_drafter.model.configuration import Configuration
from sla_drafter.readers.configuration import configuration_near
from sla_drafter.readers.foreign import read_bytes, read_document
from sla_drafter.values import frozen

_PASSES = 4


@frozen
class Change:
    """Other words for some of a file, the finding that asks for them, and why they were held back though safe."""

    finding: Finding
    swap: Swap
    held: str = ""


@frozen
class MendedText:
    """A text with its safe mends: what was put in, what was held back, and what somebody has to decide on.

    `is_ours` says that the file was drafted here: it stays as it is, since its agreement is mended.
    """

    before: str
    after: str
    applied: tuple[Change, ...] = ()
    held: tuple[Change, ...] = ()
    to_decide: tuple[Change, ...] = ()
    is_ours: bool = False


def mended_text(file: Path) -> MendedText:
    """The text of a Markdown file with every safe mend. Raises `Unreadable` where it cannot be read.

    A mend is put in only where each paragraph then shows what it showed, but for the words of the mend, and where no
    rule finds more than before. Two mends of the same words are put in one after the other.
    """
    is_ours = read_document(file).is_ours
    text = file.read_bytes().decode("utf-8")
    if is_ours:
        return MendedText(text, text, is_ours=True)
    judging = _Judging(file, configuration_near(file, known_rules))
    done = MendedText(text, text)
    for _ in range(_PASSES):
        further = judging.mended(done.after)
        done = evolve(further, before=text, applied=(*done.applied, *further.applied))
        if not further.applied:
            break
    return done


def _changes(findings: Iterable[Finding]) -> Iterator[Change]:
    for finding in findings:
        yield from (Change(finding, swap) for swap in (finding.mend.swaps if finding.mend else ()))


@frozen
class _Judging:
    """How a file is read and judged, as often as other words are tried in it."""

    file: Path
    configuration: Configuration

    def mended(self, text: str) -> MendedText:
        """A text with the safe mends that can be put in together."""
        foreign = read_bytes(text.encode(), self.file)
        findings = lint_foreign(foreign, self.file, self.configuration)
        source = Source(text, Paper(foreign.document, foreign.marks, self.configuration))
        every = tuple(_changes(findings))
        safe = [change for change in every if change.finding.mend and change.finding.mend.is_safe]
        applied, held = self.proven(source, safe, Counter(one.rule for one in findings))
        after = source.swapped([one.swap for one in applied]) or text
        return MendedText(text, after, applied, held, tuple(change for change in every if change not in safe))

    def proven(
        self, source: Source, wanted: Sequence[Change], known: Counter[str]
    ) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
        """As many of these changes as hold together, all at once or one after the other, and those held back."""
        if not self._against(source, wanted, known):
            return tuple(wanted), ()
        made: list[Change] = []
        held: list[Change] = []
        for one in wanted:
            against = self._against(source, [*made, one], known)
            if against:
                held.append(evolve(one, held=against))
            else:
                made.append(one)
        return tuple(made), tuple(held)

    def _against(self, source: Source, wanted: Sequence[Change], known: Counter[str]) -> str:
        """What stands against these changes, as a rule against the last of them; "" where they hold.

        The text then shows their words, all others as before, and has no further finding.
        """
        swaps = [one.swap for one in wanted]
        after = source.swapped(swaps)
        if after is None:
            return source.unplaced(swaps[-1]) or "another mend changes the same words"
        again = read_bytes(after.encode(), self.file)
        read = Paper(again.document, again.marks, self.configuration)
        if shown(read) != shown(source.paper, swaps) or _labels(read) != _labels(source.paper):
            return "the file would then show something else beside it"
        return "" if self._found(again) <= known else "a rule would then find more"

    def _found(self, foreign: Foreign) -> Counter[str]:
        return Counter(one.rule for one in lint_foreign(foreign, self.file, self.configuration))


def _labels(paper: Paper) -> list[str]:
    """The numbers of the paragraphs, and with them how many there are."""
    return [mark.number or mark.label for mark in paper.marks.values()]
