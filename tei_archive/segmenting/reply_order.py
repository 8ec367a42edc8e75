"""The order of replies: no two documents answer each other, not even by way of others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tei_archive.model import HistoricalDate

Link = tuple[str, str]


def find_circular(
    certain: Iterable[Link], doubtful: Sequence[Link], dates: Mapping[str, HistoricalDate | None]
) -> frozenset[Link]:
    """Give the doubtful links, from answer to what is answered, that would close a circle.

    Links back in time are believed before those within a day or without a date, and else the earlier before the later.
    """
    answered: dict[str, list[str]] = {}
    for answer, asked in certain:
        answered.setdefault(answer, []).append(asked)
    closing: list[Link] = []
    for answer, asked in sorted(doubtful, key=lambda link: not _goes_back(link, dates)):
        if _leads_to(asked, answer, answered):
            closing.append((answer, asked))
        else:
            answered.setdefault(answer, []).append(asked)
    return frozenset(closing)


def _goes_back(link: Link, dates: Mapping[str, HistoricalDate | None]) -> bool:
    one, other = (dates[id_] for id_ in link)
    return bool(one and other and other.latest < one.earliest)


def _leads_to(start: str, end: str, answered: Mapping[str, Sequence[str]]) -> bool:
    seen, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        if here == end:
            return True
        fresh = [one for one in answered.get(here, ()) if one not in seen]
        seen.update(fresh)
        waiting += fresh
    return False
