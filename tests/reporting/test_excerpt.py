"""The place of a finding is shown in its line, and nothing in a file can disturb that."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tei_archive.errors import Location
from tei_archive.reporting.forms.excerpt import excerpt, line_reader


def shown(folder: Path, text: str, line: int | None, column: int | None) -> list[str]:
    path = folder / f"{abs(hash(text))}.xml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    return excerpt(Location(str(path), line, column), line_reader())


def test_the_caret_stands_below_the_tag(tmp_path: Path) -> None:
    assert shown(tmp_path, "<a>\n    <b/>\n</a>\n", 2, 5) == ["  2 | <b/>", "    | ^"]
    assert shown(tmp_path, "<a>\r\nxy <b/>\r\n", 2, 4) == ["  2 | xy <b/>", "    |    ^"]


def test_a_long_line_is_cut_around_the_place(tmp_path: Path) -> None:
    line, caret = shown(tmp_path, f"{'word ' * 100}<b>{' word' * 100}", 1, 501)
    assert len(line) <= 80
    assert line.startswith("  1 | …")
    assert line.endswith("…")
    assert line[caret.index("^") :].startswith("<b>")


def test_wide_letters_take_two_columns(tmp_path: Path) -> None:
    assert shown(tmp_path, "漢字<b/>", 1, 3) == ["  1 | 漢字<b/>", "    |     ^"]


@pytest.mark.parametrize(("line", "column"), [(None, None), (1, None), (9, 1), (1, 99), (0, 1), (1, 0)])
def test_a_place_that_is_not_there_is_not_shown(tmp_path: Path, line: int | None, column: int | None) -> None:
    assert shown(tmp_path, "<a/>", line, column) == []


def test_a_file_that_is_not_there_is_not_shown(tmp_path: Path) -> None:
    assert excerpt(Location(str(tmp_path / "none.xml"), 1, 1), line_reader()) == []
    assert excerpt(Location("a\0b", 1, 1), line_reader()) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(), st.integers(1, 5), st.integers(1, 30))
def test_there_are_two_lines_or_none_and_nothing_that_a_terminal_obeys(
    tmp_path: Path, text: str, line: int, column: int
) -> None:
    lines = shown(tmp_path, text, line, column)
    assert len(lines) in (0, 2)
    assert all(
        character.isprintable() or character.isspace() for one in lines for character in one if ord(character) < 256
    )
    assert not any(character in "\x1b\n\r\u202e" for one in lines for character in one)
