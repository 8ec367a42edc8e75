"""Invented volumes: papers as a web page or a printed page has them, with what a reader would say of each."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

_WIDTH, _LINES_OF_A_PAGE = 76, 34
MONTHS = ("January", "February", "March", "April", "May", "June")
MONTHS += ("July", "August", "September", "October", "November", "December")

_SENTENCES = (
    "The minister for forests received me this morning and spoke for some time of the frontier at Zenda.",
    "He said that his Government had given the matter careful study and would answer before the end of the month.",
    "I replied that the United States could not consent to the proposal of the commission in its present form.",
    "The harvest in the northern districts has failed, and the price of grain has doubled since the spring.",
    "The correspondence between Count Reiner and the municipality of Strelsau is still going on.",
    "It is understood that the President of the Senate will be asked to form a cabinet.",
    "The consul at Hentzau reports that two vessels were detained by order of the port authorities.",
    "This view is shared by my colleagues of the other legations, with whom I have spoken in confidence.",
    "You will recall that my predecessor raised the same question with the late chancellor.",
    "Nothing has been heard from the railway company, which was asked to repair the bridge at Tarlenheim.",
    "From the minister to the humblest clerk, all are agreed that the tariff must be revised.",
    "He handed me a memorandum to that effect, and asked that it be sent to the Secretary at once.",
    "The loan of two million crowns was taken up by three houses in this city.",
    "Please inform the foreign office orally, and report by telegraph what is said in reply.",
    "In the opinion of the Department the treaty gives to our citizens the right to trade in all the open ports.",
    "The garrison was doubled, and the gates of the upper town were shut at dusk.",
    "I have ventured to add some remarks on the customs receipts of the past year.",
    "As regards the second point, the Embassy sees no objection to the course which is suggested.",
)
_FIRST = [
    "Ewald",
    "Karl",
    "Otto",
    "Anton",
    "Paul",
    "Hugo",
    "Emil",
    "Max",
    "Felix",
    "Oscar",
    "Rupert",
    "Fritz",
    "Henry",
    "Albert",
]
_LAST = [
    "Halm",
    "Reiner",
    "Strakencz",
    "Bersonin",
    "Detchard",
    "Sapt",
    "Kohlmann",
    "Lauengram",
    "Krafstein",
    "Rischenheim",
    "Holfe",
    "Bauer",
    "Lindt",
    "Marbach",
    "Tarlen",
    "Vogelsang",
    "Hartwell",
    "Pettigrew",
    "Osgood",
    "Winslow",
]
PLACES = ("Strelsau", "Zenda", "Hentzau", "Tarlenheim", "Port Mohr", "Greifen")


@dataclass(frozen=True, slots=True)
class Paper:
    """A document: the lines above its heading, the heading, the text below, and what is to be read from it.

    `between` stands before it and belongs to no document.
    """

    heading: str
    below: tuple[str, ...]
    sender: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()
    day: date | None = None
    number: str = ""
    above: tuple[str, ...] = ()
    between: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Expected:
    """Where a document stands in the text of a volume, and what a reader would say of it."""

    start: int
    heading: int
    end: int
    paper: Paper


@dataclass(frozen=True, slots=True)
class Volume:
    """The text of a volume and its documents."""

    text: str
    documents: tuple[Expected, ...]


Setting = Callable[[str], str]


@dataclass(slots=True)
class _Press:
    """A volume that is being set: the text so far, and how many lines the page has; both grow with every paragraph."""

    wrap: bool
    text: str = ""
    page: int = 11
    on_page: int = 0
    notes: int = 0
    documents: list[Expected] = field(default_factory=list)

    def put(self, paragraph: str) -> int:
        """Set a paragraph; give back where it begins."""
        lines = [line for part in paragraph.split("\n") for line in self._wrapped(part)]
        start = len(self.text)
        self.text += "\n".join(lines) + "\n\n"
        self.on_page += len(lines) + 1
        return start

    def turn(self) -> None:
        """Begin a new page where the last one is full."""
        if self.on_page > _LINES_OF_A_PAGE:
            if self.wrap and self.page % 3 == 0:
                self.notes += 1
                self.put(f"{self.notes} Not printed; see the letter of Count Reiner, ibid., p. {self.page + 200}.")
            self.put(str(self.page) if self.wrap else f"[Page {self.page}]")
            self.page, self.on_page = self.page + 1, 0

    def _wrapped(self, line: str) -> Sequence[str]:
        return textwrap.wrap(line, _WIDTH, break_on_hyphens=False) if self.wrap else [line]


def typeset(papers: Iterator[Paper], *, wrap: bool) -> Volume:
    """Set papers one below the other: wrapped at the width of a printed page, or a line for each paragraph."""
    press = _Press(wrap)
    for paper in papers:
        for line in paper.between:
            press.put(line)
        starts = [press.put(line) for line in (*paper.above, paper.heading)]
        for at, line in enumerate(paper.below):
            press.put(line)
            end = len(press.text.rstrip())
            if 1 < at < len(paper.below) - 2:
                press.turn()
        press.documents.append(Expected(starts[0], starts[-1], end, paper))
    return Volume(press.text, tuple(press.documents))


def prose(rng: Random, least: int = 1, most: int = 4) -> tuple[str, ...]:
    """Some paragraphs."""
    count = rng.randint(least, most)
    return tuple(" ".join(rng.sample(_SENTENCES, rng.randint(2, 5))) for _ in range(count))


def body(rng: Random, opening: str, least: int = 1, most: int = 4) -> tuple[str, ...]:
    """Some paragraphs, the first after the words that open the text."""
    first, *rest = prose(rng, least, most)
    return (f"{opening} {first}", *rest)


def surname(rng: Random) -> str:
    """A name alone."""
    return rng.choice(_LAST)


def full_name(rng: Random) -> str:
    """A first name, mostly an initial, and a name."""
    initial = f" {rng.choice('ABCDEFGHJ')}." if rng.random() < 0.5 else ""
    return f"{rng.choice(_FIRST)}{initial} {rng.choice(_LAST)}"


def days(rng: Random, year: int) -> Iterator[date]:
    """Days one after another, some of them twice."""
    day = date(year, 1, 3)
    while True:
        yield day
        day += timedelta(days=rng.randint(0, 6))


def american(day: date) -> str:
    """A date with the month first."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def later(day: date, least: int = 8) -> str:
    """A day some time later, without its year."""
    then = day + timedelta(days=least)
    return f"{MONTHS[then.month - 1]} {then.day}"
