"""Words of many languages become dates: ranges, windows, brackets, both calendars; as exact as they are, no more."""

from datetime import date, timedelta
from time import process_time

import pytest
from babel.dates import format_date
from date_values import parse_date
from hypothesis import given
from hypothesis import strategies as st

from tei_archive.model import Calendar, Certainty, HistoricalDate, Precision, Reserve
from tei_archive.model.calendars import julian_parts
from tei_archive.profile import Profile, fold, load_profile, profile_names
from tei_archive.profile.build import build_profile
from tei_archive.profile.rules import Pattern
from tei_archive.profile.tables import check_tables
from tei_archive.segmenting.dates import DateReader

CONTEXT = date(1894, 3, 11)
LANGUAGES = ("cs", "da", "de", "el", "en-GB", "es", "fi", "fr", "hu", "it", "nl", "pl", "pt", "ru", "sv", "tr", "uk")
days = st.dates(date(1500, 1, 1), date(2000, 12, 31))


def read(language: str, words: str, context: date | None = CONTEXT) -> tuple[HistoricalDate, Certainty]:
    found = parse_date(words, load_profile(f"base-{language}"), context)
    assert found is not None
    return found


def edtf(language: str, words: str, context: date | None = CONTEXT) -> str:
    return read(language, words, context)[0].edtf


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("22. 4. 1896", "1896-04-22"),
        ("22.4.1896", "1896-04-22"),
        ("den 22. April 1896", "1896-04-22"),
        ("am 3ten Mai 1896", "1896-05-03"),
        ("31. Jänner 1890", "1890-01-31"),
        ("8. X. 1896", "1896-10-08"),
        ("5/VIII 1896", "1896-08-05"),
        ("Juni 1896", "1896-06"),
        ("1896", "1896"),
        ("1896-04-22", "1896-04-22"),
        ("12.–14. 11. 1892", "1892-11-12/1892-11-14"),
        ("28. 12. 1892 bis 3. 1. 1893", "1892-12-28/1893-01-03"),
        ("zwischen 3. und 7. 5. 1893", "[1893-05-03..1893-05-07]"),
        ("zwischen 29. 9. und 2. 10. 1893", "[1893-09-29..1893-10-02]"),
        ("zwischen 7. 10. 1891 und Ende April 1892", "[1891-10-07..1892-04-30]"),
        ("zwischen September 1892 und Ende 1901", "[1892-09-01..1901-12-31]"),
        ("28./29. 12. 1893", "[1893-12-28..1893-12-29]"),
        ("1. oder 3. 8. 1893", "[1893-08-01..1893-08-03]"),
        ("Anfang April 1892", "[1892-04-01..1892-04-10]"),
        ("Mitte 1892", "[1892-05-01..1892-08-31]"),
        ("Herbst 1892", "[1892-09-01..1892-12-31]"),
        ("um den 3. 4. 1892", "1892-04-03~"),
        ("3. Aprİl 1892", "1892-04-03"),
        ("3. İ. 1892", "1892-01-03"),
        ("vor dem 3. 4. 1892", "[1891-04-04~..1892-04-02~]"),
        ("nach dem 3. 4. 1892", "[1892-04-04~..1893-04-03~]"),
    ],
)
def test_german_words_are_read_without_a_context(words: str, expected: str) -> None:
    assert edtf("de", words, None) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("1er mars 1915", "1915-03-01"),
        ("le 1° mars 1915", "1915-03-01"),
        ("15 Aout 1914", "1914-08-15"),
        ("du 3 au 7 mai 1893", "1893-05-03/1893-05-07"),
        ("3 7bre 1893", "1893-09-03"),
        ("fin avril 1892", "[1892-04-21..1892-04-30]"),
        ("mi-avril 1892", "[1892-04-11..1892-04-20]"),
        ("5 février I9I6", "1916-02-05"),
        ("1er JuiIlet 1915", "1915-07-01"),
        ("3 AvriI 1915", "1915-04-03"),
    ],
)
def test_french_words_are_read_without_a_context(words: str, expected: str) -> None:
    assert edtf("fr", words, None) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("June 3d, 1894", "1894-06-03"),
        ("24, May, 1894", "1894-05-24"),
        ("June —, 1894", "1894-06"),
        ("June 30 to July 2, 1894", "1894-06-30/1894-07-02"),
        ("December 28 - January 3, 1894", "1893-12-28/1894-01-03"),
        ("June 3 or 4, 1894", "[1894-06-03..1894-06-04]"),
        ("mid-June 1894", "[1894-06-11..1894-06-20]"),
        ("late in 1894", "[1894-09-01..1894-12-31]"),
        ("winter 1894", "[1894-01-01..1894-03-31]"),
        ("4/23/1894", "1894-04-23"),
        ("3/3/1894", "1894-03-03"),
        ("189?", "189X?"),
    ],
)
def test_english_words_are_read_without_a_context(words: str, expected: str) -> None:
    assert edtf("en", words, None) == expected


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("en", "the 3d instant", "1894-03-03"),
        ("en", "14th inst.", "1894-03-14"),
        ("en", "28th ult.", "1894-02-28"),
        ("en", "the 5th proximo", "1894-04-05"),
        ("en", "the 9th", "1894-03-09"),
        ("en", "of the 12th", "1894-02-12"),
        ("en", "3 June of last year", "1893-06-03"),
        ("en", "May 3, '92", "1892-05-03"),
        ("de", "23. d. M.", "1894-03-23"),
        ("de", "3. v. M.", "1894-02-03"),
        ("de", "3/7 92", "1892-07-03"),
        ("de", "7/8. 96", "1896-08-07"),
        ("de", "8. X. 96", "1896-10-08"),
        ("de", "5/VIII 06", "1906-08-05"),
        ("de", "3. Mai 92", "1892-05-03"),
        ("fr", "le 3 courant", "1894-03-03"),
        ("fr", "26 août dernier", "1893-08-26"),
    ],
)
def test_what_the_words_leave_out_comes_from_the_context(language: str, words: str, expected: str) -> None:
    value, certainty = read(language, words)
    assert (value.edtf, certainty) == (expected, Certainty.MEDIUM)
    assert parse_date(words, load_profile(f"base-{language}")) is None


