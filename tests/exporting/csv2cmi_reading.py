"""The columns of csv2cmi, and its settings, read back: names, conjectures, dates with their signs."""

import configparser
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from tei_archive.model import HistoricalDate, Reserve
from tei_archive.tei.dates import parse_date

COLUMNS = [
    "sender",
    "senderID",
    "senderPlace",
    "senderPlaceID",
    "senderDate",
    "senderDateText",
    "addressee",
    "addresseeID",
    "addresseePlace",
    "addresseePlaceID",
    "addresseeDate",
    "addresseeDateText",
    "edition",
    "key",
    "note",
]

_SIGNS = re.compile("[?~%]")


@dataclass(frozen=True)
class Name:
    text: str
    is_conjecture: bool
    address: str


@dataclass(frozen=True)
class Action:
    names: tuple[Name, ...]
    place: Name | None
    date: HistoricalDate | None
    date_text: str


@dataclass(frozen=True)
class Letter:
    sent: Action
    received: Action
    edition: str
    key: str
    note: str


def read_letter(row: Mapping[str, str], delimiter: str) -> Letter:
    sent, received = (_action(row, side, delimiter) for side in ("sender", "addressee"))
    return Letter(sent, received, row["edition"], row["key"], row["note"])


def read_date(cell: str) -> HistoricalDate | None:
    """The date in the Extended Date/Time Format, with `?` or `~` as its reserve."""
    signs = set(_SIGNS.findall(cell))
    plain = _SIGNS.sub("", cell)
    found = parse_date(_attributes(plain)) if plain else None
    reserve = Reserve.UNCERTAIN if "?" in signs else Reserve.APPROXIMATE if "~" in signs else Reserve.NONE
    return replace(found, reserve=reserve) if found else None


def read_settings(content: bytes) -> dict[str, dict[str, str]]:
    """The sections of the settings, with `%` and lower-case names as csv2cmi has them."""
    settings = configparser.ConfigParser()
    settings.read_string(content.decode("utf-8"))
    return {name: dict(settings[name]) for name in settings.sections()}


def _action(row: Mapping[str, str], side: str, delimiter: str) -> Action:
    names = row[side].split(delimiter)
    ids = row[f"{side}ID"].split(delimiter)
    addresses = [*ids, *[""] * (len(names) - len(ids))]
    place = row[f"{side}Place"]
    return Action(
        tuple(_name(name, address) for name, address in zip(names, addresses, strict=True)),
        _name(place, row[f"{side}PlaceID"]) if place else None,
        read_date(row[f"{side}Date"]),
        row[f"{side}DateText"],
    )


def _name(cell: str, address: str) -> Name:
    text = cell.strip()
    is_conjecture = text.startswith("[") and text.endswith("]")
    return Name(text[1:-1] if is_conjecture else text, is_conjecture, address.strip())


def _attributes(plain: str) -> dict[str, str]:
    if plain.startswith("["):
        first, last = plain[1:-1].split("..")
        return {"notBefore": first, "notAfter": last}
    if "/" in plain:
        first, last = plain.split("/")
        return {"from": first, "to": last}
    if "X" in plain:
        return _unspecified(plain)
    return {"when": plain}


def _unspecified(plain: str) -> dict[str, str]:
    """One day of a month, a year, a decade or a century."""
    year, *rest = plain.split("-")
    if rest and rest[0] != "XX":
        month = parse_date({"when": f"{year}-{rest[0]}"})
        assert month is not None
        return {"notBefore": month.earliest.isoformat(), "notAfter": month.latest.isoformat()}
    return {"notBefore": f"{year.replace('X', '0')}-01-01", "notAfter": f"{year.replace('X', '9')}-12-31"}
