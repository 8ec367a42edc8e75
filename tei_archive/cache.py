"""What is kept between runs because it takes long to make: bytes by name, in the user's cache folder.

Everything here can be made again. So nothing is told of a folder that cannot be written, and a file that is not what
was put there counts as missing.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path

import platformdirs

FOLDER_VARIABLE = "TEI_ARCHIVE_CACHE"
_CHECKSUM_LENGTH = hashlib.sha256().digest_size


def cache_folder() -> Path:
    """Give back the folder: what the variable `TEI_ARCHIVE_CACHE` names, or the user's own by the system's custom."""
    return Path(os.environ.get(FOLDER_VARIABLE) or platformdirs.user_cache_path("tei-archive"))


def recall(kind: str, key: str) -> bytes | None:
    """Give back what was kept under a key, or None. `kind` is a folder, the key may be any text."""
    try:
        kept = _path(kind, key).read_bytes()
    except OSError:
        return None
    checksum, content = kept[:_CHECKSUM_LENGTH], kept[_CHECKSUM_LENGTH:]
    return content if hashlib.sha256(content).digest() == checksum else None


def keep(kind: str, key: str, content: bytes) -> None:
    """Keep bytes under a key, whole or not at all, whoever else is keeping them at the same time."""
    import tempfile  # noqa: PLC0415  # seldom needed, and slow to load

    path = _path(kind, key)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, neighbour = tempfile.mkstemp(dir=path.parent)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(hashlib.sha256(content).digest() + content)
            Path(neighbour).replace(path)
        except BaseException:
            Path(neighbour).unlink()
            raise


def _path(kind: str, key: str) -> Path:
    return cache_folder() / kind / hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
