"""An encoded edition against one that was corrected by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tei_archive.api.editions import load_edition
from tei_archive.api.reports import ScoreReport
from tei_archive.errors import Location, TeiArchiveError
from tei_archive.scoring import FIGURES, compare, find_altered, read_items, shared_texts

__all__ = ["FIGURES", "MissedFloor", "find_missed", "score"]


@dataclass(frozen=True, slots=True)
class MissedFloor:
    """A figure that is lower than asked for."""

    figure: str
    value: float
    least: float


def score(edition: Path, gold: Path) -> ScoreReport:
    """Compare the edition in a folder with a corrected one of the same sources; nothing is written.

    Sources that the gold has no documents of are left out. Raises `ReadingError` where one of the two is no edition,
    a file cannot be read, or the two cannot be compared.
    """
    ours, theirs = load_edition(edition), load_edition(gold)
    texts = shared_texts(ours, theirs)
    return ScoreReport(
        edition,
        gold,
        compare(read_items(ours, texts), read_items(theirs, texts), texts),
        tuple(find_altered(ours, texts)),
        texts,
        tuple(source.name for source in ours.sources if source.name not in texts),
    )


def find_missed(report: ScoreReport, floors: Sequence[tuple[str, float]]) -> tuple[MissedFloor, ...]:
    """Give back the figures that are lower than asked for.

    Raises `TeiArchiveError` where the gold says nothing of a figure: what cannot be measured is not reached.
    """
    values = report.values
    for name, _ in floors:
        if name not in values:
            raise TeiArchiveError(
                f"{name} cannot be measured: the gold says nothing of it",
                Location(str(report.gold)),
                hint=f"there are {', '.join(name for name in FIGURES if name in values)}",
            )
    return tuple(MissedFloor(name, values[name], least) for name, least in floors if values[name] < least)
