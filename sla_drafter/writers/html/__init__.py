"""One self-contained, accessible page: no script, nothing from outside, the same words as the printed paper.

Every number is real text, every clause has its id as an address, a definition is one step from where its term is
used, and the page reads in light and dark, on a phone and in print.
"""

from sla_drafter.writers.html.page import write

__all__ = ["write"]
