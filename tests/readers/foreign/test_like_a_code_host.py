"""The words of anybody's Markdown are those that a code host shows (GitHub's own parser), each a word of its own."""

from __future__ import annotations

import pytest

from tests.readers.foreign.code_host import read, shown

_TABLE = "| Level | Credit |\n|:--|--:|\n"

ALIKE = {
    "headings": "# One\n\nTwo\n===\n\nThree\n---\n\n#none\n####### none\n# Four #\n",
    "soft and hard breaks": "one  \ntwo\\\nthree\nfour\n",
    "a hard break in emphasis": "*one  \ntwo*three\n",
    "nested lists": "- a\n  - b\n    1. c\n\n       d\n    2. e\n- f\n\n+ g\n* h\n7) i\n8) j\n",
    "loose lists": "1. a\n\n   b\n\n2. c\n\n\n3. d\n",
    "a list right behind words": "words\n- a\n- b\n10. c\n",
    "lists as deep as quotations": "> - a\n>   > b\nlazy\n> > c\n\nd\n",
    "quotations": "> a\nb\n> > c\n\nd\n\n> [!NOTE]\n> e\n",
    "nested deeper than elements": f"{'> ' * 70}one\n{'> ' * 70}\n{'> ' * 70}two\n",
    "a table": f"{_TABLE}| **99%** | 5%\n| a\\|b |\n98% | 10% | too many |\n| <b>x</b><br>y | [z](u) |\n",
    "pipes in code in a table": f"{_TABLE}| `x|y` | z |\n| `v\\|w` | z |\n",
    "a table right behind words": f"words\n{_TABLE}| a | b |\nlast\n\nbehind\n",
    "a table in a list": "- | a | b |\n  |---|---|\n  | c | d |\n",
    "a table of one column": "| x |\n|---|\n| y |\n\n|z|\n|-|\n",
    "no table": "a | b\n--|\n\n| a |\n|---|---|\n",
    "blocks of HTML": "<div>the <b>fir</b>st\nline</div>\nstill\n\n<p>x</p>\n\n<div>\n\n*em*\n\n</div>\n",
    "a table in HTML": "<table>\n<tr><td>a</td><td>b</td></tr>\n\n<tr>\n\n<td>\n\nc\n\n</td></tr>\n</table>\n\nd\n",
    "HTML that folds": "<details>\n<summary>s</summary>\n\nt\n\n</details>\n",
    "HTML in a line": "a<br>b <kbd>c</kbd><span>d</span>e H<sub>2</sub>O <img src=x alt=y> f\n",
    "HTML that is shown as it is written": "a <script>b</script> <title>c\n\n<style>\nd\n</style>\n\ne\n",
    "tags that are left open": "<div>a\n\n<b>c\n\nd\n",
    "comments": "a <!-- x --> b\n\n<!-- y\n\nz -->\nc\n",
    "notes": "Text[^1] more[^long] and [^none].\n\n[^1]: One\n    two.\n\n    Three.\n[^long]: Four.\n",
    "a note of one word": "Text[^1].\n\n[^1]: word\n",
    "links": "[a [b] c](u) [d](<e f> 'g') <http://x.y> http://z.y, www.q.r and [](u)h\n",
    "links by reference": '[a b][r] and [r], [R][] and [none][no] ![p][r] x\n\n[r]: /u "t"\n[a]: b c\n',
    "struck words": "~~a~~ b ~c~ d~~e~~f ~~~g~~~ h ~ i\n",
    "emphasis": "in*tra*word a_b_c __d__e **a*b**c* ***d*** _(e)_ ** f **\n",
    "emphasis beside signs of Chinese": "**a：**b **全角。**中\n",
    "entities": "a &amp; b &copy; &nbsp;c &#65; &#x42; &x; AT&T &lt;d&gt; &amp;lt;\n",
    "escapes": "\\* \\_ \\| \\a \\<b> \\&amp;\n1\\. one\n",
    "code": "``a ` b`` `c  d` `<e>` `&amp;`\n\n```py\na | b\n  <c>\n```\n~~~\nd\n~~~\n",
    "code that is left open": "words\n\n```\na\n\nb\n",
    "indented code": "a\n\n    code  x\n      <y>\n\n\tz\n\nb\n    c\n",
    "rules": "a\n\n---\n\nb\n***\nc\n\n- - -\n",
    "pictures": "a ![b *c*](d.png)e ![](f) g\n\n![h](i)\n",
    "signs of money and sums": "$a_b$ $5 and $6, 3 * 4 * 5, 2 < 3 > 1\n",
    "lines that end in CR and LF": "a\r\nb\r\n\r\n- c\r\n- d\r\n",
    "lines that end in CR": "a\rb\r\r- c\r- d\r",
    "a mark of the order of bytes": "\ufeff# a\n\nb\n",
    "no line end at the end": "# a\n\n| b |\n|---|\n| c |",
    "tabs": "-\ta\n\n\tb\n\n1.\tc\n",
    "spaces of other kinds": "a\u00a0b c\u2003d e\u2028f\n",
    "words between rules": "---\nwords\n---\n\na\n",
}  # fmt: skip
DIFFERENT = {
    "a table of one column whose head has no bar": ("x\n:---|\ny\n", "x :---| y", "x y"),
    "a bar in code in the head of a table": ("a\n`b|c`\n|---|---|\n", "a b|c |---|---|", "a `b c`"),
    "a head of dashes": ("a\n|---|---|\n|---|---|\n", "a --- ---", "a |---|---| |---|---|"),
    "an indented row": (f"{_TABLE}| c | d |\n    e | f\n", "Level Credit c d e f", "Level Credit c d e | f"),
    "front matter": ("---\ntitle: t\n---\n\na\n", "a", "title: t a"),
    "a box to tick, which may be a blank": ("- [ ] a\n- [x] b\n", "[ ] a [x] b", "a b"),
    "a note that nothing leads to": ("a\n\n[^1]: Note.\n", "a Note.", "a"),
    "a note before its mark": ("[^1]: Note.\n\na[^1]\n", "Note. a", "a Note."),
    "the end of a page": ("a\n\n</body></html>\n\nb\n", "a b", "a"),
}
"""What is read otherwise (decision 27): the text, the words here, and those that the parser of the host makes."""


@pytest.mark.parametrize("text", ALIKE.values(), ids=ALIKE)
def test_the_words_are_those_that_a_code_host_shows(text: str) -> None:
    assert read(text) == shown(text)


@pytest.mark.parametrize(("text", "here", "there"), DIFFERENT.values(), ids=DIFFERENT)
def test_what_is_read_otherwise_is_known(text: str, here: str, there: str) -> None:
    assert (read(text), shown(text)) == (here.split(), there.split())
