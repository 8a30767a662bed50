"""Whether a file belongs to this agreement: by the title and version that it names, or by the ids in its rows."""

from __future__ import annotations

from collections.abc import Iterable

from sla_drafter.model.agreement import Agreement
from sla_drafter.readers.measurements.known import titles
from sla_drafter.readers.measurements.mistakes import Listing, Wrong
from sla_drafter.readers.measurements.sheet import Claim


class Belonging:
    """Compares what a file says about its agreement with the title and the version of this one."""

    def __init__(self, agreement: Agreement) -> None:
        self.right = {"agreement": titles(agreement), "version": (agreement.version,) if agreement.version else ()}

    def check(self, key: str, words: str, column: str = "") -> None:
        """Refuses other words than those of this agreement; what says nothing, and what cannot be compared, passes."""
        right = self.right[key]
        if not words or not right or _plain(words) in map(_plain, right):
            return
        what = "title" if key == "agreement" else "version"
        message = f'This belongs to another agreement: its {what} is "{words}", not "{right[0]}".'
        raise Wrong("other_agreement", message, column=column)

    def holds(self, claims: Iterable[Claim], listing: Listing) -> bool:
        """Whether a file belongs to this agreement by what it says at its top; each contradiction is said."""
        right = True
        for claim in claims:
            if claim.key not in self.right:
                continue
            try:
                self.check(claim.key, claim.words)
            except Wrong as wrong:
                listing.say(wrong.name, f"{wrong.message} No row of {listing.file} is read.", claim.line)
                right = False
        return right


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()


def say_if_all_are_strangers(listing: Listing, rows: int, used: int) -> None:
    """A file of which every row names ids that this agreement does not have is probably that of another one."""
    if rows and not used and listing.counts.get("unknown_id", 0) >= rows:
        message = f"Every row of {listing.file} names something that this agreement does not have."
        listing.say("other_agreement", f"{message} Does the file belong to another agreement?")
