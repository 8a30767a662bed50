from __future__ import annotations

from pathlib import Path

import pytest

from sla_drafter.errors import SlaDrafterError
from sla_drafter.plugins import Pack, PackFault, merged, opened, packs
from sla_drafter.readers.clauses import load_library
from sla_drafter.readers.house import house_names


def pack(name: str, **overrides: list[str]) -> Pack:
    return Pack(name, Path(), {}, {}, {part: frozenset(ids) for part, ids in overrides.items()})


def test_the_house_library_comes_through_the_same_door() -> None:
    words, shapes = packs()[:2]
    assert (words.name, words.is_house, shapes.is_house) == ("house", True, True)
    assert words.part("clauses") is words.folder
    assert words.part("starters") is None
    assert shapes.part("starters") is not None
    assert load_library().clauses
    assert "plain" in house_names()


def test_things_of_several_packs_lie_side_by_side() -> None:
    assert merged("clauses", [(pack("a"), {"one": 1}), (pack("b"), {"two": 2})]) == {"one": 1, "two": 2}


def test_two_packs_that_define_the_same_are_both_named() -> None:
    with pytest.raises(PackFault, match=r"The packs a and b both define one under terms\. If one is meant to replace"):
        merged("terms", [(pack("a"), {"one": 1}), (pack("b"), {"one": 2})])


@pytest.mark.parametrize("turned", [False, True])
def test_an_override_replaces_whatever_the_order(turned: bool) -> None:
    things = [(pack("house"), {"one": 1, "two": 2}), (pack("a", clauses=["one"]), {"one": 3})]
    assert merged("clauses", reversed(things) if turned else things) == {"one": 3, "two": 2}


def test_an_override_holds_for_its_part_alone() -> None:
    with pytest.raises(PackFault, match="both define one under houses"):
        merged("houses", [(pack("house"), {"one": 1}), (pack("a", clauses=["one"]), {"one": 3})])


def test_two_packs_do_not_override_the_same() -> None:
    things = [(pack("house"), {"one": 1}), *((pack(name, clauses=["one"]), {"one": 2}) for name in "ab")]
    with pytest.raises(PackFault, match="The packs a and b both override one under clauses"):
        merged("clauses", things)


def test_what_nobody_defines_is_not_overridden() -> None:
    with pytest.raises(PackFault, match="The pack a overrides one under clauses, and no other pack has it"):
        merged("clauses", [(pack("a", clauses=["one"]), {"one": 2})])


@pytest.mark.parametrize(
    ("manifest", "said"),
    [
        ("name: acme\n", "sla_drafter_pack: it is missing, this program reads 1"),
        ("sla_drafter_pack: 2\n", "it is 2, this program reads 1"),
        ("sla_drafter_pack: 1\nclause: x\n", "nobody knows the key clause"),
        ("sla_drafter_pack: 1\nname: [a]\n", "name is a text"),
        ("sla_drafter_pack: 1\nkinds: [clinical]\n", "kinds is a mapping"),
        ("sla_drafter_pack: 1\noverrides: {clauses: meetings}\n", "overrides is a mapping of lists"),
        ("sla_drafter_pack: 1\noverrides: {clause: [meetings]}\n", "overrides knows no clause"),
        ("sla_drafter_pack: [", "is no YAML"),
        ("- a list", "it is missing, this program reads 1"),
    ],
)
def test_a_manifest_that_is_wrong_says_why(tmp_path: Path, manifest: str, said: str) -> None:
    (tmp_path / "pack.yaml").write_text(manifest, encoding="utf-8")
    with pytest.raises(SlaDrafterError, match=said.replace("[", r"\[")):
        opened(tmp_path, "acme")


def test_every_fault_of_a_manifest_is_said_at_once(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text("clause: x\nkinds: [clinical]\n", encoding="utf-8")
    with pytest.raises(PackFault) as refused:
        opened(tmp_path, "acme")
    assert str(refused.value).count(";") == 2


def test_a_folder_without_a_manifest_is_no_pack(tmp_path: Path) -> None:
    with pytest.raises(PackFault, match=r"The pack acme has no pack\.yaml"):
        opened(tmp_path, "acme")


def test_parts_stand_in_folders_of_their_name_or_where_the_manifest_says(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text("sla_drafter_pack: 1\nterms: my/terms\n", encoding="utf-8")
    (tmp_path / "my/terms").mkdir(parents=True)
    (tmp_path / "clauses").mkdir()
    found = opened(tmp_path, "acme")
    assert found.name == "acme"
    assert found.part("clauses") == tmp_path / "clauses"
    assert found.part("terms") == tmp_path / "my/terms"
    assert found.part("words") is None
