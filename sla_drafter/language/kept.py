"""What was made of a text is kept for whoever asks next: of so many texts at most, and of the last huge one."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar

KEPT_PARAGRAPHS = 4096
LONGEST_KEPT = 20_000
"""Signs of a text up to which many are kept; of longer ones the last is, since every rule asks for the same of it."""
LONGEST_WORD = 100
"""The same of a word."""

More = ParamSpec("More")
Result = TypeVar("Result")
_OfText = Callable[Concatenate[str, More], Result]


def kept(
    most: int, longest: int = LONGEST_KEPT, *, huge: int = 1
) -> Callable[[_OfText[More, Result]], _OfText[More, Result]]:
    """Keeps what a function of a text makes, for the last texts that it was asked of; what it makes never changes.

    `huge` is for how many questions about a longer text it is kept; more than one where they are asked in turn.
    """

    def keeping(make: _OfText[More, Result]) -> _OfText[More, Result]:
        many: _OfText[More, Result] = lru_cache(maxsize=most)(make)
        last: _OfText[More, Result] = lru_cache(maxsize=huge)(make)

        @wraps(make)
        def ask(text: str, /, *more: More.args, **named: More.kwargs) -> Result:
            return (many if len(text) <= longest else last)(text, *more, **named)

        return ask

    return keeping


class ByWord(dict[str, Result]):
    """What was made of each word; a text says most of its words again and again.

    A dictionary is asked in half the time of a bounded cache. When it is full it begins anew.
    """

    def __init__(self, make: Callable[[str], Result], most: int) -> None:
        super().__init__()
        self._make, self._most = make, most

    def __missing__(self, word: str) -> Result:
        found = self._make(word)
        if len(word) <= LONGEST_WORD:
            if len(self) >= self._most:
                self.clear()
            self[word] = found
        return found
