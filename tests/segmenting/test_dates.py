"""Words become dates: no more exact than they are, none where the day does not exist."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from date_values import parse_date

from tei_archive import api
from tei_archive.model import Calendar, Certainty, HistoricalDate, Precision, Reserve, Source
from tei_archive.profile import Profile, load_profile
from tei_archive.segmenting import segment_sources
from tei_archive.tei import read_document
from tei_archive.wording import date_in_words

CONTEXT = date(1922, 3, 11)


@pytest.fixture(scope="module")
def profile() -> Profile:
    return load_profile("soviet-diplomatic-en")


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("August 20, 1921", "1921-08-20"),
        ("august 20 1921", "1921-08-20"),
        ("Aug. 20, 1921", "1921-08-20"),
        ("28 august 1921", "1921-08-28"),
        ("3rd of March 1894", "1894-03-03"),
        ("August 20‐26, 1939", "1939-08-20/1939-08-26"),
        ("July 15 – 17, 1937", "1937-07-15/1937-07-17"),
        ("July 15‐15, 1937", "1937-07-15"),
        ("June 1937", "1937-06"),
        ("February 1936", "1936-02"),
        ("1937 g on May 14", "1937-05-14"),
        ("1937 g 25 on May", "1937-05-25"),
        ("  August 20,  1921 ", "1921-08-20"),
    ],
)
def test_a_date_with_its_year_needs_no_context(profile: Profile, words: str, edtf: str) -> None:
    read = parse_date(words, profile)
    assert read is not None
    assert read[0].edtf == edtf


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("March 3", "1922-03-03"),
        ("march 12", "1921-03-12"),  # later in the year than the document: the year before
        ("November 19", "1921-11-19"),
        ("4 february", "1922-02-04"),
        ("the 3rd of this month", "1922-03-03"),
        ("14th instant", "1922-03-14"),
        ("the 28th of last month", "1922-02-28"),
        ("14th ultimo", "1922-02-14"),
    ],
)
def test_a_date_without_year_or_month_is_counted_from_the_document(profile: Profile, words: str, edtf: str) -> None:
    read = parse_date(words, profile, CONTEXT)
    assert read is not None
    assert (read[0].edtf, read[1]) == (edtf, Certainty.MEDIUM)
    assert parse_date(words, profile) is None


def test_last_month_may_be_in_the_year_before(profile: Profile) -> None:
    read = parse_date("the 30th of last month", profile, date(1922, 1, 5))
    assert read is not None
    assert read[0].edtf == "1921-12-30"


@pytest.mark.parametrize(
    "words",
    ["June 31, 1921", "February 29, 1922", "July 17‐15, 1937", "August 99, 1921", "August 20, 0000", "yesterday", ""],
)
def test_a_day_that_does_not_exist_is_no_date(profile: Profile, words: str) -> None:
    assert parse_date(words, profile, CONTEXT) is None


@pytest.mark.parametrize(
    ("words", "context"),
    [
        ("the 30th of last month", date(1922, 3, 11)),
        ("the 5th of last month", date(1, 1, 7)),
        ("March 3", date(1, 1, 7)),
    ],
)
def test_a_date_before_all_dates_is_none(profile: Profile, words: str, context: date) -> None:
    assert parse_date(words, profile, context) is None


LETTER = (
    "Letter of the consul in Velmar to the mayor of Velmar, Rahmi.{heading}\n\n{lines}\n\nWhat of the key?\n\nLindt"
)


@pytest.mark.parametrize(
    ("heading", "lines", "edtf", "undecided"),
    [
        ("", "May 3, 1894", "1894-05-03", False),
        ("", "May 3, 1894\n\nMay 5, 1894", None, True),
        (" May 5, 1894.", "May 3, 1894", "1894-05-03", False),
        (" May 3, 1894.", "May 1894", "1894-05-03", False),
        (" May 3, 1894.", "Sir,", "1894-05-03", False),
        ("", "Sir,", None, False),
    ],
)
def test_of_two_dates_the_better_one_is_taken_and_none_where_they_are_as_good(
    profile: Profile, heading: str, lines: str, edtf: str | None, *, undecided: bool
) -> None:
    page = LETTER.format(heading=heading, lines=lines)
    edition = segment_sources([Source("x", "x.txt", page)], "x", profile)
    (document,) = edition.documents
    assert (document.date and document.date.value.edtf) == edtf
    entries = [decision for decision in edition.ledger if decision.field == "date"]
    assert [decision.rule for decision in entries] == (
        ["engine.undecided"] if undecided else [document.date.rule] if document.date else []
    )


NO_YEAR = "Letter of the consul in Velmar to the mayor of Velmar, Rahmi.\n\n{date}\n\nWhat of the key?\n\nLindt\n\n"


def test_a_year_of_two_digits_is_that_of_the_neighbours(profile: Profile) -> None:
    page = "".join(NO_YEAR.format(date=day) for day in ("May 3, 1894", "5/17 94", "June 9, 1894"))
    edition = segment_sources([Source("x", "x.txt", page)], "x", profile)
    dates = [document.date for document in edition.documents]
    assert [claim and claim.value.edtf for claim in dates] == ["1894-05-03", "1894-05-17", "1894-06-09"]
    assert [claim and claim.certainty for claim in dates] == [Certainty.HIGH, Certainty.LOW, Certainty.HIGH]


def test_without_neighbours_two_digits_are_no_year(profile: Profile) -> None:
    edition = segment_sources([Source("x", "x.txt", NO_YEAR.format(date="5/17 94"))], "x", profile)
    assert [document.date for document in edition.documents] == [None]


@pytest.mark.parametrize(
    ("line", "certainty", "is_told"),
    [("Saturday, March 3, 1894", Certainty.HIGH, False), ("Sunday, March 3, 1894", Certainty.LOW, True)],
)
def test_another_day_of_the_week_makes_a_date_doubtful_and_is_told(
    profile: Profile, line: str, certainty: Certainty, *, is_told: bool
) -> None:
    edition = segment_sources([Source("x", "x.txt", NO_YEAR.format(date=line))], "x", profile)
    (document,) = edition.documents
    assert document.date is not None
    assert (document.date.value.edtf, document.date.certainty) == ("1894-03-03", certainty)
    told = [decision.value for decision in edition.ledger if decision.rule == "engine.weekday"]
    assert told == (["1894-03-03 is another day of the week"] if is_told else [])


OLD_STYLE = """
[profile]
name = "ruritania"
title = "Ruritania, which kept the Julian calendar"
language = "en"
extends = "base-en"

