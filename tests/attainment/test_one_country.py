from __future__ import annotations

import subprocess
import sys

import holidays
import pytest

PROGRAM = """
import sys
from sla_drafter.attainment.one_country import holidays_of
found = holidays_of({code!r}, years=[2027])
loaded = [name for name in sys.modules if name.startswith("holidays.countries.")]
assert "holidays.countries" not in sys.modules
import holidays.countries
from holidays.countries import Sweden
assert len(Sweden(years=2027)) > 10
print(*map(str, sorted(found)))
print(*loaded)
"""


@pytest.mark.parametrize(("code", "modules"), [("GB", 1), ("DE", 1), ("GG", 2)])
def test_one_country_has_its_days_and_leaves_the_others_to_whoever_asks(code: str, modules: int) -> None:
    program = PROGRAM.format(code=code)
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    days, loaded = found.stdout.splitlines()
    assert days.split() == [str(day) for day in sorted(holidays.country_holidays(code, years=[2027]))]
    assert len(loaded.split()) <= modules
