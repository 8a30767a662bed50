"""Cases of rules: a base agreement, changed by patches, and the findings that the rule then makes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from attrs import evolve, field, frozen

from sla_drafter.assembly.assemble import assemble
from sla_drafter.assembly.draft import Draft
from sla_drafter.document.pages import Pages
from sla_drafter.findings import Finding
from sla_drafter.lints.engine import lint, with_places
from sla_drafter.lints.foreign import lint_foreign
from sla_drafter.lints.library import check
from sla_drafter.lints.register import REGISTER, rule_file
from sla_drafter.lints.rule import Reads
from sla_drafter.lints.shelf import Shelf
from sla_drafter.lints.versions import prints_of
from sla_drafter.model.configuration import Configuration
from sla_drafter.model.library import Library
from sla_drafter.readers.agreement_file import Loaded, load
from sla_drafter.readers.clauses import load_library
from sla_drafter.readers.clauses.accepting import accept
from sla_drafter.readers.clauses.new_clause import new_clause
from sla_drafter.readers.clauses.shelf import clauses_to_judge
from sla_drafter.readers.foreign import read_bytes

HERE = Path(__file__).parent
RULES = HERE / "rules"
BASE = HERE / "base.yaml"
KEYS = {"brochure", "title", "patch", "finds", "pages", "on", "text", "above", "excludes", "defaults"}
KEYS |= {"accepted", "edits", "files", "paper", "padded", "profile"}
THEIR_FILE = Path("their.md")


_FOUND: dict[str, tuple[Finding, ...]] = {}


@frozen
class Case:
    """One case: a sentence, what is changed, and what the rule finds.

    `patch` are values by path, as written in the file (empty takes one away); `text` are other texts of clauses,
    `excludes` the clauses that a clause excludes; `pages` and `brochure` the pages as laid out; `on` the day of
    judging; `above` are changes that make an agreement above this one; `defaults` says that the library has its
    defaults. A case of a rule of the library begins with a new clause: `accepted` writes its fingerprints, then come
    `edits` (file, old words, new words) and further `files`. `paper` is a paper that somebody else wrote, in
    Markdown, and `padded` is how many words more it has behind them; `profile` is how the house counts readability.
    """

    rule: str
    title: str
    finds: tuple[Mapping[str, str], ...]
    patch: Mapping[str, Any]
    text: Mapping[str, str]
    above: Mapping[str, Any]
    excludes: Mapping[str, Sequence[str]]
    defaults: bool = False
    accepted: bool = False
    edits: Sequence[Sequence[str]] = ()
    files: Mapping[str, str] = field(factory=dict)
    paper: str = ""
    padded: int = 0
    profile: str = "plain"
    pages: Pages | None = None
    brochure: Pages | None = None
    on: date | None = None

    @property
    def id(self) -> str:
        """What the test run shows."""
        return f"{self.rule} {self.title}"


@cache
def library() -> Library:
    """The library of the package without defaults: a case says what a rule finds where nothing is stated."""
    known = load_library()
    clauses = {one.id: evolve(one, defaults=one.defaults[:0]) for one in known.clauses.values()}
    return evolve(known, clauses=clauses)


@cache
def base() -> Loaded:
    """The agreement that every case starts from."""
    return load(BASE, library().clauses)


def changed(patch: Mapping[str, Any]) -> Loaded:
    """The base agreement as if its file had other values."""
    return evolve(base().set(patch), file=None, given={}) if patch else base()


def draft(case: Case) -> tuple[Loaded, Draft]:
    """The agreement and the draft of a case."""
    known = library()
    clauses = dict((load_library() if case.defaults else known).clauses)
    for clause, words in case.text.items():
        texts = tuple(evolve(text, source=words) for text in clauses[clause].texts)
        clauses[clause] = evolve(clauses[clause], texts=texts)
    for clause, others in case.excludes.items():
        clauses[clause] = evolve(clauses[clause], excludes=tuple(others))
    loaded = changed(case.patch)
    if case.above:
        loaded = evolve(loaded, agreement=evolve(loaded.agreement, parent=changed(case.above).agreement))
    return loaded, assemble(loaded.agreement, evolve(known, clauses=clauses))


def found_by(case: Case) -> list[Finding]:
    """What the rule of a case finds in it; the same agreement is linted once for all rules."""
    if rule_file(case.rule).RULE.reads is Reads.LIBRARY:
        return [finding for finding in found_in_clause(case) if finding.rule == case.rule]
    if case.paper:
        house = Configuration(profile=case.profile)
        padding = "\n\nThe Provider answers each request of the Customer in its turn." * (case.padded // 11)
        foreign = read_bytes(f"{case.paper}{padding}".encode(), THEIR_FILE)
        return [finding for finding in lint_foreign(foreign, THEIR_FILE, house) if finding.rule == case.rule]
    given = repr((case.patch, case.text, case.above, case.excludes, case.pages, case.brochure, case.on, case.defaults))
    if given not in _FOUND:
        loaded, drafted = draft(case)
        _FOUND[given] = with_places(
            lint(drafted, on=case.on, layout=case.pages, brochure=case.brochure), loaded.place_of
        )
    return [finding for finding in _FOUND[given] if finding.rule == case.rule]


def found_in_clause(case: Case) -> tuple[Finding, ...]:
    """What the check of the library finds in a new clause that is changed as the case says."""
    with TemporaryDirectory() as folder:
        home = Path(folder) / "overview" / "greeting"
        home.mkdir(parents=True)
        for name, text in {**new_clause("greeting", "overview"), **case.files}.items():
            if name not in case.files:
                (home / name).write_text(text, encoding="utf-8")
        if case.accepted:
            clause = clauses_to_judge(Path(folder)).library.clauses["greeting"]
            accept(home / "clause.yaml", prints_of(clause))
        for name, text in case.files.items():
            (home / name).write_text(text, encoding="utf-8")
        for name, old, new in case.edits:
            before = (home / name).read_text(encoding="utf-8")
            assert old in before, f"{case.id}: {old} is not in {name}"
            (home / name).write_text(before.replace(old, new), encoding="utf-8")
        opened = clauses_to_judge(Path(folder))
        return check(Shelf(opened.library, opened.own, opened.examples))


def cases_of(code: str) -> list[Case]:
    """The cases of one rule, from the file beside the tests."""
    file = RULES / f"{REGISTER[code].replace('.', '/')}.yaml"
    tree = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - it makes text only
    return [_case(code, written) for written in tree]


def _case(code: str, written: Mapping[str, Any]) -> Case:
    assert not set(written) - KEYS, f"{code}: {set(written) - KEYS}"
    pages = {name: int(count) for name, count in written.get("pages", {}).items()}
    finds = () if written["finds"] == "none" else tuple(written["finds"])
    return Case(
        rule=code,
        title=written["title"],
        finds=finds,
        patch={path: value or None for path, value in written.get("patch", {}).items()},
        text=written.get("text", {}),
        above={path: value or None for path, value in written.get("above", {}).items()},
        excludes=written.get("excludes", {}),
        defaults=written.get("defaults") == "yes",
        accepted=written.get("accepted") == "yes",
        edits=written.get("edits", ()),
        files=written.get("files", {}),
        paper=written.get("paper", ""),
        padded=int(written.get("padded", "0")),
        profile=written.get("profile", "plain"),
        pages=Pages(1, pages["body"], 1, pages.get("schedules", 0), {}) if pages else None,
        brochure=Pages(0, int(written["brochure"]["body"]), 0, 0, {}) if "brochure" in written else None,
        on=date.fromisoformat(written["on"]) if "on" in written else None,
    )
