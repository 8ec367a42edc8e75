"""What is raised where a Schematron schema cannot be used."""

from tei_archive.errors import TeiArchiveError


class SchemaError(TeiArchiveError):
    """A Schematron schema is faulty: what is wrong, the file and line, and what to do."""
