"""The text of a document without any markup."""

from tei_archive.model import Block, Document


def all_blocks(document: Document) -> tuple[Block, ...]:
    """Give back the blocks of a document, then those of its enclosures."""
    return (*document.blocks, *(block for enclosure in document.enclosures for block in enclosure.blocks))


def plain_text(document: Document) -> str:
    """Give back the text of a document, enclosures included, with an empty line between blocks."""
    return "\n\n".join(block.text for block in all_blocks(document)) + "\n"
