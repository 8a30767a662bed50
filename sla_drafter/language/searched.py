"""Several texts that are searched for many things: each search reads only those that may hold what it looks for.

Of phrases the words are looked up among those of each text. Of a pattern the words are looked for that each match has.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Any, TypeAlias

from attrs import field

from sla_drafter.language.needles import needles, small
from sla_drafter.language.phrases import PhraseIndex
from sla_drafter.values import frozen

Sought: TypeAlias = "re.Pattern[str] | PhraseIndex[Any]"
"""What is looked for: a pattern, or one of several phrases."""
_Words: TypeAlias = tuple[Sequence[frozenset[str]], frozenset[str]]


@frozen(eq=False)
class Searched:
    """Texts, each once in small letters and once as its words."""

    texts: tuple[str, ...]
    by_fold: dict[str, _Words] = field(factory=dict, repr=False)
    by_word: dict[str, tuple[int, ...]] = field(factory=dict, repr=False)

    def places(self, *sought: Sought) -> Sequence[int]:
        """Which of the texts may hold one of what is sought, in their order: all that hold one are among them."""
        return self._places(sought[0]) if len(sought) == 1 else sorted(set().union(*map(self._places, sought)))

    def _places(self, sought: Sought) -> Sequence[int]:
        if isinstance(sought, PhraseIndex):
            words_of, every = self._words(sought)
            longest = frozenset(sought.among(every))
            there = [at for at, words in enumerate(words_of) if not longest.isdisjoint(words)] if longest else ()
            return [at for at in there if any(sought.among(words_of[at]))]
        needed = needles(sought)
        if not needed:
            return range(len(self.texts))
        return sorted(set().union(*map(self._having, needed)))

    def _having(self, word: str) -> Sequence[int]:
        """The texts that have a word, or part of one; many patterns ask for the same."""
        found = self.by_word.get(word)
        if found is None:
            there = enumerate(self._small) if max(word.split(), key=len) in self._words_once else ()
            found = self.by_word[word] = tuple([at for at, text in there if word in text])
        return found

    @cached_property
    def _small(self) -> tuple[str, ...]:
        return tuple(map(small, self.texts))

    @cached_property
    def _words_once(self) -> str:
        """Everything between white space, each once: less than half of what all texts are."""
        return "\n".join({word for text in self._small for word in text.split()})

    def _words(self, index: PhraseIndex[Any]) -> _Words:
        """The words of each text and of all of them, as the index makes words the same."""
        found = self.by_fold.get(index.fold)
        if found is None:
            words_of = tuple(map(index.words_of, self.texts))
            found = self.by_fold[index.fold] = words_of, frozenset().union(*words_of)
        return found
