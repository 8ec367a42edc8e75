"""Whether the text of each TEI file is the text of its stretch of the source, white space aside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tei_archive.scoring.values import Difference, Kind
from tei_archive.tei import EncodedEdition, blocks_text

LOSSLESS = "lossless"


def find_altered(edition: EncodedEdition, texts: Mapping[str, str]) -> Iterator[Difference]:
    """Give back the documents of the sources in `texts` whose text is not that of the source."""
    for file in edition.documents:
        document = file.document
        if document.source not in texts:
            continue
        theirs = document.span.cut(texts[document.source])
        if _squeeze("".join(blocks_text(file.root))) != _squeeze(theirs):
            yield Difference(LOSSLESS, Kind.TEXT_DIFFERS, document.source, document.span, document.id)


def _squeeze(text: str) -> str:
    return "".join(text.split())
