"""The customer's page: a folder of self-contained pages that work without network, and with or without scripts.

`index.html` is the overview with a calculator, each period has a page of its own. Nothing is fetched: the style sheet
and the one script stand in the page, and its policy lets nothing else run.
"""

from sla_drafter.writers.site.pages import write

__all__ = ["write"]
