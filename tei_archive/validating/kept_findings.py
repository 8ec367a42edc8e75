"""Findings of schemas kept from run to run: a file that has not changed is not checked anew against the same schema.

What was found depends on the file, on the schema and the files that it may include, on how it is run, and on this
program; all of that is in the key.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Final, Protocol

from tei_archive.cache import keep, recall
from tei_archive.errors import Location, TeiArchiveError
from tei_archive.files import read_bytes
from tei_archive.model import Finding, Fix, Severity, TagPart

_KIND: Final = "findings"
_PACKAGE: Final = str(Path(__file__).resolve().parent.parent)
_REFERS: Final = re.compile(rb"\b(?:include|externalRef|external|import|redefine|override|extends|inherit)\b")
_SCHEMAS: Final = frozenset({".rng", ".rnc", ".xsd", ".sch", ".xml"})


class Coming(Protocol):
    """What another process is to find."""

    def cancel(self) -> bool:
        """Call it off; say whether that was possible."""
        ...

    def result(self) -> Memory:
        """Wait until it is found."""
        ...


class Memory:
    """What schemas have found in files: in this run and, where it `lasts`, in earlier ones.

    A class with changing state: it learns what is found. `found` can be given to the memory of another process.
    """

    def __init__(self, *, lasts: bool) -> None:
        self.found: dict[str, tuple[Finding, ...]] = {}
        self.lasts = lasts
        self._coming: list[tuple[Collection[Path], Coming]] = []
        self._fingerprints: dict[Path, str] = {}

    def fresh(self) -> Memory:
        """Give a memory of the same kind that has no findings yet, for another process."""
        memory = Memory(lasts=self.lasts)
        memory._fingerprints |= self._fingerprints  # its own kind
        return memory

    def expect(self, files: Collection[Path], coming: Coming) -> None:
        """Know that another process is to look for what schemas find in these files."""
        self._coming.append((files, coming))

    def take_over(self) -> Iterator[Collection[Path]]:
        """Give the files, some at a time, with which no other process has begun; then learn what the others found."""
        begun = []
        for files, coming in self._coming:
            if coming.cancel():
                yield files
            else:
                begun.append(coming)
        for coming in begun:
            self.found.update(coming.result().found)
        self._coming.clear()

    def findings(self, file: str, schema: Path, find: Callable[[], Iterable[Finding]]) -> tuple[Finding, ...]:
        """Give what was found when it was looked for last, or find it and remember it.

        `file` is what tells the file, as it is now, and the way of checking it from all others. Raises
        `TeiArchiveError` where the schema cannot be read.
        """
        key = "\n".join((program(), self.fingerprint(schema), file))
        if key not in self.found:
            kept = recall(_KIND, key) if self.lasts else None
            self.found[key] = tuple(find()) if kept is None else read_findings(kept)
            if self.lasts and kept is None:
                keep(_KIND, key, write_findings(self.found[key]))
        return self.found[key]

    def fingerprint(self, schema: Path) -> str:
        """Give what tells a schema from any other, found out once a run. Raises `TeiArchiveError`."""
        if schema not in self._fingerprints:
            self._fingerprints[schema] = fingerprint_of(schema)
        return self._fingerprints[schema]


def fingerprint_of(schema: Path) -> str:
    """Give what tells a schema from any other: its bytes, and those of the files that it may include.

    A schema may include files of its own folder and below it. One that includes none is known by itself. Raises
    `TeiArchiveError` where it cannot be read.
    """
    try:
        content = schema.read_bytes()
    except OSError as error:
        raise TeiArchiveError("the schema cannot be read", Location(str(schema)), "check the path") from error
    files = [schema]
    if _REFERS.search(content):
        files += sorted(path for path in schema.parent.rglob("*") if path.suffix in _SCHEMAS and path.is_file())
    return " ".join(hashlib.sha256(read_bytes(path)).hexdigest() for path in files)


@cache
def program() -> str:
    """What tells this program from an older or newer one: its modules, by size and time of change."""
    modules = ((entry.path.removeprefix(_PACKAGE), entry.stat()) for entry in _find_modules(_PACKAGE))
    states = sorted(f"{name} {state.st_size} {state.st_mtime_ns}\n" for name, state in modules)
    return hashlib.sha256("".join(states).encode("utf-8", "surrogateescape")).hexdigest()


def _find_modules(folder: str) -> Iterator[os.DirEntry[str]]:
    """Find the modules in a folder and below: in a quarter of the time of `Path.rglob`, and each run waits for it."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                yield entry
            elif entry.is_dir() and entry.name != "__pycache__":
                yield from _find_modules(entry.path)


def write_findings(findings: Iterable[Finding]) -> bytes:
    """Write findings in one line, as JSON."""
    return json.dumps([_row(finding) for finding in findings], ensure_ascii=False).encode("utf-8", "surrogatepass")


def _row(one: Finding) -> list[object]:
    place = (one.where.path, one.where.line, one.where.column)
    fix = one.fix and (one.fix.part, one.fix.name, one.fix.new, one.fix.safe, one.fix.old)
    return [one.code, one.severity, one.message, place, one.hint, one.xpath, one.link, fix]


def read_findings(kept: bytes) -> tuple[Finding, ...]:
    """Make the findings that `write_findings` wrote."""
    return tuple(
        Finding(code, Severity(severity), message, Location(*place), hint, xpath, link, _read_fix(fix))
        for code, severity, message, place, hint, xpath, link, fix in json.loads(kept.decode("utf-8", "surrogatepass"))
    )


def _read_fix(row: tuple[str, str, str, bool, str] | None) -> Fix | None:
    if row is None:
        return None
    part, name, new, safe, old = row
    return Fix(TagPart(part), name, new, safe, old)
