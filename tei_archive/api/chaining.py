"""Encoded editions → the chains of replies in them."""

from collections.abc import Sequence
from pathlib import Path

from tei_archive.api.editions import load_edition
from tei_archive.api.reports import ChainsReport
from tei_archive.errors import Location, ReadingError
from tei_archive.model import Document, build_reply_trees, find_circles, is_too_early


def chains(folders: Sequence[Path], minimum: int = 2) -> ChainsReport:
    """Give back the chains of at least so many documents in editions, taken together.

    Raises `ReadingError` where an edition cannot be read, or two of them have a document of the same id.
    """
    documents: dict[str, Document] = {}
    for folder in folders:
        for encoded in load_edition(folder).documents:
            if encoded.document.id in documents:
                raise ReadingError(
                    f"another document has the id {encoded.document.id}",
                    Location(str(encoded.path)),
                    hint="name each edition once, and give each a siglum of its own in tei-archive.toml",
                )
            documents[encoded.document.id] = encoded.document
    trees = build_reply_trees(documents.values())
    links = tuple(trees.links())
    return ChainsReport(
        trees=trees,
        chains=tuple(chain for first in trees.firsts if len(chain := tuple(trees.tree(first))) >= minimum),
        minimum=minimum,
        circles=tuple(find_circles(links, str)),
        early=tuple(link for link in links if is_too_early(documents[link[0]], documents[link[1]])),
    )
