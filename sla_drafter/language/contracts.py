"""How a language words what every contract does: it points to its parts and says what its terms mean.

The words are data (`data/<language>_contracts.yaml`), each a list in the language's own form:

| key             | what it holds |
|-----------------|---------------|
| `clauses`       | words before the number of a clause: section, Ziffer, article, cláusula |
| `attachments`   | names of attachments, each with its forms: Anlage, Anlagen |
| `joiners`       | words between two numbers: and, bis |
| `finer`         | patterns of what may stand between the number and the document: Abs. 2, alinéa 3 |
| `elsewhere`     | a pattern of what follows a number of another document: des Rahmenvertrags, du Code civil |
| `own`           | a pattern of what follows, but says that the number is of this document: dieses Vertrags |
| `masters`       | patterns of names of an agreement above this one: numbers after it are its own |
| `laws`          | words before a number that make it one of a law |
| `all_capitals`  | whether each word of a term has a capital, but those that follow |
| `inside`        | words without a capital that may join two words of a term: of, de |
| `joins`         | those of them that join capitalised words to one term wherever they stand |
| `articles`      | words before a term that are no part of it |
| `means`         | what follows a term in quotation marks that it defines |
| `means_first`   | the same, where the term begins its paragraph |
| `means_bare`    | what follows a term without quotation marks that begins a paragraph |
| `called`        | words right before a term that define it in passing: hereinafter, ci-après |
| `leads`         | words that may stand in brackets right before a term that is defined there |
| `definitions`   | what the heading of a list of definitions holds |
| `no_terms`      | words with a capital that are no term, or begin none |
| `plans`         | words before the name of a plan or a product, which is no term: plan, Tarif, édition |
| `selves`        | words before what the paper calls itself: this Policy, le présent Accord |
| `titled`        | where nouns have a capital: two words of which the first has one as part of a term only |
| `has_compounds` | whether a term may be a part of a longer word |
| `duties`        | a pattern of a party with the verb of its duty: the Supplier shall |
| `papers`        | a pattern of what an agreement on services is called |
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from sla_drafter.errors import UnknownLanguage
from sla_drafter.language.data_files import read_lists
from sla_drafter.values import frozen

LANGUAGES = ("en", "de", "fr", "es")
"""The languages whose contract words are known."""


@frozen
class ContractWords:
    """The words of one language; what each of them is stands in the head of the module."""

    language: str
    clauses: tuple[str, ...]
    attachments: Mapping[str, tuple[str, ...]]
    joiners: tuple[str, ...]
    finer: tuple[str, ...]
    elsewhere: str
    own: str
    duties: str
    papers: str
    masters: tuple[str, ...]
    laws: tuple[str, ...]
    inside: tuple[str, ...]
    joins: tuple[str, ...]
    articles: tuple[str, ...]
    means: tuple[str, ...]
    means_first: tuple[str, ...]
    means_bare: tuple[str, ...]
    called: tuple[str, ...]
    leads: frozenset[str]
    definitions: tuple[str, ...]
    no_terms: frozenset[str]
    plans: tuple[str, ...]
    selves: tuple[str, ...]
    titled: str = ""
    all_capitals: bool = False
    has_compounds: bool = False


@cache
def contract_words(language: str) -> ContractWords:
    """The contract words of a language, read once; another language raises `UnknownLanguage`."""
    if language not in LANGUAGES:
        raise UnknownLanguage(language, LANGUAGES)
    written = read_lists("sla_drafter.language", f"{language}_contracts.yaml")
    return ContractWords(
        language=language,
        **{name: tuple(written[name]) for name in _IN_ORDER},
        attachments={name: tuple(forms) for name, forms in written["attachments"].items()},
        leads=frozenset(written["leads"]),
        no_terms=frozenset(written["no_terms"]),
        elsewhere=written["elsewhere"],
        own=written["own"],
        duties=written["duties"],
        papers=written["papers"],
        titled=written.get("titled", ""),
        all_capitals=written.get("all_capitals", "no") == "yes",
        has_compounds=written.get("has_compounds", "no") == "yes",
    )


_IN_ORDER = (
    "clauses",
    "joiners",
    "finer",
    "masters",
    "laws",
    "inside",
    "joins",
    "articles",
    "means",
    "means_first",
    "means_bare",
    "called",
    "definitions",
    "plans",
    "selves",
)
