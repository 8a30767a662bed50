from __future__ import annotations

from sla_drafter.writers.findings.github import write
from tests.writers.findings.found import ALL, CLEAN


def test_a_line_for_each_finding_that_is_not_waived_with_its_signs_escaped() -> None:
    assert write(ALL).decode().split("\n") == [
        (
            "::error file=a b/agreement.yaml,line=84,col=17,endColumn=22,title=CRE-04 ladder_misses_target::"
            "From 99.5%25 up to 99.9%25 a month misses the target,%0Aand earns nothing: “<x> & y”."
            "%0AExample: 99.7%25 is missed.%0AMend: below: 99.9%25"
        ),
        "::notice file=a b/agreement.yaml,title=RDB-05 low_reading_ease::Reading ease 68.1.",
        "::error file=broken.yaml,title=AGR-01 no_yaml::It is no YAML.",
        "",
    ]


def test_a_clean_file_has_no_line() -> None:
    assert write([CLEAN]) == b""
