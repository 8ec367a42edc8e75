"""What `segment` found: the documents, what to check first, what belongs to none, and what to type next."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from rich import box
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from tei_archive.api import SegmentReport
from tei_archive.model import SPACE, Agent, Claim, Document, Edition, Relation, least_certain
from tei_archive.reporting.chosen import choice_lines
from tei_archive.reporting.doubts import doubts, first_of_each
from tei_archive.reporting.uncertain import uncertain_table
from tei_archive.reporting.words import LEGEND, SIGNS, counted, shorten, some_paths, visible

_ROWS_SHOWN = 60
_DOUBTS_SHOWN = 12
_UNCERTAIN_SHOWN = 10

_COLUMNS = ("id", "kind", "from", "to", "date", "no.", "answers")
# What a narrow terminal goes without, and how many characters that are.
_FOR_WIDE = {"kind", "no."}
_WIDE = 76
_WIDEST = {"answers": 9}
_LEAST = {"from": 14, "to": 14}


def segment_report(report: SegmentReport, out: Path) -> RenderableType:
    """Give back the report for a terminal; `out` is the edition's folder, for the commands to type next."""
    return Group(*(part for section in _sections(report, out) for part in section))


def _sections(report: SegmentReport, out: Path) -> Iterator[Iterator[RenderableType]]:
    yield _documents(report)
    yield _to_check(report.edition)
    yield _uncertain(report)
    yield _unclaimed(report.edition)
    yield _files(report, out)
    yield _choice(report)
    yield _next(report.edition, out)


def _documents(report: SegmentReport) -> Iterator[RenderableType]:
    edition = report.edition
    found = f"{counted(len(edition.documents), 'document')} in {counted(len(edition.sources), 'source')}"
    yield Text(f"{visible(report.project.title)}: {found} (profile {report.profile})", style="bold")
    if not edition.documents:
        return
    yield _Listed(edition.documents[:_ROWS_SHOWN])
    if len(edition.documents) > _ROWS_SHOWN:
        yield Text(f"and {len(edition.documents) - _ROWS_SHOWN} more: `tei-archive export csv` lists them all")
    yield Text(LEGEND, style="dim")


@dataclass(frozen=True, slots=True)
class _Listed:
    """The documents as a table that is no wider than the terminal, as far as possible.

    No word is parted from the sign after it: `1921-08-28` in one line and `?` in the next would read as certain.
    """

    documents: tuple[Document, ...]

    def __rich_console__(self, _console: Console, options: ConsoleOptions) -> RenderResult:
        rows = [_row(document) for document in self.documents]
        table = Table(box=box.SIMPLE_HEAD, padding=0, show_edge=False)
        shown = [index for index, name in enumerate(_COLUMNS) if options.max_width >= _WIDE or name not in _FOR_WIDE]
        for index in shown:
            words = (word for row in rows for word in row[index].plain.split(" "))
            least = _LEAST.get(_COLUMNS[index], 0) if options.max_width >= _WIDE else 0
            longest = max(least, *map(len, (_COLUMNS[index], *words)))
            table.add_column(
                _COLUMNS[index], overflow="fold", min_width=longest, max_width=_WIDEST.get(_COLUMNS[index])
            )
        table.columns[0].style = "cyan"
        for row in rows:
            table.add_row(*(row[index] for index in shown))
        yield table


def _row(document: Document) -> tuple[Text, ...]:
    date = document.date
    number = document.number
    replies = (ref for ref in document.context if ref.relation is Relation.IS_REPLY_TO)
    answered = [_short(ref.target, document) + SIGNS[ref.certainty] if ref.target else "not found" for ref in replies]
    cells = (
        document.id,
        document.kind,
        _names(document.senders),
        _names(document.addressees),
        date.value.edtf + SIGNS[date.certainty] if date else "-",
        number.value + SIGNS[number.certainty] if number else "",
        ", ".join(answered),
    )
    return tuple(Text(visible(cell)) for cell in cells)


def _names(agents: tuple[Agent, ...]) -> str:
    return ", ".join(shorten(agent.label, 40) + _sign(agent.name or agent.role) for agent in agents) or "-"


