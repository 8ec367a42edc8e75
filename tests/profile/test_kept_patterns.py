"""Compiled patterns are kept between runs: they match the same, and what is kept is never believed blindly."""

import hashlib
import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import platformdirs
import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from tei_archive import cache
from tei_archive.profile.compiled import compile_expression

DATE = r"^(?P<day>\d{1,2})\. (?P<month>\p{L}+) (?<!x)(?P<year>\d{4})$"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty cache folder, and nothing compiled yet."""
    monkeypatch.setenv(cache.FOLDER_VARIABLE, str(tmp_path / "cache"))
    compile_expression.cache_clear()
    yield tmp_path / "cache"
    compile_expression.cache_clear()


def again(expression: str) -> "regex.Pattern[str]":
    """The pattern as the next run gets it."""
    compile_expression.cache_clear()
    return compile_expression(expression)


def test_a_pattern_that_was_kept_finds_the_same(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compile_expression(DATE)
    monkeypatch.setattr(regex, "compile", None)
    found = again(DATE).search("3. MÄRZ 1894")
    assert found is not None
    assert found.groupdict() == {"day": "3", "month": "MÄRZ", "year": "1894"}


def test_each_expression_is_kept_apart(folder: Path) -> None:
    for expression in ("a+", "b+", "a+"):
        compile_expression(expression)
    assert len(kept_in(folder)) == 2


@pytest.mark.parametrize("content", [b"", b"\0", b"not a pickle", pickle.dumps(os.getcwd), pickle.dumps("a+")])
def test_what_is_no_pattern_is_compiled_anew(folder: Path, content: bytes) -> None:
    compile_expression("a+")
    [path] = kept_in(folder)
    path.write_bytes(hashlib.sha256(content).digest() + content)
    assert again("a+").fullmatch("AAA")
    assert path.read_bytes()[32:] != content


def test_a_file_that_was_changed_is_not_read(folder: Path) -> None:
    compile_expression("a+")
    [path] = kept_in(folder)
    sound = path.read_bytes()
    path.write_bytes(sound[:-3] + b"\0\0.")
    assert again("a+").fullmatch("AAA")
    assert path.read_bytes() == sound


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv(cache.FOLDER_VARIABLE, str(tmp_path / "file"))
    assert again("a+b").fullmatch("ab")


def test_an_expression_that_is_not_regular_is_not_kept(folder: Path) -> None:
    with pytest.raises(regex.error):
        compile_expression("(")
    assert kept_in(folder) == []


def test_the_folder_is_the_users_own_unless_another_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(cache.FOLDER_VARIABLE)
    assert cache.cache_folder() == platformdirs.user_cache_path("tei-archive")
    monkeypatch.setenv(cache.FOLDER_VARIABLE, "/elsewhere")
    assert cache.cache_folder() == Path("/elsewhere")


@given(st.text(), st.binary(), st.binary())
def test_what_was_kept_last_is_recalled(key: str, first: bytes, last: bytes) -> None:
    cache.keep("test", key, first)
    cache.keep("test", key, last)
    assert cache.recall("test", key) == last
    assert cache.recall("test", key + "'") is None


def test_two_runs_can_keep_the_same_at_once(folder: Path) -> None:
    script = "from tei_archive.cache import keep\nfor _ in range(300): keep('k', 'one', b'x' * 50_000)"
    runs = [subprocess.Popen([sys.executable, "-c", script]) for _ in range(2)]
    seen = set()
    while any(run.poll() is None for run in runs):
        seen.add(cache.recall("k", "one"))
    assert [run.returncode for run in runs] == [0, 0]
    assert seen <= {None, b"x" * 50_000}
    assert len(kept_in(folder)) == 1


def kept_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]
