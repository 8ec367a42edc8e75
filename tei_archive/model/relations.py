"""How documents stand to each other."""

from enum import StrEnum


class Relation(StrEnum):
    """How one document stands to another: the values of `correspContext/ref/@subtype`."""

    IS_REPLY_TO = "isReplyTo"
    HAS_REPLY = "hasReply"
    CITES = "cites"
    SEQUENCE = "sequence"
    ENCLOSES = "encloses"
    ENCLOSED_IN = "enclosedIn"
