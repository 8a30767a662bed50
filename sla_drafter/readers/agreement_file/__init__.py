"""The agreement file both ways: opened with every mistake at once, written, changed in its place, and described."""

from sla_drafter.readers.agreement_file.load import Loaded, load, loads
from sla_drafter.readers.agreement_file.patch import patch
from sla_drafter.readers.agreement_file.spell import spell, written_facts

__all__ = ["Loaded", "load", "loads", "patch", "spell", "written_facts"]
