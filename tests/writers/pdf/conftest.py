from __future__ import annotations

from collections.abc import Iterator

import pytest

from sla_drafter.writers.pdf import further


@pytest.fixture
def no_further_faces(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing but the typeface of the house is there, as without the extra packages of fonts."""
    further.further_face.cache_clear()
    monkeypatch.setattr(further, "FURTHER", ())
    yield
    further.further_face.cache_clear()
