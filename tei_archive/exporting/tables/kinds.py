"""Kinds of cells: what a cell of the letters table may hold."""

from __future__ import annotations

import re
from enum import Enum

_DAY = r"\d{4}-\d\d-\d\d"
# With an X for each digit that is not known.
_WHOLE = r"\d{4}(-\d\d)?|\d{4}-(\d\d|XX)-XX|\d{3}X|\d\dXX"


class Kind(Enum):
    """What a cell may hold: a datatype of CSVW, and a pattern for those that are checked instead of guarded.

    The patterns mean the same to Python and to ECMAScript, which CSVW asks for.
    """

    TEXT = ("string", None)
    ID = ("string", r"[^\s\-+=@;|'\"][^\s;|]*")
    COUNT = ("nonNegativeInteger", r"\d+")
    DAY = ("date", _DAY)
    EDTF = ("string", rf"{_WHOLE}|{_DAY}(/{_DAY})?|\[{_DAY}\.\.{_DAY}\]")
    RELATION = ("string", r"enclosure|quoted")
    CERTAINTY = ("string", r"high|medium|low")
    LANGUAGE = ("string", r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
    ADDRESS = ("anyURI", r"[A-Za-z][A-Za-z0-9+.\-]*:[^\s|]+")
    CHECKSUM = ("string", r"[0-9a-f]{64}")

    def __init__(self, datatype: str, pattern: str | None) -> None:
        self.datatype = datatype
        self.pattern = pattern

    def holds(self, value: str) -> bool:
        """Say whether the value may stand in such a cell."""
        return self.pattern is None or re.fullmatch(self.pattern, value) is not None
