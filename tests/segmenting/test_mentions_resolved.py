"""Replies: mentions in the wordings of a century, resolved by number, date, and the offices of both sides."""

from dataclasses import dataclass
from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_archive.model import (
    Agent,
    AgentKind,
    Claim,
    HistoricalDate,
    Label,
    Labelled,
    Relation,
    Source,
    Span,
    Unresolved,
)
from tei_archive.profile import MentionRule, Profile, fold, load_profile, profile_names
from tei_archive.segmenting import segment_sources
from tei_archive.segmenting.boundaries import Decided
from tei_archive.segmenting.dates import DateReader
from tei_archive.segmenting.description import Description
from tei_archive.segmenting.drafts import Draft, Piece
from tei_archive.segmenting.grammar import Zone
from tei_archive.segmenting.mentions import Mention, find_mentions
from tei_archive.segmenting.reply_order import find_circular
from tei_archive.segmenting.resolution import resolve_mentions

DEPARTMENT = "Secretary of State"
POST = "Minister in Ruritania"


@dataclass(frozen=True)
class Letter:
    """A letter as the stages before give it: its paragraphs, and what is known of it."""

    text: str
    sent: str = ""
    sender: str = DEPARTMENT
    addressee: str = POST
    number: str = ""
    dateline: str = ""
    edition_number: str = ""
    label: Label = Label.P


@pytest.fixture(scope="module")
def us() -> Profile:
    return load_profile("us-diplomatic-en")


@pytest.fixture(scope="module")
def base() -> Profile:
    return load_profile("base-en")


# -- wordings --------------------------------------------------------------------------------------------------------

ASKED = Letter("What of the key?", "1894-06-03", number="12")


@pytest.mark.parametrize(
    "words",
    [
        "I have the honor to acknowledge the receipt of your No. 12 of the 3rd instant, about the key.",
        "Sir: I have the honor to acknowledge the reception of your despatch, No. 12, of the 3d instant.",
        "Referring to your instruction No. 12 of June 3, I enclose the key.",
        "In compliance with the request contained in your letter of the 3d instant, I send the key.",
        "Your 12, June 3, 6 p.m. The key is here.",
        "Department's 12, June 3. The key is here.",
        "Department’s telegram No. 12, June 3, 6 p. m., and my 14, June 4. The key is here.",
        "The key is here, as asked in the Department's 12, June 3, noon.",
        "Reference: Department's telegram 12, June 3",
        "Ref: Deptel 12",
        "Re urtel 12 June 3. The key is here.",
        "Deptels 11 and 12. The key is here.",
        "I have received your despatches Nos. 10, 11 and 12, and enclose the key.",
        "Your letter of the 3rd reached me yesterday.",
        "I received yours of the 3d. The key is here.",
        "I have carried out the request made by you on the 3d instant.",
        "I acknowledge the receipt of instruction No. 12 of the 3rd instant.",
        "I have considered your letter of June 3d (No. 12) with care.",
    ],
)
def test_what_answers(us: Profile, words: str) -> None:
    answer = Letter(words, "1894-06-09", POST, DEPARTMENT, number="15")
    assert replies(us, ASKED, answer) == {(1, 0)}


@pytest.mark.parametrize(
    "words",
    [
        "My 12, June 3, 6 p.m. The key is here.",
        "Referring to my No. 12 of the 3d instant, I send another key.",
        "Legation's 12, June 3. The key is here.",
        "Paris Embassy's 12, June 3, is about a key.",
        "The key is old (see Department's despatch 12, June 3).",
        "Funds are spoken of in paragraphs 3 and 4 of your 12, June 3.",
        "I enclose a copy of your letter of June 3 for the court.",
        "I have 12 keys, and June 3 is a feast.",
        "The consul's despatch No. 12 of June 3 is here.",
    ],
)
def test_what_answers_nothing(us: Profile, words: str) -> None:
    answer = Letter(words, "1894-06-09", POST, DEPARTMENT, number="15")
    assert replies(us, ASKED, answer) == set()


