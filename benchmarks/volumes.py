"""What is measured: the gold texts beside the checkout by set, which of them weights are set on, what is wanted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
SCORE = SHARED / "tools" / "score.py"

FIGURES = (
    "boundary",
    "exact",
    "pq",
    "sender",
    "addressee",
    "date",
    "place",
    "number",
    "reply_to",
    "reply_precision",
)

# The errors in these were read while rules and weights were made. Of all other volumes only the figures were looked at.
SET_ON = frozenset(
    {
        "frus1861",
        "frus1882",
        "frus1914-20v02",
        "frus1936v03",
        "frus1948v05p1",
        "frus1961-63v06",
        "chronological-1890-1894",
        "correspondence-brandes-bahr-nohead",
        "lettres-0001-0200",
    }
)
LOOKED_AT = frozenset({"chronological-1906-1908", "correspondence-brandes-bahr"})
WITHOUT_TITLES = "-nohead"

_SETS = ("seed", "specimens", "frus", "schnitzler", "pec")
# Weights are set on all of these.
_SMALL_SETS = frozenset({"seed", "specimens"})


@dataclass(frozen=True, slots=True, order=True)
class Volume:
    """One text with its gold, and the hand-marked reply links where there are any."""

    set: str
    name: str
    raw: Path
    gold: Path
    replies: Path | None

    @property
    def is_set_on(self) -> bool:
        """Whether weights are set on it."""
        return self.set in _SMALL_SETS or self.name in SET_ON


@dataclass(frozen=True, slots=True)
class Wanted:
    """The figures wanted of the mean of a set, and of each volume in it."""

    title: str
    mean: Mapping[str, float]
    each: Mapping[str, float] = field(default_factory=dict)


_SMALL = ("boundary", "exact", "pq", "sender", "addressee", "date", "place", "number", "reply_to")
_TITLED = {"boundary": 0.98, "pq": 0.96, "sender": 0.98, "addressee": 0.98, "date": 0.97}

WANTED: Mapping[str, Wanted] = MappingProxyType(
    {
        "seed": Wanted("seed", dict.fromkeys(_SMALL, 1.0)),
        "specimens": Wanted("specimens", {"boundary": 0.98, "sender": 0.95, "addressee": 0.95, "date": 0.98}),
        "frus": Wanted(
            "frus",
            {
                "boundary": 0.985,
                "pq": 0.96,
                "sender": 0.97,
                "addressee": 0.97,
                "date": 0.97,
                "number": 0.95,
                "reply_to": 0.85,
                "reply_precision": 0.95,
            },
            {"boundary": 0.95},
        ),
        "schnitzler": Wanted("schnitzler, titled", {}, _TITLED),
        "schnitzler-nohead": Wanted("schnitzler, without titles", {"boundary": 0.75, "pq": 0.70}),
        "pec": Wanted(
            "pec", {"boundary": 0.93, "pq": 0.90, "sender": 0.93, "addressee": 0.93, "date": 0.95, "number": 0.93}
        ),
    }
)


def find_volumes() -> tuple[Volume, ...]:
    """Give back all volumes, set by set in the order of the table, by name within a set."""
    return tuple(_volume(name, raw) for name in _SETS for raw in sorted((SHARED / "gold" / name / "raw").glob("*.txt")))


def _volume(folder: str, raw: Path) -> Volume:
    replies = SHARED / "gold" / "replies" / f"{raw.stem}.json"
    return Volume(
        f"{folder}{WITHOUT_TITLES}" if raw.stem.endswith(WITHOUT_TITLES) else folder,
        raw.stem,
        raw,
        raw.parent.parent / "gold" / f"{raw.stem}.json",
        replies if replies.is_file() else None,
    )
