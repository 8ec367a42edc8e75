"""Fetching from the web: the one place that asks the network, and only when a user wants it."""

from dataclasses import dataclass
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from tei_archive.errors import Location, TeiArchiveError

_SECONDS = 30
_LARGEST = 50_000_000
_HINT = "check the name and the connection, or name a file: tei-archive schema add NAME --from FILE"
_AGENT = {"User-Agent": "tei-archive"}


@dataclass(frozen=True, slots=True)
class Head:
    """What a server says of an address: its status, and when what stands there was last changed."""

    status: int
    last_modified: str | None


def fetch(address: str, hint: str = _HINT) -> bytes:
    """Fetch a file from an address of the web, `http:` or `https:`; `hint` is what to do where it cannot be had.

    Raises `TeiArchiveError` where it cannot be had.
    """
    try:
        with urlopen(Request(address, headers=_AGENT), timeout=_SECONDS) as answer:  # noqa: S310
            content: bytes = answer.read(_LARGEST + 1)
    except (URLError, OSError, ValueError) as error:
        raise TeiArchiveError(f"cannot be fetched: {error}", Location(address), hint) from error
    if len(content) > _LARGEST:
        raise TeiArchiveError(f"larger than {_LARGEST:,} bytes", Location(address), hint)
    return content


def ask(address: str) -> Head:
    """Ask a server for the head of an address of the web, as a harvester does before it fetches the file.

    Raises `TeiArchiveError` where no server answers.
    """
    try:
        request = Request(address, method="HEAD", headers=_AGENT)  # noqa: S310
        with urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310
            return Head(answer.status, answer.headers.get("Last-Modified"))
    except HTTPError as error:
        with error:
            return Head(error.code, error.headers.get("Last-Modified"))
    except (URLError, OSError, ValueError) as error:
        hint = "check the address and the connection"
        raise TeiArchiveError(f"no answer: {error}", Location(address), hint) from error