def test_the_century_is_the_nearest() -> None:
    assert [edtf("de", "3/7 02", date(year, 1, 1))[:4] for year in (1851, 1853, 1899, 1951)] == [
        "1802",
        "1902",
        "1902",
        "1902",
    ]


@pytest.mark.parametrize(
    ("words", "expected", "certainty"),
    [
        ("[22. 4. 1892]", "1892-04-22", Certainty.MEDIUM),
        ("23. 4. [1892]", "1892-04-23", Certainty.MEDIUM),
        ("1[6]. 2. 1893", "1893-02-16", Certainty.MEDIUM),
        ("[1]6. 2. 1893", "1893-02-16", Certainty.MEDIUM),
        ("3. 8. 19[0]6", "1906-08-03", Certainty.MEDIUM),
        ("[1892?]", "1892?", Certainty.LOW),
        ("3. 8. 189[4?]", "1894-08-03?", Certainty.LOW),
        ("[12.?] 4. 1893", "1893-04-12?", Certainty.LOW),
        ("[Ende April 1892]", "[1892-04-21..1892-04-30]", Certainty.MEDIUM),
        ("[zwischen 1892 und Mitte 1893?]", "[1892-01-01?..1893-08-31?]", Certainty.LOW),
        ("[17.–21. 11.] 1908", "[1908-11-17..1908-11-21]", Certainty.MEDIUM),
        ("um den 3. 4. 1892", "1892-04-03~", Certainty.MEDIUM),
        ("vor dem 3. 4. 1892", "[1891-04-04~..1892-04-02~]", Certainty.LOW),
    ],
)
def test_what_editors_supplied_or_doubt_is_less_certain(words: str, expected: str, certainty: Certainty) -> None:
    value, found = read("de", words, None)
    assert (value.edtf, found) == (expected, certainty)


@pytest.mark.parametrize(
    "words",
    [
        "3/15 May 1861",
        "May 3/15, 1861",
        "May 3 (15), 1861",
        "May 15 (3), 1861",
        "3 (15) May 1861",
        "May 3, 1861, O.S.",
    ],
)
def test_a_double_date_is_one_day(words: str) -> None:
    value, certainty = read("en", words, None)
    assert value == HistoricalDate(date(1861, 5, 15), date(1861, 5, 15), calendar=Calendar.JULIAN)
    assert certainty is Certainty.HIGH


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("20 April/2 May 1861", "1861-05-02"),
        ("April 20 (May 2), 1861", "1861-05-02"),
        ("24/6 May 1861", "1861-05-06"),
        ("28 December/9 January 1861", "1861-01-09"),
        ("25 October (7 November) 1917", "1917-11-07"),
        ("May 2 (April 20), 1861", "1861-05-02"),
        ("January 9 (December 28), 1861", "1861-01-09"),
    ],
)
def test_a_double_date_may_run_over_a_month_or_a_year(words: str, expected: str) -> None:
    value = read("en", words, None)[0]
    assert (value.edtf, value.calendar) == (expected, Calendar.JULIAN)


def test_two_days_that_are_no_pair_of_calendars_are_two_days() -> None:
    value = read("en", "3/16 May 1861", None)[0]
    assert (value.edtf, value.calendar) == ("[1861-05-03..1861-05-16]", Calendar.GREGORIAN)


def test_a_month_of_the_julian_calendar_is_a_window() -> None:
    value = read("en", "June 1861, old style", None)[0]
    assert (value.edtf, value.calendar) == ("[1861-06-13..1861-07-12]", Calendar.JULIAN)


