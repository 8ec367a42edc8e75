"""Laws of whole editions: any text becomes documents and a rest, every claim has its words, TEI holds it all."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from texts import PROFILES, pages

from tei_archive.model import Claim, Document, Edition, Mark, MarkKind, Project, Relation, Source, Span
from tei_archive.profile import Profile, load_profile
from tei_archive.segmenting import segment_sources
from tei_archive.segmenting.blocks import nest
from tei_archive.tei import align, blocks_text, encode_document, encode_registers, encode_unclaimed
from tei_archive.tei.parsing import parse

PROJECT = Project("A title", "s")

profiles = st.sampled_from(PROFILES).map(load_profile)
editions_of_two = st.lists(pages, min_size=1, max_size=2).map(
    lambda texts: tuple(Source(f"s{n}", f"s{n}.txt", text) for n, text in enumerate(texts))
)
few = settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@few
@given(editions_of_two, profiles)
def test_documents_and_the_rest_fill_every_source(sources: tuple[Source, ...], profile: Profile) -> None:
    edition = segment_sources(sources, "s", profile)
    for source in sources:
        parts = sorted(
            [one.span for one in edition.documents if one.source == source.name]
            + [one.span for one in edition.unclaimed if one.source == source.name]
        )
        assert "".join(part.cut(source.text) for part in parts) == source.text
        assert all(first.end == second.start for first, second in pairwise(parts))


@few
@given(editions_of_two, profiles)
def test_every_claim_has_its_words_in_a_document_that_it_names(sources: tuple[Source, ...], profile: Profile) -> None:
    edition = segment_sources(sources, "s", profile)
    for document in edition.documents:
        for claim in claims(document):
            assert claim.words is not None
            assert claim.rule is not None
            assert any(claim.words in home.span for home in homes(edition, document))


@few
@given(editions_of_two, profiles)
def test_every_target_exists_and_is_another_document(sources: tuple[Source, ...], profile: Profile) -> None:
    edition = segment_sources(sources, "s", profile)
    ids = {document.id for document in edition.documents}
    for document in edition.documents:
        for ref in document.context:
            assert ref.target in ids - {document.id} or ref.reason is not None


@few
@given(editions_of_two, profiles)
def test_every_reply_is_entered_on_both_sides(sources: tuple[Source, ...], profile: Profile) -> None:
    edition = segment_sources(sources, "s", profile)
    assert links(edition, Relation.IS_REPLY_TO) == {(b, a) for a, b in links(edition, Relation.HAS_REPLY)}


@few
@given(editions_of_two, profiles)
def test_no_document_answers_itself_by_way_of_others(sources: tuple[Source, ...], profile: Profile) -> None:
    edition = segment_sources(sources, "s", profile)
    answered: dict[str, set[str]] = {}
    for document, target in links(edition, Relation.IS_REPLY_TO):
        answered.setdefault(document, set()).add(target)
    for document, targets in answered.items():
        seen, ahead = set[str](), set(targets)
        while ahead:
            seen |= ahead
            ahead = {target for one in ahead for target in answered.get(one, ())} - seen
        assert document not in seen


@few
@given(editions_of_two, profiles)
def test_the_order_of_the_sources_does_not_matter(sources: tuple[Source, ...], profile: Profile) -> None:
    assert segment_sources(sources, "s", profile) == segment_sources(sources[::-1], "s", profile)


@few
@given(editions_of_two, profiles)
def test_any_text_becomes_tei_without_loss(sources: tuple[Source, ...], profile: Profile) -> None:
    edition = segment_sources(sources, "s", profile)
    texts = {source.name: source for source in sources}
    for document in edition.documents:
        source = texts[document.source]
        root = parse(encode_document(document, source, PROJECT, profile.name), "d.xml")
        found = align(blocks_text(root), source.text, document.span)
        assert isinstance(found, tuple)
        assert "".join("".join(span.cut(source.text).split()) for span in found) == "".join(
            document.span.cut(source.text).split()
        )
    encode_registers(edition.registers, PROJECT, {})
    encode_unclaimed(edition.unclaimed, sources, PROJECT)


@few
@given(editions_of_two, profiles)
def test_every_pointer_to_a_register_has_its_entry(sources: tuple[Source, ...], profile: Profile) -> None:
    edition = segment_sources(sources, "s", profile)
    known = {
        f"{prefix}:{entry.id}"
        for prefix, entries in (
            ("pers", edition.registers.persons),
            ("org", edition.registers.organisations),
            ("place", edition.registers.places),
        )
        for entry in entries
    }
    assert set(pointers(edition)) <= known


@few
@given(editions_of_two, profiles)
def test_the_ledger_has_a_boundary_for_every_document(sources: tuple[Source, ...], profile: Profile) -> None:
    edition = segment_sources(sources, "s", profile)
    boundaries = [decision.document for decision in edition.ledger if decision.field == "boundary"]
    assert boundaries == [document.id for document in edition.documents]


spans = st.tuples(st.integers(0, 12), st.integers(0, 12)).map(lambda ends: Span(min(ends), max(ends)))
marks = st.lists(st.builds(Mark, st.sampled_from(MarkKind), spans), max_size=8)


@given(marks)
def test_nested_marks_stand_apart_or_inside_each_other(given_marks: list[Mark]) -> None:
    kept = nest(given_marks)
    for number, one in enumerate(kept):
        for other in kept[number + 1 :]:
            assert not one.span.overlaps(other.span) or other.span in one.span
            assert one.span.start <= other.span.start


@given(marks)
def test_nest_drops_a_mark_only_where_it_clashes_with_one_given_earlier(given_marks: list[Mark]) -> None:
    kept = nest(given_marks)
    assert set(kept) <= set(given_marks)
    assert not given_marks or given_marks[0] in kept
    assert nest(kept) == kept


@pytest.mark.parametrize("name", PROFILES)
def test_a_source_of_white_space_has_no_document(name: str) -> None:
    edition = segment_sources([Source("s", "s.txt", " \n\u00a0\n\t")], "s", load_profile(name))
    assert edition.documents == ()
    assert [one.kind for one in edition.unclaimed] == ["space"]


def claims(document: Document) -> Iterator[Claim[object]]:
    plain = (document.number, document.classification, document.archive_ref)
    for action in document.actions:
        plain += (action.place, action.date, action.medium)
        plain += tuple(claim for agent in action.agents for claim in (agent.name, agent.role))
    yield from filter(None, plain)


def homes(edition: Edition, document: Document) -> list[Document]:
    """The document itself, and those that it answers or that answer it: a linking sentence stands in either."""
    near = {ref.target for ref in document.context}
    return [document, *(other for other in edition.documents if other.id in near and other.source == document.source)]


def links(edition: Edition, relation: Relation) -> set[tuple[str, str]]:
    return {
        (document.id, ref.target)
        for document in edition.documents
        for ref in document.context
        if ref.relation is relation and ref.target
    }


def pointers(edition: Edition) -> Iterator[str]:
    names = (MarkKind.PERS_NAME, MarkKind.ORG_NAME, MarkKind.PLACE_NAME)
    for document in edition.documents:
        for action in document.actions:
            yield from (agent.ref for agent in action.agents if agent.ref)
            if action.place and action.place.value.ref:
                yield action.place.value.ref
        for block in document.blocks:
            yield from (mark.ref for mark in block.marks if mark.kind in names and mark.ref)
