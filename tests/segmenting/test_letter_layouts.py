"""Volumes of letters in layouts met late: titles of many forms, dates at the end, letters without headings."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from letter_layouts import LAYOUTS, PLAIN, THE_SAME, UNDATED
from letter_volumes import Manner, build_volume
from test_letter_volumes import boundary_f1, day_of, read, share, starts, surname

from tei_archive.model import Document, Source
from tei_archive.profile import load_profile
from tei_archive.segmenting import segment_sources
from tei_archive.segmenting.profiles import choose_profile

WRITERS = ("Ewald Reiner", "Agnes Halm")
PLACES = ("Strelsau", "Zenda", "Hentzau")
LETTERS = 28
# What a volume says of its days is known where they stand with the name of the month, or in figures and full stops.
DATED = [manner for manner in LAYOUTS if manner.name != "fr-iso"]


def segment(text: str, profile: str) -> tuple[Document, ...]:
    return segment_sources([Source("v", "v.txt", text)], "v", load_profile(profile)).documents


@pytest.mark.parametrize("manner", [*LAYOUTS, *UNDATED], ids=lambda manner: manner.name)
def test_letters_are_found(manner: Manner) -> None:
    assert boundary_f1(*read(manner)) >= 0.95


@pytest.mark.parametrize("manner", [*LAYOUTS, *UNDATED], ids=lambda manner: manner.name)
def test_the_title_names_writer_and_reader(manner: Manner) -> None:
    letters, documents = read(manner)
    by_start = dict(zip(starts(documents), documents, strict=True))
    found = [(one, by_start[one.start]) for one in letters if one.start in by_start]
    writers = [(surname(here.senders), one.sender.split()[-1].casefold()) for one, here in found if one.sender]
    readers = [(surname(here.addressees), one.addressee.split()[-1].casefold()) for one, here in found if one.addressee]
    assert share(list(readers)) >= 0.95
    assert not writers or share(list(writers)) >= 0.95


@pytest.mark.parametrize("manner", DATED, ids=lambda manner: manner.name)
def test_the_day_is_read(manner: Manner) -> None:
    letters, documents = read(manner)
    by_start = dict(zip(starts(documents), documents, strict=True))
    dated = [(day_of(by_start[one.start]), one.day) for one in letters if one.start in by_start and one.day]
    assert share(list(dated)) >= 0.95


@pytest.mark.parametrize("manner", LAYOUTS, ids=lambda manner: manner.name)
def test_the_profile_of_the_language_is_chosen(manner: Manner) -> None:
    volume = build_volume(manner, LETTERS)
    known = [load_profile(name) for name in ("base-en", "letters-de", "letters-en", "letters-fr", "us-diplomatic-en")]
    assert choose_profile([Source("v", "v.txt", volume.text)], known).profile == volume.profile


@pytest.mark.parametrize(("profile", "title", "same"), THE_SAME)
def test_the_same_is_the_reader_of_the_letter_above(profile: str, title: str, same: str) -> None:
    names = ("Agnes Halm", same, "Karl Tarn", same, same)
    titles = [title.format(number=number, name=name, writer="Ewald Reiner") for number, name in enumerate(names * 5, 1)]
    body = "\n\n".join(PLAIN[profile][1:3])
    documents = segment("\n\n".join(f"{heading}\n\n{body}\n\nEwald Reiner" for heading in titles), profile)
    assert [surname(one.addressees) for one in documents] == ["halm", "halm", "tarn", "tarn", "tarn"] * 5
    assert documents[1].addressees[0].name
    assert documents[1].addressees[0].name.inferred_from == documents[0].id


def test_who_writes_back_to_the_same_writes_to_the_one_above() -> None:
    body = "\n\n".join(PLAIN["letters-de"][1:3])
    titles = ("Ewald Reiner an Agnes Halm, 3. Mai 1894", "Agnes Halm an denselben, 5. Mai 1894")
    documents = segment("\n\n".join(f"{title}\n\n{body}" for title in titles), "letters-de")
    assert [agent.label for agent in documents[1].addressees] == ["Ewald Reiner"]


def plain_letters(profile: str, *, date_below: bool, short: bool = False) -> Iterator[str]:
    """Letters of two writers without headings, some without courtesy or greeting, some with a postscript or source."""
    dateline, greeting, body, courtesy, postscript, source = PLAIN[profile]
    for number in range(LETTERS):
        writer = WRITERS[number % 3 % 2]
        when = dateline.format(place=PLACES[number % 3], day=number + 1)
        signature = writer.split()[0] if short and number % 2 else writer
        yield "\n\n".join(
            part
            for part, is_there in (
                (when, not date_below),
                (greeting, number % 5 != 3),
                (body, True),
                (courtesy, number % 4 != 1),
                (signature, True),
                (when, date_below),
                (postscript, number % 6 == 2),
                (source, number % 7 == 4),
            )
            if is_there
        )


def found_share(letters: list[str], documents: tuple[Document, ...]) -> float:
    ends = [0]
    for letter in letters:
        ends.append(ends[-1] + len(letter) + 2)
    return len(set(ends[:-1]).intersection(starts(documents))) / max(len(letters), len(documents))


@pytest.mark.parametrize("date_below", [False, True])
@pytest.mark.parametrize("profile", PLAIN)
def test_letters_without_headings_are_found_wherever_their_date_stands(profile: str, *, date_below: bool) -> None:
    letters = list(plain_letters(profile, date_below=date_below))
    assert found_share(letters, segment("\n\n".join(letters), profile)) >= 0.9


@pytest.mark.parametrize("profile", PLAIN)
def test_two_who_write_to_each_other_are_named_in_full(profile: str) -> None:
    letters = list(plain_letters(profile, date_below=False, short=True))
    documents = segment("\n\n".join(letters), profile)
    named = [(one.senders[0].label, one.addressees[0].label) for one in documents if one.senders and one.addressees]
    assert len(named) >= 0.9 * LETTERS
    assert {*named} == {WRITERS, WRITERS[::-1]}


def test_a_number_alone_is_one_of_a_page_where_letters_have_no_headings() -> None:
    letters = list(plain_letters("letters-en", date_below=False))
    paged = [f"{letter}\n\n{number}" if number % 3 == 0 else letter for number, letter in enumerate(letters, 11)]
    documents = segment("\n\n".join(paged), "letters-en")
    assert {len(letter) for letter in letters} >= {len(one.span) for one in documents}


@pytest.mark.parametrize(
    ("profile", "title", "year"),
    [
        ("letters-de", "{number}. Ewald Reiner an Agnes Halm.", "{year}."),
        ("letters-fr", "{number}. Ewald Reiner à Agnès Halm.", "{year}"),
        ("letters-en", "{number}. Ewald Reiner to Agnes Halm.", "The Year {year}."),
    ],
)
def test_a_year_above_a_letter_belongs_to_none(profile: str, title: str, year: str) -> None:
    body = "\n\n".join(PLAIN[profile][1:3])
    letters = [f"{title.format(number=number)}\n\n{body}\n\nReiner" for number in range(1, 25)]
    parts = [f"{year.format(year=1890 + at)}\n\n{one}" if at % 4 == 0 else one for at, one in enumerate(letters)]
    documents = segment("\n\n".join(parts), profile)
    assert len(documents) == len(letters)
    assert all(above.span.end < below.span.start for above, below in pairwise(documents))
    assert {one.blocks[0].text for one in documents} == {letter.split("\n")[0] for letter in letters}
