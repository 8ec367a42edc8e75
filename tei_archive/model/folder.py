"""The files of an edition: what they are called, relative to its folder."""

from typing import Final

PROJECT_FILE: Final = "tei-archive.toml"
SOURCES_FOLDER: Final = "sources"
TEI_FOLDER: Final = "tei"
REGISTERS_FILE: Final = "registers.xml"
UNCLAIMED_FILE: Final = "unclaimed.xml"
LEDGER_FILE: Final = "ledger.jsonl"
MANIFEST_FILE: Final = "written.sha256"
