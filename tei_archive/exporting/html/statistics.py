"""Statistics of an edition: documents by correspondent and pair, answer times, lengths, languages, certainty."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from babel import Locale, UnknownLocaleError

from tei_archive.exporting.html.answer_times import Answer, Quartiles, days_in_spans, quartiles
from tei_archive.exporting.html.catalogue import Catalogue, Item
from tei_archive.exporting.html.certainty import FieldCounts, count_certainty
from tei_archive.exporting.html.drawing.svg import Figure
from tei_archive.exporting.html.figures import figure_of_answers, figure_of_lengths, figure_of_time
from tei_archive.exporting.html.letters import Letter, Party, by_name
from tei_archive.exporting.html.pairs import Pair
from tei_archive.exporting.html.spans import day_span_names, length_names, lengths_in_spans
from tei_archive.exporting.html.terms import kind_name
from tei_archive.exporting.html.texts import Texts
from tei_archive.exporting.plain_text import all_blocks
from tei_archive.model import Document
from tei_archive.wording import locale_name

_MOST = 25  # rows of a table here; the registers and the page of pairs have them all
_LONGEST = 5


@dataclass(frozen=True, slots=True)
class Count:
    """A name, a number, its share of the greatest in the table, and the page that the name leads to."""

    name: str
    number: int
    share: float
    href: str | None = None


@dataclass(frozen=True, slots=True)
class PairCount:
    """A pair and its share of the letters of the strongest pair."""

    pair: Pair
    share: float


@dataclass(frozen=True, slots=True)
class Pace:
    """How long a correspondent took to answer."""

    party: Party
    days: Quartiles


@dataclass(frozen=True, slots=True)
class Table:
    """The first rows of a table, and how many there are in all."""

    counts: tuple[Count, ...]
    total: int


@dataclass(frozen=True, slots=True)
class StatisticsView:
    """What the page of statistics shows."""

    total: int
    undated: int
    in_time: Figure | None
    senders: Table
    addressees: Table
    pairs: tuple[PairCount, ...]
    pairs_total: int
    answers: Figure | None
    answer_days: Quartiles | None
    answer_spans: tuple[Count, ...]
    paces: tuple[Pace, ...]
    lengths: Figure | None
    words: Quartiles | None
    length_spans: tuple[Count, ...]
    longest: tuple[tuple[Item, int], ...]
    languages: tuple[Count, ...]
    kinds: tuple[Count, ...]
    certainty: tuple[FieldCounts, ...]


def view_statistics(
    catalogue: Catalogue, letters: Sequence[Letter], pairs: Sequence[Pair], answers: Sequence[Answer]
) -> StatisticsView:
    """Give back what the page of statistics shows."""
    texts = catalogue.texts
    lengths = {letter.item.id: count_words(letter.document) for letter in letters}
    longest = sorted(letters, key=lambda letter: -lengths[letter.item.id])[:_LONGEST]
    strongest = len(pairs[0].letters) if pairs else 1
    return StatisticsView(
        total=len(letters),
        undated=sum(letter.item.when is None for letter in letters),
        in_time=figure_of_time(texts, letters),
        senders=_parties(party for letter in letters for party in letter.senders),
        addressees=_parties(party for letter in letters for party in letter.addressees),
        pairs=tuple(PairCount(pair, len(pair.letters) / strongest) for pair in pairs[:_MOST]),
        pairs_total=len(pairs),
        answers=figure_of_answers(texts, answers),
        answer_days=quartiles([answer.days for answer in answers]),
        answer_spans=_spans(day_span_names(texts), days_in_spans(answer.days for answer in answers)),
        paces=_paces(answers),
        lengths=figure_of_lengths(texts, list(lengths.values())),
        words=quartiles(list(lengths.values())),
        length_spans=_spans(length_names(texts), lengths_in_spans(lengths.values())),
        longest=tuple((letter.item, lengths[letter.item.id]) for letter in longest),
        languages=_named(language_name(texts, letter.document.language) for letter in letters),
        kinds=_named(kind_name(texts, letter.item.kind) for letter in letters if letter.item.kind),
        certainty=count_certainty(texts, [letter.document for letter in letters]),
    )


def count_words(document: Document) -> int:
    """Give back how many words a document has with its enclosures: what white space parts."""
    return sum(len(block.text.split()) for block in all_blocks(document))


def language_name(texts: Texts, tag: str) -> str:
    """Give back the name of a language in that of the interface; the tag where CLDR has no name for it."""
    try:
        return Locale.parse(tag, sep="-").get_display_name(locale_name(texts.locale)) or tag
    except (UnknownLocaleError, ValueError):
        return tag


def _parties(parties: Iterable[Party]) -> Table:
    counts = Counter(parties)
    ordered = sorted(counts, key=lambda party: (-counts[party], *by_name(party)))
    greatest = counts[ordered[0]] if ordered else 1
    shown = (Count(party.name, counts[party], counts[party] / greatest, party.href) for party in ordered[:_MOST])
    return Table(tuple(shown), len(ordered))


def _named(names: Iterable[str]) -> tuple[Count, ...]:
    counts = Counter(names)
    ordered = sorted(counts, key=lambda name: (-counts[name], name.casefold(), name))
    return tuple(Count(name, counts[name], counts[name] / counts[ordered[0]]) for name in ordered)


def _spans(names: Sequence[str], counts: Sequence[int]) -> tuple[Count, ...]:
    greatest = max(counts, default=1) or 1
    return tuple(Count(name, count, count / greatest) for name, count in zip(names, counts, strict=True))


def _paces(answers: Sequence[Answer]) -> tuple[Pace, ...]:
    days: dict[Party, list[int]] = {}
    for answer in answers:
        for party in answer.letter.senders:
            days.setdefault(party, []).append(answer.days)
    ordered = sorted(days, key=lambda party: (-len(days[party]), *by_name(party)))[:_MOST]
    found = ((party, quartiles(days[party])) for party in ordered)
    return tuple(Pace(party, cut) for party, cut in found if cut)
