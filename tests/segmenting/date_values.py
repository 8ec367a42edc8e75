"""Dates read alone, as a reader does that has read no other."""

from datetime import date

from tei_archive.model import Certainty, HistoricalDate
from tei_archive.profile import Profile
from tei_archive.segmenting.dates import DateReader


def parse_date(words: str, profile: Profile, context: date | None = None) -> tuple[HistoricalDate, Certainty] | None:
    """Give the value and how sure it is."""
    found = DateReader(profile).read(words, context)
    return (found.value, found.certainty) if found else None