def test_a_footnote_of_the_editors_answers_nothing(us: Profile) -> None:
    note = Letter("Your 12, June 3, is not printed.", "1894-06-09", POST, DEPARTMENT, label=Label.NOTE)
    assert replies(us, ASKED, note) == set()


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("your note of yesterday", "1894-06-08"),
        ("your note of this date", "1894-06-09"),
        ("your note of the 30th", "1894-05-30"),
    ],
)
def test_days_are_counted_from_the_date_of_the_letter(base: Profile, words: str, day: str) -> None:
    (mention,) = mentions(base, Letter(f"In reply to {words}, no.", "1894-06-09"))
    assert mention.date == HistoricalDate(date.fromisoformat(day), date.fromisoformat(day))


def test_a_list_is_one_mention_an_item_and_a_date_serves_those_before_it(us: Profile) -> None:
    text = "Your Nos. 9 and 10 of the 3d of June, and 11, June 4, 5 p.m. The key is here."
    found = mentions(us, Letter(text, "1894-06-09"))
    assert [(one.span.cut(text), one.number, one.date and one.date.edtf) for one in found] == [
        ("Your Nos. 9", "9", "1894-06-03"),
        ("10 of the 3d of June", "10", "1894-06-03"),
        ("11, June 4, 5 p.m.", "11", "1894-06-04"),
    ]


def test_the_first_words_of_a_letter_answer_the_later_ones_may_only_cite(base: Profile) -> None:
    opening = mentions(
        base, Letter("Dear Sir: Your letter of June 3 and your note of June 4. They are old.", "1894-06-09")
    )
    later = mentions(base, Letter("The court is away. Your letter of June 3 is with it.", "1894-06-09"))
    assert [one.relation for one in (*opening, *later)] == [Relation.IS_REPLY_TO, Relation.IS_REPLY_TO, Relation.CITES]


# -- resolution ------------------------------------------------------------------------------------------------------


def test_the_office_answers_whoever_holds_it(us: Profile) -> None:
    asked = Letter("x", "1894-06-03", "Ambassador in Ruritania (Halm)", DEPARTMENT, "12")
    answer = Letter("Your 12, June 3. No.", "1894-06-09", "Acting Secretary of State", "Chargé in Ruritania (Reiner)")
    assert replies(us, asked, answer) == {(1, 0)}


def test_another_post_is_another_office(us: Profile) -> None:
    asked = Letter("x", "1894-06-03", "Minister in Zenda", DEPARTMENT, "12")
    assert replies(us, asked, Letter("Your 12, June 3. No.", "1894-06-09")) == set()


def test_who_is_only_named_has_the_office_of_the_date_line(us: Profile) -> None:
    seat = "Department of State, Washington, June 3, 1894"
    asked = Letter("x", "1894-06-03", "Halm", "Reiner", "12", seat)
    other = Letter("y", "1894-06-20", "Brandt", "Reiner", "14", seat)
    answer = Letter("I have Mr. Halm's No. 12 of the 3d instant.", "1894-06-25", "Reiner", "Brandt")
    assert replies(us, asked, other, answer) == {(2, 0)}


def test_somebody_elses_letter_is_cited(us: Profile) -> None:
    theirs = Letter("x", "1894-06-03", "Halm", "Reiner")
    answer = Letter("I send Mr. Halm's letter of the 3d instant.", "1894-06-09", "Reiner", "Brandt")
    found = resolved(us, theirs, answer)[1].context
    assert [(ref.relation, ref.target) for ref in found] == [(Relation.CITES, "d0")]


def test_number_and_date_together_beat_either(us: Profile) -> None:
    letters = (
        Letter("x", "1894-06-03", number="12"),
        Letter("y", "1894-06-03", number=""),
        Letter("z", "1894-05-03", number="12"),
        Letter("Your 12, June 3. No.", "1894-06-09", POST, DEPARTMENT),
    )
    assert replies(us, *letters) == {(3, 0)}


