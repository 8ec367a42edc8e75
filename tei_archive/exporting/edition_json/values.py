"""Values as JSON: spans, dates, and claims with the words that they were read from."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeVar

from tei_archive.exporting.json_text import Json
from tei_archive.model import Claim, HistoricalDate, Reserve, Span

T = TypeVar("T")

_RESERVES: Mapping[Reserve, str | None] = MappingProxyType(
    {Reserve.NONE: None, Reserve.UNCERTAIN: "uncertain", Reserve.APPROXIMATE: "approximate"}
)


def span_record(span: Span) -> dict[str, Json]:
    """Give back where a stretch begins and ends."""
    return {"start": span.start, "end": span.end}


def words_record(words: Span | None, text: str | None) -> Json:
    """Give back a stretch of the source and what it says; null for the latter where the source does not have it."""
    if words is None:
        return None
    has_it = text is not None and words.end <= len(text)
    return {**span_record(words), "text": words.cut(text) if has_it and text is not None else None}


def date_record(date: HistoricalDate) -> dict[str, Json]:
    """Give back a date: the first and the last day that the words allow, and what the interval means."""
    return {
        "edtf": date.edtf,
        "earliest": date.earliest.isoformat(),
        "latest": date.latest.isoformat(),
        "precision": date.precision.value,
        "calendar": date.calendar.value,
        "reserve": _RESERVES[date.reserve],
    }


def claim_record(claim: Claim[T], value: Json, text: str | None) -> dict[str, Json]:
    """Give back a value with its evidence; `text` is that of the source, if it is there."""
    return {
        "value": value,
        "certainty": claim.certainty.value,
        "evidence": claim.evidence.value if claim.evidence else None,
        "rule": claim.rule,
        "words": words_record(claim.words, text),
        "inferred_from": claim.inferred_from,
    }


def text_claim_record(claim: Claim[str] | None, text: str | None) -> Json:
    """Give back a text with its evidence; null where it is not known."""
    return claim_record(claim, claim.value, text) if claim else None
