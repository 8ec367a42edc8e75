"""Reporting: what was found, for people at a terminal and for machines. A new form is one new line in the table."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from tei_archive.api import ValidationReport
from tei_archive.reporting.explained import explanation, explanation_json
from tei_archive.reporting.failures import failure
from tei_archive.reporting.findings import as_github, as_json, as_text, summary
from tei_archive.reporting.profiles import profiles_json, profiles_table
from tei_archive.reporting.segmented import segment_report
from tei_archive.reporting.segmented_json import segment_json
from tei_archive.reporting.uncertain import uncertain_report, uncertain_report_json
from tei_archive.reporting.words import some_paths, visible

__all__ = [
    "REPORTERS",
    "Reporter",
    "explanation",
    "explanation_json",
    "failure",
    "profiles_json",
    "profiles_table",
    "segment_json",
    "segment_report",
    "some_paths",
    "summary",
    "uncertain_report",
    "uncertain_report_json",
    "visible",
]

Reporter = Callable[[ValidationReport], str]

REPORTERS: Mapping[str, Reporter] = MappingProxyType(
    {
        "text": as_text,
        "json": as_json,
        "github": as_github,
    }
)
