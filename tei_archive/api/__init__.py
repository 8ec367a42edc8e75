"""The library's public face: segment, validate, export, explain and score an edition, chains, profiles, codes."""

from tei_archive.api.baselines import leave_out_known, write_baseline
from tei_archive.api.chaining import chains
from tei_archive.api.editions import EXPORT_FORMATS, FINDING_TITLES, export, load_edition, profiles, render, validate
from tei_archive.api.explaining import explain, explain_least_certain
from tei_archive.api.fixing import fix
from tei_archive.api.parallel import Effort
from tei_archive.api.reports import (
    ChainsReport,
    Explanation,
    LeastCertain,
    ProfileSummary,
    ScoreReport,
    SegmentReport,
    ValidationReport,
)
from tei_archive.api.schemas import KeptSchema, add_schema, schema_path, schemas
from tei_archive.api.scores import FIGURES, MissedFloor, find_missed, score
from tei_archive.api.segmentation import segment
from tei_archive.profile import ProfileCheck, check_profile
from tei_archive.schematron import ENGINES as SCHEMATRON_ENGINES
from tei_archive.validating import CodeEntry, SchematronChoice, explain_codes

__all__ = [
    "EXPORT_FORMATS",
    "FIGURES",
    "FINDING_TITLES",
    "SCHEMATRON_ENGINES",
    "ChainsReport",
    "CodeEntry",
    "Effort",
    "Explanation",
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
    "profiles",
    "render",
    "schema_path",
    "schemas",
    "score",
    "segment",
    "validate",
    "write_baseline",
]
