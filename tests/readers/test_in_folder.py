"""What a folder run takes, and what it leaves: no file that claims to be an agreement is passed over."""

from __future__ import annotations

from pathlib import Path

import pytest

from sla_drafter.cli.lint_left import _WORDS
from sla_drafter.errors import SlaDrafterError
from sla_drafter.readers.in_folder import Left, in_folder
from sla_drafter.readers.to_lint import taken, to_lint
from tests.promises.files import STARTER

COLON_LOST = STARTER.replace("sla_drafter: 1", "sla_drafter 1", 1)
DUTY = "The Provider shall answer."
CLAIM = {
    "in UTF-16": STARTER.encode("utf-16"),
    "in UTF-16 without its mark": STARTER.encode("utf-16-le"),
    "in Latin-1": f"# Müller\n{STARTER}".encode("latin-1", errors="replace"),
    "with the line ends of old": STARTER.replace("\n", "\r").encode(),
    "without the colon": COLON_LOST.encode(),
    "with another name of the format": STARTER.replace("sla_drafter: 1", "SLA-Drafter: 1", 1).encode(),
    "without its first line": STARTER.replace("sla_drafter: 1", "", 1).encode(),
    "a Word file by another name": b"PK\x03\x04",
    "empty beside another": b"\n",
}
OTHERS = {
    "compose.yaml": "services:\n  sla-drafter:\n    image: web\n",
    "workflow.yml": "on: push\njobs:\n  lint:\n    services: {}\n    steps: |\n      sla-drafter lint\n",
    "style.yaml": "sla_drafter: 1\nfonts: {body: Arial}\n",
    "values.yaml": "kind: Service\nmetrics:\n  - cpu\n",
}


@pytest.mark.parametrize("case", CLAIM)
def test_what_claims_to_be_an_agreement_is_taken(case: str, tmp_path: Path) -> None:
    (tmp_path / "good.yaml").write_text(STARTER, encoding="utf-8")
    (tmp_path / "other.yaml").write_bytes(CLAIM[case])
    assert to_lint([tmp_path]) == (tmp_path / "good.yaml", tmp_path / "other.yaml")


def test_an_agreement_by_another_name_is_taken_and_a_note_is_not(tmp_path: Path) -> None:
    (tmp_path / "agreement.yaml.txt").write_text(STARTER, encoding="utf-8")
    (tmp_path / "note.txt").write_text(f"It begins so:\n{STARTER}", encoding="utf-8")
    (tmp_path / "agreement.yaml.bak").write_text(STARTER, encoding="utf-8")
    assert to_lint([tmp_path]) == (tmp_path / "agreement.yaml.txt",)


@pytest.mark.parametrize("name", OTHERS)
def test_other_files_of_programs_are_left(name: str, tmp_path: Path) -> None:
    (tmp_path / "good.yaml").write_text(STARTER, encoding="utf-8")
    (tmp_path / name).write_text(OTHERS[name], encoding="utf-8")
    (tmp_path / "charts").mkdir()
    (tmp_path / "charts" / "empty.yaml").write_bytes(b"")  # no agreement stands beside it
    inside = in_folder(tmp_path)
    assert inside.files == (tmp_path / "good.yaml",)
    assert inside.left == dict.fromkeys((tmp_path / name, tmp_path / "charts" / "empty.yaml"), Left.NO_AGREEMENT)


PAGES = {
    "their.md": (DUTY, None),
    "marked.md": ("The **Customer** *must* pay.", None),
    "their.html": ("<p>Der <b>Anbieter</b>\nmuss antworten.</p>", None),
    "accord.htm": ("<h1>Accord de niveau de service</h1><p>99,9&nbsp;%</p>", None),
    "niveles.md": ("# Acuerdo de nivel de servicio\n", None),
    "word.md": ("PK\x03\x04", None),
    "README.md": (DUTY, Left.NO_DUTY),
    "readme.en.md": (DUTY, Left.NO_DUTY),
    "guide.md": (f"{DUTY}\n\n```\nsla-drafter lint\n```\n", Left.NO_DUTY),
    "marks.html": ("<script" * 100_000 + "<" * 100_000 + "Provider " * 10_000, Left.NO_DUTY),
    "about.md": ("# News\n\n" + "We met many people. " * 20 + "They ask for an SLA.", Left.NO_DUTY),
    "page.html": ("<head><style>p{}</style><title>SLA</title><script>a<b</script></head>", None),
    "news.html": ("<p>We are open on Monday.</p><script>the('Provider shall')</script>", Left.NO_DUTY),
    "draft.md": (f"{DUTY}\n\n<!-- sla-drafter-source\n{{}}\n-->", Left.OURS),
    "agreement.sign-off.pdf": ("%PDF-1.7", Left.OURS),
    "lib/clause.yaml": ("id: credits\n", Left.NO_AGREEMENT),
    "lib/en.md": (DUTY, Left.CLAUSE),
    "old.doc": ("", Left.TYPED),
}


def test_pages_are_taken_by_their_words(tmp_path: Path) -> None:
    (tmp_path / "lib").mkdir()
    for name, (text, _) in PAGES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    for name in (".git/a.md", "node_modules/b.md"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(DUTY, encoding="utf-8")
    inside = in_folder(tmp_path)
    assert {file.relative_to(tmp_path).as_posix() for file in inside.files} == {
        name for name, (_, why) in PAGES.items() if why is None
    }
    assert {file.relative_to(tmp_path).as_posix(): why for file, why in inside.left.items()} == {
        name: why for name, (_, why) in PAGES.items() if why
    }


def test_what_is_named_is_linted_whatever_its_folder_leaves(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text("Hello.\n", encoding="utf-8")
    with pytest.raises(SlaDrafterError, match=r"no agreement in .*Another file was left; name one to have it linted"):
        taken([tmp_path])
    (tmp_path / "their.md").write_text(DUTY, encoding="utf-8")
    found = taken([readme, tmp_path])
    assert found.files == (readme, tmp_path / "their.md")
    assert not found.left


def test_each_reason_has_words() -> None:
    assert set(_WORDS) == {why.name for why in Left}
