"""Reads `sla-drafter.toml`, the configuration of a house; every mistake is said at once, with its line and mend."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path, PurePath
from typing import Any

from attrs import field

from sla_drafter.errors import Unreadable
from sla_drafter.findings import Finding, Mend, Place, Severity, worst_first
from sla_drafter.language.distance import nearest
from sla_drafter.language.patterns import compiled
from sla_drafter.language.readability import PROFILES
from sla_drafter.model.configuration import DUTY_VERBS, OFF, USUAL, Configuration, KnownRule
from sla_drafter.values import define, frozen

NAME = "sla-drafter.toml"
LARGEST = 64 * 1024
FORMAT = 1
LONGEST_SENTENCE, MOST_PAGES = 50, 8
_GRADES = (OFF, *(one.value for one in Severity))
_AT = compiled(r"\(at line (\d+), column (\d+)\)$")
_TABLE = compiled(r"\s*\[\s*([^\[\]]+?)\s*\]")
_KEY = compiled(r"\s*([\"']?)([^\"'=#\s]+)\1\s*=")


def configuration_near(agreement: Path, rules: Callable[[], Sequence[KnownRule]]) -> Configuration:
    """The configuration in the folder of an agreement file or in the nearest folder above; the usual one without any.

    `rules` gives those that it may name. Raises `Unreadable` with every mistake in it.
    """
    folder = agreement.absolute().parent
    for place in (folder, *folder.parents):
        if (place / NAME).is_file():
            return read_configuration(_as_seen(place / NAME), rules)
    return USUAL


def _as_seen(path: Path) -> Path:
    """A path from the working folder where the file stands in or below it."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def read_configuration(path: Path, rules: Callable[[], Sequence[KnownRule]]) -> Configuration:
    """The configuration in a file. Raises `Unreadable` with every mistake in it."""
    try:
        data = path.read_bytes()
    except OSError as fault:
        raise Unreadable(f"{path} cannot be read: {fault.strerror}.") from fault
    if len(data) > LARGEST:
        raise Unreadable(f"{path} is larger than {LARGEST // 1024} KB; no configuration is.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise Unreadable(f"{path} is no UTF-8 text. Save it as UTF-8.") from fault
    reading = _Reading(path, text, rules)
    found = reading.all()
    if reading.mistakes:
        count = len(reading.mistakes)
        headline = f"{path} cannot be read: {count} mistake{'' if count == 1 else 's'}"
        raise Unreadable(headline, worst_first(reading.mistakes))
    return found


@frozen
class _Setting:
    """One key: whether a value is right, what a right one is, and an example of one."""

    is_right: Callable[[Any], bool]
    right: str
    example: str


def _words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) and one.strip() for one in value)


def _up_to(most: int) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= most


_SEVERITIES = tuple(one.value for one in Severity)
_SETTINGS: Mapping[str, _Setting] = {
    "sla_drafter": _Setting(lambda value: value == FORMAT, f"the format version {FORMAT}", "sla_drafter = 1"),
    "fail_on": _Setting(lambda value: value in _SEVERITIES, f"one of {', '.join(_SEVERITIES)}", 'fail_on = "warning"'),
    "readability.profile": _Setting(
        lambda value: value in PROFILES, f"one of {', '.join(PROFILES)}", 'profile = "ct_42_158"'
    ),
    "budgets.pages": _Setting(_up_to(MOST_PAGES), f"a whole number from 1 to {MOST_PAGES}", "pages = 4"),
    "budgets.pages_limit": _Setting(_up_to(MOST_PAGES), f"a whole number from 1 to {MOST_PAGES}", "pages_limit = 6"),
    "budgets.sentence_words": _Setting(
        _up_to(LONGEST_SENTENCE), f"a whole number from 1 to {LONGEST_SENTENCE}", "sentence_words = 35"
    ),
    "words.abbreviations": _Setting(_words, "a list of abbreviations", 'abbreviations = ["max.", "Ltd."]'),
    "words.duty_verb": _Setting(
        lambda value: value in DUTY_VERBS, f"one of {', '.join(DUTY_VERBS)}", 'duty_verb = "must"'
    ),
    "words.terms": _Setting(_words, "a list of words", 'terms = ["Halden Cloud"]'),
}
_TABLES = ("rules", *dict.fromkeys(path.partition(".")[0] for path in _SETTINGS if "." in path))


