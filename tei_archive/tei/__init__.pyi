from .alignment import Mismatch, align
from .content import blocks_text, text_of
from .edition import EncodedDocument, EncodedEdition
from .reader import read_document
from .registers import encode_registers, read_registers, read_rules
from .unclaimed import encode_unclaimed, read_unclaimed
from .volume import encode_volume
from .writer import encode_document

__all__ = [
    "EncodedDocument",
    "EncodedEdition",
    "Mismatch",
    "align",
    "blocks_text",
    "encode_document",
    "encode_registers",
    "encode_unclaimed",
    "encode_volume",
    "read_document",
    "read_registers",
    "read_rules",
    "read_unclaimed",
    "text_of",
]
