"""The public holidays of one country, without the modules of all the others.

The package `holidays` imports the modules of its 250 countries when the first of them is asked for, a fifth of a second
of which one statement needs one. Here a country is imported below a stand-in for that folder; the folder itself stays
as it is for whoever imports it later.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from holidays import HolidayBase

_FOLDER = "holidays.countries"
_ONE_AT_A_TIME = Lock()


def holidays_of(country: str, **wanted: Any) -> HolidayBase:
    """The holidays of a country by its code, as `holidays.country_holidays` gives them."""
    from holidays import country_holidays
    from holidays.registry import COUNTRIES

    with _ONE_AT_A_TIME:
        for module, names in COUNTRIES.items():
            if country in names[1:]:
                _import_alone(f"{_FOLDER}.{module}")
    return country_holidays(country, **wanted)


def _import_alone(module: str) -> None:
    """Imports a module of the folder and not the folder, unless that is imported already."""
    spec = None if module in sys.modules or _FOLDER in sys.modules else find_spec(_FOLDER)
    if spec is None:
        return
    sys.modules[_FOLDER] = module_from_spec(spec)
    try:
        import_module(module)
    finally:
        del sys.modules[_FOLDER]
