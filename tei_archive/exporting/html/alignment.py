"""The text of a document beside its source: which passage of the source each block was encoded from."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, replace

from lxml import etree

from tei_archive.model import Source, Span
from tei_archive.tei import EncodedDocument
from tei_archive.tei.names import XML_ID, qualified

# The attribute that tells the stylesheet the number of the passage; the documents of an edition never hold it.
PASSAGE = "{https://www.gnu.org/software/gettext}passage"

_NAMES = "ab addrLine argument byline dateline docDate fw head idno l label note p salute seg signed trailer"
_BLOCKS = frozenset(map(qualified, _NAMES.split()))

# So many characters of a block are found again behind words that no block holds; fewer could stand anywhere.
_TELLING = 20


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the source; `block` is the id of the block encoded from it, empty where there is none.

    `runs_on` where other words stand before it in its line.
    """

    text: str
    number: int = 0
    block: str = ""
    runs_on: bool = False


@dataclass(frozen=True, slots=True)
class Aligned:
    """A document whose blocks bear the numbers of their passages, and these, which together are the words it has."""

    encoded: EncodedDocument
    passages: tuple[Passage, ...]


def align(encoded: EncodedDocument, source: Source | None) -> Aligned:
    """Find the words of each block in the source, one block after the other.

    A block holds the words of its source to the letter, and only white space stands between blocks. What a scholar has
    changed since is not found, and has no passage.
    """
    if source is None:
        return Aligned(encoded, ())
    root = deepcopy(encoded.root)
    passages: list[Passage] = []
    span = encoded.document.span
    at = span.start
    for number, (block, found) in enumerate(_find(root, source, span), start=1):
        if at < found.start:
            passages.append(Passage(source.text[at : found.start]))
        block.set(PASSAGE, str(number))
        id_ = block.get(XML_ID) or f"page-passage-{number}"
        runs_on = span.start < found.start and source.text[found.start - 1] != "\n"
        passages.append(Passage(found.cut(source.text), number, id_, runs_on))
        at = found.end
    rest = source.text[at : span.end]
    return Aligned(replace(encoded, root=root), (*passages, *([Passage(rest)] if rest else [])))


def _find(root: etree._Element, source: Source, within: Span) -> Iterator[tuple[etree._Element, Span]]:
    at = within.start
    for block in _blocks(root):
        words = str(block.xpath("string()")).strip()
        start = source.text.find(words, at, within.end) if words else -1
        if start >= 0 and (len(words) >= _TELLING or not source.text[at:start].strip()):
            at = start + len(words)
            yield block, Span(start, at)


def _blocks(root: etree._Element) -> Iterator[etree._Element]:
    """Give back the blocks of the text, without those that stand inside another."""
    for text in root.iterchildren(qualified("text")):
        yield from (block for block in text.iter(*_BLOCKS) if not _stands_in_a_block(block))


def _stands_in_a_block(element: etree._Element) -> bool:
    return any(above.tag in _BLOCKS for above in element.iterancestors())
