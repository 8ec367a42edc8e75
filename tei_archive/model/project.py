"""What an edition says about itself in `tei-archive.toml`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """An editor: a name, an identifying URL, an address."""

    name: str
    ref: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True)
class SourceNote:
    """Where a source comes from: file name, title, kind (`webpage`, `print`, `manuscript`), address, day of access."""

    file: str
    title: str | None = None
    kind: str = "webpage"
    url: str | None = None
    accessed: str | None = None


@dataclass(frozen=True, slots=True)
class Project:
    """The facts that every header repeats. Dates and addresses are kept as written; `date` is an ISO day."""

    title: str
    siglum: str
    profile: str = "auto"
    language: str = "en"
    editors: tuple[Person, ...] = ()
    publisher: str = "unpublished"
    publisher_ref: str | None = None
    licence: str = "https://creativecommons.org/licenses/by/4.0/"
    licence_name: str = "CC BY 4.0"
    base_url: str | None = None
    version: str = "0.1.0"
    date: str | None = None
    description: str = ""
    earliest: str | None = None
    latest: str | None = None
    sources: tuple[SourceNote, ...] = ()
