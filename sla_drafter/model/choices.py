"""The closed lists of words that a fact may take: for each group, the id and how it is written in a file.

An id is what rules and clauses ask for; what is printed comes from the words of the language.
"""

from __future__ import annotations

from collections.abc import Mapping

from sla_drafter import plugins


def _plain(*ids: str) -> Mapping[str, str]:
    return {id_: id_.replace("_", " ") for id_ in ids}


HOUSE_KINDS = (
    "customer_based", "service_based", "multi_level", "internal", "vendor", "commitment",
    "outsourcing", "support", "network", "sales_marketing",
)  # fmt: skip
"""The kinds of agreement that the house library knows."""

ADDED_KINDS = plugins.kinds()
"""The kinds that packs add, each with the kind that it is like."""

KINDS = (*HOUSE_KINDS, *ADDED_KINDS)

CHOICES: Mapping[str, Mapping[str, str]] = {
    "kind": {id_: id_ for id_ in KINDS},
    "law": {id_: id_ for id_ in ("neutral", "england_and_wales", "new_york", "germany", "france")},
    "position": _plain("provider", "balanced", "customer"),
    "party_role": _plain("provider", "customer", "supplier", "team"),
    "party_kind": _plain("company", "individual", "unit"),
    "comparator": _plain("at_least", "at_most"),
    "window": _plain("calendar_month", "calendar_quarter", "calendar_year", "billing_month", "rolling"),
    "formula": {
        **_plain("time_availability", "request_availability", "interval_availability", "minute_availability"),
        "user_availability": "user-weighted availability",
        "resource_availability": "resource-weighted availability",
        **_plain("share_within", "share_of_all", "error_rate", "mean", "count", "outage_count", "longest_outage"),
        **_plain("packet_delivery", "latency", "jitter"),
    },
    "idle": _plain("free_of_error", "left_out"),
    "no_data": _plain("down", "not_measured", "met"),
    "excluded_time": _plain("off_both_sides", "counts_as_available"),
    "border": _plain("split_at_the_border", "counts_where_it_starts"),
    "partial_minutes": _plain("exact", "whole_minutes_fully_down", "any_part_of_a_minute"),
    "value_rounding": {"none": "none", "two_places_half_up": "two places half up"},
    "money_rounding": _plain("half_up", "half_even", "down"),
    "notice_days": _plain("clear", "excluding_first"),
    "renewal": _plain("automatic", "option", "none"),
    "start_outside": _plain("next_opening", "at_once"),
    "workload_above": {
        **_plain("best_effort", "price_step", "renegotiate"),
        "part": "levels for the part up to the limit",
    },
    "clock_start": _plain("reported_or_detected", "reported", "detected"),
    "clock_response": _plain("answer_by_a_person"),
    "clock_stop": _plain("service_restored", "work_around_or_restored"),
    "reopen": _plain("resume", "restart"),
    "severity_setter": _plain("customer", "provider", "both"),
    "on_severity_change": _plain("elapsed_time_counts", "restart"),
    "fee_scope": _plain("affected_service", "all_services"),
    "fee_month": _plain("of_failure", "preceding"),
    "proration": _plain("equal_months", "by_days"),
    "net_of": {"tax": "tax", "one_off_charges": "one-off charges", "support_charges": "support charges"},
    "same_incident": _plain("highest_only", "cumulative", "customer_choice"),
    "credit_mode": _plain("automatic", "claim"),
    "at_end": _plain("pay", "lapse"),
    "small_credit": _plain("not_given", "raised"),
    "step_count": _plain("each_full", "or_part", "pro_rata"),
    "points_between": _plain("row_at_or_below", "row_at_or_above"),
    "miss_count": _plain("in_a_row", "rolling"),
    "miss_of": _plain("the_same_service_level", "any_service_level"),
    "mean_of": _plain("windows_alike", "windows_by_length"),
    "earn_back_level": _plain("target", "minimum"),
    "never_returned": _plain("chronic_failure", "repeated_misses"),
    "back_to_back": _plain("targets", "hours", "windows", "exclusions", "claim_times"),
    "carry_over": _plain("next_month", "rolling_quarter", "none"),
    "nature": _plain("price_adjustment", "liquidated_damages", "penalty"),
    "carve_out": {
        "wilful_default": "wilful default",
        "gross_negligence": "gross negligence",
        "fraud": "fraud",
        "death_and_injury": "death and personal injury",
        "data_loss": "data loss",
        "confidentiality": "breach of confidentiality",
        "data_protection": "data protection",
        "not_limitable": "liability the law does not let a party limit",
        "chronic_failure": "chronic failure",
    },
    "if_missed": _plain("relief", "cost", "escalation"),
    "unnotified": _plain("no_relief", "relief"),
    "extension": _plain("day_for_day", "agreed"),
    "meanwhile": _plain("the_report_stands", "the_customer_data_stand"),
    "ends": _plain("affected_service", "agreement"),
    "team_remedy": _plain("corrective_plan", "priority_shift", "help_in_kind", "charge_back", "escalation"),
    "obligor": _plain("provider", "customer"),
    "sector": {id_: id_ for id_ in ("dora", "eu_data_act")},
    "package_kind": {"package": "package", "add_on": "add-on"},
    "worsening": _plain("never", "from_the_next_term", "at_any_time"),
    "prevails": _plain("signed_copy", "published_text"),
    "ratchet": _plain("none", "yearly_average"),
    "silence": _plain("accepted", "refused"),
    "acceptance_method": {"signature": "signature", "record": "approval on record", "order": "order"},
    "mode": _plain("normal", "peak", "degraded", "maintenance", "disaster"),
}  # fmt: skip
