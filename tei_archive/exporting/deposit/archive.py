"""Files as one ZIP archive whose bytes depend on nothing but the files and a moment."""

import io
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

# ZIP knows none that is earlier, and none that is later.
_FIRST: Final = datetime(1980, 1, 1, tzinfo=UTC)
_LAST: Final = datetime(2107, 12, 31, 23, 59, 58, tzinfo=UTC)
_READABLE: Final = 0o100644 << 16
_UNIX: Final = 3


def write_archive(files: Mapping[str, bytes], folder: str, moment: datetime, comment: bytes) -> bytes:
    """Give back an archive of the files below one folder.

    Nothing is compressed: what compression makes of the same bytes differs between versions of zlib.
    """
    stamp = min(max(moment, _FIRST), _LAST).timetuple()[:6]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for path, content in files.items():
            entry = zipfile.ZipInfo(f"{folder}/{path}", stamp)
            entry.create_system, entry.external_attr = _UNIX, _READABLE
            archive.writestr(entry, content)
        archive.comment = comment
    return buffer.getvalue()
