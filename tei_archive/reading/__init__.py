"""Reading what a scholar brings: source texts and the settings of an edition."""

from tei_archive.reading.project import PROJECT_FILE, format_project, read_project
from tei_archive.reading.text import read_source

__all__ = ["PROJECT_FILE", "format_project", "read_project", "read_source"]
