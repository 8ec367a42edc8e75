"""`tei-archive.toml` ↔ Project: the facts that every header of an edition repeats."""

import json
import re
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import TypeVar

from tei_archive.model import Cmif, Person, Project, SiteSettings, SourceNote, Validation, Volume, Withdrawn
from tei_archive.reading.settings_file import SettingsFile, read_settings_file
from tei_archive.reading.settings_forms import check_forms
from tei_archive.reading.validation_settings import format_validation, read_validation
from tei_archive.relaxng.xml_names import is_ncname

T = TypeVar("T", Person, SourceNote, Volume, Withdrawn)

_TABLES = ("edition", "editor", "source", "volume", "withdrawn", "validate", "site", "cmif")
# What Python holds as text but XML does not (XML 1.0, section 2.2).
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_OTHERS = {"editors", "sources", "volumes", "withdrawn", "validation", "site", "cmif"}


def read_project(path: Path) -> Project:
    """Read the settings of an edition from a settings file, or from the one in a folder.

    Raises `ReadingError` where the file is missing or is not what it must be: unknown keys are named, and so are values
    that have not their form, such as a day that is not in the calendar.
    """
    file = read_settings_file(path)
    _check_tables(file)
    project = _build(file, read_validation(file))
    check_forms(project, file)
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


def _build(file: SettingsFile, validation: Validation) -> Project:
    edition = _strings(file, "edition", file.tables.get("edition", {}), _edition_keys())
    for name in ("title", "siglum"):
        if not edition.get(name, "").strip():
            raise file.refuse(f"[edition] has no {name}", f'add: {name} = "…"', "edition")
    _check_siglum(file, edition["siglum"])
    return Project(
        **edition,
        editors=_all(file, "editor", Person),
        sources=_all(file, "source", SourceNote),
        volumes=_all(file, "volume", Volume),
        withdrawn=_all(file, "withdrawn", Withdrawn),
        validation=validation,
        site=SiteSettings(**_strings(file, "site", file.tables.get("site", {}), _keys(SiteSettings))),
        cmif=Cmif(**_strings(file, "cmif", file.tables.get("cmif", {}), _keys(Cmif))),
    )


def _all(file: SettingsFile, name: str, kind: type[T]) -> tuple[T, ...]:
    """Give back every table of a name, as values of its kind."""
    entries = file.tables.get(name, [])
    if not isinstance(entries, list):
        raise file.refuse_table(f"[{name}] must be a list", f"write [[{name}]]", name)
    return tuple(kind(**_strings(file, name, entry, _keys(kind), number)) for number, entry in enumerate(entries))


def _check_siglum(file: SettingsFile, siglum: str) -> None:
    if not re.fullmatch(r"[A-Za-z_].*", siglum) or not is_ncname(siglum):
        hint = "begin with a letter; use letters, digits, '-', '.' and '_'"
        raise file.refuse(f"the siglum {siglum!r} cannot begin an xml:id", hint, "edition", "siglum")


def _strings(file: SettingsFile, table: str, entry: object, known: tuple[str, ...], number: int = 0) -> dict[str, str]:
    if not isinstance(entry, dict):
        raise file.refuse_table(f"{table} is not a table", f"write [{table}]", table)
    for name, value in entry.items():
        if name not in known:
            raise file.refuse(f"unknown key in [{table}]: {name}", f"known: {', '.join(known)}", table, name, number)
        _check_text(file, table, name, value, number)
    required = {"editor": "name", "source": "file", "volume": "folder", "withdrawn": "id"}.get(table)
    if required and not entry.get(required):
        raise file.refuse(f"a [[{table}]] has no {required}", f'add: {required} = "…"', table, number=number)
    return entry


def _check_text(file: SettingsFile, table: str, name: str, value: object, number: int) -> None:
    if not isinstance(value, str):
        meant = value if isinstance(value, int | float | date) else "…"
        hint = f'put it in quotation marks: {name} = "{meant}"'
        raise file.refuse(f"{name} in [{table}] is not a text", hint, table, name, number)
    if found := _NOT_XML.search(value):
        message = f"{name} in [{table}] has the character U+{ord(found[0]):04X}, which cannot stand in an XML file"
        raise file.refuse(message, "remove the character", table, name, number)


def _check_tables(file: SettingsFile) -> None:
    for name in file.tables:
        if name not in _TABLES:
            raise file.refuse_table(f"unknown table: {name}", f"known: {', '.join(_TABLES)}", name)
