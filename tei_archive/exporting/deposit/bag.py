"""A bag: files with their checksums, after BagIt 1.0 (RFC 8493)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Final

from tei_archive import __version__
from tei_archive.exporting.deposit.facts import Facts

_PAYLOAD: Final = "data"
_ALGORITHMS: Final = ("sha256", "sha512")
_DECLARATION: Final = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def pack(files: Mapping[str, bytes], facts: Facts) -> dict[str, bytes]:
    """Give back the files of a bag, the declaration first, the payload below `data` last."""
    payload = {f"{_PAYLOAD}/{path}": content for path, content in files.items()}
    tags = {"bagit.txt": _DECLARATION, "bag-info.txt": _information(payload, facts)}
    tags |= {f"manifest-{algorithm}.txt": _manifest(payload, algorithm) for algorithm in _ALGORITHMS}
    sums = {f"tagmanifest-{algorithm}.txt": _manifest(tags, algorithm) for algorithm in _ALGORITHMS}
    return {**tags, **sums, **payload}


def _manifest(files: Mapping[str, bytes], algorithm: str) -> bytes:
    sums = {path: hashlib.new(algorithm, content).hexdigest() for path, content in files.items()}
    return "".join(f"{sums[path]}  {path}\n" for path in sorted(sums)).encode("utf-8")


def _information(payload: Mapping[str, bytes], facts: Facts) -> bytes:
    lines = (f"{name}: {_one_line(value)}\n" for name, value in _facts(payload, facts))
    return "".join(lines).encode("utf-8")


def _facts(payload: Mapping[str, bytes], facts: Facts) -> Iterator[tuple[str, str]]:
    project = facts.project
    if facts.publisher:
        yield "Source-Organization", facts.publisher.name
    for creator in facts.creators:
        yield "Contact-Name", creator.name
        if creator.email:
            yield "Contact-Email", creator.email
    yield "External-Description", project.description or project.title
    yield "External-Identifier", project.base_url or project.siglum
    yield "Internal-Sender-Identifier", f"{project.siglum} {project.version}"
    yield "Bagging-Date", facts.moment.date().isoformat()
    yield "Bag-Software-Agent", f"tei-archive {__version__}"
    yield "Payload-Oxum", f"{sum(map(len, payload.values()))}.{len(payload)}"


def _one_line(value: str) -> str:
    """Readers of BagIt end a line at every sign that Unicode takes for a line end."""
    return " ".join(value.split())
