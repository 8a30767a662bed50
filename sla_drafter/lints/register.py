"""Every rule of the library: one line for each, its code and its file below `rules/`. A code is never used again."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Any, Protocol, cast

from sla_drafter.findings import Finding
from sla_drafter.lints.rule import Rule

VERSION = "1.0"
"""The version of the rules as a whole: what a sign-off names when it says that nothing was found by them."""

REGISTER = {
    "CMP-01": "completeness.party_missing",
    "CMP-02": "completeness.start_missing",
    "CMP-03": "completeness.term_missing",
    "CMP-04": "completeness.service_not_described",
    "CMP-05": "completeness.service_description_thin",
    "CMP-06": "completeness.business_time_without_hours",
    "CMP-07": "completeness.metric_without_target",
    "CMP-08": "completeness.metric_without_service",
    "CMP-09": "completeness.metric_without_source",
    "CMP-10": "completeness.metric_without_window",
    "CMP-11": "completeness.miss_without_consequence",
    "CMP-12": "completeness.credits_without_formula",
    "CMP-13": "completeness.claim_rule_missing",
    "CMP-14": "completeness.exclusions_missing",
    "CMP-15": "completeness.severity_without_definition",
    "CMP-16": "completeness.escalation_too_short",
    "CMP-17": "completeness.customer_duties_missing",
    "CMP-18": "completeness.owner_missing",
    "CMP-19": "completeness.customer_representative_missing",
    "CMP-20": "completeness.reporting_incomplete",
    "CMP-21": "completeness.review_or_audit_missing",
    "CMP-22": "completeness.termination_incomplete",
    "CMP-23": "completeness.change_control_missing",
    "CMP-24": "completeness.acceptance_missing",
    "CMP-25": "completeness.commitment_with_conditions",
    "CMP-26": "completeness.level_repeats_parent",
    "CMP-27": "completeness.outsourcing_incomplete",
    "CMP-28": "completeness.sector_incomplete",
    "CMP-29": "completeness.worked_example_missing",
    "CMP-30": "completeness.workload_limit_missing",
    "CMP-31": "completeness.data_without_return",
    "CMP-32": "completeness.precedence_missing",
    "CMP-33": "completeness.open_point",
    "CMP-34": "completeness.goals_missing",
    "CMP-35": "completeness.lead_terms_missing",
    "CMP-36": "completeness.policies_incomplete",
    "CMP-37": "completeness.required_clause_missing",
    "CMP-38": "completeness.fact_not_printed",
    "CMP-39": "completeness.clauses_clash",
    "CMP-40": "completeness.parties_alike",
    "CMP-43": "completeness.prevailing_language_missing",
    "CMP-50": "completeness.default_used",
    "CMP-51": "completeness.clause_replaced",
    "CMP-52": "completeness.clause_left_out",
    "MEA-01": "measurability.vague_promise",
    "MEA-02": "measurability.downtime_undefined",
    "MEA-03": "measurability.clock_event_missing",
    "MEA-04": "measurability.response_undefined",
    "MEA-05": "measurability.manual_collection_costly",
    "MEA-07": "measurability.mean_without_floor",
    "MEA-08": "measurability.no_traffic_unregulated",
    "MEA-09": "measurability.one_late_case_misses",
    "MEA-10": "measurability.rounding_unstated",
    "MEA-11": "measurability.probe_too_coarse",
    "MEA-12": "measurability.survey_incomplete",
    "MEA-14": "measurability.units_mixed",
    "MEA-15": "measurability.pool_hides_total_loss",
    "MEA-16": "measurability.window_hides_outage",
    "MEA-17": "measurability.network_probe_incomplete",
    "MEA-18": "measurability.credit_without_purpose",
    "MEA-19": "measurability.volume_without_quality",
    "MEA-21": "measurability.downtime_from_ticket",
    "CTL-01": "controllability.customers_part_not_excused",
    "CTL-04": "controllability.customers_part_unmeasured",
    "CTL-05": "controllability.one_side_decides",
    "CTL-06": "controllability.own_supplier_excused",
    "CTL-07": "controllability.relief_without_duties",
    "CTL-08": "controllability.provider_sets_severity",
    "CTL-09": "controllability.excused_work_unlimited",
    "CTL-10": "controllability.inputs_without_dates",
    "CTL-11": "controllability.owner_without_influence",
    "FEA-01": "feasibility.target_above_upstream",
    "FEA-02": "feasibility.miss_too_likely",
    "FEA-03": "feasibility.record_refutes_target",
    "FEA-04": "feasibility.record_too_short",
    "FEA-05": "feasibility.tiers_exceed_promise",
    "FEA-06": "feasibility.always_without_cover",
    "FEA-07": "feasibility.upstream_slower",
    "FEA-08": "feasibility.certainty_with_credit",
    "FEA-09": "feasibility.planned_work_uses_allowance",
    "FEA-10": "feasibility.upstream_claim_too_early",
    "FEA-11": "feasibility.restore_above_allowance",
    "FEA-12": "feasibility.answer_above_allowance",
    "FEA-13": "feasibility.credits_expected",
    "FEA-14": "feasibility.leads_exceed_sales",
    "FEA-15": "feasibility.forecast_above_workload",
    "FEA-16": "feasibility.independence_assumed",
    "CON-01": "consistency.response_after_restore",
    "CON-02": "consistency.urgent_is_slower",
    "CON-03": "consistency.severities_alike",
    "CON-04": "consistency.urgent_is_kept_less",
    "CON-05": "consistency.urgent_waits_for_monday",
    "CON-07": "consistency.term_without_definition",
    "CON-08": "consistency.broken_reference",
    "CON-09": "consistency.dates_out_of_order",
    "CON-10": "consistency.review_after_first_end",
    "CON-11": "consistency.cadence_unusual",
    "CON-12": "consistency.notice_longer_than_renewal",
    "CON-13": "consistency.change_before_exit",
    "CON-15": "consistency.closed_work_excused",
    "CON-16": "consistency.zone_missing",
    "CON-17": "consistency.currencies_differ",
    "CON-18": "consistency.claim_closes_too_early",
    "CON-19": "consistency.report_rarer_than_credit",
    "CON-20": "consistency.duty_of_other_side",
    "CON-21": "consistency.weaker_than_parent",
    "CON-22": "consistency.service_without_metric",
    "CON-23": "consistency.backup_misses_recovery_point",
    "CON-24": "consistency.instance_deviates",
    "CON-25": "consistency.published_text_differs",
    "CON-26": "consistency.supplier_figures_differ",
    "CON-27": "consistency.interval_beyond_term",
    "CON-29": "consistency.settled_clause_named",
    "CON-30": "consistency.package_below_list",
    "CRE-01": "credits.ladder_gap",
    "CRE-02": "credits.ladder_overlap",
    "CRE-03": "credits.worse_costs_less",
    "CRE-04": "credits.ladder_misses_target",
    "CRE-05": "credits.ladder_stops_short",
    "CRE-06": "credits.band_above_cap",
    "CRE-07": "credits.fee_base_gross",
    "CRE-08": "credits.cap_below_first_band",
    "CRE-09": "credits.step_rule_ambiguous",
    "CRE-10": "credits.one_incident_many_credits",
    "CRE-11": "credits.allocations_exceed_pool",
    "CRE-12": "credits.at_risk_without_amount",
    "CRE-13": "credits.at_risk_unusual",
    "CRE-14": "credits.credit_too_small",
    "CRE-15": "credits.repetition_open",
    "CRE-16": "credits.earn_back_open",
    "CRE-17": "credits.money_rounding_unstated",
    "CRE-18": "credits.small_credit_takes_band",
    "CRE-19": "credits.unused_credit_unregulated",
    "CRE-21": "credits.points_between_rows",
    "CRE-22": "credits.too_many_credited",
    "CRE-26": "credits.window_longer_than_fees",
    "CRE-27": "credits.two_shapes_for_one_metric",
    "REM-03": "remedies.other_damages_unstated",
    "TIM-01": "time.business_time_unclear",
    "TIM-03": "time.holidays_missing",
    "TIM-04": "time.start_outside_unregulated",
    "TIM-05": "time.pause_without_end",
    "TIM-06": "time.severity_change_unregulated",
    "TIM-07": "time.opens_in_lost_hour",
    "TIM-09": "time.partial_minutes_unregulated",
    "TIM-11": "time.notice_days_uncounted",
    "TIM-12": "time.notice_over_weekend",
    "TIM-14": "time.rolling_window_pays_twice",
    "GOV-08": "governance.parts_do_not_add_up",
    "REM-21": "remedies.law_not_reviewed",
    "REM-22": "remedies.nature_strange_to_law",
    "SIZ-01": "size.body_too_long",
    "SIZ-02": "size.too_many_levels",
    "SIZ-03": "size.structure_too_deep",
    "SIZ-05": "size.brochure_too_long",
    "STR-01": "size.over_length_budget",
    "AMB-01": "wording.vague_wording",
    "RDB-01": "readability.long_sentence",
    "RDB-05": "readability.low_reading_ease",
    "REF-09": "references.too_many_references",
    "LNG-01": "languages.text_not_translated",
    "LNG-02": "languages.position_not_worded",
    "DOC-01": "waivers.waiver_unsound",
    "LIB-10": "library.number_in_text",
    "LIB-11": "library.languages_differ",
    "LIB-12": "library.changed_without_version",
    "LIB-13": "library.words_not_accepted",
    "LIB-14": "library.example_fails",
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


def code_of(code_or_name: str) -> str | None:
    """The code of a rule, given its code in any case or its name."""
    asked = code_or_name.strip()
    by_name = {file.rpartition(".")[2]: code for code, file in REGISTER.items()}
    return asked.upper() if asked.upper() in REGISTER else by_name.get(asked.lower().replace("-", "_"))
