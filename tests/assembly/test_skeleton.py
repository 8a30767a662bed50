import pytest
from markdown_it.ruler import Ruler

from sla_drafter.assembly.skeleton import parsed


def test_the_first_texts_that_threads_parse_at_once_meet_a_parser_that_is_ready(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Its lists of rules are made one by one; a thread that saw half of them would keep a text half parsed."""
    from sla_drafter.assembly import skeleton

    skeleton._parser.cache_clear()
    parser = skeleton._parser()
    monkeypatch.setattr(Ruler, "__compile__", lambda _: pytest.fail("the rules are listed while texts are parsed"))
    assert parser is skeleton._parser()
    assert parsed("One **strong** word of a text that nobody parsed before.\n\n| a | b |\n|---|---|\n| c | d |\n").body
