from __future__ import annotations

from typing import Any

from attrs import evolve, fields

from sla_drafter.readers.foreign.pieces import Piece


def test_a_piece_with_other_words_keeps_all_else() -> None:
    whole: dict[str, Any] = {one.name: one.name for one in fields(Piece)}
    piece = Piece(**whole)
    assert piece.read_as("other words", "other label") == evolve(piece, words="other words", label="other label")
