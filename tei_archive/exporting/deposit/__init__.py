"""The edition as an archive takes it: everything, described by RO-Crate, packed as a bag with checksums."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from typing import ClassVar, Final

from tei_archive.exporting.deposit.archive import write_archive
from tei_archive.exporting.deposit.bag import pack
from tei_archive.exporting.deposit.citation import write_citation
from tei_archive.exporting.deposit.crate import CRATE_FILE, write_crate
from tei_archive.exporting.deposit.facts import Facts, find_facts
from tei_archive.exporting.deposit.payload import Part, collect
from tei_archive.exporting.deposit.readme import write_readme
from tei_archive.exporting.deposit.zenodo import write_zenodo
from tei_archive.exporting.output import OutputFile
from tei_archive.tei import EncodedEdition

_COMMENT: Final = b"Made by tei-archive export deposit"
_NO_LICENCE: Final = "a licence, since the edition states none: archives will ask for it"


@dataclass(frozen=True, slots=True)
class Deposit:
    """A bag as a folder; `parts` is what the edition is exported to inside it.

    All time stamps are the `moment`; without one, they are the beginning of the edition's day.
    """

    file_name: ClassVar[str | None] = None
    parts: tuple[Part, ...] = ()
    moment: datetime | None = None

    def files(self, edition: EncodedEdition, _name: str = "") -> Iterator[OutputFile]:
        """Give back the files. The same edition and moment, the same bytes.

        Raises `ExportError` where the edition has no date or names nobody, or where a file name cannot be in a bag.
        """
        facts = find_facts(edition, self.moment)
        for number, (path, content) in enumerate(_pack(facts, self.parts).items()):
            yield OutputFile(PurePosixPath(path), content, _omissions(facts) if number == 0 else ())

    def made(self, _name: str, _content: bytes) -> bool:
        """Never by itself: the list of the files that were written says it."""
        return False


@dataclass(frozen=True, slots=True)
class DepositArchive:
    """The same bag as one ZIP file, in a folder named by siglum and version."""

    file_name: ClassVar[str | None] = "deposit.zip"
    parts: tuple[Part, ...] = ()
    moment: datetime | None = None

    def files(self, edition: EncodedEdition, name: str) -> Iterator[OutputFile]:
        """Give back the archive; raises as `Deposit` does."""
        facts = find_facts(edition, self.moment)
        folder = re.sub(r"[^\w.-]+", "-", f"{facts.project.siglum}-{facts.project.version}")
        content = write_archive(_pack(facts, self.parts), folder, facts.moment, _COMMENT)
        yield OutputFile(PurePosixPath(name), content, _omissions(facts))

    def made(self, _name: str, content: bytes) -> bool:
        """Whether it is an earlier archive of ours."""
        return content.startswith(b"PK") and content.endswith(_COMMENT)


def _pack(facts: Facts, parts: tuple[Part, ...]) -> Mapping[str, bytes]:
    payload = collect(facts.edition, parts)
    files = {
        "README.txt": write_readme(facts),
        "CITATION.cff": write_citation(facts),
        ".zenodo.json": write_zenodo(facts),
        **payload.files,
    }
    return pack({CRATE_FILE: write_crate(facts, payload, files), **files}, facts)


def _omissions(facts: Facts) -> tuple[str, ...]:
    return () if facts.project.licence else (_NO_LICENCE,)
