"""Every format with every fault: a clear refusal that names the file and what to do, status 2, nothing half-written."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from sla_drafter.builder import Builder
from tests.cli.conftest import Typed
from tests.readers.docx.test_lines import file, p
from tests.readers.foreign.test_refusals import locked

Shell = Callable[[str], Typed]
AGREEMENT = Path(__file__).parent / "agreement.yaml"
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
HUGE = (64 << 20) + 1
PAGE = '<!doctype html><html><head><meta charset="utf-8"></head><body><p>Für den Kunden.</p></body></html>'
WORDS = ["cannot be read", "Mend:", "Write", "Save the file", "starts with a line", "sla-drafter extract", "Name the"]
"""What tells a reader what to do: of each refusal, one of them at least."""


def good() -> Mapping[str, bytes]:
    """One file of each format that can be read."""
    draft = Builder.from_file(AGREEMENT).draft(layout=False)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        package.writestr("word/document.xml", " " * (40 << 20), zipfile.ZIP_DEFLATED)
    return {
        "docx": file(p("The Provider answers promptly.")),
        "pdf": draft.pdf,
        "html": PAGE.encode(),
        "md": "# Vertrag\n\nFür den Kunden.\n".encode(),
        "yaml": AGREEMENT.read_bytes().replace(b"title: ", "title: Für ".encode()),
        "bomb": held.getvalue(),
    }


GOOD = good()
TEXTS = ("html", "md", "yaml")


def _cases() -> Iterator[tuple[str, str, bytes]]:
    """Format, fault, and the bytes of a file that has it."""
    for ending in ("docx", "pdf", *TEXTS):
        data = GOOD[ending]
        yield ending, "empty", b""
        yield ending, "blank", b" \n\n"
        yield ending, "an old or encrypted Word file", OLD_WORD
        yield ending, "another format by this name", GOOD["docx" if ending == "pdf" else "pdf"]
        yield ending, "a third format by this name", GOOD["html" if ending == "docx" else "docx"]
        yield ending, "a picture", b"\x89PNG\r\n\x1a\n" + b"\0" * 100
        yield ending, "Rich Text", b"{\\rtf1\\ansi words}"
        yield ending, "no text and no file", bytes(range(256)) * 20
        if ending != "md":  # of Markdown nobody can know that it goes on
            yield ending, "cut off", data[: len(data) * 2 // 3]
        if ending in TEXTS:
            yield ending, "another encoding", data.decode().encode("latin-1", "replace")
            yield ending, "UTF-16", data.decode().encode("utf-16")
            yield ending, "a null in it", data + b"\0"
    yield "pdf", "encrypted", locked()
    yield "docx", "huge once it is unpacked", GOOD["bomb"]


CASES = {f"{ending}: {fault}": (ending, data) for ending, fault, data in _cases()}


def calls(ending: str) -> list[str]:
    """The commands that open such a file."""
    if ending == "yaml":
        return ["lint bad.yaml", "lint bad.yaml --fix", "draft bad.yaml -o out"]
    further = {"docx": ["lint bad.docx --fix --to docx -o copy.docx"], "md": ["lint bad.md --fix"]}
    return [f"lint bad.{ending}", f"extract bad.{ending}", f"verify bad.{ending}", *further.get(ending, [])]


@pytest.mark.parametrize("case", CASES)
def test_a_bad_file_is_refused_by_every_command_that_opens_it(case: str, shell: Shell, desk: Path) -> None:
    ending, data = CASES[case]
    bad = desk / f"bad.{ending}"
    bad.write_bytes(data)
    for call in calls(ending):
        typed = shell(f"sla-drafter {call}")
        said = " ".join(typed.output.split())
        assert typed.status == 2, (call, said)
        assert f"bad.{ending}" in said
        assert any(words in said for words in WORDS), said
        assert "Traceback" not in said
        assert " object at 0x" not in said
        assert all(sign.isprintable() for sign in said)
    assert bad.read_bytes() == data
    assert sorted(path.name for path in desk.iterdir()) == sorted(["agreement.yaml", bad.name])


@pytest.mark.parametrize("ending", ["docx", "pdf", *TEXTS])
def test_a_huge_file_is_refused_before_it_is_read(ending: str, shell: Shell, desk: Path) -> None:
    with (desk / f"bad.{ending}").open("wb") as held:
        held.write(GOOD[ending][:8])
        held.truncate(HUGE)
    typed = shell(f"sla-drafter lint bad.{ending}")
    assert typed.status == 2
    assert f"bad.{ending}" in typed.output
    assert "larger than 64 MB" in typed.output or "more than 4,000,000 bytes" in typed.output


def packed(data: bytes) -> bytes:
    """A packed file with one part."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", data)
    return held.getvalue()


TOO_LARGE = {
    "md": (b"The Provider answers. " * 800_000, "has 17,600,000 bytes; at most 16,777,216 are read"),
    "html": (b"<p>The Provider answers.</p>" * 600_000, "has 16,800,000 bytes; at most 16,777,216 are read"),
    "pdf": (b"%PDF-1.7\n".ljust(50_000_001), "has 50,000,001 bytes; at most 50,000,000 are read"),
    "docx": (packed(bytes(40 << 20)), "word/document.xml has 40 MB; at most 32 MB are read"),
    "yaml": (b"sla_drafter: 1\n# " + b"x" * 1_000_001, "has 1,000,018 characters; an agreement has at most 1,000,000"),
}


@pytest.mark.parametrize("ending", TOO_LARGE)
def test_a_file_that_is_too_large_says_the_limit_and_how_it_becomes_smaller(
    ending: str, shell: Shell, desk: Path
) -> None:
    data, says = TOO_LARGE[ending]
    (desk / f"bad.{ending}").write_bytes(data)
    typed = shell(f"sla-drafter lint bad.{ending}")
    said = " ".join(typed.output.split())
    assert typed.status == 2
    assert says in said
    assert "Mend: Give the agreement alone" in said or "keep the facts of the agreement in it" in said
    assert not [other for other in ("UTF-8", "without macros", "password") if other in said]


def test_bad_files_of_a_folder_are_counted_and_the_good_ones_are_judged(shell: Shell, desk: Path) -> None:
    folder = desk / "theirs"
    folder.mkdir()
    bad = [(ending, data) for ending, data in CASES.values() if ending in ("docx", "pdf")]
    for number, (ending, data) in enumerate(bad):
        (folder / f"bad{number}.{ending}").write_bytes(data)
    (folder / "good.docx").write_bytes(GOOD["docx"])
    (folder / "good.yaml").write_bytes(AGREEMENT.read_bytes())
    typed = shell("sla-drafter lint theirs --no-cache")
    assert typed.status == 2
    assert "Nothing can be measured from “promptly”." in " ".join(typed.output.split())
    assert "theirs/good.yaml" in typed.output
    assert f"{len(bad)} of {len(bad) + 2} files could not be read: " in typed.output


@pytest.mark.parametrize("ending", ["doc", "odt", "rtf"])
def test_a_paper_of_another_program_is_to_be_saved_as_a_word_file(ending: str, shell: Shell, desk: Path) -> None:
    (desk / f"old.{ending}").write_bytes(OLD_WORD)
    typed = shell(f"sla-drafter lint old.{ending}")
    assert typed.status == 2
    assert "save it as .docx" in " ".join(typed.output.split())
