"""Notes find their calls, mentions their documents: one candidate or none, within one source and across sources."""

import pytest

from tei_archive.model import Document, Edition, MarkKind, Relation, Source, Unresolved
from tei_archive.profile import Profile, load_profile
from tei_archive.segmenting import segment_sources

NOTE = "Note of the consul of Torland in Velmar to the mayor of Velmar, Rahmi."


@pytest.fixture(scope="module")
def profile() -> Profile:
    return load_profile("base-en")


def test_notes_with_the_same_star_follow_the_order_of_their_calls(profile: Profile) -> None:
    page = f"{NOTE}\n\nMay 3, 1894\n\nThe mule * is grey, the cart * is red.\n\nLindt\n\n* a gift.\n\n* hired."
    (document,) = edition(profile, page).documents
    assert calls(document) == [("x-d001-fn1", len("The mule ")), ("x-d001-fn2", len("The mule * is grey, the cart "))]


def test_a_note_belongs_to_the_nearest_page_before_it(profile: Profile) -> None:
    page = (
        f"{NOTE}\n\nMay 3, 1894\n\nThe mule * is grey.\n\nLindt\n\n* a gift.\n\n"
        f"{NOTE}\n\nMay 4, 1894\n\nThe cart * is red.\n\nLindt\n\n* hired."
    )
    first, second = edition(profile, page).documents
    assert [ref for ref, _ in calls(first)] == ["x-d001-fn1"]
    assert [ref for ref, _ in calls(second)] == ["x-d002-fn1"]


def test_a_note_under_the_next_document_is_called_by_the_one_before(profile: Profile) -> None:
    page = (
        f"{NOTE}\n\nMay 3, 1894\n\nThe mule ** is grey.\n\nLindt\n\n"
        f"{NOTE}\n\nMay 4, 1894\n\nThe cart * is red.\n\nLindt\n\n* hired.\n\n** a gift."
    )
    first, second = edition(profile, page).documents
    assert [ref for ref, _ in calls(first)] == ["x-d002#x-d002-fn2"]
    assert [ref for ref, _ in calls(second)] == ["x-d002-fn1"]


def test_a_note_is_never_called_from_another_source(profile: Profile) -> None:
    call = f"{NOTE}\n\nMay 3, 1894\n\nThe mule * is grey.\n\nLindt"
    note = (
        f"{NOTE}\n\nMay 4, 1894\n\nThe long winter is over and the river runs free of ice again.\n\nLindt\n\n* hired."
    )
    first, second = edition(profile, call, note).documents
    assert [ref for ref, _ in calls(first)] == [None]
    assert calls(second) == []


def test_a_star_without_note_is_marked_a_number_is_not(profile: Profile) -> None:
    page = f"{NOTE}\n\nMay 3, 1894\n\nThe mule * and its 2 carts are here [1] now.\n\nLindt"
    (document,) = edition(profile, page).documents
    assert calls(document) == [(None, len("The mule "))]


ASKED = """Letter of the consul of Torland in Velmar to the mayor of Velmar, Ali Rahmi.

May 3, 1894

What of the key?

O. Lindt

"""
ANSWER = "Letter of the mayor of Velmar to the consul of Torland in Velmar, Lindt.\n\nMay 9, 1894\n\n"


@pytest.mark.parametrize(
    ("sender", "words"),
    [
        ("Ali Rahmi", "your letter of the 3rd of this month"),
        ("A. Rahmi", "your letter of the 3rd of this month"),
        ("Rahmi", "your letter of May 3"),
        ("Ali Rahmi", "your letter of May 3, 1894"),
    ],
)
def test_a_mention_by_date_is_resolved_where_the_parties_fit(profile: Profile, sender: str, words: str) -> None:
    answer = ANSWER.replace("Lindt", "Otto Lindt") + f"In reply to {words}, here it is.\n\n{sender}"
    assert replies(edition(profile, ASKED + answer)) == [("x-d002", "x-d001", None)]


LINKED = """Note of the consul of Torland in Velmar to the mayor of Velmar, Rahmi.

May 9, 1894

Your note of May 3 is here, and so is the key.

Lindt

This note was sent in connection with the following note by Rahmi to {addressee} dated May 3, 1894:

“What of the key? ʺ"""


