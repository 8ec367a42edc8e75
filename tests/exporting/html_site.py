"""A site in memory, for tests: its files by address, its pages as trees."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from posixpath import dirname, join, normpath

from lxml import etree, html

from tei_archive import exporting
from tei_archive.tei import EncodedEdition


@dataclass(frozen=True, slots=True)
class Site:
    files: Mapping[str, bytes]

    def page(self, path: str) -> etree._Element:
        return html.document_fromstring(self.files[path].decode())

    def pages(self) -> Iterator[tuple[str, etree._Element]]:
        """The pages to read; those at permalinks only lead on."""
        pages = (path for path in sorted(self.files) if path.endswith(".html") and not path.endswith("/index.html"))
        return ((path, self.page(path)) for path in pages)

    def links(self) -> Iterator[tuple[str, str]]:
        """Every address that a page names, with the page."""
        for path, page in self.pages():
            yield from ((path, address) for address in page.xpath("//@href | //@src"))

    def text(self, path: str, xpath: str = "//body") -> str:
        return " ".join(" ".join(element.text_content() for element in self.page(path).xpath(xpath)).split())


def build_site(edition: EncodedEdition) -> Site:
    return Site({str(file.path): file.content for file in exporting.Site().files(edition)})


def resolved(page: str, address: str) -> tuple[str, str]:
    """The file that an address on a page leads to, and the place in it."""
    path, _, fragment = address.partition("#")
    return (normpath(join(dirname(page), path)) if path else page, fragment)
