"""The seed exactly: six documents of August 1921 and what is said of them, written down here word for word."""

import json
from pathlib import Path

import pytest

from tei_archive.model import Certainty, Document, Edition, Label, Mark, MarkKind, Relation, Source, Span, Unresolved
from tei_archive.profile import load_profile
from tei_archive.reading import read_source
from tei_archive.segmenting import segment_sources

TURKEY = "government of the grand national assembly of Turkey"
ENVOY = "plenipotentiary representative of the RSFSR in Turkey"
COMMISSIONER = f"commissioner for foreign affairs of the {TURKEY}"
COMMISSAR = f"commissar for foreign affairs of the {TURKEY}"
ARMENIAN = "peopleʹs commissar for foreign affairs of the Armenian SSR"

# id, first and last character, sender, addressee, day, number, the document answered
DOCUMENTS = (
    ("k-d001", 384, 1404, ("Natsarenus", ENVOY), ("Yusuf Kemal", COMMISSIONER), "1921-08-20", "863-a", None),
    ("k-d002", 1406, 3162, ("Yusuf Kemal", COMMISSIONER), ("Natsarenus", ENVOY), "1921-08-28", None, "k-d001"),
    ("k-d003", 3164, 4496, ("Natsarenus", ENVOY), ("Yusuf Kemal", COMMISSIONER), "1921-08-20", "863-b", None),
    ("k-d004", 4498, 5397, ("Yusuf Kemal", COMMISSIONER), ("Natsarenus", ENVOY), "1921-08-23", None, "k-d003"),
    ("k-d005", 5399, 7222, ("Mravyan", ARMENIAN), ("Yusuf Kemal", COMMISSAR), "1921-08-24", "6781", None),
    ("k-d006", 7224, 9640, ("Yusuf Kemal", COMMISSAR), ("Mravyan", ARMENIAN), "1921-08-30", None, "k-d005"),
)
# document, first and last character of the words, document meant
REFERENCES = (
    ("k-d001", 747, 756, None),
    ("k-d002", 1542, 1579, "k-d001"),
    ("k-d003", 4484, 4496, None),
    ("k-d004", 4634, 4675, "k-d003"),
    ("k-d006", 7352, 7388, "k-d005"),
    ("k-d006", 7928, 7954, "k-d005"),
)


@pytest.fixture(scope="module")
def source(seed_text: Path) -> Source:
    return read_source(seed_text, "kars-1921")


@pytest.fixture(scope="module")
def edition(source: Source) -> Edition:
    return segment_sources([source], "k", load_profile("soviet-diplomatic-en"))


def test_six_documents_and_what_is_said_of_them(edition: Edition) -> None:
    assert tuple(map(row, edition.documents)) == DOCUMENTS


def test_the_details_of_the_gold(edition: Edition, source: Source, shared: Path) -> None:
    gold = json.loads((shared / "gold" / "seed" / "kars-1921.detailed.json").read_text(encoding="utf-8"))
    assert [list(document.span_of) for document in map(Found, edition.documents)] == [
        d["span"] for d in gold["documents"]
    ]
    for document, wanted in zip(edition.documents, gold["documents"], strict=True):
        found = Found(document)
        for label, key in (
            (Label.HEAD, "heading"),
            (Label.DATELINE, "dateline"),
            (Label.SALUTE, "salute"),
            (Label.CLOSER, "close"),
            (Label.SOURCE, "archive_mark"),
            (Label.LINK, "link_sentence"),
        ):
            assert found.first(label, source) == (wanted.get(key) or None), f"{document.id}: {key}"
        for part, agents in (("sender", document.senders), ("recipient", document.addressees)):
            assert [(a.name.value, a.role.value) for a in agents if a.name and a.role] == [
                (wanted[part]["name"], wanted[part]["role"])
            ]
        assert [note.text.lstrip("* ") for note in document.blocks if note.label is Label.NOTE] == [
            note["text"] for note in wanted.get("footnotes", [])
        ]


def test_what_was_concluded_is_less_certain_and_says_from_what(edition: Edition) -> None:
    answer = edition.documents[1]
    (addressee,) = answer.addressees
    assert addressee.name is not None
    assert (addressee.name.certainty, addressee.name.inferred_from) == (Certainty.LOW, "k-d001")
    (sender,) = answer.senders
    assert sender.role is not None
    assert (sender.role.certainty, sender.role.inferred_from) == (Certainty.LOW, "k-d001")
    assert answer.date is not None
    assert answer.date.certainty is Certainty.LOW  # it is the day of receipt
    assert all(agent.name and agent.name.certainty is Certainty.HIGH for agent in edition.documents[0].senders)


