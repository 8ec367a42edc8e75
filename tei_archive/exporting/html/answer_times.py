"""How long answers took: days between a letter and the letter that answers it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import quantiles

from tei_archive.exporting.html.dates import Reserve
from tei_archive.exporting.html.letters import Letter
from tei_archive.model import answers, days_between

# Where a span of days ends, and how many spans the figure of all answers has.
LIMITS = (0, 1, 3, 7, 14, 30, 90)


@dataclass(frozen=True, slots=True)
class Answer:
    """A letter that answers another, so many days later."""

    letter: Letter
    answered: Letter
    days: int


@dataclass(frozen=True, slots=True)
class Quartiles:
    """How many numbers there are, the least and the greatest, and the three that cut them into quarters.

    The quartiles are those of Hyndman and Fan, "Sample quantiles in statistical packages", The American Statistician
    50 (1996), definition 7: the least and the greatest number count as the ends.
    """

    number: int
    least: float
    lower: float
    median: float
    upper: float
    greatest: float


def find_answers(letters: Iterable[Letter]) -> tuple[Answer, ...]:
    """Give back the answers whose days are known, in the order of the letters.

    A date that is told with reserve is no day to count from, and what is dated before the letter that it answers is
    left out: one of the two dates is wrong, or they are in different calendars.
    """
    known = {letter.item.id: letter for letter in letters if letter.item.reserve is Reserve.NONE}
    return tuple(answer for letter in known.values() for answer in _answers(letter, known))


def quartiles(numbers: Sequence[float]) -> Quartiles | None:
    """Give back the quartiles; None where there are no numbers."""
    if not numbers:
        return None
    least, greatest = min(numbers), max(numbers)
    lower, median, upper = quantiles(numbers, n=4, method="inclusive") if len(numbers) > 1 else [least] * 3
    return Quartiles(len(numbers), least, lower, median, upper, greatest)


def days_in_spans(days: Iterable[int]) -> tuple[int, ...]:
    """Give back how many of the numbers lie up to each limit and above the one before; the last counts those beyond."""
    counts = [0] * (len(LIMITS) + 1)
    for number in days:
        counts[sum(number > limit for limit in LIMITS)] += 1
    return tuple(counts)


def _answers(letter: Letter, known: dict[str, Letter]) -> Iterator[Answer]:
    targets = dict.fromkeys(ref.target for ref in answers(letter.document) if ref.target in known)
    for target in targets:
        answered = known[target or ""]
        days = days_between(answered.item.when, letter.item.when)
        if days is not None and days >= 0:
            yield Answer(letter, answered, days)
