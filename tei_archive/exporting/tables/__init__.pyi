from .catalogue import TABLES
from .csv_layouts import LAYOUTS, CsvLayout
from .csv_tables import CsvTables
from .workbook import Workbook

__all__ = ["LAYOUTS", "TABLES", "CsvLayout", "CsvTables", "Workbook"]
