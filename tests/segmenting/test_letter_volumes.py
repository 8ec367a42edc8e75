"""Volumes of letters in manners that no profile was made for: where letters begin, who wrote to whom, and when."""

import datetime as dt
from functools import cache

import pytest
from letter_volumes import ENGLISH, TITLED, UNTITLED, Expected, Letter, Manner, build_volume

from tei_archive.model import Agent, Document, Source
from tei_archive.profile import Profile, load_profile
from tei_archive.segmenting import segment_sources
from tei_archive.segmenting.numbering import count_of

profile = cache(load_profile)
LETTERS = 30


@cache
def read(manner: Manner) -> tuple[tuple[Expected, ...], tuple[Document, ...]]:
    """The letters as they were put into a volume, and those that were found in it."""
    volume = build_volume(manner, LETTERS)
    known: Profile = profile(volume.profile)
    return volume.letters, segment_sources([Source("v", "v.txt", volume.text)], "v", known).documents


def starts(documents: tuple[Document, ...]) -> list[int]:
    return [document.span.start for document in documents]


def boundary_f1(letters: tuple[Expected, ...], documents: tuple[Document, ...]) -> float:
    right = len({letter.start for letter in letters}.intersection(starts(documents)))
    return 2 * right / (len(letters) + len(documents))


def surname(agents: tuple[Agent, ...]) -> str:
    return " ".join(agent.label.split()[-1].casefold() for agent in agents)


def share(pairs: list[tuple[object, object]]) -> float:
    return sum(found == wanted for found, wanted in pairs) / len(pairs)


@pytest.mark.parametrize("manner", TITLED, ids=lambda manner: manner.name)
def test_letters_with_titles_are_found(manner: Manner) -> None:
    assert boundary_f1(*read(manner)) >= 0.95


@pytest.mark.parametrize("manner", UNTITLED, ids=lambda manner: manner.name)
def test_letters_without_titles_are_found(manner: Manner) -> None:
    assert boundary_f1(*read(manner)) >= 0.9


@pytest.mark.parametrize("manner", [one for one in TITLED if one.names_sender], ids=lambda manner: manner.name)
def test_the_title_names_the_writer(manner: Manner) -> None:
    letters, documents = read(manner)
    by_start = dict(zip(starts(documents), documents, strict=True))
    named = [(one, by_start[one.start]) for one in letters if one.start in by_start and one.sender]
    assert share([(surname(found.senders), one.sender.split()[-1].casefold()) for one, found in named]) >= 0.95


@pytest.mark.parametrize("manner", [one for one in TITLED if one.names_addressee], ids=lambda manner: manner.name)
def test_the_title_names_the_reader(manner: Manner) -> None:
    letters, documents = read(manner)
    by_start = dict(zip(starts(documents), documents, strict=True))
    named = [(one, by_start[one.start]) for one in letters if one.start in by_start and one.addressee]
    assert share([(surname(found.addressees), one.addressee.split()[-1].casefold()) for one, found in named]) >= 0.95


@pytest.mark.parametrize("manner", TITLED, ids=lambda manner: manner.name)
def test_the_day_is_read_from_title_or_dateline(manner: Manner) -> None:
    letters, documents = read(manner)
    by_start = dict(zip(starts(documents), documents, strict=True))
    dated = [(one.day, by_start[one.start]) for one in letters if one.start in by_start and one.day]
    assert share([(day_of(found), day) for day, found in dated]) >= 0.95


def day_of(document: Document) -> dt.date | None:
    return document.date.value.earliest if document.date else None


def test_a_title_with_the_surname_first_gives_the_name_in_its_natural_order() -> None:
    manner = next(one for one in TITLED if one.name == "de-last-first")
    _, documents = read(manner)
    assert [agent.label for agent in documents[0].senders] == ["Agnes Halm"]


def test_notes_that_cite_letters_like_titles_begin_none() -> None:
    manner = Manner("cited", ENGLISH, lambda one: f"{one.sender} to {one.addressee}, {one.long_date}")
    volume = build_volume(manner, LETTERS)
    cited = [line for line in volume.text.split("\n") if " See " in line and " to " in line]
    letters, documents = read(manner)
    assert len(cited) >= LETTERS / 3
    assert starts(documents) == [letter.start for letter in letters]


def test_dates_below_the_letters_are_learned_from_the_volume() -> None:
    """A date between signature and greeting may belong to either letter; the clear places tell which."""
    manner = next(one for one in UNTITLED if one.name == "de-dateline-below")
    letters, documents = read(manner)
    by_start = dict(zip(starts(documents), documents, strict=True))
    found = [(day_of(by_start[one.start]), one.day) for one in letters if one.start in by_start]
    assert share(list(found)) >= 0.9


@pytest.mark.parametrize(("number", "count"), [("12", 12), ("XIV", 14), ("xlix", 49), ("12a", None), ("", None)])
def test_numbers_of_letters_count_in_either_figures(number: str, count: int | None) -> None:
    assert count_of(number) == count


def test_a_postscript_that_goes_on_in_paragraphs_stays_with_its_letter() -> None:
    first = "To Agnes Halm, 3 May 1894\n\nDear Agnes,\n\nThe mill is sold.\n\nYours sincerely,\nEwald Reiner"
    more = "P.S.\n\nThe umbrella has been found under the stairs.\n\nThe carrier will bring it."
    second = "To Karl Tarn, 9 May 1894\n\nDear Tarn,\n\nThe bridge is mended.\n\nE. Reiner"
    text = f"{first}\n\n{more}\n\n{second}"
    documents = segment_sources([Source("v", "v.txt", text)], "v", profile("letters-en")).documents
    assert starts(documents) == [0, text.index(second)]
    assert not documents[0].enclosures


def test_the_same_volume_is_printed_twice() -> None:
    assert build_volume(TITLED[0]) == build_volume(TITLED[0])
    assert Letter(ENGLISH, 3).day != Letter(ENGLISH, 4).day
