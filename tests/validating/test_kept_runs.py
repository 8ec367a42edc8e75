"""A whole run is remembered, and looked for anew as soon as anything that it rested on has changed."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tei_archive import api
from tei_archive.cache import FOLDER_VARIABLE
from tei_archive.schema_files import schema_file
from tei_archive.validating import layers

GRAMMAR = '<element name="letter" xmlns="http://relaxng.org/ns/structure/1.0"><{}/></element>'
LETTER = '<?xml-model href="../schemas/letter.rng"?>\n<letter><!-- {} --></letter>\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Letters that name a schema beside them, and refer to each other; nothing is remembered yet."""
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "cache"))
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas" / "letter.rng").write_text(GRAMMAR.format("empty"), encoding="utf-8")
    (tmp_path / "letters").mkdir()
    for name in ("a", "b"):
        (tmp_path / "letters" / f"{name}.xml").write_text(LETTER.format(name), encoding="utf-8")
    return tmp_path


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The number of files of each run that was really made."""
    made: list[int] = []
    check = layers.validate_files

    def count(batch: layers.Batch) -> layers.Outcome:
        made.append(len(batch.given))
        return check(batch)

    monkeypatch.setattr(layers, "validate_files", count)
    return made


def codes(folder: Path, **settings: object) -> list[str]:
    """The codes of what is found in the letters."""
    return [finding.code for finding in api.validate([folder / "letters"], **settings).findings]  # type: ignore[arg-type]


def test_what_has_not_changed_is_not_looked_for_again(folder: Path, runs: list[int]) -> None:
    assert codes(folder) == codes(folder) == []
    assert runs == [2]


def _break_a_letter(folder: Path) -> None:
    (folder / "letters" / "a.xml").write_text("<letter>", encoding="utf-8")


def _add_a_letter(folder: Path) -> None:
    (folder / "letters" / "c.xml").write_text("<letter>", encoding="utf-8")


def _change_the_schema(folder: Path) -> None:
    (folder / "schemas" / "letter.rng").write_text(GRAMMAR.format("text"), encoding="utf-8")


def _remove_the_schema(folder: Path) -> None:
    (folder / "schemas" / "letter.rng").unlink()


@pytest.mark.parametrize("change", [_break_a_letter, _add_a_letter, _change_the_schema, _remove_the_schema])
def test_a_change_is_looked_at(folder: Path, runs: list[int], change: Callable[[Path], None]) -> None:
    codes(folder)
    change(folder)
    kept = codes(folder)
    assert len(runs) == 2
    assert kept == codes(folder, effort=api.Effort(remembers=False))


def test_a_file_that_was_missing_and_comes_is_seen(folder: Path) -> None:
    letter = folder / "letters" / "a.xml"
    letter.write_text('<letter target="../c.xml#there"/>', encoding="utf-8")
    (folder / "schemas" / "letter.rng").write_text(GRAMMAR.format("empty"), encoding="utf-8")
    settings = {"select": ["TA2"]}
    assert codes(folder, **settings) == ["TA209"]
    (folder / "c.xml").write_text('<letter xml:id="there"/>', encoding="utf-8")
    assert codes(folder, **settings) == []
    (folder / "c.xml").write_text("<letter/>", encoding="utf-8")
    assert codes(folder, **settings) == ["TA209"]


def test_the_same_names_in_another_folder_are_other_files(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("one", "two"):
        (folder / name).mkdir()
        (folder / name / "a.xml").write_text('<letter target="c.xml"/>', encoding="utf-8")
    (folder / "two" / "c.xml").write_text("<letter/>", encoding="utf-8")
    found = []
    for name in ("one", "two"):
        monkeypatch.chdir(folder / name)
        found.append([one.code for one in api.validate([Path("a.xml")], select=["TA2"]).findings])
    assert found == [["TA209"], []]


def test_our_own_schema_counts_where_no_other_is_named(
    folder: Path, runs: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = folder / "letters" / "a.xml"
    letter.write_text("<letter/>", encoding="utf-8")
    api.validate([letter])
    shutil.copytree(schema_file("tei-archive.xsd").parent, folder / "changed")
    with (folder / "changed" / "tei-archive.xsd").open("a") as schema:
        schema.write("<!-- changed -->")
    monkeypatch.setattr("tei_archive.schema_files._FOLDERS", (folder / "changed",))
    api.validate([letter])
    assert runs == [1, 1]


def test_what_changes_while_it_is_looked_at_is_not_remembered(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = folder / "c.xml"
    (folder / "letters" / "a.xml").write_text('<letter target="../c.xml#there"/>', encoding="utf-8")
    target.write_text("<letter/>", encoding="utf-8")
    check = layers.validate_files

    def check_and_change(batch: layers.Batch) -> layers.Outcome:
        outcome = check(batch)
        target.write_text('<letter xml:id="there"/>', encoding="utf-8")
        return outcome

    with monkeypatch.context() as patch:
        patch.setattr(layers, "validate_files", check_and_change)
        assert codes(folder, select=["TA2"]) == ["TA209"]
    assert codes(folder, select=["TA2"]) == []


def test_another_selection_needs_no_other_run(folder: Path, runs: list[int]) -> None:
    _break_a_letter(folder)
    assert codes(folder) == ["TA003"]
    assert codes(folder, ignore=["TA003"]) == []
    assert runs == [2]


def test_a_schema_on_the_command_line_that_has_changed_counts(folder: Path) -> None:
    schema = folder / "schemas" / "letter.rng"
    assert codes(folder, schemas=[schema]) == []
    schema.write_text(GRAMMAR.format("value>x</value").replace("/></element>", "></element>"), encoding="utf-8")
    assert codes(folder, schemas=[schema]) != []
