"""Letters between private persons: names with places, several writers, short bodies, page numbers."""

from tei_archive.model import Edition, Label, Source
from tei_archive.profile import load_profile
from tei_archive.segmenting import segment_sources

PAGE = """Letter from Anna Weiss to Professor Karl Braun, Leipzig

March 3, 1894

Dear Professor,

Agreed.

Anna Weiss

P.S. Send books.

- 12 -

Letter from K. Braun and Mrs. E. Stein to Anna Weiss

March 9, 1894

Dear Anna,

Thank you for your letter of March 3.

K. Braun
"""


def read() -> Edition:
    return segment_sources([Source("letters", "letters.txt", PAGE)], "letters", load_profile("base-en"))


def test_a_place_behind_a_name_is_no_name() -> None:
    first, _ = read().documents
    assert [agent.label for agent in first.addressees] == ["Karl Braun"]


def test_two_writers_are_two() -> None:
    _, second = read().documents
    assert [agent.label for agent in second.senders] == ["K. Braun", "E. Stein"]


def test_one_word_with_a_full_stop_is_a_paragraph() -> None:
    first, _ = read().documents
    assert [block.text for block in first.blocks if block.label is Label.P] == ["Agreed."]
    assert {entry.name for entry in read().registers.persons} == {"Anna Weiss", "E. Stein", "Karl Braun"}


def test_a_page_number_between_two_letters_belongs_to_none() -> None:
    edition = read()
    assert all(not document.enclosures for document in edition.documents)
    assert [part.kind for part in edition.unclaimed if part.kind != "space"] == ["page-number"]
