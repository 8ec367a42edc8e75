"""How far an encoding agrees with a corrected one: the figures, and each difference with its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from tei_archive.api import FIGURES, MissedFloor, ScoreReport
from tei_archive.reporting.words import counted, shorten, visible
from tei_archive.scoring import Difference, Kind

_SHOWN = 40
_LONGEST = 70
# What follows from a document that was not found; counted, and shown in JSON alone.
_FOLLOWS = frozenset({Kind.VALUE_LOST, Kind.LINK_LOST})

# What was said and what is right, for the differences that are no values.
_SAID: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.MERGED: "a part of {document}",
        Kind.LEFT_OUT: "in no document",
        Kind.SHIFTED: "{document} begins elsewhere",
        Kind.EXTRA_INSIDE: "{document} begins here",
        Kind.EXTRA_ENCLOSURE: "{document} begins here",
        Kind.EXTRA_OUTSIDE: "{document} begins here",
        Kind.ENDS_EARLY: "{document} ends before these words",
        Kind.ENDS_LATE: "{document} ends after these words",
        Kind.TEXT_DIFFERS: "the text of {document} is another",
    }
)
_RIGHT: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.MERGED: "{gold} begins here",
        Kind.LEFT_OUT: "{gold} begins here",
        Kind.SHIFTED: "{gold} begins here",
        Kind.EXTRA_INSIDE: "a part of {gold}",
        Kind.EXTRA_ENCLOSURE: "in an enclosure of {gold}",
        Kind.EXTRA_OUTSIDE: "in no document",
        Kind.ENDS_EARLY: "{gold} ends after them",
        Kind.ENDS_LATE: "{gold} ends before them",
        Kind.TEXT_DIFFERS: "the text of the source",
    }
)


def score_report(report: ScoreReport) -> RenderableType:
    """Give back the report for a terminal."""
    return Group(*_parts(report))


def missed_floors(missed: Sequence[MissedFloor]) -> tuple[str, ...]:
    """Say which figures are lower than asked for."""
    return tuple(f"{floor.figure} is {floor.value:.4f}, less than {floor.least:g}" for floor in missed)


def described(difference: Difference) -> tuple[str, str]:
    """Give back what was said and what is right, in words."""
    if difference.kind not in _SAID:
        return difference.said or "nothing", difference.right or "nothing"
    ids = {"document": difference.document, "gold": difference.gold}
    return _SAID[difference.kind].format(**ids), _RIGHT[difference.kind].format(**ids)


def _parts(report: ScoreReport) -> Iterator[RenderableType]:
    compared = report.comparison
    documents = f"{counted(compared.documents, 'document')}, {compared.gold} in the gold"
    yield Text(f"{visible(str(report.edition))}: {documents}", style="bold")
    yield _figures(report)
    silent = [name for name in FIGURES if name not in report.values]
    if silent:
        yield Text(f"The gold says nothing of: {', '.join(silent)}", style="dim")
    if report.left_out:
        yield Text(f"Not compared, since the gold has no documents of it: {', '.join(map(visible, report.left_out))}")
    yield from _differences(report)


def _figures(report: ScoreReport) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1), show_edge=False)
    table.add_column("figure", style="cyan")
    for column in ("F1", "precision", "recall", "right", "said", "gold"):
        table.add_column(column, justify="right")
    for name in FIGURES:
        if name in report.values:
            table.add_row(name, f"{report.values[name]:.3f}", *_counts(name, report))
    return table


def _counts(name: str, report: ScoreReport) -> tuple[str, ...]:
    compared = report.comparison
    if name == "lossless":
        return "", "", str(compared.documents - len(report.altered)), str(compared.documents), ""
    if (figure := compared.figures.get(name)) is None:
        return ()
    counts = (figure.correct, figure.said, figure.gold)
    return f"{figure.precision:.3f}", f"{figure.recall:.3f}", *map(str, counts)


def _differences(report: ScoreReport) -> Iterator[RenderableType]:
    found = report.differences
    if not found:
        yield Text("\nNo difference", style="bold")
        return
    yield Text(f"\n{counted(len(found), 'difference')}", style="bold")
    kinds = Counter((difference.figure, difference.kind) for difference in found)
    for (figure, kind), number in kinds.items():
        yield Text(f"  {number:>5}  {figure}: {kind}")
    told = [difference for difference in found if difference.kind not in _FOLLOWS]
    for difference in told[:_SHOWN]:
        yield from _difference(difference, report.texts[difference.source])
    if len(found) > len(told[:_SHOWN]):
        yield Text(f"\nand {len(found) - len(told[:_SHOWN])} more: `--json` lists them all")


def _difference(difference: Difference, text: str) -> Iterator[RenderableType]:
    said, right = described(difference)
    line = text.count("\n", 0, difference.words.start) + 1
    ids = " = ".join(dict.fromkeys(filter(None, (difference.document, difference.gold))))
    yield Text.assemble(
        "\n", (difference.figure, "bold cyan"), f"  {difference.kind}  ", (visible(ids), "bold"),
        (f"  {visible(difference.source)}:{line}", "dim"),
    )  # fmt: skip
    words = Text(f"»{visible(shorten(difference.words.trim(text).cut(text), _LONGEST))}«", style="bold underline")
    lines = (words, Text(f"said   {visible(shorten(said, 200))}"), Text(f"right  {visible(shorten(right, 200))}"))
    yield Padding(Group(*lines), (0, 0, 0, 2))
