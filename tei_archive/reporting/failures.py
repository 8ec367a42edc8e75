"""Errors as the command line shows them."""

from collections.abc import Iterator

from tei_archive.errors import TeiArchiveError
from tei_archive.reporting.words import visible


def failure(error: TeiArchiveError) -> str:
    """Give back `error: where: message` and, on a line of its own, the hint."""
    return "\n".join(_lines(error))


def _lines(error: TeiArchiveError) -> Iterator[str]:
    yield f"error: {visible(str(error))}"
    if error.hint:
        yield f"  hint: {visible(error.hint)}"
