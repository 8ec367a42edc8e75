"""Values for property tests: sources, and documents whose blocks are cut from their source.

Documents here are all that TEI can hold. Three things of the model it cannot, and `encode_document` refuses them:
marks that cross, a piece of a paragraph that is a heading, and an evidence on what is neither name, place nor date.
Values of headers (titles, names, labels) stand on one line, since TEI collapses white space there.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from hypothesis import strategies as st

from tei_archive.model import (
    ActionType,
    Agent,
    AgentKind,
    Block,
    Calendar,
    Certainty,
    Claim,
    Cmif,
    ContextRef,
    Coordinates,
    CorrespAction,
    Document,
    Enclosure,
    Entry,
    Evidence,
    HistoricalDate,
    Label,
    Mark,
    MarkKind,
    Part,
    Person,
    Place,
    Precision,
    Project,
    Registers,
    Relation,
    Reserve,
    SiteSettings,
    Source,
    SourceNote,
    Span,
    Unresolved,
    Withdrawn,
)
from tei_archive.tei.marks import mark_order
from tei_archive.tei.names import one_line

# Whatever XML can hold, and often what is special in XML or is white space for Python alone.
characters = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff") | st.sampled_from(
    "\n\t <>&\"'\u00a0\u0085\u2028\u3000\u200b\u0301][-"
)
texts = st.text(characters)
spaces = st.text(st.sampled_from(" \n\t\u00a0\u2003"), max_size=4)
words = st.text(characters, max_size=30).map(str.strip).filter(bool)
lines = st.text(characters, max_size=30).map(one_line).filter(bool)
names = st.from_regex(r"[a-zäя_][a-z0-9я._-]{0,7}", fullmatch=True)
days = st.dates(date(1000, 1, 1), date(2100, 12, 31))

T = TypeVar("T")

NAMES = {
    MarkKind.PERS_NAME: "pers",
    MarkKind.ROLE_NAME: "pers",
    MarkKind.ORG_NAME: "org",
    MarkKind.PLACE_NAME: "place",
}
PIECES = (Label.P, Label.OMISSION)
LABELS = tuple(label for label in Label if label not in (Label.HEAD_TAIL, Label.LINK_TAIL, Label.FURNITURE))


@st.composite
def dates(draw: st.DrawFn) -> HistoricalDate:
    """Dates of every precision and reserve; those of the Julian calendar are days or intervals."""
    value = replace(draw(gregorian_dates()), reserve=draw(st.sampled_from(Reserve)))
    is_whole = value.precision in (Precision.MONTH, Precision.YEAR)
    return value if is_whole else replace(value, calendar=draw(st.sampled_from(Calendar)))


@st.composite
def gregorian_dates(draw: st.DrawFn) -> HistoricalDate:
    day = draw(days)
    match draw(st.sampled_from(Precision)):
        case Precision.DAY:
            return HistoricalDate(day, day)
        case Precision.MONTH:
            following = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
            return HistoricalDate(day.replace(day=1), following - timedelta(days=1), Precision.MONTH)
        case Precision.YEAR:
            return HistoricalDate(day.replace(month=1, day=1), day.replace(month=12, day=31), Precision.YEAR)
        case precision:
            return HistoricalDate(day, day + timedelta(days=draw(st.integers(1, 999))), precision)


@st.composite
def spans(draw: st.DrawFn, length: int) -> Span:
    start = draw(st.integers(0, length))
    return Span(start, draw(st.integers(start, length)))


@st.composite
def marks(draw: st.DrawFn, text: str) -> tuple[Mark, ...]:
    """Marks that lie inside each other or beside each other, in the order of their elements."""
    kept: list[Mark] = []
    for kind in draw(st.lists(st.sampled_from(MarkKind), max_size=5)):
        mark = draw(_mark(kind, len(text)))
        if (mark.span or kind is MarkKind.GAP) and all(_may_stand_with(mark, other) for other in kept):
            kept.append(mark)
    return tuple(sorted(kept, key=mark_order))


@st.composite
def blocks(draw: st.DrawFn, text: str, block_id: str) -> Block:
    label = draw(st.sampled_from(LABELS))
    return Block(
        label,
        text,
        draw(marks(text)),
        draw(st.sampled_from([None, block_id])),
        draw(st.none() | texts),
        draw(st.sampled_from(Part)) if label in PIECES else Part.WHOLE,
    )


@st.composite
def sourced_documents(draw: st.DrawFn) -> tuple[Source, Document]:
    """A source, and a document whose blocks fill a stretch of it, with white space or nothing between them."""
    cuts = draw(st.lists(words, max_size=8))
    before, after = draw(texts), draw(texts)
    text, places = before, []
    for cut in cuts:
        text += draw(spaces)
        places.append(Span(len(text), len(text) + len(cut)))
        text += cut
    text += draw(spaces)
    span = Span(len(before), len(text))
    source = Source("s", draw(st.sampled_from(["s.txt", "a b%c#d?é.txt"])), text + after)
    return source, draw(_documents(source, span, places))


@st.composite
def claims(draw: st.DrawFn, values: st.SearchStrategy[T], length: int, *, evidence: bool = True) -> Claim[T]:
    read_from = draw(st.none() | spans(length))
    return Claim(
        draw(values),
        read_from,
        draw(st.none() | names) if read_from is not None else None,
        draw(st.sampled_from(Certainty)),
        draw(st.none() | st.sampled_from(Evidence)) if evidence else None,
        draw(st.none() | names),
    )


@st.composite
def agents(draw: st.DrawFn, length: int) -> Agent:
    kind = draw(st.sampled_from(AgentKind))
    ref = draw(st.none() | names.map(lambda name: f"pers:{name}"))
    if draw(st.booleans()):
        return Agent(None, draw(claims(lines, length)), kind, ref)
    role = draw(st.none() | claims(lines, length, evidence=False))
    return Agent(draw(claims(lines, length)), role, kind, ref)


def actions(length: int) -> st.SearchStrategy[CorrespAction]:
    place = st.builds(Place, lines, st.none() | names.map(lambda name: f"place:{name}"))
    return st.builds(
        CorrespAction,
        st.sampled_from(ActionType),
        st.lists(agents(length), max_size=3).map(tuple),
        st.none() | claims(place, length),
        st.none() | claims(dates(), length),
        st.none() | claims(lines, length, evidence=False),
        st.booleans(),
    )


@st.composite
def context_refs(draw: st.DrawFn, length: int) -> ContextRef:
    target = draw(st.none() | names)
    return ContextRef(
        draw(st.sampled_from(Relation)),
        draw(lines),
        draw(st.none() | spans(length)),
        target,
        draw(st.sampled_from(Unresolved)) if target is None else None,
        draw(st.none() | names),
        draw(st.sampled_from(Certainty)),
        draw(st.none() | dates()),
    )


days_or_none = st.none() | days.map(date.isoformat)
addresses = st.sampled_from(["https://example.org/edition", "https://example.org/e/"])
indexes = st.builds(
    Cmif,
    st.none() | addresses,
    st.none() | addresses,
    st.sampled_from([None, "online", "print", "hybrid"]),
    st.none() | st.just("fbe7a4e6-164c-5dc7-a79a-de7876644cab"),
)
projects = st.builds(
    Project,
    title=lines,
    siglum=st.just("s"),
    editors=st.lists(st.builds(Person, lines, st.none() | addresses, st.none() | lines), max_size=2).map(tuple),
    publisher=lines,
    publisher_ref=st.none() | addresses,
    licence_name=lines,
    base_url=st.none() | addresses,
    version=lines,
    date=days_or_none,
    description=texts,
    cmif=indexes,
    sources=st.none().map(lambda _: ()) | st.builds(
        SourceNote, st.just("s.txt"), st.none() | lines, st.just("print"), st.none() | addresses, days_or_none
    ).map(lambda note: (note,)),
    withdrawn=st.lists(
        st.builds(Withdrawn, st.just("s-d1"), st.none() | lines, days_or_none, st.none() | lines),
        max_size=1,
    ).map(tuple),
    site=st.sampled_from([SiteSettings(), SiteSettings("de")]),
)  # fmt: skip


@st.composite
def registers(draw: st.DrawFn) -> Registers:
    ids = sorted(draw(st.sets(names, max_size=6)))
    entries = [
        draw(
            st.builds(
                Entry,
                st.just(entry_id),
                lines,
                st.lists(lines, max_size=2).map(tuple),
                st.lists(lines, max_size=2).map(tuple),
                st.lists(st.tuples(st.sampled_from(["GND", "wikidata"]), lines), max_size=2).map(tuple),
                st.booleans(),
            )
        )
        for entry_id in ids
    ]
    located = st.none() | st.builds(Coordinates, st.floats(-90, 90), st.floats(-180, 180))
    first, second = sorted(draw(st.tuples(st.integers(0, len(ids)), st.integers(0, len(ids)))))
    places = (replace(entry, coordinates=draw(located)) for entry in entries[second:])
    return Registers(tuple(entries[:first]), tuple(entries[first:second]), tuple(places))


@st.composite
def _mark(draw: st.DrawFn, kind: MarkKind, length: int) -> Mark:
    mark = Mark(kind, draw(spans(length)))
    if kind in NAMES:
        return replace(mark, ref=draw(st.none() | names.map(lambda name: f"{NAMES[kind]}:{name}")))
    if kind is MarkKind.REF:
        return replace(mark, ref=draw(st.none() | names))
    if kind is MarkKind.NOTE_CALL:
        return replace(mark, ref=draw(st.none() | names | st.tuples(names, names).map("#".join)))
    return replace(mark, date=draw(st.none() | dates())) if kind is MarkKind.DATE else mark


def _may_stand_with(mark: Mark, other: Mark) -> bool:
    if not mark.span.overlaps(other.span):
        return True
    is_nested = mark.span in other.span or other.span in mark.span
    return is_nested and MarkKind.IDNO not in (mark.kind, other.kind)


@st.composite
def _documents(draw: st.DrawFn, source: Source, span: Span, places: Sequence[Span]) -> Document:
    length = len(source.text)
    made = [draw(blocks(place.cut(source.text), f"d1-b{number}")) for number, place in enumerate(places)]
    own = draw(st.integers(0, len(made)))
    middle = draw(st.integers(own, len(made)))
    ends = [place.end for place in places]
    parts = [(first, last) for first, last in ((own, middle), (middle, len(made))) if first < last]
    enclosures = tuple(
        Enclosure(f"d1-e{number}", Span(places[first].start, ends[last - 1]), tuple(made[first:last]))
        for number, (first, last) in enumerate(parts, start=1)
    )
    plain = st.none() | claims(lines, length, evidence=False)
    return Document(
        id=draw(st.sampled_from(["d1", "s-d0012"])),
        source=source.name,
        span=span,
        title=draw(lines),
        kind=draw(st.sampled_from(["note", "record-of-conversation"])),
        language=draw(st.sampled_from(["en", "de", "ru-Latn", "qaa", "und"])),
        blocks=tuple(made[:own]),
        enclosures=enclosures,
        actions=tuple(draw(st.lists(actions(length), max_size=3))),
        context=tuple(draw(st.lists(context_refs(length), max_size=3))),
        number=draw(plain),
        edition_number=draw(plain),
        classification=draw(plain),
        archive_ref=draw(plain),
        status=draw(st.sampled_from(["auto", "reviewed"])),
    )
