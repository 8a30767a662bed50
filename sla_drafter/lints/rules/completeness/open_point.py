"""Something is still to be filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sla_drafter.document.walk import words_of
from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.blanks import blanks_in
from sla_drafter.lints.context import Context
from sla_drafter.lints.free_text import FILLED
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.whereabouts import SCHEDULE
from sla_drafter.model.paths import is_absent, value_at
from sla_drafter.model.scalars import Prose

RULE = Rule(
    code="CMP-33",
    name="open_point",
    severity=Severity.ERROR,
    checks="No fact is marked TBC, no blank is printed, no table is empty, and no text holds a placeholder.",
    why="A blank that is signed is filled in later by whoever needs it to say something.",
    bad="fee: TBC: ask Finance",
    good="fee: GBP 12,000 per month",
    source="Placeholders are the first thing that every contract checker looks for.",
    reads=Reads.FINDINGS,
)


def find(context: Context) -> Iterator[Finding]:
    agreement = context.agreement
    marked = [point.path for point in agreement.open_points]
    for path in marked:
        yield RULE.finding("This fact is still open.", path, mend="write the agreed fact")
    missed = {finding.field for finding in context.found if finding.severity is Severity.ERROR and finding.field}
    for path, clauses in context.paper.index.blanks.items():
        if is_clause(path) or names_one_of(path, value_at(agreement, path), missed):
            continue
        if not any(belongs(path, one) for one in (*marked, *missed)):
            clause = clauses[0]
            yield RULE.finding(
                "This fact is not stated: it is printed as a blank.", path, mend=f"state {path}", clause=clause
            )
    yield from _empty_tables(context, missed)
    for fact in context.facts:
        if not isinstance(fact.value, Prose) or fact.path in marked:
            continue
        words = context.words(fact.value)
        words = FILLED.sub(" ", words) if fact.path.endswith(".replace") else words
        for blank in blanks_in(words, context.paper.language):
            placeholder = blank[0]
            message, right = f"The words hold the placeholder {placeholder}.", "write the agreed words in its place"
            yield RULE.finding(message, fact.path, quote=placeholder, mend=right)


def _empty_tables(context: Context, missed: set[str]) -> Iterator[Finding]:
    """Each table without rows, with the fact that it lists; one whose absence is an error already is said once."""
    known = context.draft.library.clauses
    for place in context.paper.empty_tables:
        section, clause = context.paper.index.sections[place], known.get(place.removesuffix(SCHEDULE))
        lists = [path for path in (clause.when if clause else ()) if is_absent(value_at(context.agreement, path))]
        if missed.isdisjoint(lists):
            yield RULE.finding(
                f"The table “{words_of(section.title)}” has no rows.",
                lists[0] if lists else "",
                clause=place,
                mend=f"state {' or '.join(lists)}" if lists else "state the facts that the table lists",
            )


def belongs(path: str, other: str) -> bool:
    """Whether two paths speak of one fact, of one row, or one of a part of the other."""
    row = path.rpartition(".")[0]
    if row.endswith("]") and row == other.rpartition(".")[0]:
        return True
    return path == other or path.startswith((f"{other}.", f"{other}[")) or other.startswith((f"{path}.", f"{path}["))


def names_one_of(path: str, value: object, missed: Iterable[str]) -> bool:
    """Whether a fact names a thing, such as a role, whose own name is missing: that is found where the thing stands."""
    named = path.split(".")[1:] if path.startswith("computed.") else value if isinstance(value, tuple) else (value,)
    return any(f".{one}." in other for one in named if isinstance(one, str) for other in missed)


def is_clause(path: str) -> bool:
    """Whether the blank stands for a clause that is not in the draft, which another rule reports."""
    return path.startswith("clauses.") and path.count(".") == 1
