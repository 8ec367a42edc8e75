"""The table `[validate]` of `tei-archive.toml` ↔ Validation: which findings are wanted, and how bad they are."""

import re
from collections.abc import Iterator
from typing import Final

from tei_archive.errors import ReadingError
from tei_archive.model import Severity, Validation
from tei_archive.reading.settings_file import SettingsFile

_TABLE: Final = "validate"
_SEVERITY_TABLE: Final = "validate.severity"
_LISTS: Final = ("select", "ignore")
_SEVERITY: Final = "severity"
_KNOWN: Final = (*_LISTS, _SEVERITY)
_CODE: Final = re.compile(r"TA[0-9]{0,3}", re.IGNORECASE)


def read_validation(file: SettingsFile) -> Validation:
    """Read the table. Raises `ReadingError` where it is not what it must be.

    Codes have their form here; whether there is such a code is for the validator to say.
    """
    entry = file.tables.get(_TABLE, {})
    if not isinstance(entry, dict):
        raise file.refuse_table(f"[{_TABLE}]: not a table", f"write [{_TABLE}]", _TABLE)
    for name in entry:
        if name not in _KNOWN:
            raise _refuse(file, f"unknown key {name}", f"known: {', '.join(_KNOWN)}", name)
    select, ignore = (_read_codes(entry.get(name, []), name, file) for name in _LISTS)
    return Validation(select, ignore, tuple(_read_severities(entry.get(_SEVERITY, {}), file)))


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


def _read_codes(found: object, name: str, file: SettingsFile) -> tuple[str, ...]:
    if not isinstance(found, list) or not all(isinstance(code, str) for code in found):
        raise _refuse(file, f"{name} is not a list of codes", f'write {name} = ["TA3", "TA401"]', name)
    return tuple(_read_code(code, name, file) for code in found)


def _read_severities(found: object, file: SettingsFile) -> Iterator[tuple[str, Severity]]:
    if not isinstance(found, dict):
        hint = f"write [{_SEVERITY_TABLE}], and a line such as TA3 = {_quote('note')}"
        raise _refuse(file, "severity is not a table", hint, _SEVERITY)
    for code, severity in found.items():
        if severity not in list(Severity):
            message = f"{code} is {severity!r}, which is no severity"
            raise _refuse(file, message, f"known: {', '.join(Severity)}", code, _SEVERITY_TABLE)
        yield _read_code(code, code, file, _SEVERITY_TABLE), Severity(severity)


def _read_code(code: str, key: str, file: SettingsFile, table: str = _TABLE) -> str:
    if not _CODE.fullmatch(code):
        raise _refuse(file, f"{code!r} is no code", "write a code or its beginning: TA301 or TA3", key, table)
    return code.upper()


def _refuse(file: SettingsFile, message: str, hint: str, key: str, table: str = _TABLE) -> ReadingError:
    return file.refuse(f"[{table}]: {message}", hint, table, key)


def _quote(words: str) -> str:
    return f'"{words}"'