@pytest.mark.parametrize(
    ("sent", "number", "reason"),
    [
        ("1894-06-04", "", Unresolved.NO_CANDIDATE),  # another day
        ("1894-06-03", "13", Unresolved.NO_CANDIDATE),  # another number
        ("1892-06-03", "12", Unresolved.NO_CANDIDATE),  # the numbering of another year
        ("1894-07-03", "12", Unresolved.NO_CANDIDATE),  # not written yet
    ],
)
def test_what_does_not_agree_is_no_candidate(us: Profile, sent: str, number: str, reason: Unresolved) -> None:
    letters = (Letter("x", sent, number=number), Letter("Your 12, June 3. No.", "1894-06-09", POST, DEPARTMENT))
    (ref,) = resolved(us, *letters)[1].context
    assert (ref.target, ref.reason) == (None, reason)


def test_a_misprinted_day_is_forgiven_where_the_number_agrees(us: Profile) -> None:
    letters = (Letter("x", "1894-06-01", number="12"), Letter("Your 12, June 3. No.", "1894-06-09", POST, DEPARTMENT))
    assert replies(us, *letters) == {(1, 0)}


def test_an_answer_may_be_dated_earlier_by_the_difference_of_the_calendars(us: Profile) -> None:
    answer = Letter("Your letter of June 15, 1894. No.", "1894-06-05", POST, DEPARTMENT)
    assert replies(us, Letter("x", "1894-06-15"), answer) == {(1, 0)}
    assert replies(us, Letter("x", "1894-06-15"), Letter(answer.text, "1894-06-01", POST, DEPARTMENT)) == set()


def test_a_record_without_parties_is_not_taken_for_a_letter(us: Profile) -> None:
    record = Letter("x", "1894-06-03", "", "")
    assert replies(us, record, Letter("Your 12, June 3. No.", "1894-06-09", POST, DEPARTMENT)) == set()


def test_the_number_in_the_print_is_that_of_the_same_source(us: Profile) -> None:
    first = Letter("x", "1894-06-03", edition_number="7")
    other = Letter("See Document 7.", "1894-06-09", label=Label.NOTE)
    assert [(ref.relation, ref.target) for ref in resolved(us, first, other)[1].context] == [(Relation.CITES, "d0")]


def test_two_letters_of_one_day_do_not_answer_each_other(us: Profile) -> None:
    letters = (
        Letter("Your letter of June 3. No.", "1894-06-03"),
        Letter("Your letter of June 3. Yes.", "1894-06-03", POST, DEPARTMENT),
    )
    assert replies(us, *letters) == {(0, 1)}
    (ref,) = resolved(us, *letters)[1].context
    assert (ref.relation, ref.target) == (Relation.CITES, "d0")


names = st.sampled_from("abcdef")
links = st.lists(st.tuples(names, names).filter(lambda link: link[0] != link[1]), unique=True)


@given(links, links, st.dictionaries(names, st.dates(date(1894, 1, 1), date(1894, 1, 5))))
def test_what_is_left_has_no_circle(
    certain: list[tuple[str, str]], doubtful: list[tuple[str, str]], days: dict[str, date]
) -> None:
    dates = {name: HistoricalDate(days[name], days[name]) if name in days else None for name in "abcdef"}
    certain = [link for link in certain if link[0] < link[1]]
    removed = find_circular(certain, doubtful, dates)
    assert removed <= set(doubtful)
    kept = [*certain, *(link for link in doubtful if link not in removed)]
    assert not any(reaches(asked, answer, kept) for answer, asked in kept)
    for link in removed:
        assert reaches(link[1], link[0], kept)


def reaches(start: str, end: str, edges: list[tuple[str, str]]) -> bool:
    seen: set[str] = set()
    here = {start}
    while here:
        seen |= here
        here = {asked for answer, asked in edges if answer in here} - seen
    return end in seen


# -- the whole way ---------------------------------------------------------------------------------------------------


