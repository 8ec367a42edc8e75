"""Small wordings that the reports share."""

from __future__ import annotations

import re
from pathlib import Path

from tei_archive.model import Certainty

# Signs after a value that is not certain; the legend says what they mean.
SIGNS = {Certainty.HIGH: "", Certainty.MEDIUM: "~", Certainty.LOW: "?"}
LEGEND = "a~  fairly certain   a?  uncertain: check it"

_PATHS_SHOWN = 12
_BLANKS = re.compile(r"[ \t\n]+")

# Controls that a terminal obeys, characters that turn the direction of the line, and what no file can hold: shown as
# escapes.
_UNSEEN = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")


def visible(text: str) -> str:
    """Give back the text in one line, with every character that a terminal would obey written out."""
    if text.isprintable() and "  " not in text:
        return text
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", _BLANKS.sub(" ", text))


def shorten(text: str, length: int) -> str:
    """Leave out the end of a text that is longer than `length` characters, between words if there are any."""
    return text if len(text) <= length else f"{_head(text, length)} …"


def shorten_start(text: str, length: int) -> str:
    """Leave out the beginning of a text that is longer than `length` characters, between words if there are any."""
    return text if len(text) <= length else f"… {_head(text[::-1], length)[::-1]}"


def shorten_middle(text: str, length: int) -> str:
    """Leave out the middle of a text that is longer than `length` characters, between words if there are any."""
    half = length // 2
    return text if len(text) <= length else f"{_head(text, half)} … {_head(text[::-1], half)[::-1]}"


def _head(text: str, length: int) -> str:
    whole_words = text[: length + 1].rpartition(" ")[0]
    return whole_words or text[:length]


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: 1 file, 2 files."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def some_paths(paths: tuple[Path, ...], folder: Path) -> str:
    """The first of the paths as seen from the folder, and how many more there are."""
    names = [visible(str(path.relative_to(folder) if path.is_relative_to(folder) else path)) for path in paths]
    more = len(names) - _PATHS_SHOWN
    return ", ".join(names[:_PATHS_SHOWN]) + (f" and {more} more" if more > 0 else "")
