"""`ledger.jsonl` ↔ decisions: what the segmenter decided, one JSON object a line.

The margin is written for the reader of the file; when the ledger is read, it follows from the scores.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from tei_archive.errors import Location, ReadingError
from tei_archive.model import Decision, Span


def write_ledger(decisions: Iterable[Decision]) -> bytes:
    """Give back the content of the ledger, in the order of the decisions."""
    return "".join(_line(decision) + "\n" for decision in decisions).encode("utf-8")


def read_ledger(path: Path) -> tuple[Decision, ...]:
    """Read a ledger. Raises `ReadingError` where it is missing or is not what `write_ledger` writes."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ReadingError(
            f"cannot be read: {_reason(error)}", Location(str(path)), hint="`tei-archive segment` writes it"
        ) from error
    return tuple(_decision(line, Location(str(path), number)) for number, line in enumerate(lines, 1) if line)


def _reason(error: OSError | UnicodeDecodeError) -> str:
    return error.strerror or "unknown cause" if isinstance(error, OSError) else "it is not UTF-8"


def _line(decision: Decision) -> str:
    entry = {
        "document": decision.document,
        "field": decision.field,
        "value": decision.value,
        "words": [decision.words.start, decision.words.end],
        "rule": decision.rule,
        "score": decision.score,
        "runner_up": decision.runner_up,
        "runner_up_rule": decision.runner_up_rule,
        "runner_up_score": decision.runner_up_score,
        "margin": decision.margin,
        "evidence": [{"what": what, "weight": weight} for what, weight in decision.evidence],
    }
    return json.dumps(entry, ensure_ascii=False)


def _decision(line: str, where: Location) -> Decision:
    try:
        entry = json.loads(line)
        start, end = entry["words"]
        return Decision(
            document=_text(entry, "document"),
            field=_text(entry, "field"),
            value=_text(entry, "value"),
            words=Span(int(start), int(end)),
            rule=_text(entry, "rule"),
            score=float(entry["score"]),
            runner_up=_optional(entry, "runner_up"),
            runner_up_rule=_optional(entry, "runner_up_rule"),
            runner_up_score=None if entry.get("runner_up_score") is None else float(entry["runner_up_score"]),
            evidence=tuple((_text(part, "what"), float(part["weight"])) for part in entry.get("evidence", ())),
        )
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise ReadingError(
            "not a line of a ledger", where, hint="run `tei-archive segment` again; it writes the ledger anew"
        ) from error


def _text(entry: Mapping[str, object], key: str) -> str:
    value = entry[key]
    if not isinstance(value, str):
        raise TypeError(f"{key} is not a text")
    return value


def _optional(entry: Mapping[str, object], key: str) -> str | None:
    return None if entry.get(key) is None else _text(entry, key)
