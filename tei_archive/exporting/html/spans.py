"""Spans of days and of lengths, and their names."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from tei_archive.exporting.html.answer_times import LIMITS
from tei_archive.exporting.html.texts import Texts

_LENGTHS = (25, 50, 100, 200, 400, 800, 1600)  # words: each span is twice as wide as the one before


def day_span_names(texts: Texts) -> tuple[str, ...]:
    """Give back the names of the spans of days, in the order of `days_in_spans`."""
    return _names(texts, LIMITS)


def length_names(texts: Texts) -> tuple[str, ...]:
    """Give back the names of the spans of lengths, in the order of `lengths_in_spans`."""
    return _names(texts, (0, *_LENGTHS))[1:]


def lengths_in_spans(words: Iterable[int]) -> tuple[int, ...]:
    """Give back how many documents have as many words as each span says."""
    counts = [0] * (len(_LENGTHS) + 1)
    for number in words:
        counts[sum(number > limit for limit in _LENGTHS)] += 1
    return tuple(counts)


def _names(texts: Texts, limits: Sequence[int]) -> tuple[str, ...]:
    """0, then from one after a limit to the next, then what is above the last."""
    between = (
        texts.number(after) if after == before + 1 else f"{texts.number(before + 1)}–{texts.number(after)}"
        for before, after in pairwise(limits)
    )
    return (texts.number(limits[0]), *between, f"> {texts.number(limits[-1])}")
