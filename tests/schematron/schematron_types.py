"""The types of the fixtures that the tests of Schematron share."""

from collections.abc import Callable
from pathlib import Path

from tei_archive.schematron import Finding

Write = Callable[..., Path]
"""Writes a schema with this content into a folder of its own."""

Check = Callable[..., list[Finding]]
"""Runs a schema (its content or its path) on a document."""
