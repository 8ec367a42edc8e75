"""Dates: words → values, and the date of a document among those that it states."""

from tei_archive.segmenting.dates.finding import check_weekday, date_of_act, find_date
from tei_archive.segmenting.dates.reader import DateReader
from tei_archive.segmenting.dates.reading import Reading

__all__ = ["DateReader", "Reading", "check_weekday", "date_of_act", "find_date"]
