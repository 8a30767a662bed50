"""Is a file what is written today, its words apart: its bytes, its fingerprint, the house it was drafted in?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from sla_drafter.document.beside import Beside
from sla_drafter.document.nodes import Document
from sla_drafter.document.printed import Passage, passages
from sla_drafter.findings import Finding, Mend, Severity
from sla_drafter.review.beside import fingerprints_in

BYTES_DIFFER = "DOC-18"
_OTHER = "DOC-24"
_AGAIN = Mend("Write the file again from the agreement.")
_OF_HOUSE = {"DOC-02", "DOC-06", "DOC-07", "DOC-17"}
"""What is found in a file that is held against a house in which it was not drafted: other numbers, and their words."""


def carried_print_differs(file: str, carried: str, right: str) -> Iterator[Finding]:
    """The fingerprint in the facts of a file, where it is not that of the words drafted."""
    if carried != right:
        message = (
            f"{file} carries the fingerprint {carried or 'none'} in its facts; that of the words drafted is {right}."
        )
        yield Finding("DOC-09", "fingerprint_differs", Severity.ERROR, message, mend=_AGAIN)


def facts_damaged(file: str, why: str) -> Finding:
    """The facts of a file that are no agreement any more."""
    message = f"The facts that {file} carries were changed and are no agreement any more: {why}."
    return Finding("DOC-19", "facts_damaged", Severity.ERROR, message, mend=_AGAIN)


def other_print(file: str, found: Beside, first: str, expected: Beside) -> Iterator[Finding]:
    """The fingerprint at the foot of a file, where it is not that of the first file."""
    one, two = fingerprints_in(expected.foot), fingerprints_in(found.foot)
    if one != two:
        message = (
            f"{file} says that its fingerprint is {', '.join(two) or 'none'}; that of {first} is "
            f"{', '.join(one) or 'none'}."
        )
        mend = Mend("--against the agreement says which of them is right")
        yield Finding("DOC-09", "fingerprint_differs", Severity.ERROR, message, mend=mend)


def house_elsewhere(file: str) -> Finding:
    """The words are those drafted, in a house of somebody's own that was not given."""
    message = (
        f"{file}: every word is as drafted. It was drafted in a house style of somebody's own, so its looks, its "
        "header and its footer were not compared."
    )
    return Finding(BYTES_DIFFER, "bytes_differ", Severity.WARNING, message, mend=Mend("--house PATH of that house"))


def bytes_differ(file: str, found: Beside, today: Beside) -> Finding:
    """The words are those drafted, the bytes are not; a page or PDF that is drawn otherwise may cover or hide words."""
    drawn = today.looks != found.looks
    hides = " It is drawn otherwise, which can cover or hide words: look at it." if drawn else ""
    message = (
        f"{file}: every word is as drafted, but the file is not byte for byte what is written here. Another "
        f"program saved it, it has another house style, or another version of sla-drafter wrote it.{hides}"
    )
    mend = Mend("--house NAME if it was drafted in another house style")
    return Finding(BYTES_DIFFER, "bytes_differ", Severity.WARNING if drawn else Severity.INFO, message, mend=mend)


def is_other_paper(document: Document, read: Sequence[Passage]) -> bool:
    """Whether a file cannot be a copy of a paper: it has less than half of its words."""
    drafted, found = (Counter(_words(one)) for one in (passages(document), read))
    return 2 * (drafted & found).total() < drafted.total()


def _words(read: Iterable[Passage]) -> list[str]:
    return " ".join(passage.words for passage in read).split()


def other_paper(file: str, title: str) -> Finding:
    """A file that was taken for another one."""
    message = f'{file} is no copy of "{title}": it has less than half of its words, so nothing else was compared.'
    mend = Mend("Give the file that was drafted, --against the agreement that it was drafted from, or its --language.")
    return Finding(_OTHER, "not_this_paper", Severity.ERROR, message, mend=mend)


def brochure_beside(file: str, brochure: str) -> Finding:
    """A brochure and an agreement that carry no facts: each has words that the other has not."""
    message = (
        f"{file} cannot be compared: {brochure} is a brochure, which has words of its own, and neither carries the "
        "facts from which both were drafted."
    )
    return Finding(_OTHER, "not_this_paper", Severity.ERROR, message, mend=Mend("--against the agreement"))


def house_needed(file: str) -> Finding:
    """A file that was drafted into a Word agreement of one's own, whose words nobody has here."""
    message = (
        f"{file} was drafted into an agreement of one's own in Word: words of that file stand between the clauses."
    )
    return Finding("DOC-21", "house_needed", Severity.ERROR, message, mend=Mend("--house PATH of that Word file"))


def house_may_differ(found: Iterable[Finding]) -> Iterator[Finding]:
    """What was found in a file of which nobody knows the house: the mend says how to name it."""
    for one in found:
        if one.rule in _OF_HOUSE and one.mend:
            told = f"{one.mend.words} If it was drafted in another house style: --house NAME|PATH."
            yield evolve(one, mend=evolve(one.mend, words=told))
        else:
            yield one
