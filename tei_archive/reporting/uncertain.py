"""The least certain decisions: as a list, in the lines of their source, and for machines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from tei_archive.api import LeastCertain
from tei_archive.model import BOUNDARY, Decision, Source
from tei_archive.reporting.context import context, line_of, place_of
from tei_archive.reporting.json_text import Json, json_text
from tei_archive.reporting.words import counted, shorten, visible

_LONGEST = 60
_IN_A_ROW = 30
_LEAST = 0.01


def uncertain_table(decisions: Sequence[Decision], sources: Mapping[str, Source]) -> RenderableType:
    """Give back a row a decision: its doubt, document and field, what was decided, and what came second.

    `sources` holds the source of each document, by its id.
    """
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True, style="cyan")
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for decision in decisions:
        outcome = _outcome(decision, sources[decision.document])
        table.add_row(Text(doubt_words(decision)), Text(decision.document), Text(decision.field), outcome)
    return table


def uncertain_report(found: LeastCertain) -> RenderableType:
    """Give back the least certain decisions in the lines of their source."""
    return Group(*_parts(found))


def uncertain_report_json(found: LeastCertain) -> str:
    """Give back the least certain decisions as one JSON object, each with file and line."""
    decisions: list[Json] = [
        {**uncertain_json(decision), "file": source.name, "line": line_of(decision.words.start, source.text)}
        for decision, source in found.decisions
    ]
    return json_text({"decisions": decisions, "total": found.total})


def uncertain_json(decision: Decision) -> dict[str, Json]:
    """Give back a decision with its doubt, its margin and what it rests on."""
    return {
        "document": decision.document,
        "field": decision.field,
        "value": decision.value,
        "start": decision.words.start,
        "end": decision.words.end,
        "rule": decision.rule,
        "score": decision.score,
        "runner_up": decision.runner_up,
        "margin": decision.margin,
        "doubt": round(decision.doubt, 6),
        "evidence": evidence_json(decision),
    }


def evidence_json(decision: Decision) -> Json:
    """Give back what the score of a decision is made of."""
    return [{"what": what, "weight": weight} for what, weight in decision.evidence]


def doubt_words(decision: Decision) -> str:
    """Give back the doubt with two decimals."""
    return f"{decision.doubt:.2f}" if decision.doubt >= _LEAST else f"<{_LEAST}"


def evidence_words(decision: Decision) -> str:
    """Give back what the score is made of, the weightiest first; nothing where the ledger does not say."""
    weighty = sorted(decision.evidence, key=lambda part: -abs(part[1]))
    return ", ".join(f"{visible(what)} {weight:+g}" for what, weight in weighty)


def _outcome(decision: Decision, source: Source) -> Text:
    """The value with its runner-up; of a boundary the line, since that a document may begin there or not is clear."""
    if decision.field == BOUNDARY:
        line = line_of(decision.words.start, source.text)
        return Text(f"line {line}: {visible(shorten(decision.words.cut(source.text), _IN_A_ROW))}")
    value = visible(shorten(decision.value, _IN_A_ROW)) or "left open"
    other = f" (or: {visible(shorten(decision.runner_up, _IN_A_ROW))})" if decision.runner_up else ""
    return Text.assemble(value, (other, "dim"))


def _parts(found: LeastCertain) -> Iterator[RenderableType]:
    if not found.decisions:
        yield Text("The ledger has no decision on a document of this edition.")
        return
    of_all = f"the {len(found.decisions)} least certain of {counted(found.total, 'decision')}"
    yield Text(f"{of_all[0].upper()}{of_all[1:]}, boundaries first", style="bold")
    for decision, source in found.decisions:
        value = visible(shorten(decision.value, _LONGEST)) or "left open"
        yield Text.assemble(
            "\n", (decision.document, "cyan"), "  ", (decision.field, "bold cyan"), "  ", (value, "bold")
        )
        yield Padding(Group(*_reasons(decision, source, found), *context(decision.words, source.text)), (0, 0, 0, 2))


def _reasons(decision: Decision, source: Source, found: LeastCertain) -> Iterator[Text]:
    yield Text(f"doubt {doubt_words(decision)}, rule {decision.rule}, {place_of(decision.words, source)}")
    if about := found.rules.get(decision.rule):
        yield Text(visible(about), style="italic")
    if evidence := evidence_words(decision):
        yield Text(f"evidence: {evidence}")
    if decision.runner_up is not None:
        yield Text(f"runner-up: {visible(decision.runner_up)}, behind by {decision.margin:g}", style="dim")
