"""TEI: the only place that reads or builds it. Writing proves that no text is lost; reading takes TEI of any shape."""

from tei_archive.tei.alignment import Mismatch, align
from tei_archive.tei.content import blocks_text, text_of
from tei_archive.tei.edition import EncodedDocument, EncodedEdition
from tei_archive.tei.reader import read_document
from tei_archive.tei.registers import encode_registers, read_registers, read_rules
from tei_archive.tei.unclaimed import encode_unclaimed, read_unclaimed
from tei_archive.tei.writer import encode_document

__all__ = [
    "EncodedDocument",
    "EncodedEdition",
    "Mismatch",
    "align",
    "blocks_text",
    "encode_document",
    "encode_registers",
    "encode_unclaimed",
    "read_document",
    "read_registers",
    "read_rules",
    "read_unclaimed",
    "text_of",
]
