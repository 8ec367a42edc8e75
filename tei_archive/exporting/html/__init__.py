"""The edition as a web site: static pages that need no server and ask nothing of the net."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import starmap
from pathlib import PurePosixPath
from typing import ClassVar

from tei_archive.exporting.html.catalogue import build_catalogue
from tei_archive.exporting.html.downloads import build_downloads
from tei_archive.exporting.html.feeds import build_feed, build_site_map
from tei_archive.exporting.html.links import tei_file
from tei_archive.exporting.html.overrides import OURS, assets_of, style_of
from tei_archive.exporting.html.pagefind import Index, build_index, has_pagefind
from tei_archive.exporting.html.pages import build_pages
from tei_archive.exporting.html.render import build_templates, render_page
from tei_archive.exporting.html.search import indexed_texts, texts_script
from tei_archive.exporting.output import OutputFile
from tei_archive.model.folder import REGISTERS_FILE, SOURCES_FOLDER
from tei_archive.tei import EncodedEdition

__all__ = ["Site", "has_pagefind"]

_ASSETS = ("facets.js", "found.js", "icon.svg", "reading.js", "search.js")
_NO_INDEX = Index({}, {})
_COPIED = (REGISTERS_FILE, f"{SOURCES_FOLDER}/*")


@dataclass(frozen=True, slots=True)
class Site:
    """The pages, style and scripts, and copies of what the pages lead to; with an index of the words for web servers.

    The index needs Pagefind, the extra `[site]`. Without it the search looks through all texts.
    """

    pagefind: bool = False
    file_name: ClassVar[str | None] = None

    def files(self, edition: EncodedEdition, _name: str = "") -> Iterator[OutputFile]:
        """Give back the files of the site.

        Raises `ExportError` where an id cannot be a file name, where a template or the stylesheet that the edition
        brings along does not work, or where Pagefind is asked for and not there.
        """
        catalogue = build_catalogue(edition)
        copies = dict(_copies(edition))
        feed = build_feed(catalogue)
        index = build_index(indexed_texts(catalogue), edition.project.language) if self.pagefind else _NO_INDEX
        pages = tuple(build_pages(catalogue, edition.registers, edition.folder, index.ids))
        templates = build_templates(edition.folder, edition.project, catalogue.texts, has_feed=feed is not None)
        for page in pages:
            values = {"title": page.title, "view": page.view}
            yield _file(page.path, render_page(templates, page.path, page.template, values))
        yield from starmap(_file, copies.items())
        yield from starmap(_file, build_downloads(catalogue, copies))
        yield from (_file(f"pagefind/{name}", content) for name, content in index.files.items())
        for name, content in (("feed.xml", feed), ("sitemap.xml", build_site_map(catalogue, pages))):
            if content:
                yield _file(name, content)
        yield _file("assets/style.css", style_of(edition.folder))
        yield from (_file(f"assets/{name}", (OURS / "assets" / name).read_bytes()) for name in _ASSETS)
        yield _file("assets/texts.js", texts_script(catalogue))
        yield from (_file(f"assets/{name}", content) for name, content in assets_of(edition.folder))

    def made(self, _name: str, _content: bytes) -> bool:
        """Never by itself: the list of the files that were written says it."""
        return False


def _copies(edition: EncodedEdition) -> Iterator[tuple[str, bytes]]:
    """The TEI files point to the registers and the sources beside their folder, here as in the edition."""
    for encoded in edition.documents:
        yield tei_file(encoded.document.id), encoded.path.read_bytes()
    for pattern in _COPIED:
        for path in sorted(edition.folder.glob(pattern)):
            yield path.relative_to(edition.folder).as_posix(), path.read_bytes()


def _file(path: str, content: bytes) -> OutputFile:
    return OutputFile(PurePosixPath(path), content)
