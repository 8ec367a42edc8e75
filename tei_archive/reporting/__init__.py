"""Reporting: what was found, for people at a terminal and for machines."""

from tei_archive.reporting.chained import chains_json, chains_report
from tei_archive.reporting.codes import codes_json, codes_table, codes_text
from tei_archive.reporting.explained import explanation, explanation_json
from tei_archive.reporting.failures import failure
from tei_archive.reporting.forms import REPORTERS, Reporter
from tei_archive.reporting.forms.statistics import as_statistics
from tei_archive.reporting.forms.text import summary
from tei_archive.reporting.profile_checked import profile_check_json, profile_check_text
from tei_archive.reporting.profiles import profiles_json, profiles_table
from tei_archive.reporting.schemas import added_schema_text, schemas_json, schemas_text
from tei_archive.reporting.scored import missed_floors, score_report
from tei_archive.reporting.scored_json import score_json
from tei_archive.reporting.segmented import segment_report
from tei_archive.reporting.segmented_json import segment_json
from tei_archive.reporting.uncertain import uncertain_report, uncertain_report_json
from tei_archive.reporting.words import some_paths, visible

__all__ = [
    "REPORTERS",
    "Reporter",
    "added_schema_text",
    "as_statistics",
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
    "schemas_json",
    "schemas_text",
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
