"""What the codes of findings mean: all of them as a table, or some in full, for a terminal and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from tei_archive.api import CodeEntry
from tei_archive.model import Severity
from tei_archive.reporting.json_text import Json, json_text
from tei_archive.validating.catalogue import GAP, Example

_STYLES = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}


def codes_table(entries: Sequence[CodeEntry]) -> RenderableType:
    """Give back a row a code: how bad it is, and what it means."""
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), show_edge=False)
    table.add_column("code", no_wrap=True, style="cyan")
    table.add_column("severity", no_wrap=True)
    table.add_column("what it means", overflow="fold")
    for entry in entries:
        severity = entry.code.severity
        table.add_row(entry.code.code, Text(severity, style=_STYLES[severity]), entry.code.docs)
    return table


def codes_text(entries: Sequence[CodeEntry]) -> RenderableType:
    """Give back all that is to be said of each code, one after another."""
    return Group(*(part for number, entry in enumerate(entries) for part in _parts(entry, first=number == 0)))


def codes_json(entries: Sequence[CodeEntry]) -> str:
    """Give back the entries as a JSON list."""
    return json_text([_json_entry(entry) for entry in entries])


def remarks(example: Example) -> Iterator[str]:
    """Give back what must be known to understand an example, a sentence each."""
    if example.about:
        yield example.about
    if example.find and "/" not in example.file:
        yield f"The place is in {example.file}."
    if example.times > 1:
        yield f"The words stand there {example.times} times."
    if example.along:
        yield f"This brings out {' and '.join(example.along)} as well."


def legend(entry: CodeEntry) -> str:
    """Give back what the examples of an entry need to be understood; nothing where they show all that they mean."""
    gaps = any(GAP in example.no + example.yes for example in entry.examples)
    return f"The sign {GAP} stands for what is not shown." if gaps else ""


def _parts(entry: CodeEntry, *, first: bool) -> Iterator[RenderableType]:
    severity = entry.code.severity
    start = "" if first else "\n"
    yield Text.assemble(start, (entry.code.code, "bold cyan"), "  ", (severity, _STYLES[severity]))
    yield Text(entry.code.docs, style="bold")
    for title, words in (("Why it matters", entry.why), ("What to do", entry.mend)):
        yield Text.assemble("\n", (title, "bold"))
        yield Padding(Text(words.replace("`", "")), (0, 0, 0, 2))
    for example in entry.examples:
        yield Text("\nExample", style="bold")
        yield Padding(Group(*_example(example)), (0, 0, 0, 2))
    if words := legend(entry):
        yield Text(f"\n{words}", style="dim")


def _example(example: Example) -> Iterator[RenderableType]:
    if about := " ".join(remarks(example)):
        yield Text(about)
    for title, words, style in (("not so:", example.no, "red"), ("so:", example.yes, "green")):
        yield Text(title, style="dim")
        yield Padding(Text(words or "(nothing)", style=style), (0, 0, 0, 2))


def _json_entry(entry: CodeEntry) -> Json:
    return {
        "code": entry.code.code,
        "severity": entry.code.severity.value,
        "summary": entry.code.docs,
        "why": entry.why,
        "what_to_do": entry.mend,
        "examples": [_json_example(example) for example in entry.examples],
    }


def _json_example(example: Example) -> Json:
    return {
        "about": example.about or None,
        "file": example.file if example.find else None,
        "no": example.no,
        "yes": example.yes,
        "times": example.times,
        "along": list(example.along),
    }
