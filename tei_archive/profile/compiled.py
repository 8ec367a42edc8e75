"""Expressions → compiled patterns; kept between runs, for those of a profile compile in seconds and load in a moment.

What is kept is made by one version of `regex` for one build of Python, and is read by no other.
"""

from __future__ import annotations

import io
import pickle
import platform
import sys
from functools import cache

import regex

from tei_archive.cache import keep, recall

_KIND = "patterns"
_MAKER = f"regex {regex.__version__}, {platform.python_implementation()} {sys.version_info[:2]}, {sys.maxsize}"
# The one function that a pickled pattern calls; a file that names another is not one of ours.
_COMPILE = ("regex._regex", "compile")


@cache
def compile_expression(expression: str) -> regex.Pattern[str]:
    """Compile an expression, ignoring case. Raises `regex.error` where it is not regular.

    Profiles that extend the same one have most expressions in common, so that each is compiled or loaded once.
    """
    key = f"{_MAKER}\n{expression}"
    pattern = _load(recall(_KIND, key))
    if pattern is None:
        pattern = regex.compile(expression, regex.IGNORECASE, cache_pattern=False)
        keep(_KIND, key, pickle.dumps(pattern))
    return pattern


class _Unpickler(pickle.Unpickler):
    """Reads compiled patterns and nothing else."""

    def find_class(self, module_name: str, global_name: str) -> object:
        if (module_name, global_name) != _COMPILE:
            raise pickle.UnpicklingError(f"{module_name}.{global_name} is no pattern")
        return super().find_class(module_name, global_name)


def _load(kept: bytes | None) -> regex.Pattern[str] | None:
    if kept is None:
        return None
    try:
        pattern = _Unpickler(io.BytesIO(kept)).load()
    except (pickle.UnpicklingError, EOFError, RuntimeError, TypeError, ValueError):
        return None
    return pattern if isinstance(pattern, regex.Pattern) else None
