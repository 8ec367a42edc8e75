"""The figures of the site: what each shows, in words and as a drawing.

Each comes with a table that says the same; where the table stands is told by the page.
"""

from collections import Counter
from collections.abc import Sequence

from tei_archive.exporting.html.answer_times import Answer, days_in_spans
from tei_archive.exporting.html.drawing.columns import Column, draw_columns, draw_two_ways
from tei_archive.exporting.html.drawing.places import Sides, Spot, draw_map
from tei_archive.exporting.html.drawing.rows import Row, Tie, draw_bars, draw_ties
from tei_archive.exporting.html.drawing.svg import Figure
from tei_archive.exporting.html.letters import Letter
from tei_archive.exporting.html.network import Edge, Network
from tei_archive.exporting.html.pairs import Pair
from tei_archive.exporting.html.periods import build_periods
from tei_archive.exporting.html.spans import day_span_names, length_names, lengths_in_spans
from tei_archive.exporting.html.texts import Texts

_BARS = 25  # rows that a figure of bars shows
_FEW = 4


def figure_of_time(texts: Texts, letters: Sequence[Letter]) -> Figure | None:
    """Give back the columns of documents by years, or by months where there are few years; None without dates."""
    dates = [letter.item.when for letter in letters]
    periods = build_periods(texts, dates)
    if not periods.periods:
        return None
    counts = periods.count(dates)
    columns = [
        Column(period.label, counts[period.key], f"{period.name}: {documents(texts, counts[period.key])}")
        for period in periods.periods
    ]
    title = texts.gettext("Documents by month") if periods.months == 1 else texts.gettext("Documents by year")
    return Figure("time", title, _peak(texts, columns), *draw_columns(columns, texts.number))


def figure_of_pair(texts: Texts, pair: Pair) -> Figure | None:
    """Give back the columns of the letters that went one way and of those that went the other.

    None where there are too few letters for a figure to say more than their list, or none has a date.
    """
    if len(pair.letters) < _FEW:
        return None
    ways = [[letter.item.when for letter in way.letters] for way in (pair.there, pair.back)]
    periods = build_periods(texts, [*ways[0], *ways[1]])
    if not periods.periods:
        return None
    up, down = (periods.count(way) for way in ways)
    columns = [
        Column(
            period.label, up[period.key], _both(texts, period.name, up[period.key], down[period.key]), down[period.key]
        )
        for period in periods.periods
    ]
    above, below = (way_name(texts, way.sender.name, way.addressee.name) for way in (pair.there, pair.back))
    title = texts.gettext("Documents in time")
    told = texts.gettext(
        "Columns upwards for what %(first)s sent, downwards for what %(second)s sent.",
        first=pair.there.sender.name, second=pair.back.sender.name,
    )  # fmt: skip
    return Figure("pair", title, told, *draw_two_ways(columns, above, below, texts.number))


def figure_of_answers(texts: Texts, answers: Sequence[Answer]) -> Figure | None:
    """Give back the columns of answers by the days that they took; None where none is known."""
    if not answers:
        return None
    counts = days_in_spans(answer.days for answer in answers)
    columns = _named(texts, day_span_names(texts), counts)
    return Figure(
        "answers", texts.gettext("Days until the answer"), _peak(texts, columns), *draw_columns(columns, texts.number)
    )


def figure_of_lengths(texts: Texts, words: Sequence[int]) -> Figure | None:
    """Give back the columns of documents by their lengths in words; None where there are none."""
    if not words:
        return None
    columns = _named(texts, length_names(texts), lengths_in_spans(words))
    return Figure(
        "lengths", texts.gettext("Words in a document"), _peak(texts, columns), *draw_columns(columns, texts.number)
    )


def figure_of_pairs(texts: Texts, pairs: Sequence[Pair]) -> Figure | None:
    """Give back bars for the pairs with most letters; None where there are none."""
    if not pairs:
        return None
    rows = [
        _row(texts, both_names(*(party.name for party in pair.parties)), len(pair.letters)) for pair in pairs[:_BARS]
    ]
    return Figure("pairs", texts.gettext("Documents by pair"), _most(texts, rows), *draw_bars(rows))


