"""What a file says of the house it was drafted in: how its paper counts, and the name of a house that everybody has."""

from __future__ import annotations

from sla_drafter.document.house import House
from sla_drafter.document.kinds import Numbering
from sla_drafter.values import frozen

_ITEMS = 3


@frozen
class CarriedHouse:
    """A house as a file tells of it: `name` is empty for a house of one's own, `is_whole` is an agreement in Word."""

    name: str
    numbering: Numbering
    is_whole: bool


def told_house(house: House) -> dict[str, object]:
    """What a file tells of its house. The name of a house of one's own says where it lies, and is nobody's business."""
    return {
        **({"name": house.name} if house.is_shipped else {}),
        "section": house.numbering.section,
        "items": list(house.numbering.items),
        **({"whole": True} if house.is_whole else {}),
    }


def house_told(told: object) -> CarriedHouse | None:
    """The house that a file tells of; None where it tells of none, or of none that can be."""
    if not isinstance(told, dict) or not isinstance(items := told.get("items"), list) or len(items) != _ITEMS:
        return None
    first, second, third = map(str, items)
    try:
        numbering = Numbering(str(told.get("section")), (first, second, third))
    except ValueError:
        return None
    return CarriedHouse(str(told.get("name", "")), numbering, told.get("whole") is True)
