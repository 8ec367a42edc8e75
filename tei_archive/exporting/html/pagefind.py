"""The index that finds words in the pages on a web server, made by Pagefind (https://pagefind.app)."""

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from tei_archive.errors import ExportError

# What the page of the search needs of what Pagefind writes; the rest are interfaces of its own.
_NEEDED = (
    "pagefind.js",
    "pagefind-worker.js",
    "pagefind-entry.json",
    "wasm.*",
    "*.pf_meta",
    "*/*.pf_index",
    "fragment/*",
)

_MARK = b"pagefind_dcd"  # what a file of Pagefind begins with once it is unpacked
_HINT = "pip install 'tei-archive[site]' gets the version that this program knows"


@dataclass(frozen=True, slots=True)
class Indexed:
    """A text to be found: the address of its page, and its paragraphs."""

    href: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """The files of an index by their names, and by the address of each page the id that the index has for it."""

    files: Mapping[str, bytes]
    ids: Mapping[str, str]


def has_pagefind() -> bool:
    """Say whether Pagefind is there: the extra `[site]`."""
    programs = ("pagefind_bin_extended", "pagefind_bin")
    return find_spec("pagefind") is not None and any(find_spec(program) is not None for program in programs)


def build_index(texts: Iterable[Indexed], language: str) -> Index:
    """Give back the index of texts, whose words are taken for those of one language: the same texts, the same bytes.

    Where there is nothing to be found, there are no files. Facets are no part of it: Pagefind has filters, but writes
    them in an order that changes from run to run.

    Raises `ExportError` where Pagefind is not installed, does not work, or writes what this program does not know.
    """
    if not has_pagefind():
        raise ExportError("Pagefind is not installed", hint=_HINT)
    written = [text for text in texts if any(map(str.strip, text.paragraphs))]
    if not written:
        return Index({}, {})
    with TemporaryDirectory() as place:
        folder = Path(place)
        for text in written:
            path = folder / "pages" / text.href
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_page(text), encoding="utf-8")
        _run(folder, language.partition("-")[0])
        return _read(folder / "index")


def _page(text: Indexed) -> str:
    body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in text.paragraphs)
    return f"<!doctype html><html><body data-pagefind-body>{body}</body></html>"


def _run(folder: Path, language: str) -> None:
    """Run Pagefind away from settings of its own, which it would find in the folder or in the environment."""
    command = ["--site", "pages", "--output-path", "index", "--force-language", language, "--silent"]
    done = subprocess.run(  # noqa: S603 - our own words alone
        [sys.executable, "-m", "pagefind", *command],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")},
        capture_output=True,
        check=False,
    )
    if done.returncode:
        said = (done.stderr or done.stdout).decode(errors="replace").strip()
        raise ExportError(f"Pagefind could not make the index: {said or done.returncode}", hint=_HINT)


def _read(folder: Path) -> Index:
    paths = sorted(path for pattern in _NEEDED for path in folder.glob(pattern))
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    return Index(files, dict(_ids(files)))


def _ids(files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Give back the address of each page and its id: the name of the file that holds the text of the page."""
    for name, content in files.items():
        if name.startswith("fragment/"):
            try:
                address = json.loads(gzip.decompress(content).removeprefix(_MARK))["url"]
            except (OSError, EOFError, ValueError, KeyError, TypeError) as error:
                raise ExportError("this version of Pagefind writes another form of index", hint=_HINT) from error
            yield str(address).lstrip("/"), Path(name).stem
