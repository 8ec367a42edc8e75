"""Errors that name the place and the remedy."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a file: the path, and the line and column where they are known (both count from 1)."""

    path: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)


class TeiArchiveError(Exception):
    """Something that a user can mend: what was found, where, and what to do."""

    def __init__(self, message: str, where: Location | None = None, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" if self.where else self.message


class ReadingError(TeiArchiveError):
    """A source, a settings file or an edition cannot be read."""


class ProfileError(TeiArchiveError):
    """A profile is not what a profile must be."""


class EncodingError(TeiArchiveError):
    """A document cannot be written as TEI without loss."""


class ExportError(TeiArchiveError):
    """An export cannot be written."""