@pytest.mark.parametrize("words", ["Sunday, March 11, 1894", "Sun. March 11, 1894", "March 11, 1894"])
def test_a_weekday_that_fits_changes_nothing(words: str) -> None:
    found = DateReader(load_profile("base-en")).read(words)
    assert found is not None
    assert (found.certainty, found.is_another_weekday) == (Certainty.HIGH, False)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "4/3/1894"),  # the 4th of March or the 3rd of April
        ("en", "the 30th of last month"),  # of February
        ("en", "June 9 July 1894"),
        ("en", "June 9, 1894 and June 12, 1894 and June 15, 1894"),
        ("en", "May 3 V 1894"),
        ("en", "12 1894"),
        ("en", "between"),
        ("de", "31. 4. 1892"),
        ("de", "3. 13. 1892"),
        ("de", "3. XIV. 1892"),
        ("de", "3. 4. 5. 6. 1892"),
        ("de", "am Abend"),
        ("fr", "30 février 1893"),
    ],
)
def test_what_is_no_date_or_several_is_none(language: str, words: str) -> None:
    assert parse_date(words, load_profile(f"base-{language}"), CONTEXT) is None


def language_profile(language: str) -> Profile:
    head = {"name": "any", "title": "Any", "language": language}
    return build_profile(check_tables({"profile": head}))


PROFILES = {language: language_profile(language) for language in LANGUAGES}


@given(days, st.sampled_from(LANGUAGES), st.sampled_from(["d MMMM y", "d. MMM y", "EEEE d MMMM y", "d LLLL y"]))
def test_dates_of_any_language_are_read(day: date, language: str, form: str) -> None:
    words = format_date(day, form, locale=language.replace("-", "_"))
    found = parse_date(words, PROFILES[language])
    assert found == (HistoricalDate(day, day), Certainty.HIGH)


@given(days, st.sampled_from(["de", "en", "fr"]))
def test_one_day_is_never_more_than_its_words_and_never_less(day: date, language: str) -> None:
    profile = load_profile(f"base-{language}")
    month = format_date(day, "MMMM y", locale=language)
    whole = parse_date(month, profile)
    assert whole is not None
    assert whole[0].precision is Precision.MONTH
    assert whole[0].earliest <= day <= whole[0].latest
    supplied = parse_date(f"[{format_date(day, 'd MMMM y', locale=language)}?]", profile)
    assert supplied == (HistoricalDate(day, day, reserve=Reserve.UNCERTAIN), Certainty.LOW)


@given(days)
def test_a_day_in_both_calendars_is_the_gregorian_one(day: date) -> None:
    year, month, number = julian_parts(day)
    old = format_date(date(2000, month, number), "d MMMM", locale="en") + f" {year}"
    new = format_date(day, "d MMMM y", locale="en")
    found = parse_date(f"{old}/{new}", load_profile("base-en"))
    assert found == (HistoricalDate(day, day, calendar=Calendar.JULIAN), Certainty.HIGH)


@given(st.text(st.sampled_from("0123456789 .,/-–[]?()IVXİıſ²٣Ⅳ") | st.sampled_from("MayJuneofthe"), max_size=40))
def test_whatever_the_words_are_there_is_a_date_or_none(words: str) -> None:
    found = parse_date(words, load_profile("base-en"), CONTEXT)
    assert found is None or found[0].earliest <= found[0].latest


WORDS = st.sampled_from(["May 3", "May 3, 1861", "3/15 May 1861", "the 3rd of last month", "June 1861", "no date"])
CONTEXTS = st.none() | st.sampled_from([date(1861, 5, 2), date(1861, 5, 4), date(1894, 3, 11)])


@given(st.lists(st.tuples(WORDS, CONTEXTS, st.sampled_from(Calendar)), max_size=8))
def test_what_was_read_before_changes_no_date(asked: list[tuple[str, date | None, Calendar]]) -> None:
    profile = load_profile("base-en")
    reader = DateReader(profile)
    for words, context, kept in asked:
        assert reader.read(words, context, kept) == DateReader(profile).read(words, context, kept)


ALMOST = {
    "numbers": "3. 4. ",
    "months": "May 3 ",
    "ranges": "3 to 4 to ",
    "windows": "between early ",
    "brackets": "[3.?] [",
    "blanks": "May   ",
    "years": "189",
    "joints": "May - , ",
    "weekdays": "Monday, ",
}


@pytest.mark.parametrize("name", [name for name in profile_names() if name.startswith("base")])
@pytest.mark.parametrize("almost", ALMOST.values(), ids=ALMOST)
def test_no_pattern_of_dates_takes_more_than_linear_time(name: str, almost: str) -> None:
    profile = load_profile(name)
    patterns = [profile.lexicon.date, *(rule.pattern for rule in profile.dates)]
    short, long = (fold(almost * (size // len(almost))) for size in (10_000, 100_000))
    for pattern in patterns:
        once, ten_times = _seconds(pattern, short), _seconds(pattern, long)
        assert ten_times < 40 * max(once, 0.005)
    assert parse_date(long, profile, CONTEXT) is None


def _seconds(pattern: Pattern, text: str) -> float:
    start = process_time()
    for _ in pattern.finditer(text):
        pass
    return process_time() - start


def test_the_days_around_a_change_of_calendar_follow_each_other() -> None:
    profile = load_profile("base-en")
    last = parse_date("September 2, 1752, O.S.", profile)
    first = parse_date("September 14, 1752, N.S.", profile)
    assert last is not None
    assert first is not None
    assert first[0].earliest - last[0].earliest == timedelta(days=1)
