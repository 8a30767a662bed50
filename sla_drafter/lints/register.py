"""Every rule of the library: one line for each, its code and its file below `rules/`. A code is never used again."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Any, Protocol, cast

from sla_drafter.findings import Finding
from sla_drafter.lints.register_of_facts import FACTS
from sla_drafter.lints.rule import Rule

VERSION = "1.0"
"""The version of the rules as a whole: what a sign-off names when it says that nothing was found by them."""

REGISTER = FACTS | {
    "SIZ-03": "size.structure_too_deep",
    "SLA-01": "levels.credit_table_gap",
    "SLA-02": "levels.credit_table_overlap",
    "SLA-03": "levels.credit_table_falls",
    "SLA-04": "levels.credit_cap_below_table",
    "SLA-05": "levels.minutes_differ_from_share",
    "SLA-06": "levels.share_without_window",
    "SLA-08": "levels.time_without_clock",
    "SLA-12": "levels.promise_of_everything",
    "SLA-13": "levels.exclusion_of_one_side",
    "SLA-16": "levels.uptime_without_downtime",
    "SLA-17": "levels.credit_without_claim_rule",
    "SLA-18": "levels.shares_differ",
    "SLA-19": "levels.terms_change_without_notice",
    "SLA-20": "levels.change_by_use",
    "STR-02": "structure.contents_missing",
    "STR-03": "structure.list_too_long",
    "STR-04": "structure.heading_without_text",
    "STR-05": "structure.precedence_unclear",
    "STR-07": "structure.heading_used_twice",
    "AMB-01": "wording.vague_wording",
    "AMB-03": "wording.efforts_mixed",
    "AMB-04": "wording.and_or",
    "AMB-05": "wording.open_list",
    "AMB-06": "wording.number_made_uncertain",
    "AMB-07": "wording.agreement_to_agree",
    "AMB-08": "wording.many_negations",
    "AMB-09": "wording.condition_behind_list",
    "AMB-10": "wording.duty_of_nobody",
    "AMB-11": "wording.actor_is_no_party",
    "MOD-01": "modals.modals_mixed",
    "MOD-02": "modals.shall_without_duty",
    "MOD-03": "modals.weak_commitment",
    "MOD-04": "modals.permission_unclear",
    "MOD-05": "modals.fiction_for_fact",
    "STY-01": "style.archaism",
    "STY-02": "style.wordy_phrase",
    "STY-03": "style.doublet",
    "STY-04": "style.phrase_without_effect",
    "STY-05": "style.capital_block",
    "STY-06": "style.gendered_word",
    "STY-07": "style.doubled_word",
    "STY-08": "style.wrong_article",
    "STY-09": "style.bracket_without_partner",
    "STY-10": "style.number_disagrees",
    "STY-11": "style.addressed_in_two_ways",
    "NUM-01": "numbers.words_and_figures_differ",
    "NUM-02": "numbers.number_said_twice",
    "NUM-03": "numbers.impossible_date",
    "NUM-04": "numbers.ambiguous_date",
    "NUM-05": "numbers.days_of_which_kind",
    "NUM-06": "numbers.ambiguous_frequency",
    "NUM-07": "numbers.last_day_open",
    "NUM-08": "numbers.clock_time_without_zone",
    "NUM-09": "numbers.minutes_of_which_month",
    "NUM-10": "numbers.percent_without_rounding",
    "NUM-11": "numbers.amount_without_currency",
    "NUM-12": "numbers.index_without_start",
    "NUM-13": "numbers.ends_before_start",
    "FIL-01": "blanks.placeholder",
    "FIL-02": "blanks.template_leftover",
    "TRM-01": "terms.term_undefined",
    "TRM-02": "terms.definition_unused",
    "TRM-03": "terms.term_defined_twice",
    "TRM-04": "terms.term_variant",
    "TRM-05": "terms.party_has_two_names",
    "TRM-06": "terms.term_in_small_letters",
    "TRM-07": "terms.definition_used_once",
    "TRM-08": "terms.definition_circular",
    "TRM-09": "terms.duty_in_definition",
    "TRM-11": "terms.acronym_unexpanded",
    "REF-01": "references.reference_to_nowhere",
    "REF-02": "references.attachment_missing",
    "REF-03": "references.heading_differs",
    "REF-04": "references.vague_reference",
    "REF-05": "references.number_skipped",
    "REF-06": "references.reference_lost",
    "REF-07": "references.references_circular",
    "REF-08": "references.document_undated",
    "RDB-01": "readability.long_sentence",
    "RDB-02": "readability.long_average_sentence",
    "RDB-03": "readability.long_paragraph",
    "RDB-04": "readability.long_words",
    "RDB-05": "readability.low_reading_ease",
    "RDB-08": "readability.interrupted_sentence",
    "RDB-10": "readability.noun_for_a_verb",
    "LNG-03": "languages.number_of_other_language",
    "LNG-04": "languages.quotes_of_other_language",
    "LNG-05": "languages.spaces_of_other_language",
    "LNG-06": "languages.date_of_other_language",
    "LNG-07": "languages.fragment_in_other_language",
}


class Found(Protocol):
    """A rule file: the rule, and what finds its fault in a context (or, for a rule that reads paper, in a paper)."""

    RULE: Rule

    def find(self, judged: Any, /) -> Iterator[Finding]:
        """Every place where the fault is."""


@cache
def rule_file(code: str) -> Found:
    """The file of one rule, by its code."""
    return cast("Found", import_module(f"sla_drafter.lints.rules.{REGISTER[code]}"))


def rule_files() -> tuple[Found, ...]:
    """The files of all rules, in the order of the register."""
    return tuple(map(rule_file, REGISTER))


@cache
def text_rules() -> tuple[Found, ...]:
    """The files of the rules that judge the words of any paper, in the order of the register; no others are loaded."""
    return tuple(rule_file(code) for code in REGISTER if code not in FACTS)


def code_of(code_or_name: str) -> str | None:
    """The code of a rule, given its code in any case or its name."""
    asked = code_or_name.strip()
    by_name = {file.rpartition(".")[2]: code for code, file in REGISTER.items()}
    return asked.upper() if asked.upper() in REGISTER else by_name.get(asked.lower().replace("-", "_"))
