"""The paper as Markdown, for review in version control: one paragraph a line, so that a difference shows what changed.

CommonMark with tables. What stands beside the words is invisible where the file is shown:

* `<a id="clause"></a>` before a number begins that section, clause, schedule or part; `<a name="clause.anchor"></a>`
  is a place inside one. Cross-references are links to them.
* Numbers and the markers (a), (i) are text. A list with `*` has bullets, a list with `-` has its markers in the text.
* `<ins>`, `<del>` and `<mark>` hold tracked changes and remarks, with author and time in attributes; the words of a
  remark follow in `<sub>`.
* `<!-- sla-drafter: NAME -->` says which part of the paper follows: banner, cover, open_points, contents, the name of a
  story, chart, foot; `in CLAUSE` says that the text of a clause goes on after a clause inside it.
* The last comment holds the source.
"""

from sla_drafter.writers.markdown.text import write

__all__ = ["write"]
