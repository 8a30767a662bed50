"""Which list a numbered paragraph belongs to, and where a list has to start again.

Word counts by itself: an item starts again at (a) after each clause. Only a second list in the same clause needs a
list instance that says "start again"; this module knows what Word will have counted and asks for one where needed.
"""

from __future__ import annotations

from sla_drafter.values import define, frozen


@frozen
class ListStyle:
    """Where a paragraph style is bound: list instance, list definition, level (from 0); and where its words start.

    `indent` is in twentieths of a point.
    """

    instance: int
    definition: int
    level: int
    indent: int = 0


@define
class Counting:
    """What Word has counted so far on each level of each list definition, and the instances asked for."""

    first_free: int
    counts: dict[int, list[int]]
    instances: list[tuple[int, int, int]]

    @classmethod
    def starting(cls, first_free: int) -> Counting:
        """Nothing counted yet; new instances are numbered from `first_free`."""
        return cls(first_free, {}, [])

    def _levels(self, style: ListStyle) -> list[int]:
        found = self.counts.get(style.definition)
        if found is None:
            found = self.counts[style.definition] = [0] * 9
        return found

    def count(self, style: ListStyle) -> None:
        """A paragraph of this style is counted: its level goes up, and all levels below start again.

        A level above that was left out counts as begun, as some programs have it; the next list on it starts anew.
        """
        levels, at = self._levels(style), style.level
        for above in range(at):
            levels[above] = levels[above] or 1
        levels[at] += 1
        if any(levels[at + 1 :]):
            levels[at + 1 :] = [0] * (8 - at)

    def instance_for_new_list(self, style: ListStyle, inherited: int) -> int:
        """The instance for a list that begins now: the inherited one where Word starts again by itself."""
        levels = self._levels(style)
        if not levels[style.level]:
            return inherited
        levels[style.level :] = [0] * (9 - style.level)
        instance = self.first_free + len(self.instances)
        self.instances.append((instance, style.definition, style.level))
        return instance

    def markup(self) -> str:
        """The instances asked for, as they stand in numbering.xml."""
        return "".join(
            f'<w:num w:numId="{instance}"><w:abstractNumId w:val="{definition}"/><w:lvlOverride w:ilvl="{level}">'
            '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            for instance, definition, level in self.instances
        )
