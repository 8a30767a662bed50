"""Any paper, however odd, comes back from the Word file with the same words under the same numbers."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import Phase, given, settings

from sla_drafter.document.nodes import Document
from sla_drafter.document.printed import Passage, passages
from sla_drafter.readers.docx import read_passages, read_references
from sla_drafter.readers.house import load_house
from sla_drafter.writers.docx import write
from tests.writers.docx.invariants import faults
from tests.writers.papers import papers

# Papers made by chance have empty titles, tables and alternative texts; a file cannot mend that.
EMPTY_IN_THE_PAPER = ("heading with", "no alternative text", "a table without")


def squeezed(found: Sequence[Passage]) -> list[tuple[str, str]]:
    return [(passage.id, "".join(passage.words.split())) for passage in found if passage.words.strip()]


@settings(max_examples=60, phases=[Phase.reuse, Phase.generate])  # making a failing paper smaller takes minutes
@given(papers)
def test_any_paper_is_written_soundly_and_read_back_whole(document: Document) -> None:
    data = write(document, load_house(), None)
    assert squeezed(read_passages(data)) == squeezed(passages(document))
    assert not [fault for fault in faults(data) if not fault.startswith(EMPTY_IN_THE_PAPER)]
    assert not [reference for reference in read_references(data) if reference.printed != reference.computed]
