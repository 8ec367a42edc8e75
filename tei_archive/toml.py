"""TOML as people write it: settings and profiles, read with a clear error."""

import re
import tomllib
from collections.abc import Callable, Iterator

from tei_archive.errors import Location, TeiArchiveError

# Some editors begin a file with it; to TOML it is a wrong character.
_BYTE_ORDER_MARK = "\ufeff"
_LINE = re.compile(r"line (\d+)")
# The least that TOML 1.0 asks of a program, and no setting needs more; Python cannot even print much longer ones.
_MOST = 2**63
_TOO_LONG = "a number has too many digits"


def parse_toml(
    text: str, file: str, guide: str, error: Callable[[str, Location, str], TeiArchiveError]
) -> dict[str, object]:
    """Give back the tables of a text; `guide` says where one reads what must stand in it.

    Raises what `error` makes, which names the line where it is known, for a text that is not TOML, or that has numbers
    or nested lists without measure.
    """
    try:
        tables = tomllib.loads(text.removeprefix(_BYTE_ORDER_MARK))
        if any(abs(number) > _MOST for number in _whole_numbers(tables)):
            raise error(_TOO_LONG, Location(file), guide)
    except tomllib.TOMLDecodeError as fault:
        found = _LINE.search(str(fault))
        raise error(f"not TOML: {fault}", Location(file, int(found[1]) if found else None), guide) from fault
    except RecursionError as fault:
        raise error("tables or lists are nested too deep", Location(file), guide) from fault
    except ValueError as fault:  # all that is left is Python's own limit of digits
        raise error(_TOO_LONG, Location(file), guide) from fault
    return tables


def _whole_numbers(value: object) -> Iterator[int]:
    if isinstance(value, int):
        yield value
    elif isinstance(value, list | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _whole_numbers(part)
