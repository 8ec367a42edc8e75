"""Gold texts as `tei_archive.scoring` compares them."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tei_archive.model import Span
from tei_archive.scoring import Item, Value

_FIELDS = {"sender": "sender", "addressee": "recipient", "date": "date", "place": "place", "number": "number"}


def read_gold(path: Path, source: str, replies: Path | None = None) -> tuple[Item, ...]:
    """Give back the documents of a gold file; reply links come from a file of their own where there is one."""
    entries = json.loads(path.read_text(encoding="utf-8"))
    links = _links(entries, json.loads(replies.read_text(encoding="utf-8")) if replies else None)
    return tuple(
        Item(
            entry["id"],
            source,
            Span(entry["start"], entry["end"]),
            entry.get("heading_start"),
            tuple(Span(span["start"], span["end"]) for span in entry.get("enclosures") or ()),
            {name: _value(entry[key]) for name, key in _FIELDS.items() if entry.get(key)},
            links.get(entry["id"]),
        )
        for entry in entries
    )


def _links(entries: list[dict[str, Any]], replies: dict[str, Any] | None) -> Mapping[str, tuple[str, ...]]:
    """The links of the documents that were read for them: those of the list, or all where any has some."""
    if replies:
        return {name: tuple(replies["reply_to"].get(name) or ()) for name in replies["scanned"]}
    if all(entry.get("reply_to") is None for entry in entries):
        return {}
    return {entry["id"]: tuple(entry.get("reply_to") or ()) for entry in entries}


def _value(found: str | list[str]) -> Value:
    return Value(tuple(found) if isinstance(found, list) else (found,))
