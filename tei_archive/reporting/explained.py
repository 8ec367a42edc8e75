"""Why a document is what it is: each decision with its words, rule, score and runner-up."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from tei_archive.api import Explanation
from tei_archive.model import BOUNDARY, Certainty, Decision, Span
from tei_archive.reporting.context import context
from tei_archive.reporting.json_text import Json, json_text
from tei_archive.reporting.statements import statements
from tei_archive.reporting.uncertain import doubt_words, evidence_json, evidence_words
from tei_archive.reporting.words import shorten_middle, visible

_AROUND = 50
_LONGEST = 160


def explanation(found: Explanation) -> RenderableType:
    """Give back the explanation for a terminal."""
    return Group(*_parts(found))


def explanation_json(found: Explanation) -> str:
    """Give back the explanation as one JSON object; the words are given as text and as character range."""
    document: Json = {
        "document": found.document.id,
        "title": found.document.title,
        "source": found.source.name,
        "start": found.document.span.start,
        "end": found.document.span.end,
        "decisions": [_json_entry(decision, found) for decision in found.decisions],
        "by_hand": [{"field": field, "value": value} for field, value in _by_hand(found)],
    }
    return json_text(document)


def _parts(found: Explanation) -> Iterator[RenderableType]:
    document, span = found.document, found.document.span
    yield Text(f"{document.id}  {visible(document.title)}", style="bold")
    yield Text(f"{found.source.name}, characters {span.start} to {span.end}, status: {document.status}", style="dim")
    for decision in found.decisions:
        yield Text.assemble("\n", (decision.field, "bold cyan"), "  ", (visible(decision.value), "bold"))
        yield Padding(Group(*_reasons(decision, found)), (0, 0, 0, 2))
    if not found.decisions:
        yield Text("\nThe ledger says nothing of this document: `segment` did not make it.")
    by_hand = [Text(f"{field}  {visible(value)}") for field, value in _by_hand(found)]
    if by_hand:
        yield Text("\nEntered by hand", style="bold")
        yield Padding(Group(*by_hand), (0, 0, 0, 2))


def _reasons(decision: Decision, found: Explanation) -> Iterator[Text]:
    if decision.field == BOUNDARY:
        yield from context(decision.words, found.source.text)
    else:
        yield _excerpt(decision.words, found.source.text)
    certainty = _certainty(decision, found)
    sure = f", certainty {certainty}" if certainty else ""
    words = f"characters {decision.words.start} to {decision.words.end}"
    if about := found.rules.get(decision.rule):
        yield Text(visible(about), style="italic")
    yield Text(f"rule {decision.rule}, score {decision.score:g}{sure}, {words}")
    if evidence := evidence_words(decision):
        yield Text(f"evidence: {evidence}")
    if decision.runner_up is not None:
        second = f"{visible(decision.runner_up)}{_rank(decision)}"
        yield Text(f"runner-up: {second}, doubt {doubt_words(decision)}", style="dim")


def _rank(decision: Decision) -> str:
    rule = f"rule {decision.runner_up_rule}" if decision.runner_up_rule else ""
    score = f"score {decision.runner_up_score:g}" if decision.runner_up_score is not None else ""
    given = ", ".join(filter(None, (rule, score)))
    return f" ({given})" if given else ""


def _excerpt(words: Span, text: str) -> Text:
    """The words with a little of what stands around them; the quotation marks say where they begin and end."""
    return Text.assemble(
        (visible(_before(words, text)), "dim"),
        (f"»{visible(shorten_middle(words.cut(text), _LONGEST))}«", "bold underline"),
        (visible(_after(words, text)), "dim"),
    )


def _before(words: Span, text: str) -> str:
    """The end of what stands before, from the beginning of a word."""
    found = text[max(0, words.start - _AROUND) : words.start]
    return found if len(found) < _AROUND else "… " + found[found.find(" ") + 1 :]


def _after(words: Span, text: str) -> str:
    """The beginning of what stands after, to the end of a word."""
    found = text[words.end : words.end + _AROUND]
    return found if len(found) < _AROUND else found[: found.rfind(" ") + 1] + "…"


def _certainty(decision: Decision, found: Explanation) -> Certainty | None:
    """The certainty of the value that the rule read from these words, if it still stands in the document."""
    read = (statement for statement in statements(found.document) if statement.rule == decision.rule)
    return next((statement.certainty for statement in read if statement.words == decision.words), None)


def _by_hand(found: Explanation) -> tuple[tuple[str, str], ...]:
    return tuple((entry.field, entry.value) for entry in statements(found.document) if entry.by_hand)


def _json_entry(decision: Decision, found: Explanation) -> Json:
    return {
        "field": decision.field,
        "value": decision.value,
        "words": decision.words.cut(found.source.text),
        "start": decision.words.start,
        "end": decision.words.end,
        "rule": decision.rule,
        "about": found.rules.get(decision.rule),
        "score": decision.score,
        "certainty": certainty.value if (certainty := _certainty(decision, found)) else None,
        "runner_up": decision.runner_up,
        "runner_up_rule": decision.runner_up_rule,
        "runner_up_score": decision.runner_up_score,
        "margin": decision.margin,
        "doubt": round(decision.doubt, 6),
        "evidence": evidence_json(decision),
    }