def figure_of_senders(texts: Texts, letters: Sequence[Letter]) -> Figure | None:
    """Give back bars for those who sent most letters; None where no sender is known."""
    counts = Counter(party for letter in letters for party in letter.senders)
    ordered = sorted(counts.items(), key=lambda count: (-count[1], count[0].name.casefold(), count[0].key))
    if not ordered:
        return None
    rows = [_row(texts, party.name, number) for party, number in ordered[:_BARS]]
    return Figure("senders", texts.gettext("Documents by sender"), _most(texts, rows), *draw_bars(rows))


def figure_of_network(texts: Texts, network: Network) -> Figure | None:
    """Give back the arc diagram of the correspondents; None where there are none."""
    if not network.nodes:
        return None
    nodes = network.nodes
    rows = [_row(texts, node.party.name, node.letters, node.party.href) for node in nodes]
    ties = [_tie(texts, rows[edge.first], rows[edge.second], edge) for edge in network.edges]
    told = texts.gettext(
        "Correspondents below each other; an arc joins two who exchanged documents, the thicker the more. "
        "The dot of a correspondent grows with the documents sent and received."
    )
    return Figure("network", texts.gettext("Who corresponded with whom"), told, *draw_ties(rows, ties), has_links=True)


def figure_of_places(texts: Texts, spots: Sequence[Spot]) -> Figure | None:
    """Give back the map; None where no place has coordinates."""
    if not spots:
        return None
    sides = Sides(
        north=texts.pgettext("latitude", "N"),
        south=texts.pgettext("latitude", "S"),
        east=texts.pgettext("longitude", "E"),
        west=texts.pgettext("longitude", "W"),
    )
    told = texts.gettext(
        "Places between lines of longitude and latitude. The dot of a place grows with the documents that were sent or "
        "received there or name it."
    )
    return Figure("map", texts.gettext("Map of the places"), told, 0, draw_map(spots, sides), has_links=True)


def documents(texts: Texts, number: int) -> str:
    """Give back a number of documents in words."""
    return texts.ngettext("%(num)s document", "%(num)s documents", number)


def both_names(first: str, second: str) -> str:
    """Give back the names of two who corresponded."""
    return f"{first} – {second}"


def way_name(texts: Texts, sender: str, addressee: str) -> str:
    """Give back who wrote to whom."""
    return texts.gettext("%(senders)s to %(addressees)s", senders=sender, addressees=addressee)


def _row(texts: Texts, name: str, value: int, href: str | None = None) -> Row:
    return Row(name, href, value, texts.number(value), f"{name}: {documents(texts, value)}")


def _named(texts: Texts, names: Sequence[str], counts: Sequence[int]) -> list[Column]:
    return [
        Column(name, count, f"{name}: {documents(texts, count)}") for name, count in zip(names, counts, strict=True)
    ]


def _both(texts: Texts, name: str, up: int, down: int) -> str:
    return f"{name}: ↑ {documents(texts, up)}, ↓ {documents(texts, down)}"


def _tie(texts: Texts, first: Row, second: Row, edge: Edge) -> Tie:
    names = both_names(first.name, second.name)
    return Tie(edge.first, edge.second, edge.letters, f"{names}: {documents(texts, edge.letters)}")


def _peak(texts: Texts, columns: Sequence[Column]) -> str:
    """What a glance at the columns says: how many there are, and where the most are."""
    highest = max(columns, key=lambda column: column.up)
    return texts.gettext(
        "%(number)s columns from %(first)s to %(last)s. The highest is %(highest)s.",
        number=texts.number(len(columns)), first=columns[0].label, last=columns[-1].label, highest=highest.words,
    )  # fmt: skip


def _most(texts: Texts, rows: Sequence[Row]) -> str:
    return texts.gettext(
        "%(number)s bars, the longest first. The longest is %(longest)s.",
        number=texts.number(len(rows)), longest=rows[0].words,
    )  # fmt: skip
