"""The rules that no profile holds: what the engine concludes by itself, for the ledger and the registers."""

from collections.abc import Mapping
from types import MappingProxyType

CONSTANT = "engine.constant-correspondent"
COUNTERPART = "engine.counterpart"
HAS_REPLY = "engine.has-reply"
OUTSIDE = "engine.outside"
PARAGRAPH = "engine.paragraph"
SAME = "engine.same-correspondents"
UNDECIDED = "engine.undecided"
WEEKDAY = "engine.weekday"
WHITE_SPACE = "engine.white-space"

ENGINE_RULES: Mapping[str, str] = MappingProxyType(
    {
        CONSTANT: "nearly all letters of the volume name this correspondent, so one that names nobody has the same",
        COUNTERPART: "the one who answers writes to the one who wrote: taken from the document answered",
        HAS_REPLY: "computed: another document of the edition answers this one",
        OUTSIDE: "a line that stands before the first document or after the end of one",
        PARAGRAPH: "no rule of the profile fits the line: it is a paragraph of the text",
        SAME: "the heading repeats the one above: sender and addressee are those of the document before",
        UNDECIDED: "two values are as good as each other, so none is taken",
        WEEKDAY: "the printed day of the week is not that of the date, so one of the two is wrong",
        WHITE_SPACE: "white space between what is claimed",
    }
)
