"""The settings of an edition: what is written is read again, what is not understood is named."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import projects

from tei_archive.errors import ReadingError
from tei_archive.model import Person, Project, SourceNote
from tei_archive.model.folder import PROJECT_FILE
from tei_archive.reading import format_project, read_project

EDITION = '[edition]\ntitle = "Letters of the court"\nsiglum = "court"\n'

BROKEN = {
    "not TOML": ("[edition\n", "not TOML", 1),
    "no table": ("", "[edition] has no title", None),
    "no title": ('[edition]\nsiglum = "s"\n', "[edition] has no title", 1),
    "an empty title": ('[edition]\ntitle = ""\nsiglum = "s"\n', "[edition] has no title", 1),
    "no siglum": ('[edition]\ntitle = "T"\n', "[edition] has no siglum", 1),
    "a siglum with a digit first": (
        EDITION.replace('"court"', '"1921"'),
        "the siglum '1921' cannot begin an xml:id",
        3,
    ),
    "a siglum with a blank": (EDITION.replace('"court"', '"a b"'), "the siglum 'a b' cannot begin an xml:id", 3),
    "a siglum with a slash": (EDITION.replace('"court"', '"a/b"'), "the siglum 'a/b' cannot begin an xml:id", 3),
    "a siglum with a colon": (EDITION.replace('"court"', '"a:b"'), "the siglum 'a:b' cannot begin an xml:id", 3),
    "an unknown table": (f"{EDITION}[editors]\n", "unknown table: editors", 4),
    "an unknown key": (f'{EDITION}titel = "T"\n', "unknown key in [edition]: titel", 4),
    "a number for a text": (f"{EDITION}version = 1.0\n", "version in [edition] is not a text", 4),
    "a date for a text": (f"{EDITION}date = 1894-03-03\n", "date in [edition] is not a text", 4),
    "one bracket": (f'{EDITION}[editor]\nname = "A"\n', "[editor] must be a list", 4),
    "an editor without name": (f'{EDITION}[[editor]]\nref = "https://example.org"\n', "a [[editor]] has no name", 4),
    "a source without file": (f'{EDITION}[[source]]\ntitle = "x"\n', "a [[source]] has no file", 4),
    "an unknown key of an editor": (
        f'{EDITION}[[editor]]\nname = "A"\norcid = "x"\n',
        "unknown key in [editor]: orcid",
        6,
    ),
    "an unknown key of the index": (f'{EDITION}[cmif]\nuuid = "x"\n', "unknown key in [cmif]: uuid", 5),
    "an editor that is a text": (f'editor = ["A"]\n{EDITION}', "editor is not a table", 1),
    "an unknown key of the site": (f'{EDITION}[site]\nlang = "de"\n', "unknown key in [site]: lang", 5),
    "the edition as a list": ("[[edition]]\n", "edition is not a table", 1),
    "a title of blanks": ('[edition]\ntitle = " "\nsiglum = "s"\n', "[edition] has no title", 1),
    "a siglum with a sign that no id has": (
        EDITION.replace('"court"', '"a²"'),
        "the siglum 'a²' cannot begin an xml:id",
        3,
    ),
    "a second editor without name": (
        f'{EDITION}[[editor]]\nname = "A"\n[[editor]]\nref = "https://example.org"\n',
        "a [[editor]] has no name",
        6,
    ),
    "a character that XML lacks": (
        f'{EDITION}[[editor]]\nname = "A\\u0001"\n',
        "name in [editor] has the character U+0001",
        5,
    ),
    "a number without end": (f"{EDITION}version = {'9' * 5000}\n", "a number has too many digits", None),
    "a hexadecimal number without end": (f"{EDITION}version = 0x{'f' * 5000}\n", "a number has too many digits", None),
    "lists without end": (f"{EDITION}version = {'[' * 5000}{']' * 5000}\n", "nested too deep", None),
}

EDITORS = '[[editor]]\nname = "A"\n[[editor]]\nname = "B"\nEDITOR\n'
TABLES = f'{EDITION}KEY\n{EDITORS}[[source]]\nfile = "a.txt"\nSOURCE\n[site]\nSITE\n[cmif]\nCMIF\n'
LINES = {"KEY": 4, "EDITOR": 9, "SOURCE": 12, "SITE": 14, "CMIF": 16}
ADDRESSES = ["example", "javascript:alert(1)", "https://", "http://[", "https://a b", "ftp://example.org", ""]
MISFITS = [
    *[("KEY", "date", words) for words in ("2026-02-31", "2026-02", "20260301", "2026-W09-1", "today", "")],
    *[("KEY", key, words) for key in ("earliest", "latest") for words in ("old", "1921-13", "1921-8", "0000", "")],
    *[("KEY", "language", words) for words in ("englisch!", "english", "xq", "en_GB", "")],
    *[("KEY", key, words) for key in ("base_url", "licence", "publisher_ref") for words in ADDRESSES],
    *[("KEY", "version", words) for words in ("", " ")],
    *[("EDITOR", "ref", words) for words in ADDRESSES],
    *[("SOURCE", "url", words) for words in ADDRESSES],
    *[("SOURCE", "kind", words) for words in ("book", "Print", "")],
    *[("SITE", "language", words) for words in ("german", "")],
    *[("CMIF", key, words) for key in ("url", "licence") for words in ADDRESSES],
    *[("CMIF", "type", words) for words in ("web", "Print", "")],
    *[("CMIF", "id", words) for words in ("letters", "3fbe7a4e-164c-5dc7-a79a-de7876644cab", "")],
    *[("SOURCE", "accessed", words) for words in ("2026-02-31", "2026", "")],
]  # fmt: skip


def write_value(folder: Path, place: str, key: str, words: str) -> Path:
    """Write settings with one value at its place, and nothing at the others."""
    text = TABLES
    for name in LINES:
        text = text.replace(name, f'{key} = "{words}"' if name == place else "")
    (folder / PROJECT_FILE).write_text(text, encoding="utf-8")
    return folder / PROJECT_FILE


@pytest.mark.parametrize(("place", "key", "words"), MISFITS)
def test_a_value_that_has_not_its_form_is_refused(tmp_path: Path, place: str, key: str, words: str) -> None:
    file = write_value(tmp_path, place, key, words)
    with pytest.raises(ReadingError) as caught:
        read_project(file)
    assert key in caught.value.message
    assert repr(words) in caught.value.message
    assert caught.value.where is not None
    assert (caught.value.where.path, caught.value.where.line) == (str(file), LINES[place])
    assert caught.value.hint


@pytest.mark.parametrize(
    ("place", "key", "words"),
    [
        *[("KEY", "language", tag) for tag in ("en", "ru", "de-AT", "ota", "la", "grc", "sr-Latn", "ckb")],
        *[("KEY", "earliest", words) for words in ("1890", "1890-01", "1890-01-31")],
        *[
            ("KEY", "base_url", words)
            for words in ("http://localhost:8000/", "https://example.org/é/", "HTTPS://EX.org")
        ],
        ("KEY", "date", "2024-02-29"),
        ("SOURCE", "kind", "manuscript"),
        ("SITE", "language", "de-AT"),
    ],
)
def test_a_value_that_has_its_form_is_taken(tmp_path: Path, place: str, key: str, words: str) -> None:
    project = read_project(write_value(tmp_path, place, key, words))
    holders = {"KEY": project, "SOURCE": project.sources[0], "SITE": project.site}
    assert getattr(holders[place], key) == words


@pytest.mark.parametrize(("content", "message", "line"), BROKEN.values(), ids=BROKEN.keys())
def test_what_is_not_understood_is_named(tmp_path: Path, content: str, message: str, line: int | None) -> None:
    (tmp_path / PROJECT_FILE).write_text(content, encoding="utf-8")
    with pytest.raises(ReadingError) as caught:
        read_project(tmp_path)
    assert message in caught.value.message
    assert caught.value.where is not None
    assert (caught.value.where.path, caught.value.where.line) == (str(tmp_path / PROJECT_FILE), line)
    assert caught.value.hint


def test_settings_that_are_missing_or_not_utf_8_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="cannot be read"):
        read_project(tmp_path)
    (tmp_path / PROJECT_FILE).write_bytes(EDITION.encode() + b"# caf\xe9\n")
    with pytest.raises(ReadingError) as caught:
        read_project(tmp_path)
    assert caught.value.hint


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(projects, st.none() | st.just("1894-01-01"))
def test_what_is_written_is_read_again(tmp_path: Path, project: Project, earliest: str | None) -> None:
    project = replace(project, title=project.title or "T", earliest=earliest)
    (tmp_path / PROJECT_FILE).write_text(format_project(project), encoding="utf-8")
    assert read_project(tmp_path) == project


@pytest.mark.parametrize("title", ["a\\b", 'a "b"', "a\nb", "a\tb", "a\x7fb", "é\u2028", "#"])
def test_any_title_can_be_written(tmp_path: Path, title: str) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(format_project(Project(title, "court")), encoding="utf-8")
    assert read_project(file).title == title


def test_a_minimum_gets_sensible_defaults(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(EDITION, encoding="utf-8")
    assert read_project(file) == Project("Letters of the court", "court")


def test_lists_are_read_in_order(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(
        f'{EDITION}[[editor]]\nname = "B"\n[[editor]]\nname = "A"\nref = "https://orcid.org/0000-0001-2345-6789"\n'
        '[[source]]\nfile = "court.txt"\nurl = "https://example.org/court"\n',
        encoding="utf-8",
    )
    project = read_project(file)
    assert project.editors == (Person("B"), Person("A", "https://orcid.org/0000-0001-2345-6789"))
    assert project.sources == (SourceNote("court.txt", url="https://example.org/court"),)


def test_a_byte_order_mark_is_no_part_of_the_settings(tmp_path: Path) -> None:
    (tmp_path / PROJECT_FILE).write_text(EDITION, encoding="utf-8-sig")
    assert read_project(tmp_path).siglum == "court"


@pytest.mark.parametrize("siglum", ["court", "kars-1921", "_x", "a.b"])
def test_a_siglum_can_begin_an_id(tmp_path: Path, siglum: str) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(EDITION.replace("court", siglum), encoding="utf-8")
    assert read_project(file).siglum == siglum
