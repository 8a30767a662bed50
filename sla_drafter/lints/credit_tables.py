"""Tables of credits in the words of somebody else: which range of a measured share earns which credit.

A row is read when one of its cells is a range (“99.0% – 99.9%”, “< 99.9% and ≥ 99.0%”, “below 95%”) and a later one a
share of the fees. A table with a row that is read in no such way is left alone: a half-read table has gaps of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache, lru_cache
from itertools import groupby, pairwise

from sla_drafter.language.patterns import compiled
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Line, Paper, Part
from sla_drafter.lints.promised import SHARE, value_of, word
from sla_drafter.values import frozen

_FEWEST = 2
_UPPER = ("up_to", "below")
_TURNED = {"least": "up_to", "up_to": "least", "above": "below", "below": "above"}
_SYMBOL = compiled(r"[<>≤≥=]")
_TO = compiled(r"\s*(?:-|–|—|to\b|bis\b|à\b|a\b|y\b|et\b|und\b|and\b)\s*(?:zu\b)?")
_BEHIND = 24
_BARE = compiled(r"(\d+(?:[.,]\d+)?)(?=\s?(?:-|–|—|to|bis|à|a|y|et|und|and)\s?\d+(?:[.,]\d+)?\s?%)")
_LONGEST_CELL = 160
_WHOLE = Fraction(100)


@frozen
class Band:
    """A row of such a table: where it stands, its words, its range with whether each end belongs to it, its credit.

    `of` is what stands before the range: the service level, or the name of the row.
    """

    of: str
    clause: str
    words: str
    low: Fraction
    with_low: bool
    high: Fraction
    with_high: bool
    credit: Fraction


@lru_cache(maxsize=4)
def credit_tables(paper: Paper) -> tuple[tuple[Band, ...], ...]:
    """The tables of a paper that say which share earns which credit, each with its best band first.

    A table of several service levels is one for each of them.
    """
    credit = word(paper.language, "credit", "fee")
    read = (_bands(rows, paper.language) for rows in _tables(paper.lines) if any(map(credit.search, rows[0][1])))
    apart = (table for bands in read for table in _by_level(bands))
    return tuple(
        tuple(sorted(table, key=lambda band: (band.high, band.low), reverse=True))
        for table in apart
        if len(table) >= _FEWEST
    )


def _by_level(bands: list[Band]) -> Iterator[list[Band]]:
    """The rows of each service level: those with the same words before the range, or none, or the number of the row."""
    found: dict[str, list[Band]] = {}
    level = ""
    for band in bands:
        named = "" if any(map(str.isdigit, band.of)) else band.of
        level = named or level
        found.setdefault(level, []).append(band)
    yield from found.values()


def _tables(lines: tuple[Line, ...]) -> Iterator[list[tuple[str, list[str]]]]:
    """Each table as its rows: the clause of a row, and its cells; the first row is its heading.

    Of two tables that touch the second begins with its heading.
    """
    for is_table, group in groupby(lines, key=lambda line: line.part is Part.TABLE):
        rows = [(clause, [line.words for line in row]) for clause, row in groupby(group, key=lambda line: line.clause)]
        starts = [at for at, row in enumerate(rows) if not at or _is_heading(row, rows[0])] if is_table else []
        yield from (rows[start:end] for start, end in pairwise((*starts, len(rows))))


def _is_heading(row: tuple[str, list[str]], first: tuple[str, list[str]]) -> bool:
    """Whether a row is a heading: it stands in the paragraph before the table, as the first one, or holds no share."""
    clause, cells = row
    return clause == first[0] or not any(map(SHARE.search, cells))


def _bands(rows: list[tuple[str, list[str]]], language: str) -> list[Band]:
    found = [_band(clause, cells, language) for clause, cells in rows[1:] if any("%" in cell for cell in cells)]
    bands = [band for band in found if band]
    is_read = len(bands) == len(found) and any(band.high < _WHOLE for band in bands)  # else a larger value may be worse
    return bands if is_read else []


def _band(clause: str, cells: list[str], language: str) -> Band | None:
    for at, cell in enumerate(cells[:-1]):
        ends = _ends(cell, language) if len(cell) <= _LONGEST_CELL else None
        shares_of = [SHARE.findall(other) for other in cells[at + 1 :]]
        said = [value_of(shares[0]) for shares in shares_of if len(shares) == 1]
        if ends and len(said) == 1:
            return Band(" ".join(cells[:at]), clause, cell, *ends, said[0])
    return None


def _ends(cell: str, language: str) -> tuple[Fraction, bool, Fraction, bool] | None:
    """The range that a cell says: its lower end, its upper end, and whether each of them belongs to it."""
    text = _BARE.sub(r"\1%", cell)
    shares = list(SHARE.finditer(text))
    if not 1 <= len(shares) <= _FEWEST:
        return None
    low, with_low, high, with_high = Fraction(0), True, _WHOLE, True
    compared = list(_comparisons(text, shares, language))
    for sign, share in compared:
        match sign:
            case "least" | "above":
                low, with_low = share, sign == "least"
            case _:
                high, with_high = share, sign == "up_to"
    is_read = len({sign in _UPPER for sign, _ in compared}) == len(shares)  # no share without a sign, no end twice
    return (low, with_low, high, with_high) if is_read and low <= high else None


def _comparisons(text: str, shares: list[re.Match[str]], language: str) -> Iterator[tuple[str, Fraction]]:
    """Each share of a cell with what compares it: what stands before it, behind it, or what a range makes of it."""
    values = [value_of(share["share"]) for share in shares]
    before = [_before(text, at, shares, language) for at in range(len(shares))]
    to = _TO.match(text, shares[0].end(), shares[1].start()) if len(shares) > 1 else None
    signs = (
        _of_range(before[0], "" if to.end() == shares[1].start() else before[1], falls=values[0] > values[1])
        if to
        else [one or _behind(text, share, language) for one, share in zip(before, shares, strict=True)]
    )
    yield from ((sign, value) for sign, value in zip(signs, values, strict=True) if sign)


def _of_range(first: str, second: str, *, falls: bool) -> list[str]:
    """The two signs of a range "from … to …", of which one or both are not said."""
    first = first or ("least" if second in _UPPER or not (second or falls) else "up_to")
    return [first, second or ("least" if first in _UPPER else "up_to")]


def _before(text: str, at: int, shares: list[re.Match[str]], language: str) -> str:
    found = _found(text[shares[at - 1].end() if at else 0 : shares[at].start()], language)
    return found[-1] if found else ""


def _behind(text: str, share: re.Match[str], language: str) -> str:
    """What stands behind a share: "95% or less" compares as it says, "95% ≤ x" the other way round."""
    after = text[share.end() : share.end() + _BEHIND].lstrip(" ,(")
    behind = next((name for name, sign in _signs(language).items() if sign.match(after)), "")
    return _TURNED[behind] if behind and _SYMBOL.match(after) else behind


def _found(text: str, language: str) -> list[str]:
    """The comparisons in some words, in their order; the longer of two that overlap is meant."""
    found = [
        (match.start(), -len(match[0]), name)
        for name, sign in _signs(language).items()
        for match in sign.finditer(text)
    ]
    signs: list[str] = []
    end = 0
    for start, length, name in sorted(found):
        if start >= end:
            signs.append(name)
            end = start - length
    return signs


@cache
def _signs(language: str) -> dict[str, re.Pattern[str]]:
    listed = wordlists.listed("levels")[language]
    return {
        name: compiled(rf"(?<!\w)(?:{listed[name]})(?!\w)", re.IGNORECASE)
        for name in ("below", "least", "up_to", "above")
    }
