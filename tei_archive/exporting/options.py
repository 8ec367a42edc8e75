"""What an export can be asked for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """The choices of whoever exports; an exporter uses those that concern it.

    `spreadsheet_safe` guards cells that a spreadsheet would take for formulas, `bom` puts a byte order mark before
    the table, `name` is the file name of the table.
    """

    spreadsheet_safe: bool = True
    bom: bool = False
    name: str = "letters.csv"
