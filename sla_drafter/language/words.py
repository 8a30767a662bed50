"""The fixed words of a language, read from `clause_library/words/<language>.yaml`: headings, units, names of choices.

No word that reaches paper is written in code. A writer asks `words("en").message("contents")`, a filter asks
`words("en").noun("window", "calendar_month")`, a duration asks `words("en").unit("business_day", 5)`. A slot `{count}`
is filled by the count that chose the plural.

A word may have literal forms besides, for what a language asks of it in a sentence: `month: {one: Monat, other: Monate,
dative: {other: Monaten}}`. The file lists its forms under `forms:`, each with what it is for. A word that does not
change in a form leaves it out; a form that the file does not list is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias

from sla_drafter import plugins
from sla_drafter.errors import SlaDrafterError, UnknownLanguage
from sla_drafter.language.locales import plural_category
from sla_drafter.language.patterns import compiled
from sla_drafter.language.typography import typeset
from sla_drafter.values import frozen

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

Forms: TypeAlias = Mapping[str, str]
"""One word in its plural categories ("one", "other", …), those of a literal form as "dative.other". A word that has no
plural stands under "other" alone."""

OTHER = "other"
_SLOT = compiled(r"\{([a-z_]+)\}")
_LANGUAGE = compiled(r"[a-z]{2,3}(?:_[A-Z]{2})?\Z")


class MissingWord(SlaDrafterError, LookupError):
    """A word that the library should have: its name, the language and the file to mend."""

    def __init__(self, key: str, language: str, file: str, known: tuple[str, ...] = ()) -> None:
        there = f" There are: {', '.join(known)}." if known else ""
        super().__init__(f"{file} has no word {key} for the language {language}.{there} Add {key} to that file.")
        self.key, self.language, self.file = key, language, file


class UnknownForm(SlaDrafterError, ValueError):
    """A literal form that the word file of a language does not list; it names those that it lists."""

    def __init__(self, form: str, language: str, file: str, known: tuple[str, ...]) -> None:
        there = f"There are: {', '.join(known)}." if known else "It lists none."
        super().__init__(f"{file} lists no form {form!r} for the language {language}. {there}")
        self.form, self.language, self.known = form, language, known


class WrongSlot(SlaDrafterError, ValueError):
    """The blanks of a word and the values given for them are not the same ones."""

    def __init__(self, key: str, file: str, wanted: set[str], given: set[str]) -> None:
        want, have = (", ".join(sorted(names)) or "none" for names in (wanted, given))
        super().__init__(f"{file}: the word {key} has the slots {want}, but was given {have}.")
        self.key, self.wanted, self.given = key, frozenset(wanted), frozenset(given)


@frozen(eq=False)
class Words:
    """The word file of one language."""

    language: str
    file: str
    forms: Mapping[str, str]
    messages: Mapping[str, Forms]
    units: Mapping[str, Forms]
    nouns: Mapping[str, Mapping[str, Forms]]

    def message(self, key: str, count: int | Decimal = 1, **slots: object) -> str:
        """The wording of one thing that a document says by itself: "Contents", "Page 2 of 7"."""
        return self._spell(f"messages.{key}", self._forms("messages", self.messages, key), count, slots)

    def noun(self, group: str, key: str, count: int | Decimal = 1, *, form: str = "", **slots: object) -> str:
        """The name of one of a closed list of choices: `noun("window", "calendar_month", 2)` is "calendar months"."""
        members = self.nouns.get(group)
        if members is None:
            raise MissingWord(f"nouns.{group}", self.language, self.file, tuple(self.nouns))
        return self._spell(f"nouns.{group}.{key}", self._forms(f"nouns.{group}", members, key), count, slots, form)

    def unit(self, key: str, count: int | Decimal, form: str = "") -> str:
        """The unit of a duration, in the number that goes with the count: "1" business day, "5" business days."""
        return self._spell(f"units.{key}", self._forms("units", self.units, key), count, {}, form)

    def knows_form(self, form: str) -> bool:
        """Whether the language lists a literal form; one that it does not list is refused where a text asks for it."""
        return form in self.forms

    @property
    def quotation_marks(self) -> tuple[str, str]:
        """What the language writes before and after what it quotes: “ and ”, „ and “, « and »."""
        before, _, after = self.message("quote", words="\n").partition("\n")
        return before, after

    def _forms(self, group: str, members: Mapping[str, Forms], key: str) -> Forms:
        try:
            return members[key]
        except KeyError:
            raise MissingWord(f"{group}.{key}", self.language, self.file, tuple(members)) from None

    def _spell(self, path: str, forms: Forms, count: int | Decimal, slots: Mapping[str, object], form: str = "") -> str:
        if form and form not in self.forms:
            raise UnknownForm(form, self.language, self.file, tuple(self.forms))
        words = _in_number(forms, count, self.language, form)
        wanted = _slots_of(words)
        if wanted - {"count"} != slots.keys():
            raise WrongSlot(path, self.file, set(wanted - {"count"}), set(slots))
        given = {"count": count, **slots}
        return _SLOT.sub(lambda slot: str(given[slot[1]]), words) if wanted else words


@lru_cache(maxsize=4096)
def _slots_of(words: str) -> frozenset[str]:
    return frozenset(_SLOT.findall(words))


def _in_number(forms: Forms, count: int | Decimal, language: str, form: str = "") -> str:
    """The form that goes with a count; "other" is the form that every word has. What does not change is left out."""
    category = plural_category(count, language) if len(forms) > 1 else OTHER
    if category not in forms and f"{form}.{category}" not in forms:
        category = OTHER
    return forms.get(f"{form}.{category}", forms.get(category, forms[OTHER]))


def known_languages() -> tuple[str, ...]:
    """The languages for which the library has a word file."""
    names = {entry.name for folder in _folders() for entry in folder.iterdir()}
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))


@cache
def words(language: str) -> Words:
    """The words of one language; it is read once. A language without a word file raises `UnknownLanguage`."""
    if not _LANGUAGE.match(language) or language not in known_languages():
        raise UnknownLanguage(language, known_languages())
    name = f"{language}.yaml"
    texts = [(folder / name).read_text(encoding="utf-8") for folder in _folders() if (folder / name).is_file()]
    return _of_tree(_joined(map(_tree, texts), name), language, f"clause_library/words/{name}")


def read_words(text: str, language: str, file: str) -> Words:
    """The words written in the text of a word file; each scalar is text, whatever it looks like."""
    return _of_tree(_tree(text), language, file)


def _tree(text: str) -> Any:
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return yaml.load(text, Loader=loader)  # noqa: S506 - BaseLoader makes text only, never an object


def _joined(trees: Iterable[dict[str, Any]], where: str) -> dict[str, Any]:
    """The words of all packs; a word that two of them have is a fault of theirs."""
    joined: dict[str, Any] = {}
    for tree in trees:
        for key, value in tree.items():
            if key not in joined:
                joined[key] = value
            elif isinstance(value, dict) and isinstance(joined[key], dict) and "other" not in value:
                joined[key] = _joined((joined[key], value), f"{where}: {key}")
            else:
                raise plugins.PackFault(f"Two packs have the word {key} in {where}. A pack may only add words.")
    return joined


def _of_tree(tree: Mapping[str, Any], language: str, file: str) -> Words:
    reader = _Reader(language, file, dict(tree.get("forms", {})))
    return Words(
        language=language,
        file=file,
        forms=reader.forms,
        messages=reader.group(tree, "messages"),
        units=reader.group(tree, "units"),
        nouns={group: reader.group(tree["nouns"], group) for group in tree["nouns"]},
    )


@frozen
class _Reader:
    """What every group of a word file is read with: its language, its name, and the literal forms that it lists."""

    language: str
    file: str
    forms: Mapping[str, str]

    def group(self, tree: Mapping[str, Any], name: str) -> Mapping[str, Forms]:
        """One group of words, each as a mapping of plural categories and of its literal forms."""
        if name not in tree:
            raise MissingWord(name, self.language, self.file)
        found: dict[str, Forms] = {}
        for key, written in tree[name].items():
            forms = {OTHER: written} if isinstance(written, str) else dict(_flat(written, self.forms))
            if OTHER not in forms or not all(forms.values()):
                raise MissingWord(f"{name}.{key}.{OTHER}", self.language, self.file)
            found[key] = {category: typeset(words, self.language) for category, words in forms.items()}
        return found


def _flat(written: Mapping[str, str | Forms], known: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The categories of a word; those of a literal form have its name before them."""
    for name, words in written.items():
        if name not in known:
            yield name, str(words)
        elif isinstance(words, str):
            yield from ((f"{name}.{category}", words) for category in written if category not in known)
        else:
            yield from ((f"{name}.{category}", one) for category, one in words.items())


def _folders() -> tuple[Traversable, ...]:
    return tuple(folder for pack in plugins.packs() if (folder := pack.part("words")))
