"""Cells that a spreadsheet does not take for formulas, after OWASP's note on CSV injection (ASVS 1.2.10)."""

import re

# What makes a formula of a cell, in the wide forms of East Asian keyboards too. A semicolon begins a cell as well:
# a spreadsheet that expects it between cells cuts our lines there, whatever the quotation marks say.
_FORMULA = re.compile("(^|;)(?=[ \"']*[=+\\-@\uff1d\uff0b\uff0d\uff20\t\r\n\0])")
_GUARDED = re.compile("(^|;)'(?=[ \"']*[=+\\-@\uff1d\uff0b\uff0d\uff20\t\r\n\0])")


def guard(cell: str) -> str:
    """Put an apostrophe before everything in the cell that would begin a formula."""
    return _FORMULA.sub(r"\1'", cell)


def unguard(cell: str) -> str:
    """Take away what `guard` put in: `unguard(guard(cell)) == cell` for every text."""
    return _GUARDED.sub(r"\1", cell)