def test_the_fifth_went_by_telegraph(edition: Edition) -> None:
    media = [action.medium.value for document in edition.documents for action in document.actions if action.medium]
    assert media == ["telegraph"]
    assert any(action.medium for action in edition.documents[4].actions)


def test_the_footnote_and_its_anchor(edition: Edition, source: Source) -> None:
    third = edition.documents[2]
    assert [(block.n, block.text) for block in third.blocks if block.label is Label.NOTE] == [
        ("*", "* see doc. No. 187")
    ]
    note = next(block for block in third.blocks if block.label is Label.NOTE)
    calls = [mark for mark in marks(edition, source) if mark.kind is MarkKind.NOTE_CALL]
    assert [(call.span, call.ref) for call in calls] == [(Span(3979, 3980), note.id)]


def test_the_archive_mark_belongs_to_the_third_alone(edition: Edition) -> None:
    refs = [document.archive_ref.value if document.archive_ref else None for document in edition.documents]
    assert refs == [None, None, "Print. By architect.", None, None, None]
    assert [block.text for d in edition.documents for block in d.blocks if block.label is Label.SIGNED] == [
        "Natsarenus",
        "Natsarenus",
        "Peopleʹs commissar for foreign affairs",
        "Mravyan",
    ]


def test_references_in_the_text_are_resolved_or_left_open(edition: Edition, source: Source) -> None:
    in_text = [
        (document.id, mark.span.start, mark.span.end, mark.ref)
        for document in edition.documents
        for mark in marks(edition, source, document)
        if mark.kind is MarkKind.REF and mark.span.cut(source.text) != "this note"
    ]
    assert tuple(in_text) == REFERENCES
    assert [ref.reason for ref in edition.documents[0].context if ref.target is None] == [Unresolved.NOT_IDENTIFIED]


def test_the_supplied_word(edition: Edition, source: Source) -> None:
    supplied = [mark.span for mark in marks(edition, source) if mark.kind is MarkKind.SUPPLIED]
    assert supplied == [Span(6007, 6011)]


def test_the_page_around_the_documents_is_kept_by_kind(edition: Edition) -> None:
    assert [(one.span.start, one.span.end, one.kind) for one in edition.unclaimed if one.kind != "space"] == [
        (0, 86, "title"),
        (88, 131, "navigation"),
        (135, 221, "title"),
        (222, 366, "collection"),
        (368, 380, "link"),
    ]


def test_what_is_no_name_is_not_in_the_register(edition: Edition) -> None:
    names = {name for entry in edition.registers.persons for name in (entry.name, *entry.variants)}
    assert names >= {"Natsarenus", "Yusuf Kemal", "Mravyan", "Frunze", "Kazim Karabekir pasha", "Ali Fuad pasha"}
    assert not [name for name in names if "ommissioner" in name or "architect" in name or name.startswith("G.")]


def test_two_spellings_are_one_person(edition: Edition) -> None:
    together = [{entry.name, *entry.variants} for entry in edition.registers.persons]
    assert {"Veli bey", "Velibey"} in together
    assert {"Memduh Shevket bey", "Memduh Shevket‐bey"} in together


class Found:
    """A document as the gold describes it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.span_of = (document.span.start, document.span.end)

    def first(self, label: Label, source: Source) -> list[int] | None:
        spans = [span for block, span in placed(self.document, source) if block == label]
        return [spans[0].start, spans[0].end] if spans else None


def row(document: Document) -> tuple[object, ...]:
    (sender,), (addressee,) = document.senders, document.addressees
    replies = [ref.target for ref in document.context if ref.relation is Relation.IS_REPLY_TO]
    return (
        document.id,
        document.span.start,
        document.span.end,
        (sender.name and sender.name.value, sender.role and sender.role.value),
        (addressee.name and addressee.name.value, addressee.role and addressee.role.value),
        document.date and document.date.value.edtf,
        document.number and document.number.value,
        replies[0] if replies else None,
    )


def placed(document: Document, source: Source) -> list[tuple[Label, Span]]:
    """Where each block stands in the source."""
    found, position = [], document.span.start
    for block in document.blocks:
        start = source.text.index(block.text, position)
        position = start + len(block.text)
        found.append((block.label, Span(start, position)))
    return found


def marks(edition: Edition, source: Source, only: Document | None = None) -> list[Mark]:
    """The marks of the documents, with spans in characters of the source."""
    return [
        Mark(mark.kind, Span(span.start + mark.span.start, span.start + mark.span.end), mark.ref)
        for document in edition.documents
        if only is None or document is only
        for block, (_, span) in zip(document.blocks, placed(document, source), strict=True)
        for mark in block.marks
    ]
