"""The clause library as one value: every file read once, every mistake in it said at once, every id checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from importlib.resources.abc import Traversable

from sla_drafter import plugins
from sla_drafter.errors import ClauseFault
from sla_drafter.findings import Finding, Mend, Severity
from sla_drafter.language.patterns import compiled
from sla_drafter.model.choices import HOUSE_KINDS
from sla_drafter.model.library import (
    Clause,
    ClauseText,
    DefinedTerm,
    Library,
    Outline,
    OutlineSchedule,
    OutlineSection,
    ParameterKind,
    Standing,
)
from sla_drafter.readers.agreement_file.shapes import PARAMETERS
from sla_drafter.readers.clauses import profiles
from sla_drafter.readers.clauses.defaults import default
from sla_drafter.readers.clauses.fields import Fields
from sla_drafter.readers.clauses.yaml_file import tree_of
from sla_drafter.values import frozen

_ID = compiled(r"[a-z][a-z0-9_]{0,30}\Z")
_TEXT = compiled(r"(?P<language>[a-z]{2})(?:\.(?P<position>provider|customer))?\.md\Z")
_NOT_CLAUSES = ("terms", "words", "laws", "sectors", "__pycache__")
_CLAUSE_KEYS = (
    "id", "version", "title", "section", "kinds", "when", "requires", "excludes", "parameters", "budget", "source",
    "reviewed", "guidance", "defaults", "fingerprints",
)  # fmt: skip


@cache
def load_library() -> Library:
    """The library of the house and of every installed pack; a mistake in it is a `ClauseFault` with all of them."""
    return library_of(plugins.packs())


def library_in(clauses: Traversable, outlines: Traversable) -> Library:
    """The library in a folder of clauses and terms and a folder of outlines."""
    parts = {"clauses": ".", "terms": "terms"}
    words = plugins.Pack("words", clauses, parts, {}, {}, is_house=True)
    return library_of((words, plugins.Pack("shapes", outlines, {"outlines": "."}, {}, {}, is_house=True)))


def library_of(packs: Iterable[plugins.Pack]) -> Library:
    """The library that packs make together; every mistake in it is said at once."""
    mistakes: list[Finding] = []
    several = tuple(packs)
    homes = [home for pack in several if (home := pack.part("clauses"))]
    read = partial(_read, mistakes=mistakes)
    kinds = plugins.kinds_of(several)
    outlines = [_outline(found, kinds, mistakes) for found in _merged("outlines", several, _outline_files).values()]
    library = Library(
        {one: _clause(found, kinds, mistakes) for one, found in _merged("clauses", several, _clause_homes).items()},
        {one: _term(found, mistakes) for one, found in _merged("terms", several, _term_homes).items()},
        {outline.kind: outline for outline in outlines},
        {law.id: law for home in homes for law in profiles.laws(home, read)},
        {sector.id: sector for home in homes for sector in profiles.sectors(home, read)},
    )
    _check_ids(library, mistakes)
    if mistakes:
        raise ClauseFault(f"the clause library has {len(mistakes)} mistakes", mistakes)
    return library


@frozen(eq=False)
class _Found:
    """A folder or a file of a pack, and the name by which mistakes speak of it."""

    entry: Traversable
    name: str
    section: str = ""


def _merged(
    part: str, packs: tuple[plugins.Pack, ...], found: Callable[[Traversable, str], Iterator[_Found]]
) -> dict[str, _Found]:
    """What the packs have of one part, by the name of its folder or file."""
    return plugins.merged(part, ((pack, _by_name(pack, part, found)) for pack in packs))


def _by_name(pack: plugins.Pack, part: str, found: Callable[[Traversable, str], Iterator[_Found]]) -> dict[str, _Found]:
    folder, prefix = pack.part(part), "" if pack.is_house else f"{pack.name}/"
    return {one.entry.name.removesuffix(".yaml"): one for one in found(folder, prefix)} if folder else {}


def clause_ids(pack: plugins.Pack) -> tuple[str, ...]:
    """The ids of the clauses that a pack has."""
    return tuple(_by_name(pack, "clauses", _clause_homes))


def _clause_homes(folder: Traversable, prefix: str) -> Iterator[_Found]:
    for section in _folders(folder):
        if section.name not in _NOT_CLAUSES:
            for home in _folders(section):
                if home.name != "__pycache__":
                    yield _Found(home, f"{prefix}{section.name}/{home.name}", section.name)


def _term_homes(folder: Traversable, prefix: str) -> Iterator[_Found]:
    homes = (home for home in _folders(folder) if home.name != "__pycache__")
    yield from (_Found(home, f"{prefix}terms/{home.name}") for home in homes)


def _outline_files(folder: Traversable, prefix: str) -> Iterator[_Found]:
    files = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".yaml")), key=lambda entry: entry.name)
    yield from (_Found(file, f"{prefix}outlines/{file.name}") for file in files if file.name != plugins.MANIFEST)


def _folders(folder: Traversable) -> Sequence[Traversable]:
    return sorted((entry for entry in folder.iterdir() if entry.is_dir()), key=lambda entry: entry.name)


def _read(file: Traversable, name: str, mistakes: list[Finding]) -> Fields:
    return Fields(tree_of(file, name, mistakes), name, mistakes)


def _clause(found: _Found, added: Mapping[str, str], mistakes: list[Finding]) -> Clause:
    home, section = found.entry, found.section
    fields = _read(home / "clause.yaml", f"{found.name}/clause.yaml", mistakes)
    fields.only(_CLAUSE_KEYS)
    _named_as_its_folder(fields, "id", home.name)
    _named_as_its_folder(fields, "section", section)
    if not _ID.match(home.name):
        fields.wrong("id", f"{home.name!r} is not an id", "small letters, digits and underscores")
    titles, texts = fields.mapping("title", required=True), tuple(_texts(home, found.name))
    if not texts:
        fields.wrong("", "the clause has no text", "a file en.md beside it")
    for language in sorted({text.language for text in texts} - titles.keys()):
        fields.wrong(f"title.{language}", "is missing", f"title: {{{language}: words}}")
    parameters = fields.named("parameters", _parameter)
    return Clause(
        id=home.name,
        version=fields.text("version"),
        titles=titles,
        section=section,
        kinds=_standings(fields, added),
        when=fields.texts("when"),
        requires=fields.texts("requires"),
        excludes=fields.texts("excludes"),
        parameters=parameters,
        budget=fields.number("budget", 60),
        source=fields.text("source", ""),
        reviewed=fields.mapping("reviewed"),
        guidance=fields.text("guidance", ""),
        fingerprints=fields.mapping("fingerprints"),
        texts=texts,
        defaults=fields.named("defaults", lambda path, each: default(path, each, home.name, parameters)),
    )


def _named_as_its_folder(fields: Fields, key: str, name: str) -> None:
    found = fields.text(key, "")
    if found != name:
        fields.wrong(key, f"{found!r} is not the name of its folder", f"{key}: {name}")


def _standings(fields: Fields, added: Mapping[str, str]) -> Mapping[str, Standing]:
    """The standing that each kind gives a clause; a kind that a pack adds has that of the one that it is like."""
    known = {standing.value: standing for standing in Standing}
    found = fields.mapping("kinds", required=True)
    for kind, words in found.items():
        if kind not in (*HOUSE_KINDS, *added):
            fields.wrong(f"kinds.{kind}", "is not a kind of agreement", ", ".join((*HOUSE_KINDS, *added)))
        if words not in known:
            fields.wrong(f"kinds.{kind}", f"{words!r} is no standing", ", ".join(known))
    for kind in HOUSE_KINDS:
        if kind not in found:
            fields.wrong(f"kinds.{kind}", "is missing", ", ".join(known))
    alike = {kind: found[like] for kind, like in added.items() if kind not in found and like in found}
    return {kind: known[words] for kind, words in {**found, **alike}.items() if words in known}


def _parameter(name: str, fields: Fields) -> ParameterKind:
    fields.only(("type", "about"))
    type_ = fields.text("type", "")
    if type_ not in PARAMETERS:
        fields.wrong(f"parameters.{name}.type", f"{type_!r} is no type", ", ".join(PARAMETERS))
    return ParameterKind(name, type_, fields.text("about", ""))


def _texts(home: Traversable, name: str) -> Iterator[ClauseText]:
    for entry in sorted(home.iterdir(), key=lambda item: item.name):
        match = _TEXT.match(entry.name)
        if match:
            position = match["position"] or "balanced"
            source = entry.read_text(encoding="utf-8")
            yield ClauseText(match["language"], position, source, f"{name}/{entry.name}")


def _term(found: _Found, mistakes: list[Finding]) -> DefinedTerm:
    home = found.entry
    fields = _read(home / "term.yaml", f"{found.name}/term.yaml", mistakes)
    fields.only(("id", "word", "forms", "defined_in"))
    _named_as_its_folder(fields, "id", home.name)
    words, forms, homes = fields.mapping("word", required=True), fields.lists("forms"), fields.texts("defined_in")
    definitions = {text.language: text for text in _texts(home, found.name)}
    for language in words:
        if not forms.get(language):
            fields.wrong(f"forms.{language}", "is missing", f"forms: {{{language}: [{words[language]}]}}")
        if not homes and language not in definitions:
            fields.wrong(f"word.{language}", "has no definition", f"a file {language}.md beside it")
    return DefinedTerm(home.name, words, forms, definitions, homes)


def _outline(found: _Found, added: Mapping[str, str], mistakes: list[Finding]) -> Outline:
    fields = _read(found.entry, found.name, mistakes)
    fields.only(("kind", "name", "starter", "pages", "pages_limit", "sections", "schedules"))
    kind = fields.text("kind")
    if kind not in (*HOUSE_KINDS, *added):
        fields.wrong("kind", f"{kind!r} is not a kind of agreement", ", ".join((*HOUSE_KINDS, *added)))
    return Outline(
        kind,
        fields.mapping("name", required=True),
        fields.each("sections", _section),
        fields.each("schedules", _schedule),
        fields.number("pages", 5),
        fields.number("pages_limit", 8),
        fields.text("starter", ""),
    )


def _section(fields: Fields) -> OutlineSection:
    fields.only(("id", "title", "budget", "clauses"))
    titles = fields.mapping("title", required=True)
    return OutlineSection(fields.text("id"), titles, fields.number("budget", 400), fields.texts("clauses"))


def _schedule(fields: Fields) -> OutlineSchedule:
    fields.only(("id", "title", "clauses"))
    return OutlineSchedule(fields.text("id"), fields.mapping("title", required=True), fields.texts("clauses"))


def _check_ids(library: Library, mistakes: list[Finding]) -> None:
    """Every clause that another clause or an outline names is there, and no outline names one twice."""
    for clause in library.clauses.values():
        strange = {*clause.requires, *clause.excludes} - library.clauses.keys()
        mistakes.extend(_unknown(f"{clause.section}/{clause.id}/clause.yaml", one) for one in sorted(strange))
    mistakes.extend(_one_default_each(library))
    homes = ((term.id, home) for term in library.terms.values() for home in term.defined_in)
    mistakes.extend(_unknown(f"terms/{one}/term.yaml", home) for one, home in homes if home not in library.clauses)
    for outline in library.outlines.values():
        listed = [named for section in outline.sections for named in section.clauses]
        gathered = [named for schedule in outline.schedules for named in schedule.clauses]
        for named in sorted({*listed, *gathered}):
            if named not in library.clauses:
                mistakes.append(_unknown(f"outlines/{outline.kind}.yaml", named))
            elif max(listed.count(named), gathered.count(named)) > 1:
                mistakes.append(_unknown(f"outlines/{outline.kind}.yaml", named, "stands there twice"))


def _one_default_each(library: Library) -> Iterator[Finding]:
    """A field has its default in one clause: two could not both be right."""
    first: dict[str, str] = {}
    for clause in library.clauses.values():
        for one in clause.defaults:
            if one.path in first:
                what = f"has a default in {first[one.path]} too"
                yield _unknown(f"{clause.section}/{clause.id}/clause.yaml", f"defaults.{one.path}", what)
            first.setdefault(one.path, clause.id)


def _unknown(file: str, named: str, what: str = "is no clause of the library") -> Finding:
    mend = Mend(f"delete {named} there, or write the clause that is meant")
    return Finding("LIB-01", "library_file", Severity.ERROR, f"{file}: {named} {what}.", field=named, mend=mend)
