"""The table `[validate]` of `tei-archive.toml` ↔ Validation: which findings are wanted, and how bad they are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tei_archive.errors import Location, ReadingError
from tei_archive.model import Severity, Validation
from tei_archive.reading.settings_forms import find_line

_LISTS: Final = ("select", "ignore")
_SEVERITY: Final = "severity"
_KNOWN: Final = (*_LISTS, _SEVERITY)
_CODE: Final = re.compile(r"TA\d{0,3}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Place:
    """A settings file and its text, for errors that name the line."""

    file: Path
    text: str

    def refuse(self, message: str, hint: str, key: str, table: str = "[validate]") -> ReadingError:
        line = find_line(self.text, table, 0, key)
        return ReadingError(f"{table}: {message}", Location(str(self.file), line), hint)


def read_validation(entry: object, file: Path, text: str) -> Validation:
    """Read the table; `text` is that of the file. Raises `ReadingError` where it is not what it must be.

    Codes have their form here; whether there is such a code is for the validator to say.
    """
    place = _Place(file, text)
    if not isinstance(entry, dict):
        raise place.refuse("not a table", "write [validate]", "validate")
    for name in entry:
        if name not in _KNOWN:
            raise place.refuse(f"unknown key {name}", f"known: {', '.join(_KNOWN)}", name)
    select, ignore = (_read_codes(entry.get(name, []), name, place) for name in _LISTS)
    return Validation(select, ignore, tuple(_read_severities(entry.get(_SEVERITY, {}), place)))


def format_validation(validation: Validation) -> list[str]:
    """Write the table, line by line; nothing where nothing is said."""
    lines = [
        f"{name} = [{', '.join(map(_quote, codes))}]"
        for name, codes in (("select", validation.select), ("ignore", validation.ignore))
        if codes
    ]
    severities = [f"{code} = {_quote(severity)}" for code, severity in validation.severity]
    lines = ["", "[validate]", *lines] if lines else []
    return [*lines, *(["", "[validate.severity]", *severities] if severities else [])]


def _read_codes(found: object, name: str, place: _Place) -> tuple[str, ...]:
    if not isinstance(found, list) or not all(isinstance(code, str) for code in found):
        raise place.refuse(f"{name} is not a list of codes", f'write {name} = ["TA3", "TA401"]', name)
    return tuple(_read_code(code, name, place) for code in found)


def _read_severities(found: object, place: _Place) -> Iterator[tuple[str, Severity]]:
    table, known = "[validate.severity]", ", ".join(Severity)
    if not isinstance(found, dict):
        raise place.refuse(
            "severity is not a table", f"write {table}, and a line such as TA3 = {_quote('note')}", _SEVERITY
        )
    for code, severity in found.items():
        if severity not in list(Severity):
            raise place.refuse(f"{code} is {severity!r}, which is no severity", f"known: {known}", code, table)
        yield _read_code(code, code, place, table), Severity(severity)


def _read_code(code: str, key: str, place: _Place, table: str = "[validate]") -> str:
    if not _CODE.fullmatch(code):
        raise place.refuse(f"{code!r} is no code", "write a code or its beginning: TA301 or TA3", key, table)
    return code.upper()


def _quote(words: str) -> str:
    return f'"{words}"'
