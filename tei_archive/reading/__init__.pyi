from .ledger import read_ledger, write_ledger
from .project import format_project, read_project
from .text import read_source, source_files

__all__ = ["format_project", "read_ledger", "read_project", "read_source", "source_files", "write_ledger"]
