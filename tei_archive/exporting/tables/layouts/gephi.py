"""Nodes and edges for Gephi, of two graphs.

After https://gephi.org/users/supported-graph-formats/spreadsheet: `Id`, `Label`, `Source`, `Target`, `Type`, `Weight`
and `Time Interval` are its words; all other columns become attributes. Gephi 0.9 and later take the time of nodes and
edges from a column called `timeset` instead (its maintainers in https://github.com/gephi/gephi/issues/1546).
"""

from tei_archive.exporting.tables.layouts import gephi_letters, gephi_persons

TABLES = (gephi_persons.NODES, gephi_persons.EDGES, gephi_letters.NODES, gephi_letters.EDGES)
