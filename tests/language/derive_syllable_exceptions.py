"""Makes `sla_drafter/language/data/en_syllables.txt` anew from a copy of the CMU pronouncing dictionary.

Run it as `python tests/language/derive_syllable_exceptions.py PATH/TO/cmudict.dict`.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from textwrap import wrap

from sla_drafter.language import syllables

TABLE = Path(syllables.__file__).parent / "data" / "en_syllables.txt"
_WIDTH = 110
_ENTRY = re.compile(r"(?P<word>[a-z]+)(?:\(\d+\))? (?P<sounds>[^#]+)")


def counted(dictionary: Iterable[str]) -> tuple[dict[str, int], dict[str, int]]:
    """The syllables of each word of the dictionary as usually spoken, and as spoken shortest.

    Of several pronunciations the usual one is the first, unless the vowel rules agree with another: the dictionary's
    order is arbitrary ("recovery" stands there with three syllables first, then with four).
    """
    spoken: dict[str, list[int]] = {}
    for line in dictionary:
        entry = _ENTRY.match(line)
        if entry:
            # A vowel sound is written with its stress, a digit: "AH0". There is one in each syllable.
            count = sum(sound[-1].isdigit() for sound in entry["sounds"].split())
            spoken.setdefault(entry["word"], []).append(count)
    usual = {
        word: ruled if (ruled := syllables.by_rule(word)) in counts else counts[0] for word, counts in spoken.items()
    }
    return usual, {word: min(counts) for word, counts in spoken.items()}


def rules_fingerprint() -> str:
    """What tells one set of vowel rules from another: the table mends the rules it was made with and no others."""
    rules = [(pattern.pattern, added) for pattern, added in syllables._CORRECTIONS]
    return hashlib.sha256(repr((syllables._VOWELS.pattern, rules)).encode("ascii")).hexdigest()[:16]


def written_exceptions(usual: Mapping[str, int], fewest: Mapping[str, int]) -> str:
    """The table of exceptions as text, from the counts of a pronouncing dictionary; `read_exceptions` reads it back."""
    lines: dict[str, list[str]] = {}
    for word in sorted(usual):
        if usual[word] != syllables.by_rule(word):
            lines.setdefault(f"{usual[word] - syllables.by_rule(word):+d}", []).append(word)
        if fewest[word] != usual[word]:
            lines.setdefault(f"={fewest[word]}", []).append(word)
    table = (
        f"{key} {line}\n"
        for key, words in sorted(lines.items())
        for line in wrap(" ".join(words), _WIDTH, break_long_words=False)
    )
    return f"# {rules_fingerprint()}\n{''.join(table)}"


if __name__ == "__main__":
    with Path(sys.argv[1]).open(encoding="utf-8") as dictionary:
        TABLE.write_text(written_exceptions(*counted(dictionary)), encoding="ascii", newline="\n")
