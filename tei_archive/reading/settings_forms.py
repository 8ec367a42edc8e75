"""The forms that the values of `tei-archive.toml` must have: they stand in every file, so a wrong one stops the run."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final
from urllib.parse import urlsplit

import babel

from tei_archive.model import Cmif, Person, Project, SiteSettings, SourceNote, Withdrawn
from tei_archive.reading.settings_file import SettingsFile

_KINDS: Final = ("webpage", "print", "manuscript")
_TYPES: Final = ("online", "print", "hybrid")
# Tables that stand there once; all others are lists.
_SINGLE: Final = ("edition", "site", "cmif")


@dataclass(frozen=True, slots=True)
class _Form:
    """What a value must be, how it is written, and the test."""

    name: str
    hint: str
    fits: Callable[[str], bool]


def check_forms(project: Project, file: SettingsFile) -> None:
    """Raise `ReadingError` for the first value that has not its form."""
    for table, number, key, value in _values(project):
        form = _FORMS.get((table, key))
        if form is not None and not form.fits(value):
            brackets = f"[{table}]" if table in _SINGLE else f"[[{table}]]"
            message = f"{key} in {brackets}: {value!r} is not {form.name}"
            raise file.refuse(message, form.hint, table, key, number)


def _values(project: Project) -> Iterator[tuple[str, int, str, str]]:
    """Give back table, number of the table among its like, key and value of all that is stated and has a form."""
    groups: Mapping[str, tuple[Project | Person | SourceNote | SiteSettings | Cmif | Withdrawn, ...]] = {
        "edition": (project,),
        "editor": project.editors,
        "source": project.sources,
        "site": (project.site,),
        "cmif": (project.cmif,),
        "withdrawn": project.withdrawn,
    }
    for table, key in _FORMS:
        for number, holder in enumerate(groups[table]):
            value: str | None = getattr(holder, key)
            if value is not None:
                yield table, number, key, value


def _is_day(words: str) -> bool:
    return bool(re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", words)) and _is_date(words)


def _is_date(words: str) -> bool:
    """Say whether words are a year, a month or a day of the calendar (ISO 8601)."""
    found = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", words)
    if found is None:
        return False
    try:
        date(*(int(part or 1) for part in found.groups()))
    except ValueError:
        return False
    return True


def _is_language(tag: str) -> bool:
    """Say whether a tag has the form of BCP 47 and begins with a language that CLDR can name, living or not."""
    found = re.fullmatch(r"([A-Za-z]{2,3})(?:-[A-Za-z0-9]{1,8})*", tag)
    return found is not None and found[1].lower() in babel.Locale("en").languages


def _is_address(words: str) -> bool:
    try:
        parts = urlsplit(words)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r'[\s<>"]', words)


_ADDRESS: Final = _Form("a web address", "write it in full: https://…; or remove the line", _is_address)
_DAY: Final = _Form("a day of the calendar", "write year, month and day: 2026-03-01; or remove the line", _is_day)
_DATE: Final = _Form("a date", "write earliest and latest as 1919, 1919-01 or 1919-01-31", _is_date)
_LANGUAGE: Final = _Form("the tag of a language", "write a tag of BCP 47, such as en, de or ru", _is_language)
_VERSION: Final = _Form("a version", "write one, such as 0.1.0, or remove the line", lambda words: bool(words.strip()))
_KIND: Final = _Form("a kind of source", f"known: {', '.join(_KINDS)}", lambda words: words in _KINDS)
_TYPE: Final = _Form("a way to publish", f"known: {', '.join(_TYPES)}", lambda words: words in _TYPES)
_UUID: Final = _Form(
    "a UUID that begins with a letter",
    "copy the xml:id of the bibl in the file that is registered; or remove the line",
    lambda words: bool(re.fullmatch("[a-f][0-9a-f]{7}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", words)),
)

_FORMS: Final[Mapping[tuple[str, str], _Form]] = MappingProxyType(
    {
        ("edition", "language"): _LANGUAGE,
        ("edition", "publisher_ref"): _ADDRESS,
        ("edition", "licence"): _ADDRESS,
        ("edition", "base_url"): _ADDRESS,
        ("edition", "version"): _VERSION,
        ("edition", "date"): _DAY,
        ("edition", "earliest"): _DATE,
        ("edition", "latest"): _DATE,
        ("editor", "ref"): _ADDRESS,
        ("source", "kind"): _KIND,
        ("source", "url"): _ADDRESS,
        ("source", "accessed"): _DAY,
        ("site", "language"): _LANGUAGE,
        ("cmif", "url"): _ADDRESS,
        ("cmif", "licence"): _ADDRESS,
        ("cmif", "type"): _TYPE,
        ("cmif", "id"): _UUID,
        ("withdrawn", "date"): _DAY,
    }
)
