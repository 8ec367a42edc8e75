"""What the results say together: means, the split, what is below the wanted, what has dropped, kinds of error."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import mean

from measure import Result, Scores
from volumes import FIGURES, LOOKED_AT, SET_ON, WANTED, WITHOUT_TITLES

from tei_archive.scoring import FIELDS, Kind

TOLERANCE = 0.0005

Committed = Mapping[str, Scores]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of words and figures with a heading, for the terminal and for a page alike."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def by_set(results: Sequence[Result]) -> Mapping[str, tuple[Result, ...]]:
    """Give back the results of each set, in the order in which the sets were measured."""
    names = dict.fromkeys(result.set for result in results)
    return {name: tuple(result for result in results if result.set == name) for name in names}


def means(results: Sequence[Result]) -> Scores:
    """Give back the mean of each figure over the volumes whose gold speaks of it."""
    values = {figure: [result.scores[figure] for result in results if figure in result.scores] for figure in FIGURES}
    return {figure: mean(found) for figure, found in values.items() if found}


def volumes_grid(name: str, results: Sequence[Result]) -> Grid:
    """Give back the figures of one set: a row a volume, and the mean."""
    rows = [(result.name, *_cells(result.scores), _kept(result), result.profile) for result in results]
    if len(results) > 1:
        rows.append(("mean", *_cells(means(results)), "", ""))
    title = WANTED[name].title if name in WANTED else name
    return Grid(title, ("volume", *_headings(), "lossless", "profile"), tuple(rows))


def split_grid(results: Sequence[Result]) -> Grid:
    """Give back the means of the volumes that weights are set on, of those only looked at, and the gap."""
    groups: tuple[tuple[str, Callable[[Result], bool]], ...] = (
        ("schnitzler, titled", lambda result: result.set == "schnitzler"),
        ("all with titles", lambda result: not result.set.endswith(WITHOUT_TITLES)),
        ("all", lambda _: True),
    )
    rows = [row for title, chosen in groups for row in _split(title, list(filter(chosen, results)))]
    return Grid("Weights set on, and only looked at", ("volumes", "group", *_headings()), tuple(rows))


def wanted_grid(results: Sequence[Result]) -> Grid:
    """Give back each figure that is wanted, with what was measured."""
    rows = tuple(
        (title, figure, f"{least:g}", f"{found:.4f}", "" if found >= least else "below the wanted")
        for title, figure, least, found in _wanted(results)
    )
    return Grid("Wanted and measured", ("of", "figure", "wanted", "measured", ""), rows)


def errors_grid(results: Sequence[Result]) -> Grid:
    """Give back how often each kind of error was made in each set."""
    sets = by_set(results)
    # The gold texts know one number, whichever of the two it is.
    figures = ("boundary", "exact", *(field for field in FIELDS if field != "edition_number"), "reply_to")
    rows = []
    for figure in figures:
        for kind in Kind:
            counts = [sum(result.errors.get((figure, kind.value), 0) for result in found) for found in sets.values()]
            if any(counts):
                rows.append((figure, kind.value, *(str(count or "") for count in counts)))
    return Grid("Kinds of error", ("figure", "kind", *sets), tuple(rows))


def drops(results: Sequence[Result], committed: Committed) -> Iterator[str]:
    """Say which figures are lower than the committed ones."""
    for result in results:
        for figure, before in committed.get(result.name, {}).items():
            now = result.scores.get(figure, 0.0)
            if now < before - TOLERANCE:
                yield f"{result.name}: {figure} dropped from {before:.4f} to {now:.4f}"


def losses(results: Sequence[Result]) -> Iterator[str]:
    """Say where the text of documents is not that of the source, and what could not be segmented at all."""
    for result in results:
        if result.failure:
            yield f"{result.name}: {result.failure}"
        if result.differ:
            yield f"{result.name}: the text of {result.differ} documents differs from the source"


def below_wanted(results: Sequence[Result]) -> Iterator[str]:
    """Say which figures are below the wanted."""
    for title, figure, least, found in _wanted(results):
        if found < least:
            yield f"{title}: {figure} {found:.4f}, wanted {least:g}"


def _wanted(results: Sequence[Result]) -> Iterator[tuple[str, str, float, float]]:
    for name, found in by_set(results).items():
        wanted, average = WANTED[name], means(found)
        title = f"{wanted.title}, mean" if len(found) > 1 else wanted.title
        for figure, least in wanted.mean.items():
            if figure in average:
                yield title, figure, least, average[figure]
        for figure, least in wanted.each.items():
            for result in found:
                yield result.name, figure, least, result.scores[figure]


def _split(title: str, results: Sequence[Result]) -> Iterator[tuple[str, ...]]:
    ours = means([result for result in results if result.name in SET_ON])
    others = means([result for result in results if result.name in LOOKED_AT])
    gap = {figure: ours[figure] - others[figure] for figure in FIGURES if figure in ours and figure in others}
    if gap:
        yield title, "set on", *_cells(ours)
        yield title, "looked at", *_cells(others)
        yield title, "gap", *(f"{gap[figure]:+.4f}" if figure in gap else "" for figure in FIGURES)


def _headings() -> tuple[str, ...]:
    return tuple(figure.replace("reply_precision", "reply P") for figure in FIGURES)


def _cells(scores: Scores) -> tuple[str, ...]:
    return tuple(f"{scores[figure]:.4f}" if figure in scores else "" for figure in FIGURES)


def _kept(result: Result) -> str:
    return f"{result.documents - result.differ}/{result.documents}"
