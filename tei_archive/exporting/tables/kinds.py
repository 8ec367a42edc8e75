"""Kinds of cells: what a cell of a table may hold."""

from __future__ import annotations

import re
from enum import Enum

_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
# With an X for each digit that is not known.
_WHOLE = r"[0-9]{4}(-[0-9]{2})?|[0-9]{4}-([0-9]{2}|XX)-XX|[0-9]{3}X|[0-9]{2}XX"
_DEGREES = r"-?[0-9]{1,3}(\.[0-9]+)?"


class Kind(Enum):
    """What a cell may hold: a datatype of CSVW, and a pattern for those that are checked instead of guarded.

    The patterns mean the same to Python and to ECMAScript, which CSVW asks for.
    """

    TEXT = ("string", None)
    ID = ("string", r"[^\s\-+=@;|'\"][^\s;|]*")
    COUNT = ("nonNegativeInteger", r"[0-9]+")
    DAY = ("date", _DAY)
    EDTF = ("string", rf"{_WHOLE}|{_DAY}(/{_DAY})?|\[{_DAY}\.\.{_DAY}\]")
    DOUBTED_EDTF = ("string", rf"({_WHOLE}|{_DAY})[?~%]?|{_DAY}[?~%]?/{_DAY}[?~%]?|\[{_DAY}[?~%]?\.\.{_DAY}[?~%]?\]")
    INTERVAL = ("string", rf"<\[{_DAY},{_DAY}\](;\[{_DAY},{_DAY}\])*>")
    DEGREES = ("decimal", _DEGREES)
    POINT = ("string", rf"{_DEGREES},{_DEGREES}")
    RELATION = ("string", r"enclosure|quoted")
    REFERENCE = ("string", r"isReplyTo|hasReply|cites|sequence|encloses|enclosedIn")
    ENTRY = ("string", r"person|organisation|place")
    CERTAINTY = ("string", r"high|medium|low")
    TRUTH = ("boolean", r"true|false")
    LANGUAGE = ("string", r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
    ADDRESS = ("anyURI", r"[A-Za-z][A-Za-z0-9+.\-]*:[^\s|]+")
    CHECKSUM = ("string", r"[0-9a-f]{64}")

    def __init__(self, datatype: str, pattern: str | None) -> None:
        self.datatype = datatype
        self.pattern = pattern

    def holds(self, value: str) -> bool:
        """Say whether the value may stand in such a cell."""
        return self.pattern is None or re.fullmatch(self.pattern, value) is not None
