"""The library's public face: segment, validate, export and explain an edition, and list the profiles."""

from tei_archive.api.editions import EXPORT_FORMATS, explain, export, load_edition, profiles, render, validate
from tei_archive.api.reports import Explanation, ProfileSummary, SegmentReport, ValidationReport
from tei_archive.api.segmentation import segment

__all__ = [
    "EXPORT_FORMATS",
    "Explanation",
    "ProfileSummary",
    "SegmentReport",
    "ValidationReport",
    "explain",
    "export",
    "load_edition",
    "profiles",
    "render",
    "segment",
    "validate",
]
