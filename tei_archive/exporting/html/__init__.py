"""The edition as a web site: static pages that need no server and ask nothing of the net."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import ClassVar

from tei_archive.exporting.html.catalogue import build_catalogue
from tei_archive.exporting.html.links import tei_file, text_file
from tei_archive.exporting.html.overrides import OURS, assets_of, style_of
from tei_archive.exporting.html.pages import build_pages
from tei_archive.exporting.html.render import build_templates, render_page
from tei_archive.exporting.output import OutputFile
from tei_archive.exporting.plain_text import plain_text
from tei_archive.model.folder import REGISTERS_FILE, SOURCES_FOLDER
from tei_archive.tei import EncodedEdition

_SCRIPTS = ("facets.js", "reading.js")
_COPIED = (REGISTERS_FILE, f"{SOURCES_FOLDER}/*")


@dataclass(frozen=True, slots=True)
class Site:
    """The pages, style and script, and copies of what the pages lead to."""

    file_name: ClassVar[str | None] = None

    def files(self, edition: EncodedEdition, _name: str = "") -> Iterator[OutputFile]:
        """Give back the files of the site.

        Raises `ExportError` where an id cannot be a file name, or where a template or the stylesheet that the edition
        brings along does not work.
        """
        yield from _pages(edition)
        yield from _copies(edition)
        yield _file("assets/style.css", style_of(edition.folder))
        yield from (_file(f"assets/{name}", (OURS / "assets" / name).read_bytes()) for name in _SCRIPTS)
        yield from (_file(f"assets/{name}", content) for name, content in assets_of(edition.folder))

    def made(self, _name: str, _content: bytes) -> bool:
        """Never by itself: the list of the files that were written says it."""
        return False


def _pages(edition: EncodedEdition) -> Iterator[OutputFile]:
    catalogue = build_catalogue(edition)
    templates = build_templates(edition.folder, edition.project, catalogue.texts)
    for page in build_pages(catalogue, edition.registers, edition.folder):
        values = {"title": page.title, "view": page.view}
        yield _file(page.path, render_page(templates, page.path, page.template, values))


def _copies(edition: EncodedEdition) -> Iterator[OutputFile]:
    """The TEI files point to the registers and the sources beside their folder, here as in the edition."""
    for encoded in edition.documents:
        yield _file(tei_file(encoded.document.id), encoded.path.read_bytes())
        yield _file(text_file(encoded.document.id), plain_text(encoded.document).encode())
    for pattern in _COPIED:
        for path in sorted(edition.folder.glob(pattern)):
            yield _file(path.relative_to(edition.folder).as_posix(), path.read_bytes())


def _file(path: str, content: bytes) -> OutputFile:
    return OutputFile(PurePosixPath(path), content)
