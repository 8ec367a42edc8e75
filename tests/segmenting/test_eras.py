"""Volumes of United States diplomatic papers, invented era by era: where documents begin and end, and what they say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import pytest
from eras_chapters import capitals, memoranda, misread, repeated, sessions, small, stamped
from eras_councils import postwar, summits
from eras_departments import fifties, ministers, sixties
from eras_embassies import conference, thirties, wartime
from eras_legations import early, filed, numbered, telegraphed
from eras_typesetting import Expected, Paper, Volume, typeset

from tei_archive.model import Agent, Document, Edition, Source
from tei_archive.profile import load_profile
from tei_archive.segmenting import segment_sources

ERAS: dict[str, tuple[Callable[[], Iterator[Paper]], bool]] = {
    "1866": (early, True),
    "1873": (lambda: numbered(1873, ""), True),
    "1874": (numbered, False),
    "1895": (telegraphed, False),
    "1908": (filed, False),
    "1916": (wartime, True),
    "1919": (conference, False),
    "1938": (thirties, False),
    "1943": (summits, False),
    "1947": (postwar, False),
    "1953": (ministers, False),
    "1956": (fifties, True),
    "1964": (sixties, False),
    "1871": (repeated, True),
    "1876": (misread, False),
    "1883": (small, False),
    "1883-wrapped": (small, True),
    "1897": (capitals, False),
    "1897-wrapped": (capitals, True),
    "1907": (stamped, False),
    "1946": (sessions, False),
    "1946-wrapped": (sessions, True),
    "1967": (memoranda, False),
}
_LEAST = 0.97


@cache
def volume(era: str) -> Volume:
    papers, wrap = ERAS[era]
    return typeset(papers(), wrap=wrap)


@cache
def edition(era: str) -> Edition:
    text = volume(era).text
    return segment_sources([Source(era, f"{era}.txt", text)], era, load_profile("us-diplomatic-en"))


def found(era: str) -> list[tuple[Expected, Document]]:
    """The documents that begin where they should."""
    starts = {document.span.start: document for document in edition(era).documents}
    return [
        (one, starts[at])
        for one in volume(era).documents
        for at in sorted({start for start in starts if one.start <= start <= one.heading})[:1]
    ]


@pytest.mark.parametrize("era", ERAS)
def test_documents_begin_where_they_should(era: str) -> None:
    right = 2 * len(found(era))
    assert right / (len(edition(era).documents) + len(volume(era).documents)) >= _LEAST


@pytest.mark.parametrize("era", ERAS)
def test_documents_end_where_they_should(era: str) -> None:
    ends = [document.span.end == one.end for one, document in found(era)]
    assert sum(ends) >= 0.9 * len(ends)


@pytest.mark.parametrize("era", ERAS)
@pytest.mark.parametrize("field", ["sender", "addressee", "date", "number"])
def test_what_a_document_says_of_itself_is_read(era: str, field: str) -> None:
    right = [FIELDS[field](one.paper, document) for one, document in found(era)]
    known = [answer for answer in right if answer is not None]
    assert sum(known) >= _LEAST * len(known)


def _names(wanted: tuple[str, ...], agents: tuple[Agent, ...]) -> bool | None:
    if not wanted:
        return None
    return all(any(name in agent.label for agent in agents) for name in wanted)


def _date(paper: Paper, document: Document) -> bool | None:
    if paper.day is None:
        return None
    return document.date is not None and document.date.value.earliest == document.date.value.latest == paper.day


def _number(paper: Paper, document: Document) -> bool | None:
    if not paper.number:
        return None
    return document.edition_number is not None and document.edition_number.value == paper.number


FIELDS: dict[str, Callable[[Paper, Document], bool | None]] = {
    "sender": lambda paper, document: _names(paper.sender, document.senders),
    "addressee": lambda paper, document: _names(paper.addressee, document.addressees),
    "date": _date,
    "number": _number,
}
