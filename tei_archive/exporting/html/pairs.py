"""Pairs of correspondents: the letters that went both ways between two parties, in the order of time."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from tei_archive.exporting.html.answer_times import Answer, Quartiles, quartiles
from tei_archive.exporting.html.letters import Letter, Party, by_name
from tei_archive.exporting.html.links import pair_page


@dataclass(frozen=True, slots=True)
class Direction:
    """One side of a pair: who wrote, to whom, the letters, and how long this side took to answer the other."""

    sender: Party
    addressee: Party
    letters: tuple[Letter, ...]
    answer_days: Quartiles | None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two parties and the letters between them; `href` is None where one of them has no page of its own."""

    there: Direction
    back: Direction
    letters: tuple[Letter, ...]
    href: str | None

    @property
    def parties(self) -> tuple[Party, Party]:
        """The two, in the order of their names."""
        return (self.there.sender, self.back.sender)

    def other(self, party: Party) -> Party:
        """Give back the one who is not this party."""
        return self.back.sender if party == self.there.sender else self.there.sender


Way = tuple[Party, Party]  # from whom, to whom


def build_pairs(letters: Iterable[Letter], answers: Iterable[Answer]) -> tuple[Pair, ...]:
    """Give back all pairs, those with most letters first, then in the order of their names.

    The letters come in the order of time. A letter of two senders to two addressees belongs to four pairs. A letter to
    oneself belongs to none.
    """
    found: dict[Way, list[Letter]] = {}
    between: dict[Way, dict[str, Letter]] = {}
    for letter in letters:
        for way in _ways(letter):
            found.setdefault(way, []).append(letter)
            between.setdefault(_ordered(way), {})[letter.item.id] = letter
    days = _answer_days(answers)

    def direction(way: Way) -> Direction:
        return Direction(*way, tuple(found.get(way, ())), quartiles(days.get(way, ())))

    pairs = (
        Pair(direction(way), direction(way[::-1]), tuple(letters_.values()), _page(*way))
        for way, letters_ in between.items()
    )
    return tuple(sorted(pairs, key=lambda pair: (-len(pair.letters), *map(by_name, pair.parties))))


def pairs_by_party(pairs: Iterable[Pair]) -> Mapping[str, tuple[Pair, ...]]:
    """Give back the pairs that each party belongs to, by its key, those with most letters first."""
    found: dict[str, list[Pair]] = {}
    for pair in pairs:
        for party in pair.parties:
            found.setdefault(party.key, []).append(pair)
    return {key: tuple(of_party) for key, of_party in found.items()}


def _answer_days(answers: Iterable[Answer]) -> Mapping[Way, list[int]]:
    """An answer counts for those whom the letter answered had named the other way round."""
    days: dict[Way, list[int]] = {}
    for answer in answers:
        answered = {(addressee, sender) for sender, addressee in _ways(answer.answered)}
        for way in answered.intersection(_ways(answer.letter)):
            days.setdefault(way, []).append(answer.days)
    return days


def _ways(letter: Letter) -> Iterator[Way]:
    ways = product(letter.senders, letter.addressees)
    return ((sender, addressee) for sender, addressee in ways if sender != addressee)


def _ordered(way: Way) -> Way:
    first, second = sorted(way, key=by_name)
    return (first, second)


def _page(first: Party, second: Party) -> str | None:
    return pair_page(first.id, second.id) if first.id and second.id else None