[gregorian_since]
"Strelsau" = 1912-01-14
"""


@pytest.mark.parametrize(
    ("line", "edtf", "calendar"),
    [
        ("Strelsau, May 3, 1861", "1861-05-15", Calendar.JULIAN),
        ("Strelsau, May 3, 1861, N.S.", "1861-05-03", Calendar.GREGORIAN),
        ("Strelsau, May 3, 1921", "1921-05-03", Calendar.GREGORIAN),
        ("Zenda, May 3, 1861", "1861-05-03", Calendar.GREGORIAN),
        ("Zenda, May 3, 1861, O.S.", "1861-05-15", Calendar.JULIAN),
        ("Zenda, May 3/15, 1861", "1861-05-15", Calendar.JULIAN),
    ],
)
def test_a_date_is_counted_in_the_calendar_of_its_words_or_of_its_place(
    tmp_path: Path, line: str, edtf: str, calendar: Calendar
) -> None:
    file = tmp_path / "ruritania.toml"
    file.write_text(OLD_STYLE, encoding="utf-8")
    edition = segment_sources([Source("x", "x.txt", NO_YEAR.format(date=line))], "x", load_profile(str(file)))
    (document,) = edition.documents
    assert document.date is not None
    assert (document.date.value.edtf, document.date.value.calendar) == (edtf, calendar)
    assert document.date.words is not None


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (HistoricalDate(date(1921, 8, 20), date(1921, 8, 20)), "20 August 1921"),
        (HistoricalDate(date(1921, 8, 1), date(1921, 8, 31), Precision.MONTH), "August 1921"),
        (HistoricalDate(date(1921, 1, 1), date(1921, 12, 31), Precision.YEAR), "1921"),
        (HistoricalDate(date(1921, 8, 20), date(1921, 9, 2), Precision.DURATION), "20 August 1921 – 2 September 1921"),
    ],
)
def test_a_date_is_written_in_words(value: HistoricalDate, words: str) -> None:
    assert date_in_words(value, "en") == words


def test_the_reserve_of_a_date_is_told_with_it() -> None:
    day = HistoricalDate(date(1921, 8, 20), date(1921, 8, 20))
    assert date_in_words(replace(day, reserve=Reserve.UNCERTAIN), "en") == "20 August 1921 (?)"
    assert date_in_words(replace(day, reserve=Reserve.APPROXIMATE), "de") == "~ 20. August 1921"


def test_a_date_is_written_in_the_language_of_the_edition() -> None:
    assert date_in_words(HistoricalDate(date(1921, 8, 20), date(1921, 8, 20)), "de") == "20. August 1921"
    assert date_in_words(HistoricalDate(date(1921, 3, 1), date(1921, 3, 1)), "pt-BR") == "1 de março de 1921"


@pytest.mark.parametrize(
    ("line", "element"),
    [
        (
            "May 3/15, 1861",
            'when="1861-05-15" when-custom="1861-05-03" datingMethod="#cal.julian"',
        ),
        ("about May 3, 1861", 'when="1861-05-03" precision="low"'),
        ("[May 3, 1861?]", 'when="1861-05-03" precision="unknown"'),
        ("June 1861, O.S.", 'notBefore="1861-06-13" notAfter="1861-07-12" datingMethod="#cal.julian"'),
        ("late in June 1861", 'notBefore="1861-06-21" notAfter="1861-06-30"'),
    ],
)
def test_calendar_and_reserve_stand_in_valid_tei_and_are_read_again(tmp_path: Path, line: str, element: str) -> None:
    file = tmp_path / "letter.txt"
    file.write_text(NO_YEAR.format(date=line), encoding="utf-8")
    api.segment([file], tmp_path / "edition", profile="base-en")
    (tei,) = (tmp_path / "edition" / "tei").glob("*.xml")
    written = tei.read_text(encoding="utf-8")
    assert f"<date {element} " in written
    assert ('<calendar xml:id="cal.julian">' in written) == ("datingMethod" in element)
    assert [finding for finding in api.validate([tmp_path / "edition"]).findings if finding.severity == "error"] == []
    read = read_document(tei).document.date
    found = parse_date(line, load_profile("base-en"))
    assert read is not None
    assert found is not None
    assert read.value == found[0]
