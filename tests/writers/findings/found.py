"""Findings that every report has to carry: an error with two places, a waived warning, one about a whole file."""

from __future__ import annotations

from pathlib import PurePath

from sla_drafter.findings import Edit, FileFindings, Finding, Mend, Place, Severity

AGREEMENT = PurePath("a b", "agreement.yaml")
LADDER = Finding(
    "CRE-04",
    "ladder_misses_target",
    Severity.ERROR,
    "From 99.5% up to 99.9% a month misses the target,\nand earns nothing: “<x> & y”.",
    field="credits.ladders.availability.99.5%",
    clause="credits_ladder",
    clause_words="clause 6.1 Service credits",
    places=(
        Place(AGREEMENT, 84, 17, "  - {below: 99.5%}", 5, "the first band starts here"),
        Place(AGREEMENT, 56, 13, "    target: 99.9%", 5, "the target is here"),
    ),
    witness="99.7% is missed.",
    mend=Mend("below: 99.9%", (Edit("credits.ladders.availability.99.5%", "99.9%"),)),
    figures=(("target", "99.9%"),),
    page=4,
)
WAIVED = Finding(
    "CON-10",
    "review_after_first_end",
    Severity.WARNING,
    "The review comes late.",
    field="review.every",
    waived="our secret margin",
    private="our secret margin",
)
WHOLE = Finding("RDB-05", "low_reading_ease", Severity.INFO, "Reading ease 68.1.", mend=None)
FILE = FileFindings(AGREEMENT, (LADDER, WAIVED, WHOLE))
CLEAN = FileFindings(PurePath("clean.yaml"), ())
BROKEN = FileFindings(
    PurePath("broken.yaml"),
    (
        Finding(
            "AGR-01", "no_yaml", Severity.ERROR, "It is no YAML.", places=(Place(PurePath("broken.yaml"), 1, 1, ""),)
        ),
    ),
    is_unreadable=True,
)
ALL = (FILE, CLEAN, BROKEN)
