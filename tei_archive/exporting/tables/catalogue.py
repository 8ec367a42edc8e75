"""Our own tables by name, in the order in which they are written."""

from collections.abc import Mapping
from types import MappingProxyType

from tei_archive.exporting.tables.own.letters import LETTERS
from tei_archive.exporting.tables.own.mentions import MENTIONS
from tei_archive.exporting.tables.own.registers import ENTRIES, ORGANISATIONS, PERSONS, PLACES
from tei_archive.exporting.tables.own.replies import REPLIES
from tei_archive.exporting.tables.table import Table

TABLES: Mapping[str, Table] = MappingProxyType(
    {table.name: table for table in (LETTERS, REPLIES, PERSONS, ORGANISATIONS, PLACES, ENTRIES, MENTIONS)}
)
