"""Findings as a JUnit report, which build servers show as tests: a suite for each file, a case for each finding.

What fails the command is a failed case, what is waived a skipped one; a file without findings is one case that passed.
The report names no reason of a waiver: it is private.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from xml.etree import ElementTree as ET

from sla_drafter.findings import FileFindings, Finding

Fails = Callable[[Finding], bool]
_NOT_XML = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)), "�")


def write(files: Sequence[FileFindings], fails: Fails) -> bytes:
    """The report in UTF-8; `fails` says which findings make the command fail."""
    root = ET.Element("testsuites", {"name": "sla-drafter lint"})
    suites = [_suite(one, fails) for one in files]
    root.extend(suites)
    for count in ("tests", "failures", "errors", "skipped"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in suites)))
    ET.indent(root, " ")
    written: bytes = ET.tostring(root, encoding="UTF-8", xml_declaration=True)
    return written + b"\n"


def _suite(file: FileFindings, fails: Fails) -> ET.Element:
    cases = list(_cases(file, fails)) or [_case(file, "no finding by these rules")]
    suite = ET.Element("testsuite", {"name": _plain(file.path.as_posix()), "tests": str(len(cases))})
    for count, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(count, str(sum(case.find(tag) is not None for case in cases)))
    suite.extend(cases)
    return suite


def _cases(file: FileFindings, fails: Fails) -> Iterator[ET.Element]:
    for finding in file.findings:
        where = finding.where_told or finding.clause
        case = _case(file, f"{finding.rule} {finding.name}{f' at {where}' if where else ''}")
        tag = "error" if file.is_unreadable else "failure" if fails(finding) else ""
        said = f"{finding.message}{f' Mend: {finding.mend.words}' if finding.mend else ''}"
        if tag:
            told = ET.SubElement(case, tag, {"type": finding.severity.value, "message": _plain(finding.message)})
            told.text = _plain(f"{finding.places[0] if finding.places else file.path}: {said}")
        elif finding.waived:
            ET.SubElement(case, "skipped", {"message": "waived"})
        else:
            ET.SubElement(case, "system-out").text = _plain(f"{finding.severity.value}: {said}")
        yield case


def _case(file: FileFindings, name: str) -> ET.Element:
    return ET.Element("testcase", {"classname": _plain(file.path.as_posix()), "name": _plain(name)})


def _plain(words: str) -> str:
    """The words without the characters that XML has no place for."""
    return words.translate(_NOT_XML)
