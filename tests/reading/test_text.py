"""Plain text files as sources: read to the letter, or refused with place and hint."""

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from strategies import texts

from tei_archive.errors import ReadingError
from tei_archive.model import Source
from tei_archive.reading import read_source


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts.filter(str.strip))
def test_a_text_is_read_as_it_is_written(tmp_path: Path, text: str) -> None:
    file = tmp_path / "letters.txt"
    file.write_bytes(text.encode())
    assert read_source(file, "s") == Source("s", "letters.txt", text.removeprefix("\ufeff"))


@pytest.mark.parametrize("content", [b"a\r\nb\r\nc", b"a\nb\nc", b"a\rb\rc", b"a\r\nb\rc"])
def test_every_kind_of_line_end_becomes_a_line_feed(tmp_path: Path, content: bytes) -> None:
    assert read(tmp_path, content).text == "a\nb\nc"


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    assert read(tmp_path, "\ufeffDear Agnes".encode()).text == "Dear Agnes"


def test_the_checksum_is_that_of_the_text(tmp_path: Path) -> None:
    assert read(tmp_path, b"a\r\nb").sha256 == read(tmp_path, b"a\nb").sha256
    assert read(tmp_path, b"a\nb").sha256 != read(tmp_path, b"a\nc").sha256


@pytest.mark.parametrize("content", [b"", b" \n\t\n", "\u00a0\n".encode(), "\ufeff".encode()])
def test_a_file_without_text_is_refused(tmp_path: Path, content: bytes) -> None:
    assert refused(tmp_path, content).message == "the file holds no text"


@pytest.mark.parametrize(
    ("content", "message", "line"),
    [
        (b"one\ntwo\nth\x92ree", "byte 0x92 is not UTF-8", 3),
        ("né".encode("latin-1"), "byte 0xe9 is not UTF-8", 1),
        (b"a\n" + "b\nc".encode("utf-16"), "byte 0xff is not UTF-8", 2),
        (b"a\xed\xa0\x80", "byte 0xed is not UTF-8", 1),  # a surrogate
        (b"one\r\ntw\x92o", "byte 0x92 is not UTF-8", 2),
    ],
)
def test_bytes_that_are_not_utf_8_are_named_with_their_line(
    tmp_path: Path, content: bytes, message: str, line: int
) -> None:
    error = refused(tmp_path, content)
    assert error.message == message
    assert error.where is not None
    assert error.where.line == line


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a\nbc\x00", "U+0000", 2, 3),
        ("a\x0c", "U+000C", 1, 2),
        ("one\r\ntwo\x1b[0m", "U+001B", 2, 4),
        ("a\ufffe", "U+FFFE", 1, 2),
        ("a\n\n\uffff", "U+FFFF", 3, 1),
    ],
)
def test_what_xml_forbids_is_named_with_its_place(tmp_path: Path, text: str, code: str, line: int, column: int) -> None:
    error = refused(tmp_path, text.encode())
    assert code in error.message
    assert error.where is not None
    assert (error.where.line, error.where.column) == (line, column)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-16-le"])
def test_utf_16_is_known_by_its_mark(tmp_path: Path, encoding: str) -> None:
    mark = "" if encoding == "utf-16" else "\ufeff"
    error = refused(tmp_path, f"{mark}Dear Agnes,\ncafé".encode(encoding))
    assert error.message == "the file is in UTF-16, not in UTF-8"
    assert error.hint is not None
    assert "iconv -f utf-16 -t utf-8 letters.txt" in error.hint


@pytest.mark.parametrize(
    ("text", "command"),
    [("a\x0cb", r"tr '\f' '\n' < letters.txt"), ("a\x1bb", r"tr -d '\000-\010\013\016-\037' < letters.txt")],
)
def test_the_hint_for_a_control_character_is_a_command(tmp_path: Path, text: str, command: str) -> None:
    error = refused(tmp_path, text.encode())
    assert error.hint is not None
    assert command in error.hint


@pytest.mark.skipif(shutil.which("tr") is None, reason="needs tr")
@pytest.mark.parametrize("text", ["a\x0cb", "a\x1bb\x0bc\r\nd", "é\x00\te"])
def test_the_command_of_the_hint_helps(tmp_path: Path, text: str) -> None:
    hint = refused(tmp_path, text.encode()).hint or ""
    subprocess.run(["sh", "-c", hint.partition(": ")[2]], cwd=tmp_path, check=True)
    assert read_source(tmp_path / "converted.txt", "s").text.startswith(text[0])


@pytest.mark.parametrize("name", ["nowhere.txt", "."])
def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ReadingError, match="cannot be read") as caught:
        read_source(tmp_path / name, "s")
    assert caught.value.hint


def read(folder: Path, content: bytes) -> Source:
    file = folder / "letters.txt"
    file.write_bytes(content)
    return read_source(file, "letters")


def refused(folder: Path, content: bytes) -> ReadingError:
    with pytest.raises(ReadingError) as caught:
        read(folder, content)
    assert caught.value.hint
    assert caught.value.where is not None
    assert caught.value.where.path == str(folder / "letters.txt")
    return caught.value
