"""The time of a version: always a full time stamp in UTC, since correspSearch compares it as a string."""

import re
from datetime import UTC, datetime
from typing import Final

from tei_archive.errors import ExportError

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_HINT: Final = "write a day or a time with its zone: 2026-03-01 or 2026-03-01T09:30:00+01:00"


def read_stamp(words: str) -> str:
    """Give back a day, as its first moment, or a time with a zone as a time stamp in UTC, `2026-03-01T00:00:00+00:00`.

    Raises `ExportError` where the words are neither, or the time has no zone.
    """
    try:
        moment = datetime.fromisoformat(f"{words}T00:00:00+00:00" if _DAY.fullmatch(words) else words)
        if moment.tzinfo is None:
            raise ExportError(f"the time {words!r} has no zone", hint=_HINT)
        return _write(moment.astimezone(UTC))
    except (ValueError, OverflowError) as error:
        raise ExportError(f"{words!r} is neither a day nor a time", hint=_HINT) from error


def stamp_of_epoch(words: str) -> str:
    """Give back the time stamp of the seconds since 1970 that `SOURCE_DATE_EPOCH` has; `ExportError` for all else."""
    try:
        return _write(datetime.fromtimestamp(int(words), UTC))
    except (ValueError, OverflowError, OSError) as error:
        hint = "write the seconds since 1970, or unset it"
        raise ExportError(f"SOURCE_DATE_EPOCH is no time: {words!r}", hint=hint) from error


def _write(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