@pytest.mark.parametrize("addressee", ["Lindt", "Otto Lindt", "O. Lindt"])
def test_parties_fit_where_one_form_of_a_name_may_stand_for_the_other(profile: Profile, addressee: str) -> None:
    first, _ = edition(profile, LINKED.format(addressee=addressee)).documents
    assert [(ref.relation, ref.target) for ref in first.context] == [(Relation.IS_REPLY_TO, "x-d002")]


def test_parties_do_not_fit_where_names_differ(profile: Profile) -> None:
    first, _ = edition(profile, LINKED.format(addressee="Otto Brandt")).documents
    assert [(ref.relation, ref.reason) for ref in first.context][1:] == [
        (Relation.IS_REPLY_TO, Unresolved.NO_CANDIDATE)
    ]


def test_a_body_may_answer_for_its_head(profile: Profile) -> None:
    page = (
        "Telegram of the consul of Torland in Velmar O. Lindt to the ministry of forests of Marenia\n\nMay 3, 1894\n\n"
        "The wolves are back.\n\nLindt\n\nTelegram of the minister for forests of Marenia to the consul of Torland in"
        " Velmar O. Lindt\n\nMay 5, 1894\n\nIn reply to your telegram of May 3, feed them.\n\nRahmi"
    )
    assert replies(edition(profile, page)) == [("x-d002", "x-d001", None)]


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ("In reply to your letter of May 4, no.", Unresolved.NO_CANDIDATE),
        ("In reply to your letter, no.", Unresolved.NOT_IDENTIFIED),
        ("In reply to your letter of the 3rd of last month, no.", Unresolved.NO_CANDIDATE),
    ],
)
def test_a_mention_that_fits_nothing_is_left_open_with_the_reason(
    profile: Profile, answer: str, reason: Unresolved
) -> None:
    page = f"{ASKED}{ANSWER}{answer}\n\nRahmi"
    assert replies(edition(profile, page)) == [("x-d002", None, reason)]


def test_two_candidates_are_no_candidate(profile: Profile) -> None:
    page = f"{ASKED}{ASKED}{ANSWER}In reply to your letter of May 3, no.\n\nRahmi"
    assert replies(edition(profile, page)) == [("x-d003", None, Unresolved.SEVERAL_CANDIDATES)]


def test_a_letter_of_somebody_else_is_no_candidate(profile: Profile) -> None:
    answer = ANSWER.replace("consul of Torland in Velmar, Lindt", "smith Brandt")
    page = f"{ASKED}{answer}In reply to your letter of May 3, no.\n\nRahmi"
    assert replies(edition(profile, page)) == [("x-d002", None, Unresolved.NO_CANDIDATE)]


def test_a_document_never_means_itself(profile: Profile) -> None:
    page = f"{ANSWER}My letter of May 9 is the last that I write.\n\nRahmi"
    (document,) = edition(profile, page).documents
    assert [(ref.relation, ref.reason) for ref in document.context] == [(Relation.CITES, Unresolved.NO_CANDIDATE)]


def test_a_document_that_is_only_cited_has_no_reply(profile: Profile) -> None:
    first, second = edition(
        profile, f"{ASKED}{ANSWER}They speak of your letter of May 3 everywhere.\n\nRahmi"
    ).documents
    assert [(ref.relation, ref.target) for ref in second.context] == [(Relation.CITES, first.id)]
    assert first.context == ()


def test_a_mention_is_resolved_across_sources(profile: Profile) -> None:
    answer = f"{ANSWER}In reply to your letter of May 3, here it is.\n\nRahmi"
    assert replies(edition(profile, answer, ASKED)) == [("x-d001", "x-d002", None)]


def edition(profile: Profile, *pages: str) -> Edition:
    return segment_sources([Source("x", f"x{n}.txt", page) for n, page in enumerate(pages)], "x", profile)


def calls(document: Document) -> list[tuple[str | None, int]]:
    return [
        (mark.ref, mark.span.start)
        for block in document.blocks
        for mark in block.marks
        if mark.kind is MarkKind.NOTE_CALL
    ]


def replies(found: Edition) -> list[tuple[str, str | None, Unresolved | None]]:
    return [
        (document.id, ref.target, ref.reason)
        for document in found.documents
        for ref in document.context
        if ref.relation is Relation.IS_REPLY_TO
    ]
