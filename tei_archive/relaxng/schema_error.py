"""What is wrong with a schema."""

from tei_archive.errors import Location, TeiArchiveError


class SchemaError(TeiArchiveError):
    """A schema is not RELAX NG, or breaks a rule of it: what, in which file and line, and what to do."""

    @property
    def file(self) -> str | None:
        """The file of the schema that is wrong: one that is included, perhaps."""
        return self.where.path if self.where else None

    @property
    def line(self) -> int | None:
        """The line in that file, from 1."""
        return self.where.line if self.where else None


def wrong(message: str, where: Location | None, hint: str | None = None) -> SchemaError:
    """Make the error to raise."""
    return SchemaError(message, where, hint)
