"""Chains of replies: as trees for a terminal, and for machines."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text
from rich.tree import Tree

from tei_archive.api import ChainsReport
from tei_archive.model import Agent, ContextRef, Document, Unresolved, answers, days_between
from tei_archive.reporting.json_text import Json, json_text
from tei_archive.reporting.words import LEGEND, SIGNS, counted, shorten, visible

_LONGEST_NAME = 24
# A tree goes on as a new one where it would leave too little room at 80 columns.
_DEEPEST = 6


def chains_report(report: ChainsReport) -> RenderableType:
    """Give back every chain as a tree, then what cannot be true, then what is left open."""
    return Group(*_parts(report))


def chains_json(report: ChainsReport) -> str:
    """Give back one JSON object: the chains, each document before what answers it, and what cannot be true."""
    found: dict[str, Json] = {
        "documents": len(report.trees.documents),
        "chains": [[_document_json(id_, report) for id_ in chain] for chain in report.chains],
        "circles": [list(circle) for circle in report.circles],
        "too_early": [{"reply": reply, "answered": answered} for reply, answered in report.early],
        "unresolved": {reason.value: number for reason, number in sorted(report.unresolved.items())},
        "outside": report.outside,
    }
    return json_text(found)


def _parts(report: ChainsReport) -> Iterator[RenderableType]:
    documents = counted(len(report.trees.documents), "document")
    chains = counted(len(report.chains), "chain")
    yield Text(f"{documents}, {chains} of at least {report.minimum}", style="bold")
    for chain in report.chains:
        yield Text()
        yield from _trees(chain[0], report)
    if not report.clean:
        yield Text("\nCannot be true", style="bold yellow")
    for circle in report.circles:
        yield Text(f"  these answer one another in a circle: {' → '.join(circle)}")
    for reply, answered in report.early:
        yield Text(f"  {reply} ({_date(reply, report)}) answers {answered} ({_date(answered, report)})")
    yield Text(f"\n{_open(report)}")
    if report.chains:
        yield Text(LEGEND, style="dim")


def _trees(first: str, report: ChainsReport) -> Iterator[Tree]:
    """A chain as a tree; what lies too deep follows as a tree of its own."""
    waiting = [first]
    while waiting:
        start = waiting.pop(0)
        tree = Tree(_label(start, report), guide_style="dim")
        branches = [(tree, start, 1)]
        while branches:
            branch, id_, depth = branches.pop(0)
            for reply in report.trees.replies[id_]:
                if depth == _DEEPEST and report.trees.replies[reply]:
                    branch.add(Text.assemble(_label(reply, report), (" (goes on below)", "dim")))
                    waiting.append(reply)
                else:
                    branches.append((branch.add(_label(reply, report)), reply, depth + 1))
        yield tree


def _label(id_: str, report: ChainsReport) -> Text:
    document = report.trees.documents[id_]
    refs = report.trees.answered[id_]
    names = f"{_names(document.senders)} → {_names(document.addressees)}"
    text = Text.assemble((id_, "cyan"), f"  {_date(id_, report)}  {names}")
    for words, style in _remarks(document, refs, report):
        text.append(f"  {visible(words)}", style=style)
    return text


def _remarks(document: Document, refs: tuple[ContextRef, ...], report: ChainsReport) -> Iterator[tuple[str, str]]:
    targets = [ref.target for ref in refs if ref.target]
    if targets and document.id in report.trees.replies[targets[0]]:
        yield f"{_interval(document, refs[0], report)}{SIGNS[refs[0].certainty]}", "dim"
        if targets[1:]:
            yield f"also answers {', '.join(targets[1:])}", "dim"
    elif targets:
        yield f"answers {', '.join(targets)}", "dim"
    if any(document.id == reply for reply, _ in report.early):
        yield "older than what it answers", "yellow"
    if number := _unresolved(document):
        yield f"{number} open", "dim"


def _interval(document: Document, ref: ContextRef, report: ChainsReport) -> str:
    days = _days(document, ref, report)
    if days is None:
        return "days not known"
    if days == 0:
        return "the same day"
    return f"{counted(abs(days), 'day')} {'later' if days > 0 else 'earlier'}"


def _days(document: Document, ref: ContextRef, report: ChainsReport) -> int | None:
    answered = report.trees.documents[ref.target].date if ref.target else None
    date = document.date
    return days_between(answered.value if answered else None, date.value if date else None)


def _date(id_: str, report: ChainsReport) -> str:
    date = report.trees.documents[id_].date
    return f"{date.value.edtf}{SIGNS[date.certainty]}" if date else "no date"


def _names(agents: tuple[Agent, ...]) -> str:
    return ", ".join(shorten(visible(agent.label), _LONGEST_NAME) for agent in agents) or "-"


def _unresolved(document: Document) -> int:
    return sum(ref.reason is not None for ref in answers(document))


def _open(report: ChainsReport) -> str:
    total = sum(report.unresolved.values())
    reasons = ", ".join(f"{reason.value.replace('-', ' ')} {number}" for reason, number in _often(report))
    answered = f"Answered, but not found: {total}{f' ({reasons})' if reasons else ''}"
    return f"{answered}; in other editions: {report.outside}" if report.outside else answered


def _often(report: ChainsReport) -> list[tuple[Unresolved, int]]:
    return sorted(report.unresolved.items(), key=lambda entry: (-entry[1], entry[0]))


def _document_json(id_: str, report: ChainsReport) -> Json:
    document = report.trees.documents[id_]
    refs = report.trees.answered[id_]
    return {
        "id": id_,
        "title": document.title,
        "date": document.date.value.edtf if document.date else None,
        "from": [agent.label for agent in document.senders],
        "to": [agent.label for agent in document.addressees],
        "answers": [{"target": ref.target, "cert": ref.certainty.value, "text": ref.label} for ref in refs],
        "days": _days(document, refs[0], report) if refs else None,
        "unresolved": _unresolved(document),
    }
