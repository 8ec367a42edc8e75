"""A file of settings as tables, and errors that name the line of what is wrong in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tei_archive.errors import Location, ReadingError
from tei_archive.model.folder import PROJECT_FILE
from tei_archive.toml import parse_toml

_HEADING = re.compile(r"\s*(\[\[?)\s*([^\]]*?)\s*\]")


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """What a file of settings holds: its text and the tables that TOML reads in it."""

    path: Path
    text: str
    tables: Mapping[str, object]

    def refuse(self, message: str, hint: str, table: str, key: str | None = None, number: int = 0) -> ReadingError:
        """Make the error for a key of a table, or for the table: the one of that number among its like."""
        return ReadingError(message, Location(str(self.path), self.find_line(table, key, number)), hint)

    def refuse_table(self, message: str, hint: str, table: str) -> ReadingError:
        """Make the error for a table, which may have been written as a key before all tables."""
        is_key = self.find_line(table) is None
        return self.refuse(message, hint, "" if is_key else table, table if is_key else None)

    def find_line(self, table: str, key: str | None = None, number: int = 0) -> int | None:
        """Find the line of a key in a table, or of the table; None where TOML allows another way to write it.

        The table without a name is what stands before all others.
        """
        seen, inside = (0, True) if not table else (-1, False)
        for at, line in enumerate(self.text.splitlines(), start=1):
            if found := _HEADING.match(line):
                inside = found[2] == table
                seen += inside
                if inside and seen == number and key is None:
                    return at
            elif inside and seen == number and key is not None and _begins_with(line, key):
                return at
        return None


def read_settings_file(path: Path) -> SettingsFile:
    """Read a settings file, or the one in a folder. Raises `ReadingError` where it is missing or is not TOML."""
    file = path / PROJECT_FILE if path.is_dir() else path
    try:
        text = file.read_text(encoding="utf-8")
    except OSError as error:
        raise ReadingError(
            f"cannot be read: {error.strerror}", Location(str(file)), hint="`tei-archive segment` writes one"
        ) from error
    except UnicodeDecodeError as error:
        raise ReadingError("not UTF-8", Location(str(file)), hint="save it as UTF-8 in a text editor") from error
    return SettingsFile(file, text, parse_toml(text, str(file), "see docs/settings.md", ReadingError))


def _begins_with(line: str, key: str) -> bool:
    return re.match(rf"""\s*["']?{re.escape(key)}["']?\s*[=.]""", line) is not None
