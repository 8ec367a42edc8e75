from .chained import chains_json, chains_report
from .codes import codes_json, codes_table, codes_text
from .explained import explanation, explanation_json
from .failures import failure
from .forms import REPORTERS, Reporter, as_statistics, summary
from .profile_checked import profile_check_json, profile_check_text
from .profiles import profiles_json, profiles_table
from .schemas import added_schema_text, schemas_json, schemas_text
from .scored import missed_floors, score_report
from .scored_json import score_json
from .segmented import segment_report
from .segmented_json import segment_json
from .uncertain import uncertain_report, uncertain_report_json
from .words import some_paths, visible

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
