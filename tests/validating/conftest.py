"""The small edition, written anew for each test."""

from pathlib import Path

import pytest
from small_edition import Edition, write_edition


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    return write_edition(tmp_path / "edition")
