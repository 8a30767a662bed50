"""The sign-off sheet for programs: the same facts as on paper, and the SHA-256 by which `verify` knows the files."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

from sla_drafter.assembly.key_facts import key_facts
from sla_drafter.assembly.speller import Speller
from sla_drafter.document.fingerprint import fingerprint
from sla_drafter.document.walk import words_of
from sla_drafter.findings import Finding
from sla_drafter.language.readability import Reading
from sla_drafter.language.words import Words, words
from sla_drafter.lints.register import VERSION
from sla_drafter.lints.spelled import decimal
from sla_drafter.review.sign_off import Accepted, SignOff
from sla_drafter.review.sign_off_document import deviations, language_of_findings


def sign_off_tree(signed: SignOff) -> dict[str, Any]:
    """The sheet as a tree of mappings, lists and texts; figures are texts with all of their digits."""
    draft, spoken = signed.draft, words(signed.draft.document.language)
    day, pages = signed.on.isoformat(), signed.pages
    message = spoken.message
    return {
        "sla_drafter_sign_off": 1,
        "internal": True,
        "notices": [
            message("sign_off_internal"),
            message("sign_off_none", rules=VERSION, agreement=signed.agreement, date=day),
            message("sign_off_no_advice"),
            *language_of_findings(spoken),
        ],
        "agreement": signed.agreement,
        "on": day,
        "product": f"sla-drafter {version('sla-drafter')}",
        "rules": VERSION,
        "language": draft.document.language,
        "fingerprint": fingerprint(draft.document),
        "files": [{"name": one.name, "sha256": one.sha256, "bytes": one.size} for one in signed.files],
        "pages": {
            "body": pages.body,
            "aim": draft.outline.pages,
            "limit": draft.outline.pages_limit,
            "schedules": pages.schedules,
            "total": pages.total,
        },
        "readability": [_reading(one) for one in signed.readings],
        "waived": [_accepted(one) for one in signed.judged.accepted],
        "findings": [_finding(one) for one in signed.judged.informing],
        "clauses": [one.told for one in draft.clauses],
        "deviations": [dict(zip(("id", "said", "reason"), one, strict=True)) for one in deviations(signed, spoken)],
        "key_facts": _key_facts(signed, spoken),
    }


def _key_facts(signed: SignOff, spoken: Words) -> list[dict[str, Any]]:
    found = key_facts(signed.draft.agreement, Speller(signed.draft.agreement, spoken))
    return [{"id": one.id, "label": one.label, "said": [words_of(line) for line in one.lines]} for one in found]


def _reading(reading: Reading) -> dict[str, Any]:
    return {
        "profile": reading.profile,
        "words": reading.words,
        "sentences": reading.sentences,
        "syllables": reading.syllables,
        "words_per_sentence": str(decimal(round(reading.words_per_sentence, 2))),
        "syllables_per_word": str(decimal(round(reading.syllables_per_word, 3))),
        "longest_sentence": reading.longest_sentence,
        "flesch": str(reading.flesch),
        "scores": {name: str(score) for name, score in reading.scores.items()},
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity.value,
        "field": finding.field,
        "clause": finding.clause,
        "message": finding.message,
    }


def _accepted(accepted: Accepted) -> dict[str, Any]:
    waiver = accepted.waiver
    return {
        **_finding(accepted.finding),
        "reason": waiver.reason,
        "approver": waiver.approver,
        "until": waiver.until.isoformat() if waiver.until else None,
    }
