"""The page of the search: every document, the facets, and the words of the texts."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from tei_archive.exporting.html.catalogue import Catalogue, Item
from tei_archive.exporting.html.facets import Facet, build_facets
from tei_archive.exporting.html.pagefind import Indexed
from tei_archive.exporting.plain_text import all_blocks


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """A document in the list, the keys of its facets as JSON, and its id in the index where there is one."""

    item: Item
    facets: str
    result: str


@dataclass(frozen=True, slots=True)
class SearchView:
    """What the page of the search shows; `has_index` where Pagefind has made one."""

    total: int
    facets: tuple[Facet, ...]
    entries: tuple[SearchEntry, ...]
    has_index: bool


def view_search(catalogue: Catalogue, ids: Mapping[str, str]) -> SearchView:
    """Give back what the page shows; `ids` are those that an index has for the pages, none where there is no index."""
    facets = build_facets(catalogue)
    return SearchView(
        total=len(catalogue.chronology),
        facets=facets.offered,
        entries=tuple(SearchEntry(item, facets.keys[item.id], ids.get(item.href, "")) for item in catalogue.chronology),
        has_index=bool(ids),
    )


def indexed_texts(catalogue: Catalogue) -> tuple[Indexed, ...]:
    """Give back the texts that are searched: the blocks of each document, those of its enclosures too."""
    return tuple(
        Indexed(catalogue.items[encoded.document.id].href, tuple(block.text for block in all_blocks(encoded.document)))
        for encoded in sorted(catalogue.documents, key=lambda encoded: encoded.document.id)
    )


def texts_script(catalogue: Catalogue) -> bytes:
    """Give back the texts as a script: a browser that opens a page from the disk reads scripts and nothing else."""
    texts = {text.href: " ".join(" ".join(text.paragraphs).split()) for text in indexed_texts(catalogue)}
    # The two line ends of Unicode would end a string in older browsers.
    written = json.dumps(texts, ensure_ascii=False).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"window.editionTexts = {written};\n".encode()
