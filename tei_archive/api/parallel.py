"""Checking with several processes: they run the schemas, and this one takes over what they have found."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from tei_archive.errors import TeiArchiveError
from tei_archive.validating import Batch, Given, Memory

# Fewer files than this a process are done before it has started.
_FEWEST = 4


@dataclass(frozen=True, slots=True)
class Effort:
    """With how many processes the schemas are run, and whether what they find is kept from run to run."""

    jobs: int = 1
    remembers: bool = True


@contextmanager
def check_ahead(batch: Batch, jobs: int) -> Iterator[None]:
    """Run the schemas of a batch with so many processes, while this one does the rest; it then waits for them."""
    parts = min(jobs, len(batch.given) // _FEWEST)
    if parts < 2:
        yield
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  # of no use to one process
    from multiprocessing import get_context  # noqa: PLC0415

    # A fresh interpreter for each: what this process has open or has started stays its own.
    with ProcessPoolExecutor(parts, mp_context=get_context("spawn")) as pool:
        tasks = [pool.submit(_check, _part(batch, batch.given[part::parts])) for part in range(parts)]
        batch.memory.expect(task.result for task in tasks)
        yield


def _part(batch: Batch, given: tuple[Given, ...]) -> Batch:
    return replace(batch, given=given, memory=batch.memory.fresh())


def _check(batch: Batch) -> Memory:
    from tei_archive.validating.layers import check_against_schemas  # noqa: PLC0415  # the other process needs it

    try:
        return check_against_schemas(batch)
    except TeiArchiveError:
        return batch.memory  # the run itself meets it again, and tells it
