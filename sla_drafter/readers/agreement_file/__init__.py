"""The agreement file both ways: opened with every mistake at once, written, changed in its place, and described."""

from sla_drafter.readers.agreement_file.load import Loaded, load, loads
from sla_drafter.readers.agreement_file.one_language import languages_of, one_language
from sla_drafter.readers.agreement_file.patch import patch
from sla_drafter.readers.agreement_file.spell import spell, written_facts

__all__ = ["Loaded", "languages_of", "load", "loads", "one_language", "patch", "spell", "written_facts"]
