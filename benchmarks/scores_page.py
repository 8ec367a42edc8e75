"""`docs/scores.md`: the figures as a page, the same bytes for the same figures."""

from collections.abc import Iterator, Sequence

from measure import Result
from summaries import Grid, by_set, errors_grid, split_grid, volumes_grid, wanted_grid

_INTRODUCTION = """\
# Scores

How often the segmenter is right on texts that somebody has segmented by hand, with the default profile (`auto`) and no
settings. This page is written by

```sh
make score
```

which needs the gold texts beside the checkout (a folder `shared`). It segments each text in a temporary folder, exports
the letters table, and lets the scoring program that comes with the gold texts compare the two. `tei-archive score`
measures the same on an edition of yours: [scoring](scoring.md) says what each figure means. All lie between 0 and 1,
and are F1, except pq (panoptic quality) and reply P (the precision of reply links).

`make score` fails where a figure drops by more than 0.0005 below that in `benchmarks/scores.json`, or where text is
lost. `.venv/bin/python benchmarks/score.py --write` puts the new figures there.

## By volume

An empty cell: the gold says nothing of it. Lossless counts the documents whose text is that of the source.
"""

_SPLIT = """\
In some volumes the errors were read while rules and weights were made; of the others, only the figures were looked at.
A gap tells how far the figures above flatter. Few volumes are left to the second group, so this says little of a text
that was never seen at all. Seed and specimens are in neither: they are too small to weigh as much as a volume.
"""

_WANTED = "Floors, not aims. A figure below its floor is said to be so, and the work goes on.\n"

_ERRORS = """\
A boundary is *merged* where a document stands inside another one, *left out* where it begins in none, *shifted* where
more than half of the text is right and the beginning is not; *extra* ones begin inside a document, in one of its
enclosures, or where the gold has no document. *Surplus* values stand where the gold has none; no figure counts them.
*Document not found* follows from the boundaries.
"""


def scores_page(results: Sequence[Result]) -> str:
    """Give back the page."""
    return "\n".join(_parts(results))


def _parts(results: Sequence[Result]) -> Iterator[str]:
    yield _INTRODUCTION
    for name, found in by_set(results).items():
        grid = volumes_grid(name, found)
        yield f"### {grid.title}\n"
        yield _table(grid)
    for text, grid in (
        (_SPLIT, split_grid(results)),
        (_WANTED, wanted_grid(results)),
        (_ERRORS, errors_grid(results)),
    ):
        yield f"## {grid.title}\n"
        yield text
        yield _table(grid)


def _table(grid: Grid) -> str:
    lines = (grid.columns, tuple("---" for _ in grid.columns), *grid.rows)
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
