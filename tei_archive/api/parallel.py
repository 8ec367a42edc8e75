"""Checking with several processes: they run the schemas, and this one takes over what they have found."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from threading import active_count
from typing import TYPE_CHECKING

from tei_archive.errors import TeiArchiveError
from tei_archive.validating import Batch, Given, Memory

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

# Fewer files than this a process are done before it has started.
_FEWEST = 4
# So many files at most are given to a process at a time: what it has not begun with can still be taken from it.
_MOST_AT_A_TIME = 8


@dataclass(frozen=True, slots=True)
class Effort:
    """With how many processes the schemas are run, and whether what they find is kept from run to run."""

    jobs: int = 1
    remembers: bool = True


@contextmanager
def check_ahead(batch: Batch, jobs: int) -> Iterator[None]:
    """Have other processes run the schemas of a batch, while this one does the rest.

    They begin with the last files. This one, once it comes to the schemas, begins with the first, until they meet.
    """
    others = min(jobs, len(batch.given) // _FEWEST) - 1
    if others < 1:
        yield
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  # of no use to one process

    from tei_archive.validating.schema import read_schema  # noqa: PLC0415  # nor to a run that is remembered

    for schema in batch.schemas:
        read_schema(schema, batch.memory.fingerprint(schema))  # here once, and a copy of this process has it
    size = max(1, min(_MOST_AT_A_TIME, len(batch.given) // (4 * jobs)))
    parts = [_part(batch, batch.given[start : start + size]) for start in range(0, len(batch.given), size)]
    with ProcessPoolExecutor(others, mp_context=_context()) as pool:
        tasks = [pool.submit(_check, part) for part in reversed(parts)]
        for part, task in zip(parts, reversed(tasks), strict=True):
            batch.memory.expect(frozenset(given.path for given in part.given), task)
        try:
            yield
        finally:
            pool.shutdown(cancel_futures=True)  # where this process gives up, nobody wants the rest


def _context() -> BaseContext:
    """Choose how a process comes to be: as a copy of this one where that is safe, else as a fresh interpreter.

    A copy has loaded at once what this process has. It is safe on Linux, as long as this process has one thread: locks
    that other threads hold would never be let go of.
    """
    from multiprocessing import get_context  # noqa: PLC0415  # of no use to one process

    return get_context("fork" if sys.platform == "linux" and active_count() == 1 else "spawn")


def _part(batch: Batch, given: tuple[Given, ...]) -> Batch:
    return replace(batch, given=given, memory=batch.memory.fresh())


def _check(batch: Batch) -> Memory:
    from tei_archive.validating.sharing import check_against_schemas  # noqa: PLC0415  # the other process needs it

    try:
        return check_against_schemas(batch)
    except TeiArchiveError:
        return batch.memory  # the run itself meets it again, and tells it
