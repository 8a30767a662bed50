"""Is a file one of those that were signed off? Its bytes say so, whatever its name is today."""

from __future__ import annotations

from pathlib import PurePath

from sla_drafter.findings import Finding, Mend, Place, Severity
from sla_drafter.readers.sign_off_sheet import Sheet, SheetFile


def signed_as(sheet: Sheet, sha256: str) -> SheetFile | None:
    """The file of a sheet that has these bytes; None where it is none of them."""
    return next((one for one in sheet.files if one.sha256 == sha256), None)


def not_signed_off(path: PurePath, sha256: str, sheet: Sheet) -> Finding:
    """What is said of a file that no sheet knows."""
    same_name = next((one for one in sheet.files if one.name == path.name), None)
    signed = f"that of {path.name} as signed off is {same_name.sha256}" if same_name else "the sheet does not list it"
    others = ", ".join(one.name for one in sheet.files)
    message = (
        f"{path} is not a file that was signed off on {sheet.on}: its SHA-256 is {sha256}, {signed}. "
        f"Signed off were {others}."
    )
    mend = Mend(
        f"Use the file that was signed off. What differs: sla-drafter verify {path} --against {sheet.agreement}"
    )
    place = Place(path, 1, 1, "")
    return Finding("SGN-03", "not_signed_off", Severity.ERROR, message, places=(place,), mend=mend)
