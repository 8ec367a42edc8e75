"""Schemas by name: fetched once from a server on loopback, kept with a checksum, found again without a network."""

import json
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from click.testing import Result

from tei_archive.cache import FOLDER_VARIABLE
from tei_archive.named_schemas import RELEASES_VARIABLE, SchemaName, kept_schemas, name_of, parse_name

Run = Callable[..., Result]

GRAMMAR = """<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.tei-c.org/ns/1.0">
<!-- TEI Edition: P5 Version {version}. -->
<start><element name="TEI"><text/></element></start></grammar>
"""
LETTER = '<TEI xmlns="http://www.tei-c.org/ns/1.0">{}</TEI>'
NOWHERE = "http://127.0.0.1:9"


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of its own, and no way to the network."""
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "cache"))
    monkeypatch.setenv(RELEASES_VARIABLE, NOWHERE)
    return tmp_path / "cache" / "schemas"


@pytest.fixture
def releases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A server with the releases of the TEI."""
    folder = tmp_path / "releases"
    for release, version in (("release", "4.12.0"), ("Vault/P5/4.9.0", "4.9.0")):
        path = folder / release / "xml" / "tei" / "custom" / "schema" / "relaxng" / "tei_all.rng"
        path.parent.mkdir(parents=True)
        path.write_text(GRAMMAR.format(version=version), encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(folder)))
    thread = Thread(target=server.serve_forever)
    thread.start()
    monkeypatch.setenv(RELEASES_VARIABLE, f"http://127.0.0.1:{server.server_port}")
    yield folder
    server.shutdown()
    thread.join()
    server.server_close()


class Silent(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.xml"
    path.write_text(LETTER.format("words"), encoding="utf-8")
    return path


def test_the_newest_is_kept_under_the_version_that_it_states(run: Run, releases: Path, cache: Path) -> None:
    result = run("schema", "add", "tei_all")
    assert result.exit_code == 0
    assert "Kept: tei_all@4.12.0" in result.stdout
    assert sorted(path.name for path in cache.iterdir()) == ["tei_all@4.12.0.rng", "tei_all@4.12.0.rng.sha256"]


def test_a_version_is_fetched_from_its_own_place(run: Run, releases: Path, cache: Path) -> None:
    assert run("schema", "add", "tei_all@4.9.0").exit_code == 0
    assert b"4.9.0" in (cache / "tei_all@4.9.0.rng").read_bytes()


def test_a_name_finds_the_newest_that_is_kept(run: Run, releases: Path, letter: Path, tmp_path: Path) -> None:
    run("schema", "add", "tei_all@4.9.0")
    run("schema", "add", "tei_all")
    assert [str(name) for name in kept_schemas()] == ["tei_all@4.9.0", "tei_all@4.12.0"]
    listed = json.loads(run("schema", "list", "--json").stdout)
    assert [Path(entry["file"]).name for entry in listed] == ["tei_all@4.9.0.rng", "tei_all@4.12.0.rng"]


def test_a_name_that_is_not_kept_is_fetched_once(
    run: Run, releases: Path, letter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("validate", letter, "--schema", "tei_all").stdout == ""
    monkeypatch.setenv(RELEASES_VARIABLE, NOWHERE)
    assert "TA" not in run("validate", letter, "--schema", "tei_all", "--offline").stdout


def test_offline_never_asks_the_network(run: Run, releases: Path, letter: Path) -> None:
    result = run("validate", letter, "--schema", "tei_all", "--offline")
    assert result.exit_code == 2
    assert "tei-archive schema add tei_all" in result.stderr
    assert kept_schemas() == ()


def test_a_schema_can_come_from_a_file(run: Run, tmp_path: Path, letter: Path) -> None:
    (tmp_path / "ours.rng").write_text(GRAMMAR.format(version="x"), encoding="utf-8")
    assert run("schema", "add", "our_letters", "--from", tmp_path / "ours.rng").exit_code == 0
    assert "our_letters" in run("schema", "list").stdout
    assert "TA" not in run("validate", letter, "--schema", "our_letters").stdout


def test_a_file_of_that_name_comes_first(
    run: Run, tmp_path: Path, letter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tei_all").write_text(GRAMMAR.format(version="x").replace("<text/>", "<empty/>"), encoding="utf-8")
    assert run("validate", letter, "--schema", "tei_all", "--offline").exit_code == 1


def test_a_schema_that_was_changed_is_not_used(run: Run, releases: Path, cache: Path, letter: Path) -> None:
    run("schema", "add", "tei_all")
    (cache / "tei_all@4.12.0.rng").write_text(GRAMMAR.format(version="evil"), encoding="utf-8")
    result = run("validate", letter, "--schema", "tei_all")
    assert result.exit_code == 2
    assert "not the one that was kept" in result.stderr
    assert run("schema", "list").exit_code == 2
    assert run("schema", "add", "tei_all").exit_code == 0
    assert run("validate", letter, "--schema", "tei_all").exit_code != 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("tei_all",), "cannot be fetched"),
        (("../evil",), "no name of a schema"),
        (("tei_all@latest",), "no name of a schema"),
        (("ours", "--from", "none.rng"), "cannot be read"),
        (("ours", "--from", "letter.xml"), "no RELAX NG schema"),
        (("ours", "--from", "words.txt"), "this is no schema"),
        (("ours", "--from", "ftp://x/y.rng"), "cannot be read"),
    ],
)
def test_what_cannot_be_had_is_one_clear_error(
    run: Run, letter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "words.txt").write_text("words", encoding="utf-8")
    result = run("schema", "add", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert "hint:" in result.stderr
    assert kept_schemas() == ()


def test_nothing_is_kept_at_first(run: Run) -> None:
    assert "No schema is kept" in run("schema", "list").stdout


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("http://www.tei-c.org/release/xml/tei/custom/schema/relaxng/tei_all.rng", SchemaName("tei_all")),
        (
            "https://www.tei-c.org/Vault/P5/4.12.0/xml/tei/custom/schema/relaxng/tei_lite.rng",
            SchemaName("tei_lite", "4.12.0"),
        ),
        ("https://vault.tei-c.de/P5/current/xml/tei/custom/schema/relaxng/tei_all.rng", SchemaName("tei_all")),
        ("https://www.example.org/letters.rng", None),
        ("schema/relaxng/tei_all.rng", None),
    ],
)
def test_addresses_of_the_releases_are_known(address: str, name: SchemaName | None) -> None:
    assert name_of(address) == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("tei_all", SchemaName("tei_all")),
        ("tei_all@4.12.0", SchemaName("tei_all", "4.12.0")),
        ("a/b.rng", None),
        ("a@", None),
    ],
)
def test_names_have_a_form(words: str, name: SchemaName | None) -> None:
    assert parse_name(words) == name
