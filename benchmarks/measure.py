"""Measure one volume: segment it as a beginner would, score the table, count the kinds of error."""

import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from gold import read_gold
from volumes import FIGURES, SCORE, Volume

from tei_archive import api
from tei_archive.errors import TeiArchiveError
from tei_archive.exporting import CsvTables
from tei_archive.scoring import Comparison, Item, compare, read_items

Scores = Mapping[str, float]
ErrorKind = tuple[str, str]

_ROUNDED = 0.0001  # the program gives four digits


@dataclass(frozen=True, slots=True)
class Result:
    """One volume: figures, those that the gold says nothing of left out; documents; what went wrong how often."""

    set: str
    name: str
    profile: str
    scores: Scores
    documents: int
    gold: int
    differ: int
    errors: Mapping[ErrorKind, int]
    disagreements: tuple[str, ...] = ()
    failure: str | None = None


def measure(volume: Volume) -> Result:
    """Segment and export one volume with no settings at all, and compare the table with the gold.

    A volume that cannot be segmented or exported has no documents, and its result says why.
    """
    with tempfile.TemporaryDirectory() as temporary:
        edition = Path(temporary) / "edition"
        table = edition / "letters.csv"
        texts: Mapping[str, str] = {volume.raw.name: volume.raw.read_text(encoding="utf-8")}
        said: tuple[Item, ...] = ()
        profile, failure, documents = _segment(volume, edition, table)
        if documents:
            texts, said = _read(edition)
        else:
            table.parent.mkdir(exist_ok=True)
            table.write_text("id,start,end\n", encoding="utf-8")
        found = _score(volume, table, edition / "tei")
    compared = compare(said, read_gold(volume.gold, volume.raw.name, volume.replies), texts)
    return Result(
        volume.set,
        volume.name,
        profile,
        dict(_figures(found)),
        found["documents"]["predicted"],
        found["documents"]["gold"],
        found["lossless"]["differ"],
        dict(Counter((difference.figure, difference.kind.value) for difference in compared.differences)),
        tuple(_disagreements(found, compared)),
        failure,
    )


def _segment(volume: Volume, edition: Path, table: Path) -> tuple[str, str | None, int]:
    """The profile that was chosen, or why there is no table of the volume, and the number of documents in the table."""
    try:
        report = api.segment([volume.raw], edition)
        if report.edition.documents:
            api.export(CsvTables(spreadsheet_safe=False), edition, table)
    except TeiArchiveError as error:
        return "", error.message, 0
    return report.profile, None, len(report.edition.documents)


def _read(folder: Path) -> tuple[Mapping[str, str], tuple[Item, ...]]:
    """The same documents for our own comparison, which knows the kinds of error as well."""
    edition = api.load_edition(folder)
    texts = {source.name: source.text for source in edition.sources}
    return texts, read_items(edition, texts)


def _score(volume: Volume, table: Path, tei: Path) -> Mapping[str, Mapping[str, float]]:
    command = [sys.executable, str(SCORE), str(table), str(volume.gold), "--raw", str(volume.raw), "--tei", str(tei)]
    replies = ["--replies", str(volume.replies)] if volume.replies else []
    done = subprocess.run([*command, *replies, "--json"], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def _figures(found: Mapping[str, Mapping[str, float] | float]) -> Iterator[tuple[str, float]]:
    for name in FIGURES:
        figure = found.get("reply_to" if name == "reply_precision" else name)
        if figure is not None:
            key = "p" if name == "reply_precision" else "f1"
            yield name, figure[key] if isinstance(figure, Mapping) else figure


def _disagreements(found: Mapping[str, Mapping[str, float] | float], compared: Comparison) -> Iterator[str]:
    """Where `tei-archive score` measures something else than the scoring program beside the checkout.

    For `exact` the program looks at the last letters of a document alone, so that a formula which comes twice may end
    both. Ours compares the places, and may be lower.
    """
    ours = {name: figure.f1 for name, figure in compared.figures.items()} | {"pq": compared.pq}
    for name in FIGURES:
        figure = found.get(name)
        theirs = figure["f1"] if isinstance(figure, Mapping) else figure
        if theirs is None or name not in ours:
            continue
        higher = ours[name] - theirs
        if higher > _ROUNDED or (higher < -_ROUNDED and name != "exact"):
            yield f"{name}: {theirs} by the scoring program, {ours[name]:.4f} by ours"
