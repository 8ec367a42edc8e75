"""The tables of a profile file, checked and merged with those of the profile it extends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from math import isfinite
from typing import TypeGuard

from tei_archive.profile.date_words import DateWord

RULE_TABLES = ("label", "agent", "date", "mention", "office", "mark")
_WORD_TABLES = ("words", "kinds", "records", "fragments", "places", "dates", "common")
KNOWN_TABLES = ("profile", "weights", "untitled", "months", "gregorian_since", *_WORD_TABLES, *RULE_TABLES)
HEAD_KEYS = ("name", "title", "language", "extends", "typical", "signature", "dating", "leaves_out")

Entry = Mapping[str, object]


class TableError(ValueError):
    """A table that is not what it must be."""


@dataclass(frozen=True, slots=True)
class Tables:
    """A profile file as plain tables: rules by table and id, in the order of the file."""

    head: Mapping[str, str]
    words: Mapping[str, tuple[str, ...]]
    kinds: Mapping[str, str]
    records: Mapping[str, str]
    fragments: Mapping[str, str]
    places: Mapping[str, tuple[str, ...]]
    months: Mapping[str, int]
    weights: Mapping[str, float]
    untitled: Mapping[str, float]
    dates: Mapping[str, tuple[str, ...]]
    common: Mapping[str, tuple[str, ...]]
    gregorian_since: Mapping[str, date]
    rules: Mapping[str, Mapping[str, Entry]]


def check_tables(raw: Mapping[str, object]) -> Tables:
    """Check what a TOML file holds. Raises `TableError` naming the table and the key."""
    for name in raw:
        if name not in KNOWN_TABLES:
            raise TableError(f"unknown table [{name}]; known: {', '.join(KNOWN_TABLES)}")
    return Tables(
        head=_texts("profile", raw.get("profile", {})),
        words=_lists("words", raw.get("words", {})),
        kinds=_kinds("kinds", raw.get("kinds", {})),
        records=_kinds("records", raw.get("records", {})),
        fragments=_texts("fragments", raw.get("fragments", {})),
        places=_lists("places", raw.get("places", {})),
        months=_months(raw.get("months", {})),
        weights=_numbers("weights", raw.get("weights", {})),
        untitled=_numbers("untitled", raw.get("untitled", {})),
        dates=_dates(raw.get("dates", {})),
        common=_lists("common", raw.get("common", {})),
        gregorian_since=_days("gregorian_since", raw.get("gregorian_since", {})),
        rules={name: _rules(name, raw.get(name, [])) for name in RULE_TABLES},
    )


def extend(base: Tables, own: Tables) -> Tables:
    """Add a profile to the one it extends: words are added, rules and fragments of the same name replaced.

    New rules stand before those of the extended profile: of agents and dates the first that fits is taken, and the
    general ones fit almost anything. Rules that the profile leaves out are not inherited.
    """
    left_out = own.head.get("leaves_out", "").split()
    return Tables(
        head=own.head,
        words=_add(base.words, own.words),
        kinds={**base.kinds, **own.kinds},
        records={**base.records, **own.records},
        fragments={**base.fragments, **own.fragments},
        places=_add(base.places, own.places),
        months={**base.months, **own.months},
        weights={**base.weights, **own.weights},
        untitled={**base.untitled, **own.untitled},
        dates=_add(base.dates, own.dates),
        common=_add(base.common, own.common),
        gregorian_since={**base.gregorian_since, **own.gregorian_since},
        rules={name: _before(_without(base.rules[name], left_out), own.rules[name]) for name in RULE_TABLES},
    )


def is_texts(value: object) -> TypeGuard[list[str]]:
    """Say whether a value is a list of texts."""
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def is_number(value: object) -> TypeGuard[float]:
    """Say whether a value is a number that one can reckon with: TOML also has `inf`, `nan`, `true` and `false`."""
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)


def _without(rules: Mapping[str, Entry], left_out: Sequence[str]) -> dict[str, Entry]:
    return {id_: entry for id_, entry in rules.items() if not any(fnmatchcase(id_, name) for name in left_out)}


def _before(base: Mapping[str, Entry], own: Mapping[str, Entry]) -> dict[str, Entry]:
    new = {id_: entry for id_, entry in own.items() if id_ not in base}
    return {**new, **base, **own}


def _add(base: Mapping[str, tuple[str, ...]], own: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return {name: (*base.get(name, ()), *own.get(name, ())) for name in {**base, **own}}


def _texts(table: str, value: object) -> dict[str, str]:
    if not isinstance(value, dict) or not all(isinstance(item, str) for item in value.values()):
        raise TableError(f"[{table}] must hold texts")
    return dict(value)


def _kinds(table: str, value: object) -> dict[str, str]:
    kinds = _texts(table, value)
    for kind in kinds.values():
        if not kind or " " in kind:
            hint = "-".join(kind.split()) or "note"
            raise TableError(f"[{table}] has {kind!r}, which TEI cannot have as a kind; write one word: {hint}")
    return kinds


def _lists(table: str, value: object) -> dict[str, tuple[str, ...]]:
    if not isinstance(value, dict) or not all(is_texts(item) for item in value.values()):
        raise TableError(f"[{table}] must hold lists of texts")
    return {name: tuple(item) for name, item in value.items()}


def _months(value: object) -> dict[str, int]:
    if not isinstance(value, dict) or not all(
        type(number) is int and number in range(1, 13) for number in value.values()
    ):
        raise TableError("[months] must hold numbers from 1 to 12")
    return dict(value)


def _numbers(table: str, value: object) -> dict[str, float]:
    if not isinstance(value, dict) or not all(map(is_number, value.values())):
        raise TableError(f"[{table}] must hold numbers")
    return {name: float(number) for name, number in value.items()}


def _dates(value: object) -> dict[str, tuple[str, ...]]:
    lists = _lists("dates", value)
    for key in lists:
        if key not in set(DateWord):
            raise TableError(f"[dates] has an unknown key {key}; known: {', '.join(DateWord)}")
    return lists


def _days(table: str, value: object) -> dict[str, date]:
    if not isinstance(value, dict) or not all(type(day) is date for day in value.values()):
        raise TableError(f"[{table}] must hold days, without quotation marks: 1918-02-14")
    return dict(value)


def _rules(table: str, value: object) -> dict[str, Entry]:
    if not isinstance(value, list):
        raise TableError(f"write [[{table}]], with two brackets")
    rules: dict[str, Entry] = {}
    for entry in value:
        rule_id = entry.get("id") if isinstance(entry, dict) else None
        if not isinstance(rule_id, str):
            raise TableError(f"a [[{table}]] has no id")
        if rule_id in rules:
            raise TableError(f"two [[{table}]] have the id {rule_id}")
        rules[rule_id] = entry
    return rules