def _sign(claim: Claim[str] | None) -> str:
    return SIGNS[claim.certainty] if claim else ""


def _short(target: str, document: Document) -> str:
    """Leave out the siglum where both documents have the same."""
    siglum, _, rest = target.rpartition("-")
    return rest if siglum == document.id.rpartition("-")[0] else target


def _to_check(edition: Edition) -> Iterator[RenderableType]:
    found = doubts(edition)
    if not found:
        return
    yield Text("\nCheck these first", style="bold")
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(no_wrap=True, style="cyan")
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    shown = first_of_each(found, _DOUBTS_SHOWN)
    for (document, value, why), same in groupby(shown, key=lambda doubt: (doubt.document, doubt.value, doubt.why)):
        table.add_row(Text(document), Text(", ".join(doubt.field for doubt in same)), _reason(value, why))
    yield Padding(table, (0, 0, 0, 2))
    if len(found) > len(shown):
        yield Text(f"  and {len(found) - len(shown)} more: `--json` lists them all")


def _uncertain(report: SegmentReport) -> Iterator[RenderableType]:
    shown = least_certain(report.edition.ledger, _UNCERTAIN_SHOWN)
    if shown:
        yield Text("\nLeast certain decisions (doubt from 0 to 1)", style="bold")
        sources = {source.name: source for source in report.edition.sources}
        of_documents = {document.id: sources[document.source] for document in report.edition.documents}
        yield Padding(uncertain_table(shown, of_documents), (0, 0, 0, 2))
    if report.doubtful:
        number = counted(len(report.doubtful), "decision is", "decisions are")
        yield Text(f"  {number} less certain than --max-doubt {report.max_doubt:g} allows", style="yellow")


def _choice(report: SegmentReport) -> Iterator[RenderableType]:
    if report.choice:
        yield Text("\nWhy this profile", style="bold")
        yield Padding(Group(*map(Text, choice_lines(report.choice))), (0, 0, 0, 2))


def _reason(value: str, why: str) -> Text:
    return Text.assemble(f"{visible(shorten(value, 60))} " if value else "", (f"({visible(why)})", "dim"))


def _unclaimed(edition: Edition) -> Iterator[RenderableType]:
    counts: Counter[str] = Counter()
    for rest in edition.unclaimed:
        counts[rest.kind] += len(rest.span)
    kinds = ", ".join(f"{kind} {number}" for kind, number in sorted(counts.items()) if kind != SPACE)
    if kinds:
        yield Text("\nBelongs to no document", style="bold")
        yield Padding(Text(f"{kinds} (characters; kept in unclaimed.xml)"), (0, 0, 0, 2))


def _files(report: SegmentReport, out: Path) -> Iterator[RenderableType]:
    written = f"Written: {counted(len(report.written), 'file')}" if report.written else "Nothing has changed"
    yield Text(f"\n{written} in {visible(str(out))}", style="bold")
    if report.removed:
        yield Text(f"Removed, since no document has the id any more: {some_paths(report.removed, out)}")
    if report.kept:
        yield Text(f"Left alone, since edited by hand: {some_paths(report.kept, out)}", style="yellow")
        yield Text("  hint: to get the new version of a file, move yours away and run again")


def _next(edition: Edition, out: Path) -> Iterator[RenderableType]:
    if not edition.documents:
        yield Text(
            "\nhint: no rule of the profile fits this text: write a profile for it (docs/profiles.md) and run again"
        )
        yield Text("  with --profile FILE; `tei-archive profiles` lists those that there are")
        return
    where = shlex.quote(str(out))
    table, site = shlex.quote(str(out / "letters.csv")), shlex.quote(str(out / "site"))
    first = next((doubt.document for doubt in doubts(edition)), edition.documents[0].id)
    yield Text("\nType next", style="bold")
    commands = (
        f"tei-archive validate {where}",
        f"tei-archive explain {where}",
        f"tei-archive explain {where} {first}",
        f"tei-archive export csv {where} --out {table}",
        f"tei-archive export html {where} --out {site}",
    )
    yield from (Text(f"  {visible(command)}", no_wrap=True, overflow="ignore") for command in commands)
