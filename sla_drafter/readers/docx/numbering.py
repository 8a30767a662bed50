"""Numbers of paragraphs as Word computes them from its list definitions: never taken from text that somebody saw.

A list definition has nine levels; a list instance points to one and may restart levels. Paragraphs get their instance
and level from themselves or from their style. All instances of one definition count together.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from attrs import field
from lxml import etree

from sla_drafter.document.number import letters, roman
from sla_drafter.language.patterns import compiled
from sla_drafter.readers.docx.package import Package, W
from sla_drafter.values import define, frozen

BULLET = "•"
LEVELS = 9
_PLACE = compiled(r"%([1-9])")


@frozen
class Level:
    """One level of a list: where it starts, how it counts, the pattern of its label, when it starts again."""

    start: int = 1
    form: str = "decimal"
    pattern: str = ""
    restart: int | None = None
    legal: bool = False
    style: str = ""


@frozen
class Instance:
    """A list instance: its definition, its levels (own ones included), and where it starts levels anew."""

    definition: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


@frozen
class Label:
    """The number of a paragraph: as it is printed, and as a reference in full says it."""

    words: str
    in_full: str


def _value(parent: etree._Element, path: str, default: str = "") -> str:
    found = parent.find(path)
    return default if found is None else str(found.get(f"{W}val", "true"))


def _number(parent: etree._Element, path: str, default: int) -> int:
    words = _value(parent, path)
    return int(words) if re.fullmatch(r"-?\d{1,9}", words) else default


def _level(element: etree._Element) -> Level:
    restart = _number(element, f"{W}lvlRestart", -1)
    return Level(
        start=_number(element, f"{W}start", 0 if element.find(f"{W}start") is None else 1),
        form=_value(element, f"{W}numFmt", "decimal"),
        pattern=_value(element, f"{W}lvlText"),
        restart=None if restart < 0 else restart,
        legal=_value(element, f"{W}isLgl", "0") not in {"0", "false"},
        style=_value(element, f"{W}pStyle"),
    )


def _levels(parent: etree._Element) -> dict[int, Level]:
    return {
        int(str(element.get(f"{W}ilvl"))): _level(element)
        for element in parent.iter(f"{W}lvl")
        if str(element.get(f"{W}ilvl", "")).isdigit()
    }


def instances_of(numbering: etree._Element, styles: Mapping[str, str]) -> dict[str, Instance]:
    """The list instances by number; `styles` tells the instance that a list style points to."""
    definitions = {str(element.get(f"{W}abstractNumId")): element for element in numbering.iter(f"{W}abstractNum")}
    pointed = {
        str(element.get(f"{W}numId")): _value(element, f"{W}abstractNumId") for element in numbering.iter(f"{W}num")
    }

    def resolved(definition: str, depth: int = 0) -> str:
        element = definitions.get(definition)
        link = "" if element is None else _value(element, f"{W}numStyleLink")
        further = pointed.get(styles.get(link, ""), "")
        return resolved(further, depth + 1) if further and depth < LEVELS else definition

    found: dict[str, Instance] = {}
    for element in numbering.iter(f"{W}num"):
        definition = resolved(_value(element, f"{W}abstractNumId"))
        if definition not in definitions:
            continue
        overrides = element.findall(f"{W}lvlOverride")
        starts = {
            int(str(override.get(f"{W}ilvl", "0"))): _number(override, f"{W}startOverride", 1)
            for override in overrides
            if override.find(f"{W}startOverride") is not None
        }
        own = {number: level for override in overrides for number, level in _levels(override).items()}
        levels = {**_levels(definitions[definition]), **own}
        found[str(element.get(f"{W}numId"))] = Instance(definition, levels, starts)
    return found


def spelled(number: int, form: str) -> str:
    """A number as a list counts it."""
    match form:
        case "lowerLetter" | "upperLetter":
            words = letters(number - 1) if number > 0 else ""
        case "lowerRoman" | "upperRoman":
            words = roman(number)
        case "decimalZero":
            words = f"{number:02}"
        case "ordinal":
            words = f"{number}{_ordinal_ending(number)}"
        case "none":
            words = ""
        case _:
            words = str(number)
    return words.upper() if form.startswith("upper") else words


def _ordinal_ending(number: int) -> str:
    teens = 10 <= number % 100 <= 20
    return "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


@define
class Numbering:
    """Counts the paragraphs of a file from its first to its last."""

    package: Package
    instances: Mapping[str, Instance] = field(factory=dict)
    styles: Mapping[str, tuple[str, int]] = field(factory=dict)
    _counts: dict[str, list[int | None]] = field(factory=dict)
    _started: set[tuple[str, int]] = field(factory=set)

    @classmethod
    def of(cls, package: Package) -> Numbering:
        """The list definitions of a file and the styles bound to them."""
        part = package.related(package.document, "numbering")
        sheet = package.related(package.document, "styles")
        if part is None:
            return cls(package)
        pairs = {} if sheet is None else _styles(package.parsed(sheet))
        instances = instances_of(package.parsed(part), {style: pair[0] for style, pair in pairs.items()})
        bound = {
            style: (number, _bound_level(instances, number, style, level)) for style, (number, level) in pairs.items()
        }
        return cls(package, instances, bound)

    def label(self, properties: etree._Element | None, style: str) -> Label | None:
        """The number of the next paragraph, counted; None for a paragraph without one."""
        number, level = self._instance_and_level(properties, style)
        instance = self.instances.get(number)
        if instance is None or level not in instance.levels:
            return None
        counts = self._counted(number, instance, level)
        return _label(instance, counts, level)

    def _instance_and_level(self, properties: etree._Element | None, style: str) -> tuple[str, int]:
        number, level = self.styles.get(style, ("", 0))
        own = None if properties is None else properties.find(f"{W}numPr")
        if own is None:
            return number, level
        return _value(own, f"{W}numId", number), _number(own, f"{W}ilvl", level)

    def _counted(self, number: str, instance: Instance, level: int) -> list[int | None]:
        counts = self._counts.setdefault(instance.definition, [None] * LEVELS)
        anew = level in instance.starts and (number, level) not in self._started
        before = counts[level]
        if anew:
            self._started.add((number, level))
            counts[level] = instance.starts[level]
        else:
            counts[level] = instance.levels[level].start if before is None else before + 1
        for deeper in range(level + 1, LEVELS):
            restart = instance.levels.get(deeper, Level()).restart
            if restart is None or (restart > 0 and level < restart):
                counts[deeper] = None
        return counts


def _label(instance: Instance, counts: list[int | None], level: int) -> Label:
    def words_at(at: int) -> str:
        own = instance.levels.get(at, Level())
        if own.form == "bullet":
            return BULLET

        def filled(place: re.Match[str]) -> str:
            upper = int(place[1]) - 1
            shown = instance.levels.get(upper, Level())
            count = counts[upper]
            return spelled(shown.start if count is None else count, "decimal" if own.legal else shown.form)

        return _PLACE.sub(filled, own.pattern)

    def in_full(at: int) -> str:
        pattern = instance.levels.get(at, Level()).pattern
        words = words_at(at).rstrip(".")
        shown = {int(number) - 1 for number in _PLACE.findall(pattern)}
        above = min(shown, default=0)
        return (in_full(above - 1) if above > 0 else "") + words

    return Label(words_at(level), in_full(level))


def _styles(sheet: etree._Element) -> dict[str, tuple[str, int]]:
    """The list instance and level of each style, its own or inherited."""
    own: dict[str, tuple[str, int]] = {}
    based: dict[str, str] = {}
    for style in sheet.iter(f"{W}style"):
        identity = str(style.get(f"{W}styleId"))
        numbered = style.find(f"{W}pPr/{W}numPr")
        based[identity] = _value(style, f"{W}basedOn")
        if numbered is not None:
            own[identity] = (_value(numbered, f"{W}numId"), _number(numbered, f"{W}ilvl", -1))
    return {identity: pair for identity in based if (pair := _inherited(identity, own, based)) is not None}


def _inherited(identity: str, own: Mapping[str, tuple[str, int]], based: Mapping[str, str]) -> tuple[str, int] | None:
    """A style may set the level alone and inherit the list."""
    level, seen = -1, set[str]()
    while identity and identity not in seen:
        seen.add(identity)
        number, at = own.get(identity, ("", -1))
        level = at if level < 0 else level
        if number:
            return number, level
        identity = based.get(identity, "")
    return None


def _bound_level(instances: Mapping[str, Instance], number: str, style: str, level: int) -> int:
    """A style that names no level stands on the level that names the style."""
    if level >= 0 or number not in instances:
        return max(level, 0)
    return next((at for at, found in instances[number].levels.items() if found.style == style), 0)
