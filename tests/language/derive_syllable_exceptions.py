"""Makes `sla_drafter/language/data/en_syllables.txt.gz` anew from a copy of the CMU pronouncing dictionary.

Run it as `python tests/language/derive_syllable_exceptions.py PATH/TO/cmudict.dict`.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from sla_drafter.language import syllables

TABLE = Path(syllables.__file__).parent / "data" / "en_syllables.txt.gz"
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


def packed(text: str) -> bytes:
    """The table as it is shipped: the same words always give the same bytes."""
    return gzip.compress(text.encode("ascii"), compresslevel=9, mtime=0)


if __name__ == "__main__":
    with Path(sys.argv[1]).open(encoding="utf-8") as dictionary:
        TABLE.write_bytes(packed(syllables.written_exceptions(*counted(dictionary))))
