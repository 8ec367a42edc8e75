"""The pages of pairs: all pairs, and the letters between two correspondents."""

from collections.abc import Sequence
from dataclasses import dataclass

from tei_archive.exporting.html.catalogue import Item
from tei_archive.exporting.html.dates import Reserve, interval_words
from tei_archive.exporting.html.drawing.svg import Figure
from tei_archive.exporting.html.figures import figure_of_pair
from tei_archive.exporting.html.letters import Letter
from tei_archive.exporting.html.pairs import Pair
from tei_archive.exporting.html.texts import Texts
from tei_archive.model import answers


@dataclass(frozen=True, slots=True)
class PairRow:
    """A pair in the table of all, with its share of the letters of the strongest, and the years from first to last."""

    pair: Pair
    share: float
    years: str


@dataclass(frozen=True, slots=True)
class Answered:
    """A document that another answers, and the days between in words, where both are known."""

    item: Item
    interval: str | None


@dataclass(frozen=True, slots=True)
class PairLetter:
    """A letter between two: which way it went, and what it answers among those shown."""

    item: Item
    goes_there: bool
    goes_back: bool
    answered: tuple[Answered, ...]


@dataclass(frozen=True, slots=True)
class PairView:
    """What the page of a pair shows."""

    pair: Pair
    figure: Figure | None
    letters: tuple[PairLetter, ...]


def view_pairs(pairs: Sequence[Pair]) -> tuple[PairRow, ...]:
    """Give back the rows of the table of all pairs."""
    strongest = len(pairs[0].letters) if pairs else 1
    return tuple(PairRow(pair, len(pair.letters) / strongest, _years(pair)) for pair in pairs)


def view_pair(texts: Texts, pair: Pair) -> PairView:
    """Give back what the page of a pair shows."""
    items = {letter.item.id: letter.item for letter in pair.letters}
    there, back = ({letter.item.id for letter in way.letters} for way in (pair.there, pair.back))

    def row(letter: Letter) -> PairLetter:
        targets = dict.fromkeys(ref.target for ref in answers(letter.document) if ref.target in items)
        answered = tuple(_answered(texts, items[target or ""], letter.item) for target in targets)
        return PairLetter(letter.item, letter.item.id in there, letter.item.id in back, answered)

    return PairView(pair, figure_of_pair(texts, pair), tuple(row(letter) for letter in pair.letters))


def _years(pair: Pair) -> str:
    years = [letter.item.year for letter in pair.letters if letter.item.year]
    return "–".join(dict.fromkeys((years[0], years[-1]))) if years else ""


def _answered(texts: Texts, before: Item, after: Item) -> Answered:
    """Days are counted between dates that are told without reserve alone."""
    is_sure = before.reserve is Reserve.NONE and after.reserve is Reserve.NONE
    return Answered(before, interval_words(texts, before.when, after.when) if is_sure else None)
