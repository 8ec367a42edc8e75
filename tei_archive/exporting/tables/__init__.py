"""Tables of an edition: our own and those that other programs want, as CSV and as a workbook.

A table is one small module: its columns and how its rows are read. Cells are checked in one place, whatever they are
written to.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