def test_private_letters_answer_each_other(base: Profile) -> None:
    page = (
        "Letter of Otto Halm to Ewald Reiner\n\nStrelsau, June 14, 1894\n\nWhat of the key?\n\nOtto Halm\n\n"
        "Letter of Ewald Reiner to Otto Halm\n\nZenda, June 20, 1894\n\n"
        "Your letter of the 14th reached me yesterday, and here is the key.\n\nEwald Reiner"
    )
    edition = segment_sources([Source("x", "x.txt", page)], "x", base)
    assert [(one.relation, one.target) for one in edition.documents[1].context] == [(Relation.IS_REPLY_TO, "x-d001")]
    assert [(one.relation, one.target) for one in edition.documents[0].context] == [(Relation.HAS_REPLY, "x-d002")]


# -- time ------------------------------------------------------------------------------------------------------------

RULES = {
    f"{rule.pattern.text} {rule.relation}": pytest.param(name, rule, id=f"{name}:{rule.id}")
    for name in profile_names()
    for rule in load_profile(name).mentions
}


@pytest.mark.parametrize(("name", "rule"), RULES.values())
def test_almost_matching_text_takes_linear_time(name: str, rule: MentionRule) -> None:
    profile = load_profile(name)
    example = rule.examples.yes[0]
    for text in (f"{example[:-2]}, 1, 2 and ".replace(".", ""), example[: len(example) // 2]):
        started = process_time()
        mentions(profile, Letter(text * (100_000 // len(text)), "1894-06-09"))
        assert process_time() - started < 10  # where time grows with the square, it takes minutes


# -- letters as the stages before give them --------------------------------------------------------------------------


def mentions(profile: Profile, letter: Letter) -> tuple[Mention, ...]:
    return find_mentions(descriptions(letter), profile, DateReader(profile))[0]


def resolved(profile: Profile, *letters: Letter) -> tuple[Description, ...]:
    return resolve_mentions(descriptions(*letters), profile, DateReader(profile))


def replies(profile: Profile, *letters: Letter) -> set[tuple[int, int]]:
    return {
        (int(one.id[1:]), int(ref.target[1:]))
        for one in resolved(profile, *letters)
        for ref in one.context
        if ref.relation is Relation.IS_REPLY_TO and ref.target
    }


def descriptions(*letters: Letter) -> list[Description]:
    parts = [(letter.dateline, letter.text) for letter in letters]
    source = Source(
        "x", "x.txt", "".join(f"{dateline}\n{text}\n" if dateline else f"{text}\n" for dateline, text in parts)
    )
    position, found = 0, []
    for number, letter in enumerate(letters):
        pieces = []
        for label, text in ((Label.DATELINE, letter.dateline), (letter.label, letter.text)):
            if text:
                span = Span(position, position + len(text)).trim(source.text)
                pieces.append(Piece(span, label, "x", {}, 1.0))
                position += len(text) + 1
        found.append(described(letter, f"d{number}", source, pieces))
    return found


def described(letter: Letter, id_: str, source: Source, pieces: list[Piece]) -> Description:
    day = date.fromisoformat(letter.sent) if letter.sent else None
    start = Decided(Labelled(pieces[0].span, pieces[0].label, "x", 1.0), Zone.BODY, True, False, None, None)
    return Description(
        id=id_,
        draft=Draft(source, fold(source.text), tuple(pieces), (), start),
        kind="letter",
        senders=agents(letter.sender),
        addressees=agents(letter.addressee),
        date=Claim(HistoricalDate(day, day)) if day else None,
        number=Claim(letter.number) if letter.number else None,
        edition_number=Claim(letter.edition_number) if letter.edition_number else None,
    )


def agents(words: str) -> tuple[Agent, ...]:
    """A role with a name in brackets behind it, a role alone, or a name."""
    if not words:
        return ()
    role, _, name = words.rstrip(")").partition(" (")
    if name:
        return (Agent(Claim(name), Claim(role)),)
    return (Agent(None, Claim(words)) if " " in words else Agent(Claim(words), kind=AgentKind.PERSON),)
