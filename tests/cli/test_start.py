"""What the program loads before it knows what it is to do: nothing that only another command needs."""

import subprocess
import sys

import pytest

# For each command: what it would be slow with, and does not need.
SPARED = {
    "--version": {"lxml", "rich.table", "tei_archive.api", "tei_archive.model.document"},
    "validate": {"elementpath", "jinja2", "regex", "tei_archive.segmenting", "urllib.request", "xmlschema"},
    "segment": {"elementpath", "jinja2", "tei_archive.validating", "xmlschema"},
    "export rdf": {"jinja2", "rdflib", "tei_archive.segmenting", "tei_archive.validating"},
    "export": {
        "elementpath",
        "jinja2",
        "tei_archive.segmenting",
        "tei_archive.validating",
        "xlsxwriter",
        "xmlschema",
    },
}


@pytest.mark.parametrize("command", SPARED)
def test_a_command_loads_no_more_than_it_needs(command: str) -> None:
    program = f"""
import sys
from tei_archive.cli import main
main([*{command!r}.split(), *["--help"] * ({command!r} != "--version")], standalone_mode=False)
print(*sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "tei_archive.cli" in loaded
    assert sorted(SPARED[command] & loaded) == []
