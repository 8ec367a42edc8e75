"""What the fixtures of conftest.py give to a test, for annotations."""

from collections.abc import Callable

Golden = Callable[[str | bytes, str], None]
"""Compares a result with tests/golden/NAME."""

Jing = Callable[..., list[str]]
"""Validates files with a schema: `jing(schema, *files)` gives back the messages."""