@define
class _Reading:
    """One file being read: its text, the rules there are, and the mistakes so far."""

    path: Path
    text: str
    rules: Callable[[], Sequence[KnownRule]]
    mistakes: list[Finding] = field(factory=list)

    def all(self) -> Configuration:
        import tomllib

        try:
            tree = tomllib.loads(self.text)
        except (tomllib.TOMLDecodeError, RecursionError) as fault:
            self._broken(str(fault))
            return USUAL
        found = dict(self._settings(tree))
        if "sla_drafter" not in tree:
            self._add("CFG-03", "wrong_setting", "sla_drafter", "the format version is missing.", "sla_drafter = 1")
        severities = dict(self._rules(tree["rules"])) if isinstance(tree.get("rules"), dict) else {}
        aim, limit = found.get("budgets.pages"), found.get("budgets.pages_limit")
        if aim and limit and aim > limit:
            said = f"budgets.pages is {aim}, above the limit of {limit}."
            self._add("CFG-03", "wrong_setting", "budgets.pages", said, f"pages = {limit}")
        return Configuration(
            file=PurePath(self.path),
            fail_on=Severity(found["fail_on"]) if "fail_on" in found else None,
            severities=severities,
            profile=found.get("readability.profile", USUAL.profile),
            pages=aim,
            pages_limit=limit,
            sentence_words=found.get("budgets.sentence_words"),
            abbreviations=frozenset(one.strip().rstrip(".").lower() for one in found.get("words.abbreviations", ())),
            terms=tuple(one.strip() for one in found.get("words.terms", ())),
            duty_verb=found.get("words.duty_verb"),
        )

    def _settings(self, tree: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
        """The settings that are right, by path; of the others the mistakes are kept."""
        for key, value in tree.items():
            if key in _TABLES:
                if not isinstance(value, dict):
                    self._add("CFG-03", "wrong_setting", key, f"{key} is a table of settings.", f"[{key}]")
                elif key != "rules":
                    for name, inner in value.items():
                        yield from self._setting(f"{key}.{name}", inner)
            else:
                yield from self._setting(key, value)

    def _setting(self, path: str, value: Any) -> Iterator[tuple[str, Any]]:
        setting = _SETTINGS.get(path)
        if setting is None:
            self._unknown(path)
        elif not setting.is_right(value):
            said = f"{path} is {setting.right}; found {_shown(value)}."
            self._add("CFG-03", "wrong_setting", path, said, setting.example)
        else:
            yield path, value

    def _unknown(self, path: str) -> None:
        table, _, name = path.rpartition(".")
        known = [one for one in (*_SETTINGS, *_TABLES) if one.rpartition(".")[0] == table]
        names = [one.rpartition(".")[2] for one in known]
        elsewhere = [one for one in _SETTINGS if one.rpartition(".")[2] == name]
        near = nearest(name, names, limit=1) or tuple(elsewhere[:1])
        asked = f" Did you mean {near[0]}?" if near else ""
        said = f"There is no setting {path}.{asked}"
        self._add("CFG-02", "unknown_setting", path, said, near[0] if near else f"one of {', '.join(names)}")

    def _rules(self, table: Mapping[str, Any]) -> Iterator[tuple[str, Severity | None]]:
        """The severities by code; a rule is named by its code or its name."""
        known = {word: one for one in self.rules() for word in (one.code, one.name)}
        seen: dict[str, str] = {}
        for name, value in table.items():
            rule, path = known.get(name) or known.get(name.upper()), f"rules.{name}"
            if rule is None:
                near = nearest(name, known, limit=1)
                asked = f" Did you mean {near[0]}?" if near else ""
                right = near[0] if near else "sla-drafter explain lists the rules"
                self._add("CFG-04", "unknown_rule", path, f"There is no rule {name}.{asked}", right)
            elif value not in _GRADES:
                said = f"{path} is one of {', '.join(_GRADES)}; found {_shown(value)}."
                self._add("CFG-03", "wrong_setting", path, said, f'{name} = "warning"')
            elif seen.setdefault(rule.code, name) != name:
                said = f"{seen[rule.code]} and {name} are one rule."
                self._add("CFG-03", "wrong_setting", path, said, f"delete {seen[rule.code]} or {name}")
            elif rule.is_always_error and value != Severity.ERROR.value:
                said = (
                    f"{rule.code} {rule.name} is an error and stays one: what it finds cannot be computed, contradicts "
                    "itself, is void or is not finished, and no house can make that right by a setting."
                )
                self._add("CFG-05", "error_lowered", path, said, f"delete this line; sla-drafter explain {rule.code}")
            else:
                yield rule.code, None if value == OFF else Severity(value)

    def _broken(self, message: str) -> None:
        at = _AT.search(message)
        said = _AT.sub("", message).strip()
        line, column = (int(at[1]), int(at[2])) if at else (1, 1)
        place = self._place(line, column, 1)
        mend = Mend('a table is [rules], a setting is  CON-10 = "error"')
        found = f"This is no TOML: {said[:1].lower()}{said[1:]}."
        self.mistakes.append(Finding("CFG-01", "unreadable_toml", Severity.ERROR, found, places=(place,), mend=mend))

    def _add(self, code: str, name: str, path: str, message: str, right: str) -> None:
        said = message[:1].upper() + message[1:] if message.startswith("the ") else message
        place = self._place(*self._where(path))
        self.mistakes.append(Finding(code, name, Severity.ERROR, said, path, places=(place,), mend=Mend(right)))

    def _where(self, path: str) -> tuple[int, int, int]:
        """The line, the column and the length of a key; of one that stands nowhere by itself, the first line."""
        table, _, name = path.rpartition(".")
        current = ""
        for number, line in enumerate(self.text.splitlines(), 1):
            if head := _TABLE.match(line):
                current = head[1].strip("\"'")
                if current == path:
                    return number, head.start(1) + 1, len(head[1])
            key = _KEY.match(line)
            if key and (key[2] == path or (current, key[2]) == (table, name)):
                return number, key.start(2) + 1, len(key[2])
            if key and not current and key[2] == table and (inside := re.search(rf"\b{re.escape(name)}\b", line)):
                return number, inside.start() + 1, len(name)
        return 1, 1, 1

    def _place(self, line: int, column: int, length: int) -> Place:
        lines = self.text.splitlines()
        return Place(self.path, line, column, lines[line - 1] if line <= len(lines) else "", length)


def _shown(value: Any) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value).lower() if isinstance(value, bool) else str(value)
