"""Files of an edition that are not there: the error says what to do."""

from pathlib import Path

import pytest

from tei_archive.errors import ReadingError
from tei_archive.tei import read_document, read_registers, read_unclaimed


@pytest.mark.parametrize("read", [read_document, read_registers, read_unclaimed])
def test_a_file_that_cannot_be_read_has_a_hint(tmp_path: Path, read: object) -> None:
    assert callable(read)
    with pytest.raises(ReadingError, match="cannot be read") as caught:
        read(tmp_path / "registers.xml")
    assert caught.value.hint
