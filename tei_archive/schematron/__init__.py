"""Schematron: rules about XML documents, read once and run by one of two engines. It knows nothing of TEI."""

from tei_archive.schematron.errors import SchemaError
from tei_archive.schematron.findings import Finding, Kind
from tei_archive.schematron.paths import find_element
from tei_archive.schematron.schema import ENGINES, Schema
from tei_archive.schematron.sources import NAMESPACES
from tei_archive.schematron.values import Fault, Notice, Severity

__all__ = [
    "ENGINES",
    "NAMESPACES",
    "Fault",
    "Finding",
    "Kind",
    "Notice",
    "Schema",
    "SchemaError",
    "Severity",
    "find_element",
]
