"""Which element stands for which label, and where: the one table that the writer and the reader of bodies share."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from tei_archive.model import Label


class Division(StrEnum):
    """What a `div` holds: the values of its `type`."""

    DOCUMENT = "document"  # a letter and its enclosures
    LETTER = "letter"
    ENCLOSURE = "enclosure"


# A label that the table of its place does not hold becomes a `seg` there, with the label in `type`.
OPENER: Mapping[Label, str] = MappingProxyType({Label.DATELINE: "dateline", Label.SALUTE: "salute"})
CLOSER: Mapping[Label, str] = MappingProxyType(
    {Label.DATELINE: "dateline", Label.CLOSER: "salute", Label.SIGNED: "signed"}
)

# The `type` of a heading. That of a paper printed inside a document ("Enclosure 1") is the work of the print's editors.
HEADS: Mapping[Division, Mapping[Label, str | None]] = MappingProxyType(
    {
        Division.LETTER: MappingProxyType(
            {Label.HEAD: None, Label.IDNO: "number", Label.SUBHEAD: "sub", Label.LINK: "link"}
        ),
        Division.ENCLOSURE: MappingProxyType(
            {
                Label.HEAD: None,
                Label.IDNO: "number",
                Label.SUBHEAD: "sub",
                Label.LINK: "link",
                Label.ENCLOSURE: "editorial",
            }
        ),
    }
)

# Lines that belong to the heading above an opener, and to the opener once it has begun: there each is a `seg`.
IN_OPENER = frozenset({Label.IDNO, Label.SUBHEAD})

# An omission is a paragraph that begins with this.
OMISSION_GAP: Mapping[str, str | None] = MappingProxyType({"reason": "editorial", "unit": "paragraph"})
