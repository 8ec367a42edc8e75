"""What CMIF asks of the settings of an edition: all that is missing is told at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tei_archive.errors import ExportError, Location
from tei_archive.exporting.cmif.stamps import read_stamp
from tei_archive.model import Person, Project
from tei_archive.model.folder import PROJECT_FILE
from tei_archive.tei.cmif import LICENCES, is_licence, is_web_address, make_identifier

_FREE, *_ = LICENCES
_UNSTATED = Project("", "").publisher


@dataclass(frozen=True, slots=True)
class Facts:
    """What the head of the index says: every value is there and has its form."""

    title: str
    editors: tuple[Person, ...]
    publisher: str
    publisher_ref: str | None
    url: str
    base_url: str
    stamp: str
    licence: str
    type: str
    id: str


def settle(project: Project, folder: Path, date: str | None) -> Facts:
    """Give back the facts for the head of the index; `date` comes before the day of the edition.

    Raises `ExportError` where settings are missing or do not do; it names every one of them and says what to write.
    """
    if missing := tuple(_find_missing(project, date)):
        keys, remedies = zip(*missing, strict=True)
        raise ExportError(
            f"the settings lack what CMIF asks for: {', '.join(keys)}",
            Location(str(folder / PROJECT_FILE)),
            hint=f"write {'; '.join(remedies)} (docs/cmif.md)",
        )
    cmif, base = project.cmif, project.base_url or ""
    return Facts(
        title=project.title,
        editors=project.editors,
        publisher=project.publisher,
        publisher_ref=project.publisher_ref,
        url=cmif.url or "",
        base_url=base,
        stamp=read_stamp(date or project.date or ""),
        licence=_find_licence(project) or "",
        type=cmif.type or "online",
        id=cmif.id or make_identifier(f"{base.rstrip('/')}#{project.siglum}"),
    )


def _find_missing(project: Project, date: str | None) -> Iterator[tuple[str, str]]:
    """Give back each key that is missing or has a value that does not do, and what to write."""
    base = project.base_url
    if base is None or not is_web_address(base):
        yield "[edition] base_url", 'base_url = "https://…" in [edition]: where the edition stands on the web'
    if project.cmif.url is None or not is_web_address(project.cmif.url):
        example = f"{base.rstrip('/')}/cmif.xml" if base else "https://…/cmif.xml"
        yield "[cmif] url", f'url = "{example}" in [cmif]: where the index will stand'
    if project.publisher == _UNSTATED:
        yield "[edition] publisher", 'publisher = "…" in [edition]'
    if project.publisher_ref is not None and not is_web_address(project.publisher_ref):
        yield "[edition] publisher_ref", 'publisher_ref = "https://…" in [edition], or remove the line'
    if not any(editor.email and editor.email.strip() for editor in project.editors):
        yield "[[editor]] email", 'email = "…" in an [[editor]]: whom to write to about the index'
    if _find_licence(project) is None:
        yield "[cmif] licence", f'licence = "{_FREE}" in [cmif]: the index must be CC BY 4.0 or CC0'
    if date is None and project.date is None:
        yield "[edition] date", 'date = "2026-03-01" in [edition], or name the day with --date'


def _find_licence(project: Project) -> str | None:
    stated = project.cmif.licence or project.licence
    return stated if stated is not None and is_licence(stated) else None
