"""Exporting: what is made from an encoded edition. A new format is one new file and one new line in the table."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from tei_archive.exporting import csv_table
from tei_archive.exporting.options import ExportOptions
from tei_archive.exporting.output import OutputFile
from tei_archive.tei import EncodedEdition

__all__ = ["EXPORTERS", "SINGLE_FILE", "ExportOptions", "Exporter", "OutputFile"]

Exporter = Callable[[EncodedEdition, ExportOptions], Iterable[OutputFile]]


def _export_html(edition: EncodedEdition, options: ExportOptions) -> Iterable[OutputFile]:
    """Load what makes the site, templates and all, only for those who want one."""
    from tei_archive.exporting import html  # noqa: PLC0415

    return html.export(edition, options)


EXPORTERS: Mapping[str, Exporter] = MappingProxyType(
    {
        "csv": csv_table.export,
        "html": _export_html,
    }
)

# Formats whose result is one file, with companions at most: it has a name, and can go to standard output.
SINGLE_FILE = frozenset({"csv"})
