"""Reports on findings in files of their own: never over a file of an edition, nor over one that was checked."""

from collections.abc import Mapping
from pathlib import Path

from tei_archive.api.targets import refuse_files_of_an_edition
from tei_archive.api.validation_report import ValidationReport
from tei_archive.errors import ExportError, Location
from tei_archive.files import real_path, write_atomically


def write_reports(report: ValidationReport, contents: Mapping[Path, bytes]) -> None:
    """Write what a report says, in one form or more, into the files that are named.

    Raises `TeiArchiveError` where one cannot be written, is a file of an edition or was itself checked; in the last two
    cases nothing is written.
    """
    for path in contents:
        refuse_to_report_into(path, report)
    for path, content in contents.items():
        write_atomically(path, content)


def refuse_to_report_into(path: Path, report: ValidationReport) -> None:
    """Raise `ExportError` where a file belongs to an edition or was checked: what it says would be lost."""
    refuse_files_of_an_edition(path)
    if real_path(path) in set(map(real_path, report.files)):
        raise ExportError(
            "one of the files that were checked: it would be replaced", Location(str(path)), hint="name another file"
        )
