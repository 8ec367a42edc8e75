"""Segments of a source and what they are."""

from dataclasses import dataclass
from enum import StrEnum

from tei_archive.model.span import Span


class Label(StrEnum):
    """What a stretch of a source is; TEI's element name where there is one."""

    HEAD = "head"
    IDNO = "idno"  # a number on a line of its own: of the document in the print, in the sender's books, of the file
    SUBHEAD = "subhead"  # a line of the editors under a heading, on the form of the text
    HEAD_TAIL = "head-tail"  # the rest of a heading that is split over paragraphs
    LINK = "link"  # a sentence of the editors that ties the following text to the document above
    LINK_TAIL = "link-tail"
    DATELINE = "dateline"
    CLASSIFICATION = "classification"
    DISTRIBUTION = "distribution"
    ADDRESS = "address"
    SALUTE = "salute"
    P = "p"
    OMISSION = "omission"
    CLOSER = "closer"
    SIGNED = "signed"
    POSTSCRIPT = "postscript"
    SOURCE = "source"  # where the printed text comes from: an archive mark, a shelfmark, a newspaper issue
    NOTE = "note"
    ENCLOSURE = "enclosure"  # the heading of a paper printed inside the document
    FW = "fw"  # a page number or running head, wherever the page breaks
    FURNITURE = "furniture"  # belongs to the page, not to a document: chapter headings, navigation


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a source with the blank lines that follow it; `apart` says that a blank line stands above it."""

    span: Span
    apart: bool = True


@dataclass(frozen=True, slots=True)
class Labelled:
    """A segment, what it is, by which rule and with which score; `kind` says more where a rule does."""

    span: Span
    label: Label
    rule: str
    score: float
    kind: str | None = None
