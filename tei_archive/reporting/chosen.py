"""Why a profile was taken: the evidence for it and for those that came next, in a line each."""

from __future__ import annotations

from collections.abc import Iterator

from tei_archive.model import ProfileChoice, ProfileEvidence
from tei_archive.reporting.json_text import Json
from tei_archive.reporting.words import visible

_SHOWN = 2


def choice_lines(choice: ProfileChoice) -> Iterator[str]:
    """Give back a line for the profile that was taken and one for the best of the others."""
    for found in choice.ranked[:_SHOWN]:
        sign = "taken: " if found.name == choice.profile else "next:  "
        yield f"{sign}{visible(found.name)} {_evidence(found)}"


def choice_json(choice: ProfileChoice | None) -> Json:
    """Give back the choice with the evidence for every candidate, the one taken first; null where none was made."""
    if choice is None:
        return None
    candidates: list[Json] = [
        {"name": found.name, "score": found.score, "reasons": list(found.reasons)} for found in choice.ranked
    ]
    return {"profile": choice.profile, "candidates": candidates}


def _evidence(found: ProfileEvidence) -> str:
    reasons = "; ".join(map(visible, found.reasons))
    return f"{found.score:.1f}{f' ({reasons})' if reasons else ''}"
