from .baselines import leave_out_known, write_baseline
from .chaining import chains
from .codes import FINDING_TITLES, CodeEntry, explain_codes
from .editions import load_edition
from .explaining import explain, explain_least_certain
from .exports import Exported, export, render
from .fixing import fix
from .known_profiles import ProfileCheck, check_profile, profiles
from .parallel import Effort
from .preflight import preflight
from .report_writing import write_reports
from .reports import (
    ChainsReport,
    Explanation,
    LeastCertain,
    ProfileSummary,
    ScoreReport,
    SegmentReport,
)
from .schemas import KeptSchema, add_schema, schema_path, schemas
from .scores import FIGURES, MissedFloor, find_missed, score
from .segmentation import segment
from .validation import SCHEMATRON_ENGINES, SchematronChoice, validate
from .validation_report import ValidationReport

__all__ = [
    "FIGURES",
    "FINDING_TITLES",
    "SCHEMATRON_ENGINES",
    "ChainsReport",
    "CodeEntry",
    "Effort",
    "Explanation",
    "Exported",
    "KeptSchema",
    "LeastCertain",
    "MissedFloor",
    "ProfileCheck",
    "ProfileSummary",
    "SchematronChoice",
    "ScoreReport",
    "SegmentReport",
    "ValidationReport",
    "add_schema",
    "chains",
    "check_profile",
    "explain",
    "explain_codes",
    "explain_least_certain",
    "export",
    "find_missed",
    "fix",
    "leave_out_known",
    "load_edition",
    "preflight",
    "profiles",
    "render",
    "schema_path",
    "schemas",
    "score",
    "segment",
    "validate",
    "write_baseline",
    "write_reports",
]
