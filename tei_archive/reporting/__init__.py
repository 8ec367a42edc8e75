"""Reporting: what was found, for people at a terminal and for machines. A new form is one new line in the table."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from tei_archive.api import ValidationReport
from tei_archive.reporting.chained import chains_json, chains_report
from tei_archive.reporting.codes import codes_json, codes_table, codes_text
from tei_archive.reporting.explained import explanation, explanation_json
from tei_archive.reporting.failures import failure
from tei_archive.reporting.findings import as_github, as_json, as_text, summary
from tei_archive.reporting.profile_checked import profile_check_json, profile_check_text
from tei_archive.reporting.profiles import profiles_json, profiles_table
from tei_archive.reporting.scored import missed_floors, score_report
from tei_archive.reporting.scored_json import score_json
from tei_archive.reporting.segmented import segment_report
from tei_archive.reporting.segmented_json import segment_json
from tei_archive.reporting.uncertain import uncertain_report, uncertain_report_json
from tei_archive.reporting.words import some_paths, visible

__all__ = [
    "REPORTERS",
    "Reporter",
    "chains_json",
    "chains_report",
    "codes_json",
    "codes_table",
    "codes_text",
    "explanation",
    "explanation_json",
    "failure",
    "missed_floors",
    "profile_check_json",
    "profile_check_text",
    "profiles_json",
    "profiles_table",
    "score_json",
    "score_report",
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
