"""`python -m tei_archive` is `tei-archive`."""

from tei_archive.cli import main

main(prog_name="tei-archive")
