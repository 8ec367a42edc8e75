"""Fetching from the web: the one place that asks the network, and only when a user wants it."""

from urllib.error import URLError
from urllib.request import Request, urlopen

from tei_archive.errors import Location, TeiArchiveError

_SECONDS = 30
_LARGEST = 50_000_000


def fetch(address: str) -> bytes:
    """Fetch a schema from an address of the web, `http:` or `https:`.

    Raises `TeiArchiveError` where it cannot be had.
    """
    hint = "check the name and the connection, or name a file: tei-archive schema add NAME --from FILE"
    try:
        with urlopen(Request(address, headers={"User-Agent": "tei-archive"}), timeout=_SECONDS) as answer:  # noqa: S310
            content: bytes = answer.read(_LARGEST + 1)
    except (URLError, OSError, ValueError) as error:
        raise TeiArchiveError(f"cannot be fetched: {error}", Location(address), hint) from error
    if len(content) > _LARGEST:
        raise TeiArchiveError(f"larger than {_LARGEST:,} bytes", Location(address), hint)
    return content
