"""`tei-archive.toml` ↔ Project: the facts that every header of an edition repeats."""

import json
import re
import tomllib
from dataclasses import fields
from pathlib import Path
from typing import TypeVar

from tei_archive.errors import Location, ReadingError
from tei_archive.model import Cmif, Person, Project, SiteSettings, SourceNote, Validation, Volume, Withdrawn
from tei_archive.model.folder import PROJECT_FILE
from tei_archive.reading.settings_forms import check_forms
from tei_archive.reading.validation_settings import format_validation, read_validation

T = TypeVar("T", Person, SourceNote, Volume, Withdrawn)

_TABLES = ("edition", "editor", "source", "volume", "withdrawn", "validate", "site", "cmif")
_OTHERS = {"editors", "sources", "volumes", "withdrawn", "validation", "site", "cmif"}


def read_project(path: Path) -> Project:
    """Read the settings of an edition from a settings file, or from the one in a folder.

    Raises `ReadingError` where the file is missing or is not what it must be: unknown keys are named, and so are values
    that have not their form, such as a day that is not in the calendar.
    """
    file = path / PROJECT_FILE if path.is_dir() else path
    try:
        text = file.read_text(encoding="utf-8")
        tables = tomllib.loads(text)
    except OSError as error:
        raise ReadingError(
            f"cannot be read: {error.strerror}", Location(str(file)), hint="`tei-archive segment` writes one"
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ReadingError(f"not TOML: {error}", _location(file, str(error)), hint="see docs/settings.md") from error
    _check_names(file, "table", tables, _TABLES)
    project = _build(file, tables, read_validation(tables.get("validate", {}), file, text))
    check_forms(project, file, text)
    return project


def format_project(project: Project) -> str:
    """Write the settings as TOML with a comment for everything an editor may want to fill in."""
    lines = [
        "# What every header of this edition repeats. Edit at will; `tei-archive` only reads this file.",
        "",
        "[edition]",
    ]
    lines += [_line(name, getattr(project, name)) for name in _edition_keys()]
    for person in project.editors:
        lines += ["", "[[editor]]", *(_line(name, getattr(person, name)) for name in _keys(Person))]
    if not project.editors:
        lines += ["", "# [[editor]]", '# name = "…"', '# ref = "https://orcid.org/…"']
    for note in project.sources:
        lines += ["", "[[source]]", *(_line(name, getattr(note, name)) for name in _keys(SourceNote))]
    for volume in project.volumes:
        lines += ["", "[[volume]]", _line("folder", volume.folder)]
    for gone in project.withdrawn:
        lines += ["", "[[withdrawn]]", *(_line(name, getattr(gone, name)) for name in _keys(Withdrawn))]
    if project.site != SiteSettings():
        lines += ["", "[site]", *(_line(name, getattr(project.site, name)) for name in _keys(SiteSettings))]
    lines += format_validation(project.validation)
    if project.cmif != Cmif():
        stated = ((name, getattr(project.cmif, name)) for name in _keys(Cmif))
        lines += ["", "[cmif]", *(_line(name, value) for name, value in stated if value is not None)]
    return "\n".join(lines) + "\n"


def _edition_keys() -> tuple[str, ...]:
    return tuple(name for name in _keys(Project) if name not in _OTHERS)


def _keys(holder: type[Cmif | Person | Project | SiteSettings | SourceNote | Volume | Withdrawn]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(holder))


def _line(name: str, value: str | None) -> str:
    if value is None:
        return f'# {name} = ""'
    # A JSON string is a TOML basic string, save for U+007F, which TOML wants escaped.
    text = json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return f"{name} = {text}"


def _build(file: Path, tables: dict[str, object], validation: Validation) -> Project:
    edition = _strings(file, "edition", tables.get("edition", {}), _edition_keys())
    for name in ("title", "siglum"):
        if not edition.get(name):
            raise ReadingError(f"[edition] has no {name}", Location(str(file)), hint=f'add: {name} = "…"')
    _check_siglum(file, edition["siglum"])
    return Project(
        **edition,
        editors=_all(file, "editor", tables, Person),
        sources=_all(file, "source", tables, SourceNote),
        volumes=_all(file, "volume", tables, Volume),
        withdrawn=_all(file, "withdrawn", tables, Withdrawn),
        validation=validation,
        site=SiteSettings(**_strings(file, "site", tables.get("site", {}), _keys(SiteSettings))),
        cmif=Cmif(**_strings(file, "cmif", tables.get("cmif", {}), _keys(Cmif))),
    )


def _all(file: Path, name: str, tables: dict[str, object], kind: type[T]) -> tuple[T, ...]:
    """Give back every table of a name, as values of its kind."""
    entries = _list(file, name, tables)
    return tuple(kind(**_strings(file, name, entry, _keys(kind))) for entry in entries)


def _check_siglum(file: Path, siglum: str) -> None:
    if not re.fullmatch(r"[A-Za-z_][\w.-]*", siglum):
        raise ReadingError(
            f"the siglum {siglum!r} cannot begin an xml:id",
            Location(str(file)),
            hint="begin with a letter; use letters, digits, '-', '.' and '_'",
        )


def _list(file: Path, name: str, tables: dict[str, object]) -> list[object]:
    entries = tables.get(name, [])
    if not isinstance(entries, list):
        raise ReadingError(f"[{name}] must be a list", Location(str(file)), hint=f"write [[{name}]]")
    return entries


def _strings(file: Path, table: str, entry: object, known: tuple[str, ...]) -> dict[str, str]:
    if not isinstance(entry, dict):
        raise ReadingError(f"{table} is not a table", Location(str(file)), hint=f"write [{table}]")
    _check_names(file, f"key in [{table}]", entry, known)
    for name, value in entry.items():
        if not isinstance(value, str):
            raise ReadingError(
                f"{name} in [{table}] is not a text",
                Location(str(file)),
                hint=f'put it in quotation marks: {name} = "{value}"',
            )
    required = {"editor": "name", "source": "file", "volume": "folder", "withdrawn": "id"}.get(table)
    if required and not entry.get(required):
        raise ReadingError(f"a [[{table}]] has no {required}", Location(str(file)), hint=f'add: {required} = "…"')
    return entry


def _check_names(file: Path, what: str, names: dict[str, object], known: tuple[str, ...]) -> None:
    for name in names:
        if name not in known:
            raise ReadingError(f"unknown {what}: {name}", Location(str(file)), hint=f"known: {', '.join(known)}")


def _location(file: Path, message: str) -> Location:
    found = re.search(r"line (\d+)", message)
    return Location(str(file), line=int(found[1]) if found else None)
