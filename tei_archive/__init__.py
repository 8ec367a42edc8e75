"""tei-archive: from printed correspondence to checked TEI, tables and an edition."""

__version__ = "0.1.0"
