"""Running a command again whenever a file changes, until somebody interrupts it."""

from collections.abc import Callable, Iterable
from pathlib import Path

# Milliseconds after which the watcher looks up, though nothing has changed.
_WAKING = 200


def run_on_change(paths: Iterable[Path], run: Callable[[], object]) -> None:
    """Run at once, and again after each change below the paths; changes that come together count once.

    Ends with the interrupt of the user, which is left to the caller.
    """
    from watchfiles import watch  # noqa: PLC0415 - of no use to all other runs

    if not (there := [path for path in paths if path.exists()]):
        run()  # which says that nothing is there
        return
    changes = watch(*there, rust_timeout=_WAKING, yield_on_timeout=True)
    next(changes)  # from here on no change is missed, not even one while the first run lasts
    run()
    for changed in changes:
        if changed:
            run()
