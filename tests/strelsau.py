"""Two small editions for tests: invented letters, cut as they should be, and cut as somebody may have cut them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from tei_archive.model import (
    ActionType,
    Agent,
    Block,
    Claim,
    ContextRef,
    CorrespAction,
    Document,
    Enclosure,
    HistoricalDate,
    Label,
    Place,
    Project,
    Registers,
    Relation,
    Source,
    Span,
)
from tei_archive.reading import format_project
from tei_archive.tei import encode_document, encode_registers

LETTERS = (
    "Marshal Strakencz to Reiner.\n\nStrelsau, March 3, 1894.\n\nThe bridge is ours.",
    (
        "File 12\n\nReiner to Marshal Strakencz.\n\nHalm, March 5, 1894.\n\nYour note has come.\n\n"
        "[Enclosed: a list]\n\nThree boats."
    ),
    "The chancellor of Ruritania to Reiner.\n\nZenda, March 9, 1894.\n\nI know nothing.",
)
TITLE = "CHAPTER I. THE BRIDGE\n\n"
TEXT = TITLE + "\n\n".join(LETTERS)
SOURCE = Source("strelsau", "strelsau.txt", TEXT)


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def claim(words: str) -> Claim[str]:
    return Claim(words, span(words), "test.rule")


def sent(name: str, place: str, day: int) -> CorrespAction:
    words = f"March {day}, 1894"
    when = HistoricalDate(date(1894, 3, day), date(1894, 3, day))
    return CorrespAction(
        ActionType.SENT,
        (Agent(claim(name)),),
        Claim(Place(place), span(place), "test.rule"),
        Claim(when, span(words), "test.rule"),
    )


def received(name: str) -> CorrespAction:
    return CorrespAction(ActionType.RECEIVED, (Agent(Claim(name, span(name), "test.rule")),))


def blocks(words: Span) -> tuple[Block, ...]:
    """Every paragraph a block: a heading where it says who writes to whom, a mark where it names a file."""
    paragraphs = [part.strip() for part in words.cut(TEXT).split("\n\n") if part.strip()]
    return tuple(Block(_label(part), part) for part in paragraphs)


def _label(paragraph: str) -> Label:
    if paragraph.startswith("File"):
        return Label.SOURCE
    return Label.HEAD if " to " in paragraph and paragraph.endswith(".") else Label.P


def document(number: int, words: Span, *actions: CorrespAction, answers: Iterable[str] = ()) -> Document:
    context = tuple(
        ContextRef(Relation.IS_REPLY_TO, "your note", span("Your note"), target, rule="test.rule") for target in answers
    )
    return Document(
        f"strelsau-d{number:03}",
        SOURCE.name,
        words,
        f"Letter {number}",
        "letter",
        "en",
        blocks(words),
        actions=actions,
        context=context,
    )


FIRST = document(1, span(LETTERS[0]), sent("Marshal Strakencz", "Strelsau", 3), received("Reiner"))
_OWN, _ENCLOSED = LETTERS[1].split("[Enclosed", 1)
_ENCLOSURE = span("[Enclosed" + _ENCLOSED)
SECOND = replace(
    document(2, span(LETTERS[1]), sent("Reiner", "Halm", 5), received("Marshal Strakencz"), answers=["strelsau-d001"]),
    blocks=blocks(span(_OWN.strip())),
    enclosures=(
        Enclosure(
            "strelsau-d002-e1",
            _ENCLOSURE,
            (Block(Label.ENCLOSURE, "[Enclosed: a list]"), Block(Label.P, "Three boats.")),
        ),
    ),
    number=Claim("12", span("12"), "test.rule"),
)
THIRD = document(3, span(LETTERS[2]), sent("The chancellor of Ruritania", "Zenda", 9), received("Reiner"))
GOLD = (FIRST, SECOND, THIRD)


@dataclass(frozen=True)
class Editions:
    """The folder of the machine's edition and that of the corrected one."""

    said: Path
    gold: Path


def write_edition(folder: Path, documents: Iterable[Document], source: Source = SOURCE) -> Path:
    """Write documents as an edition; give back its folder."""
    project = Project("Letters from Strelsau", "strelsau")
    for name in ("tei", "sources"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / "tei-archive.toml").write_text(format_project(project), encoding="utf-8")
    (folder / "sources" / source.name).write_text(source.text, encoding="utf-8", newline="\n")
    (folder / "registers.xml").write_bytes(encode_registers(Registers(), project, {}))
    for one in documents:
        (folder / "tei" / f"{one.id}.xml").write_bytes(encode_document(one, source, project, "base-en"))
    return folder


def write_both(folder: Path, said: Iterable[Document], gold: Iterable[Document] = GOLD) -> Editions:
    """Write the machine's edition and the corrected one."""
    return Editions(write_edition(folder / "said", said), write_edition(folder / "gold", gold))
