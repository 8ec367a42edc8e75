"""What an edition says about itself in `tei-archive.toml`."""

from dataclasses import dataclass, field

from tei_archive.model.findings import Validation


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
    kind: str | None = None
    url: str | None = None
    accessed: str | None = None


@dataclass(frozen=True, slots=True)
class Volume:
    """Another edition, whose documents may be answered here or answer these: the path of its folder from this one."""

    folder: str


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """What an edition wants of its web site: the language of the interface, where it is not that of the edition."""

    language: str | None = None


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A document that was published and is no more: its id, its title, the ISO day and the reason of the withdrawal.

    `replaced_by` is the id of the document that has taken its place.
    """

    id: str
    title: str | None = None
    date: str | None = None
    reason: str | None = None
    replaced_by: str | None = None


@dataclass(frozen=True, slots=True)
class Cmif:
    """What the index of letters says of itself: its address, its licence, how the edition is published, its id.

    `type` is `online`, `print` or `hybrid`. Without a licence of its own the index has that of the edition; without an
    `id` it is made from base URL and siglum.
    """

    url: str | None = None
    licence: str | None = None
    type: str | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Project:
    """The facts that every header repeats. Dates and addresses are kept as written; `date` is an ISO day.

    What is not stated is not claimed: without a licence the headers say that the terms of use are not known. `rights`
    says in words what the licence covers.
    """

    title: str
    siglum: str
    profile: str = "auto"
    language: str = "en"
    editors: tuple[Person, ...] = ()
    publisher: str = "unpublished"
    publisher_ref: str | None = None
    licence: str | None = None
    licence_name: str | None = None
    rights: str | None = None
    base_url: str | None = None
    version: str = "0.1.0"
    date: str | None = None
    description: str = ""
    earliest: str | None = None
    latest: str | None = None
    sources: tuple[SourceNote, ...] = ()
    volumes: tuple[Volume, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()
    validation: Validation = field(default_factory=Validation)
    site: SiteSettings = SiteSettings()
    cmif: Cmif = Cmif()
