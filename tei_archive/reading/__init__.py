"""Reading what a scholar brings: source texts and the settings of an edition; and the ledger of a run."""

from tei_archive.reading.ledger import read_ledger, write_ledger
from tei_archive.reading.project import format_project, read_project
from tei_archive.reading.text import read_source, source_files

__all__ = ["format_project", "read_ledger", "read_project", "read_source", "source_files", "write_ledger"]
