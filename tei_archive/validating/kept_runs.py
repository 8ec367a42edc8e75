"""Whole runs kept: where no file, no schema and nothing around them has changed, all is as it was found before."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Final

from tei_archive.cache import keep, recall
from tei_archive.errors import TeiArchiveError
from tei_archive.model import Finding
from tei_archive.schema_files import schema_file
from tei_archive.validating.batch import Batch
from tei_archive.validating.kept_findings import fingerprint_of, program, read_findings, write_findings
from tei_archive.validating.surroundings import state_of

_KIND: Final = "runs"


class Run:
    """A run of all layers over a batch, known by the bytes of the files, their schemas and the way they are checked.

    The folder in which the program runs counts as well: paths that do not begin at the top are seen from there.
    """

    def __init__(self, batch: Batch) -> None:
        self._states = {given.path: state_of(given.path) for given in batch.given}
        asked = (
            program(),
            fingerprint_of(schema_file("tei-archive.xsd")),
            str(Path.cwd()),
            repr(batch.schematron),
            *(f"{path} {fingerprint_of(path)}" for path in batch.schemas),
            *(f"whole {edition}" for edition in batch.whole),
            *(f"{given.path} {given.edition} {self._states[given.path]}" for given in batch.given),
        )
        self._key = hashlib.sha256("\n".join(asked).encode("utf-8", "surrogateescape")).hexdigest()

    def recall(self) -> tuple[Finding, ...] | None:
        """Give what was found before; None where that is not known, or something around the files has changed."""
        kept = recall(_KIND, self._key)
        if kept is None:
            return None
        head, _, findings = kept.partition(b"\n")
        around, schemas = json.loads(head)
        if any(state_of(Path(path)) != state for path, state in around.items()):
            return None
        if any(_fingerprint(Path(path)) != state for path, state in schemas.items()):
            return None
        return read_findings(findings)

    def keep(self, checked: Batch, findings: tuple[Finding, ...]) -> None:
        """Remember what was found, unless a file is large, or has changed while it was being checked."""
        if checked.large or any(state_of(path) != state for path, state in self._states.items()):
            return
        around = {str(path): state for path, state in checked.around.looked_at.items()}
        used = {use.path for uses in checked.uses.values() for use in uses}
        try:
            schemas = {str(path): checked.memory.fingerprint(path) for path in used}
        except TeiArchiveError:  # a schema that could not be read is a finding, and may be readable the next time
            return
        keep(_KIND, self._key, json.dumps([around, schemas]).encode() + b"\n" + write_findings(findings))


def _fingerprint(schema: Path) -> str:
    return fingerprint_of(schema) if schema.is_file() else ""
