"""The rules that no profile holds: what the engine concludes by itself, for the ledger and the registers."""

from collections.abc import Mapping
from types import MappingProxyType

CONSTANT = "engine.constant-correspondent"
COUNTERPART = "engine.counterpart"
HAS_REPLY = "engine.has-reply"
OUTSIDE = "engine.outside"
LETTERHEAD = "engine.letterhead"
PARAGRAPH = "engine.paragraph"
PARTNER = "engine.partner"
SIGNS_IN_FULL = "engine.signs-in-full"
THE_SAME = "engine.the-same"
UNDECIDED = "engine.undecided"
WEEKDAY = "engine.weekday"
WHITE_SPACE = "engine.white-space"

ENGINE_RULES: Mapping[str, str] = MappingProxyType(
    {
        CONSTANT: "nearly all letters of the volume name this correspondent, so one that names nobody has the same",
        COUNTERPART: "the one who answers writes to the one who wrote: taken from the document answered",
        HAS_REPLY: "computed: another document of the edition answers this one",
        LETTERHEAD: "the line stands at the head of other letters of the volume, too",
        OUTSIDE: "a line that stands before the first document or after the end of one",
        PARAGRAPH: "no rule of the profile fits the line: it is a paragraph of the text",
        PARTNER: "who writes in this volume writes to the same one, or to the one whose letters stand around this one",
        SIGNS_IN_FULL: "the only writer of the volume whose full name has these letters signs others with it",
        THE_SAME: "the heading says that it is the same as in the letter above",
        UNDECIDED: "two values are as good as each other, so none is taken",
        WEEKDAY: "the printed day of the week is not that of the date, so one of the two is wrong",
        WHITE_SPACE: "white space between what is claimed",
    }
)
