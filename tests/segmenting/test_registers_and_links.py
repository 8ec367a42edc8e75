"""Registers: one entry for all forms of a name. Links: a sentence of the editors ties two documents of one source."""

import pytest

from tei_archive.model import Certainty, Edition, Entry, Label, Part, Relation, Source
from tei_archive.profile import Profile, load_profile
from tei_archive.segmenting import segment_sources
from tei_archive.segmenting.names import fullest_forms, may_be_one

LETTER = "Letter of the {0} {1} to the mayor of Velmar, Rahmi.\n\nMay 3, 1894\n\nWhat of the key?\n\n"
REPLY = "The following reply was received to this letter from Rahmi on may 9, 1894:\n\n“Here it is. ʺ\n"


@pytest.fixture(scope="module")
def profile() -> Profile:
    return load_profile("base-en")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Lindt", "O. Lindt", True),
        ("O. Lindt", "Otto Lindt", True),
        ("Otto Lindt", "Otto Lindt", True),
        ("OTTO LINDT", "Otto Lindt", True),
        ("O. Lindt", "Agnes Lindt", False),
        ("Otto Lindt", "Otto Brandt", False),
        ("Yusuf Kemal", "Mustafa Kemal", False),
        ("Lindt", "Lindtner", False),
    ],
)
def test_two_forms_may_be_one_persons(one: str, other: str, *, expected: bool) -> None:
    assert may_be_one(one, other) is expected
    assert may_be_one(other, one) is expected


def test_each_form_has_its_fullest() -> None:
    assert fullest_forms(["Lindt", "O. Lindt", "Otto Lindt"]) == dict.fromkeys(
        ["Lindt", "O. Lindt", "Otto Lindt"], "Otto Lindt"
    )


def test_a_surname_of_two_persons_is_neither() -> None:
    assert fullest_forms(["Lindt", "Otto Lindt", "Agnes Lindt"])["Lindt"] == "Lindt"


def test_forms_of_a_name_are_one_entry(profile: Profile) -> None:
    found = edition(
        profile, LETTER.format("consul in Velmar", "Otto Lindt") + LETTER.format("consul in Velmar", "O. Lindt")
    )
    assert Entry("otto-lindt", "Otto Lindt", ("O. Lindt",), ("consul in Velmar",)) in found.registers.persons


def test_two_names_of_one_spelling_without_accents_are_two_entries(profile: Profile) -> None:
    found = edition(
        profile, LETTER.format("consul in Velmar", "O. Bär") + LETTER.format("consul in Hammerfall", "O. Bar")
    )
    assert {"o-bar", "o-bar-2"} <= {entry.id for entry in found.registers.persons}


def test_a_name_in_another_script_has_an_id(profile: Profile) -> None:
    found = edition(profile, LETTER.format("consul in Velmar", "О. Линдт"))
    assert "name" in {entry.id for entry in found.registers.persons}


def test_a_role_without_name_says_so(profile: Profile) -> None:
    found = edition(
        profile, "Letter of the consul in Velmar to the mayor of Velmar, Rahmi.\n\nMay 3, 1894\n\nWell?\n\n"
    )
    assert [entry.name for entry in found.registers.persons if not entry.name_known] == ["consul in Velmar"]


def test_a_link_ties_the_reply_to_the_document_above(profile: Profile) -> None:
    found = edition(profile, LETTER.format("consul in Velmar", "O. Lindt") + REPLY)
    asked, answer = found.documents
    assert [(ref.relation, ref.target) for ref in answer.context] == [(Relation.IS_REPLY_TO, asked.id)]
    assert [(ref.relation, ref.target) for ref in asked.context] == [(Relation.HAS_REPLY, answer.id)]
    (addressee,) = answer.addressees
    assert addressee.name is not None
    assert (addressee.name.value, addressee.name.certainty) == ("O. Lindt", Certainty.LOW)


def test_a_second_reply_of_the_same_person_answers_the_same_document(profile: Profile) -> None:
    page = LETTER.format("consul in Velmar", "O. Lindt") + REPLY + "\n" + REPLY.replace("may 9", "may 11")
    found = edition(profile, page)
    assert [ref.target for document in found.documents[1:] for ref in document.context] == ["x-d001", "x-d001"]


def test_a_link_at_the_top_of_a_source_ties_nothing_to_another_source(profile: Profile) -> None:
    found = edition(profile, LETTER.format("consul in Velmar", "O. Lindt"), REPLY)
    assert len(found.documents) == 2
    assert all(not document.context for document in found.documents)


@pytest.mark.parametrize(
    ("heading", "signature", "senders"),
    [
        ("ministry of forests of Marenia", "O. Lindt", ["O. Lindt", "ministry of forests of Marenia"]),
        ("consul of Torland in Velmar", "O. Lindt", ["O. Lindt"]),
        ("consul of Torland in Velmar, Otto Lindt,", "O. Lindt", ["Otto Lindt"]),
        ("consul of Torland in Velmar, Otto Lindt,", "A. Brandt", ["Otto Lindt"]),
        ("consul of Torland in Velmar", "Consul", ["consul of Torland in Velmar"]),
        ("consul of Torland in Velmar", "(Reuter)", ["Reuter"]),
    ],
)
def test_heading_and_signature_name_the_sender_together(
    profile: Profile, heading: str, signature: str, senders: list[str]
) -> None:
    page = (
        f"Note of the {heading} to the mayor of Velmar, Rahmi.\n\nMay 3, 1894\n\nThe wolves are back.\n\n{signature}\n"
    )
    (document,) = edition(profile, page).documents
    assert [agent.label for agent in document.senders] == senders


def test_a_paragraph_that_notes_interrupt_is_one_in_parts(profile: Profile) -> None:
    page = (
        "Note of the consul in Velmar to the mayor of Velmar, Rahmi.\n\nMay 3, 1894\n\nThe wolves * came down\n\n"
        "* nine.\n\nto the bridge ** and stood\n\n** the old one.\n\nthere all night.\n\nLindt\n"
    )
    (document,) = edition(profile, page).documents
    assert [(block.label, block.part) for block in document.blocks[2:-1]] == [
        (Label.P, Part.INITIAL),
        (Label.NOTE, Part.WHOLE),
        (Label.P, Part.MEDIAL),
        (Label.NOTE, Part.WHOLE),
        (Label.P, Part.FINAL),
    ]


def edition(profile: Profile, *pages: str) -> Edition:
    return segment_sources([Source("x", f"x{n}.txt", page) for n, page in enumerate(pages)], "x", profile)
