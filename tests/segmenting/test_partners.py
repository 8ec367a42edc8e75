"""Volumes without headings: short signatures are completed, partners are concluded, and both say from where."""

import pytest

from tei_archive.model import Certainty, Document, Edition, Source
from tei_archive.profile import load_profile
from tei_archive.segmenting import segment_sources
from tei_archive.segmenting.engine_rules import CONSTANT, PARTNER, SIGNS_IN_FULL

LETTERS = 24
PAIR = ("Johanna Halvard", "Agnes Brand")


def letter(number: int, signature: str) -> str:
    day = f"Velmar, {number % 28 + 1} March {1890 + number // 28}."
    return f"{day}\n\nMy dear friend,\n\nThe trunk has come, and I am glad of it.\n\nYours ever,\n\n{signature}\n\n\n"


def volume(*signatures: str) -> Edition:
    text = "".join(letter(number, signatures[number % len(signatures)]) for number in range(LETTERS))
    return segment_sources([Source("v", "v.txt", text)], "v", load_profile("letters-en"))


def readers(documents: tuple[Document, ...]) -> list[str]:
    return [agent.label for document in documents for agent in document.addressees]


def test_two_who_write_all_letters_write_to_each_other() -> None:
    edition = volume(*PAIR)
    assert readers(edition.documents) == [*PAIR[::-1]] * (LETTERS // 2)
    for document in edition.documents:
        name = document.addressees[0].name
        assert name is not None
        assert (name.rule, name.certainty) == (PARTNER, Certainty.LOW)
        assert name.inferred_from not in (None, document.id)


def test_where_three_write_nobody_is_concluded() -> None:
    assert readers(volume(*PAIR, "Karl Reiner").documents) == []


@pytest.mark.parametrize("short", ["Agnes", "A. B.", "A. Brand"])
def test_a_short_signature_is_completed_and_the_ledger_says_so(short: str) -> None:
    edition = volume(*PAIR, PAIR[0], short)
    assert [document.senders[0].label for document in edition.documents] == [*PAIR] * (LETTERS // 2)
    completed = edition.documents[3]
    assert completed.senders[0].name is not None
    assert completed.senders[0].name.rule == SIGNS_IN_FULL
    entries = [entry for entry in edition.ledger if (entry.document, entry.field) == (completed.id, "sender.name")]
    assert [(entry.value, entry.rule) for entry in entries] == [(PAIR[1], SIGNS_IN_FULL)]


def test_a_signature_that_shortens_two_names_stays_as_it_is() -> None:
    edition = volume("Johanna Halvard", "Agnes Brand", "Anna Berg", "A. B.")
    assert edition.documents[3].senders[0].label == "A. B."


def test_a_name_completed_from_other_headings_stands_so_in_the_ledger() -> None:
    names = [*["Johanna Halvard"] * (LETTERS - 1), "J. Halvard"]
    heads = [f"{number}. {name} to Agnes Brand\n\n" for number, name in enumerate(names, 1)]
    text = "".join(f"{head}{letter(number, '')}" for number, head in enumerate(heads))
    edition = segment_sources([Source("v", "v.txt", text)], "v", load_profile("letters-en"))
    last = edition.documents[-1]
    assert (len(edition.documents), last.senders[0].label) == (LETTERS, "Johanna Halvard")
    entries = [entry for entry in edition.ledger if (entry.document, entry.field) == (last.id, "sender.name")]
    assert [(entry.value, entry.rule) for entry in entries] == [("Johanna Halvard", CONSTANT)]
