"""Mending files: fixes are applied, the files checked again, and what has not become better is taken back."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from tei_archive.api.validation_report import ValidationReport
from tei_archive.files import read_bytes, real_path, write_atomically
from tei_archive.model import Finding
from tei_archive.model.folder import PROJECT_FILE, SOURCES_FOLDER, TEI_FOLDER
from tei_archive.validating import Mended, is_applied, mend

Check = Callable[[], ValidationReport]

# What is mended may bring out more: inside an element that no schema knows, nothing is checked.
_ROUNDS: Final = 20


def fix(wanted: Check, check: Check, *, unsafe: bool = False) -> ValidationReport:
    """Mend the files that `wanted` checks; give back its report on the mended files, and how much was mended in each.

    `check` gives all findings of the same files: where there are more of them after the change, or the file is no
    longer well-formed, it stays as it was. With `unsafe` also what was probably meant is written. The sources of an
    edition are never changed. Raises `TeiArchiveError` where the checks do, or a file cannot be written.
    """
    mended: Counter[str] = Counter()
    refused: set[str] = set()
    everything = check()
    for _ in range(_ROUNDS):
        report = everything if wanted is check else wanted()
        changes = _plan(report.findings, refused, unsafe=unsafe)
        if not changes:
            break
        worse = _apply(changes, _count(everything), check)
        refused |= worse
        mended.update({path: change.number for path, change in changes.items() if path not in worse})
        everything = check()
    files = tuple((Path(path), number) for path, number in sorted(mended.items()))
    return replace(wanted(), mended=files, refused=tuple(map(Path, sorted(refused))))


def _plan(findings: Iterable[Finding], refused: Collection[str], *, unsafe: bool) -> Mapping[str, Mended]:
    """Work out what each file would be with its fixes; those that stay the same are left out."""
    by_file: dict[str, list[Finding]] = {}
    for finding in findings:
        if is_applied(finding, unsafe=unsafe) and finding.where.path not in refused:
            by_file.setdefault(finding.where.path, []).append(finding)
    planned = {path: mend(read_bytes(Path(path)), found) for path, found in by_file.items() if not _is_source(path)}
    return {path: change for path, change in planned.items() if change.number}


def _apply(changes: Mapping[str, Mended], before: Counter[str], check: Check) -> frozenset[str]:
    """Write the changes, and take back those of files that are worse for it; give back which these are.

    Files are checked where they lie, since they refer to one another. Where the check is broken off, all is taken back.
    """
    originals = {path: read_bytes(Path(path)) for path in changes}
    written: set[str] = set()
    kept: frozenset[str] = frozenset()
    try:
        for path, change in changes.items():
            write_atomically(Path(path), change.content)
            written.add(path)
        kept = frozenset(changes) - _find_worse(before, _count(check()), frozenset(changes))
    finally:
        for path in written - kept:
            write_atomically(Path(path), originals[path])
    return frozenset(changes) - kept


def _find_worse(before: Counter[str], after: Counter[str], changed: frozenset[str]) -> frozenset[str]:
    """Say which changes made things worse: all of them where a file has more findings that was not changed itself."""
    worse = frozenset(path for path in after if after[path] > before[path])
    return changed if worse - changed else worse


def _count(report: ValidationReport) -> Counter[str]:
    return Counter(finding.where.path for finding in report.findings)


def _is_source(path: str) -> bool:
    """Say whether a file lies among the sources of an edition, also through a link."""
    folders = [folder for folder in real_path(Path(path)).parents if folder.name == SOURCES_FOLDER]
    return any((folder.parent / name).exists() for folder in folders for name in (PROJECT_FILE, TEI_FOLDER))
