"""What the program loads before it knows what it is to do: nothing that only one command needs."""

import subprocess
import sys

# The validator of schemas, the templates of the site, and the readers of the net that come with them.
HEAVY = {"jinja2", "urllib.request", "xmlschema"}


def test_the_commands_load_no_more_than_they_need() -> None:
    program = "import sys, tei_archive.cli; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout.split()
    assert "tei_archive.segmenting.pipeline" in loaded
    assert not HEAVY & set(loaded)
