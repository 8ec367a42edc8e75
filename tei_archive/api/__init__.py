"""The library's public face: segment, validate, export and explain an edition, and list the profiles."""

from tei_archive.api.editions import EXPORT_FORMATS, export, load_edition, profiles, render, validate
from tei_archive.api.explaining import explain, explain_least_certain
from tei_archive.api.reports import Explanation, LeastCertain, ProfileSummary, SegmentReport, ValidationReport
from tei_archive.api.segmentation import segment

__all__ = [
    "EXPORT_FORMATS",
    "Explanation",
    "LeastCertain",
    "ProfileSummary",
    "SegmentReport",
    "ValidationReport",
    "explain",
    "explain_least_certain",
    "export",
    "load_edition",
    "profiles",
    "render",
    "segment",
    "validate",
]
