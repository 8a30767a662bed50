"""How Spanish joins "de" and "a" to a word: the article "el" is drawn in (del portal, al juzgado).

The article of a proper name, written with a capital, stays apart (de El Salvador); "él" is no article.
"""

from __future__ import annotations

_ARTICLE = "el "


def after_de(words: str) -> str:
    """The words with "de" before them: del operador, de la red, de MariaDB."""
    return f"d{words}" if words.startswith(_ARTICLE) else f"de {words}"


def after_a(words: str) -> str:
    """The words with "a" before them: al juzgado, a los tribunales."""
    return f"a{words.removeprefix('e')}" if words.startswith(_ARTICLE) else f"a {words}"
