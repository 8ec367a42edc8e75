"""Ctrl-C while the program is still being loaded."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType

INTERRUPTED = 130


@contextmanager
def leave_at_once() -> Iterator[None]:
    """Let Ctrl-C end the process without a word while the block runs: there is nothing yet to put in order.

    Nothing is changed where somebody else handles or ignores it, or outside the main thread.
    """
    ours = current_thread() is main_thread() and signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if ours:
        signal.signal(signal.SIGINT, _leave)
    try:
        yield
    finally:
        if ours:
            signal.signal(signal.SIGINT, signal.default_int_handler)


def _leave(_number: int, _frame: FrameType | None) -> None:
    os._exit(INTERRUPTED)
