"""Places in a file that a parser has passed already: found by looking back in the bytes that were read."""

Place = tuple[int, int]
"""Line and column, both from 1."""


def look_back(read: bytes, start: int, end: int, place: Place) -> Place:
    """Say where `start` is, given the place of `end` among the same bytes; `place` itself where `start` is not there.

    Columns count characters, in UTF-8 and what is part of it; in other encodings they are near.
    """
    if start < 0:
        return place
    line, column = place
    lines = read.count(b"\n", start, end)
    if not lines:
        return line, column - _width(read[start:end])
    return line - lines, _width(read[read.rfind(b"\n", 0, start) + 1 : start]) + 1


def _width(part: bytes) -> int:
    return len(part.decode(errors="replace"))
