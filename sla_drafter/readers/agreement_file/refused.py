"""A value that is not what its place needs, said to its author: what was found, and what would be right."""

from __future__ import annotations

from collections.abc import Callable


class Refused(ValueError):
    """One value is refused. `right` is what could be written instead, when there is one good guess."""

    def __init__(self, message: str, right: str = "") -> None:
        super().__init__(message)
        self.message, self.right = message, right


def not_a(what: str, words: str, right: str = "", example: str = "", whole: Callable[[str], str] = str) -> Refused:
    """A refusal such as: "5 mins" is not a length of time. Write 5 minutes.

    `whole` puts a part back into the value that it was taken out of, so that the whole can be pasted.
    """
    mend = f"Write {whole(right)}." if right else f"Write it like this: {whole(example)}."
    return Refused(f'"{whole(words)}" is not {what}. {mend}', whole(right) if right else "")
