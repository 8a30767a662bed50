"""What may be written with a capital in a draft without being a term of its own."""

from __future__ import annotations

from functools import lru_cache

from sla_drafter.language.phrases import PhraseIndex
from sla_drafter.lints import wordlists
from sla_drafter.lints.context import Context


def known_phrases(context: Context) -> PhraseIndex[None]:
    """What may have a capital: words of the language, names, terms defined here or in the master agreement."""
    agreement = context.agreement
    terms = [words for words, _ in context.paper.definitions.values()]
    terms += context.defined_elsewhere
    names = [context.called(party) for party in agreement.parties]
    names += [context.words(agreement.title)] if agreement.title else []
    language = context.paper.language
    phrases = (*wordlists.capitalised(language), *terms, *names)
    return _phrases(tuple(filter(str.strip, phrases)), language)


@lru_cache(maxsize=64)
def _phrases(known: tuple[str, ...], language: str) -> PhraseIndex[None]:
    """Drafts of one agreement know the same phrases."""
    return PhraseIndex.of(dict.fromkeys(known), inflected=language)
