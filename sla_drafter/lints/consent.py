"""Consent that nobody gave: whoever goes on using the service has agreed to a change."""

from __future__ import annotations

import re

from sla_drafter.lints.wordlists import pattern

CONSENT_BY_USE = "Whoever goes on using the service has agreed to a change."


def by_use(language: str) -> re.Pattern[str]:
    """Use that counts as consent, as a language words it."""
    return pattern("free_text", language, "by_use")


def consent_by_use(sentence: str, language: str) -> str:
    """The words by which a sentence takes use for consent; empty where it says nothing of it, or that it is none."""
    found = by_use(language).search(sentence)
    return found[0] if found and not pattern("free_text", language, "no_consent").search(found[0]) else ""
