"""A promise rests on a word from which nothing can be measured."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Edit, Finding, Mend, Severity
from sla_drafter.language.phrases import Found
from sla_drafter.lints import promises, wordlists
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="MEA-01",
    name="vague_promise",
    severity=Severity.ERROR,
    others=(Severity.WARNING,),
    checks=(
        "No duty, request, metric, impact or test rests on a vague word, nor does what describes a goal or a service. "
        "It is an error where a promise has no time or number, else a warning."
    ),
    why="'Promptly' is ten minutes to the one who waits and a week to the one who works.",
    bad="{duty: answer a question on an open case promptly, compliance: 95%}",
    good="{duty: answer a question on an open case, within: 1 business day, compliance: 95%}",
    source=(
        "Own list of words (data/vague_words.yaml); terms of art with a settled meaning are exempt "
        "(data/terms_of_art.yaml)."
    ),
)


def find(context: Context) -> Iterator[Finding]:
    for promise in promises.promises(context.agreement):
        words = context.words(promise.prose)
        is_open = promise.is_open(words)
        for found in wordlists.vague_words(words, context.paper.language):
            yield RULE.finding(
                f"{promise.says}." if is_open else f"“{found.words}” adds a measure that nobody can take.",
                promise.path,
                severity=RULE.severity if is_open else Severity.WARNING,
                quote=found.words,
                note=f"no {found.payload} can be measured from {'these words' if ' ' in found.words else 'this word'}",
                mend=mend(promise, words, found, is_open, context.paper.language),
            )


def mend(promise: promises.Promise, words: str, found: Found[str], is_open: bool, language: str) -> Mend:
    """Delete the word with what goes with it, and add what can be measured.

    An adverb of time at the end can be deleted by a program.
    """
    add = f", add  {promise.add}" if is_open and promise.add else ""
    rest = words[: found.start].rstrip()
    is_last = not words[found.end :].strip() and found.payload == "time" and not rest.endswith(("and", ",", "or"))
    edits = (Edit(promise.path, rest),) if is_last and rest and not add else ()
    whole = wordlists.around_effort(words, found, language)
    return Mend(f'delete "{whole}"{add}', edits)
