"""The reader of dates for one run: what was read once is not read again."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from tei_archive.model import Calendar
from tei_archive.profile import Profile, fold
from tei_archive.segmenting.dates.reading import Reading, Statement, complete_date, find_statement


@dataclass(frozen=True, slots=True)
class DateReader:
    """Reads dates by the rules of a profile.

    `stated` and `completed` keep what was found out, since an edition names the same days over and over.
    """

    profile: Profile
    stated: dict[tuple[str, Calendar], Statement | None] = field(default_factory=dict)
    completed: dict[tuple[str, Calendar, date | None], Reading | None] = field(default_factory=dict)

    def read(self, words: str, context: date | None = None, kept: Calendar = Calendar.GREGORIAN) -> Reading | None:
        """Read a date; `context` is the day that "this month" and a date without a year are counted from.

        None where the words are no date, where the day does not exist, or where the context is missing. `kept` is the
        calendar where the words do not say.
        """
        folded = fold(words).strip()
        statement = self._find_statement(folded, kept)
        if statement is None:
            return None
        key = (folded, kept, context if statement.needs_context else None)
        if key not in self.completed:
            self.completed[key] = complete_date(statement, context)
        return self.completed[key]

    def _find_statement(self, folded: str, kept: Calendar) -> Statement | None:
        key = (folded, kept)
        if key not in self.stated:
            self.stated[key] = find_statement(folded, self.profile, kept)
        return self.stated[key]
