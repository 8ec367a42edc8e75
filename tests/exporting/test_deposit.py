"""Deposits: whole, described as archives ask, checked by the reference libraries, and the same on every machine."""

import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

import bagit
import pytest
import yaml
from editions import BAD_ADDRESS, EVIL, edition_of, hostile_edition
from rocrate.rocrate import ROCrate
from zenda import SOURCE, STRAY

from tei_archive import api
from tei_archive.errors import ExportError
from tei_archive.exporting import TABLES, CsvTables, Deposit, DepositArchive, EditionJson, Part
from tei_archive.exporting.deposit.licences import find_spdx
from tei_archive.model import Person, Project, Registers
from tei_archive.tei import EncodedEdition

Json = dict[str, Any]

PARTS = (Part("tables", CsvTables(tuple(TABLES))), Part("edition.json", EditionJson()))
MOMENT = datetime(2026, 3, 1, 12, 30, 2, tzinfo=UTC)


def write(files: dict[str, bytes], folder: Path) -> Path:
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def packed(edition: EncodedEdition, moment: datetime | None = None) -> dict[str, bytes]:
    return {str(file.path): file.content for file in Deposit(PARTS, moment).files(edition)}


def archive(edition: EncodedEdition, moment: datetime | None = None) -> bytes:
    return next(iter(DepositArchive(PARTS, moment).files(edition, "deposit.zip"))).content


def crate(edition: EncodedEdition) -> dict[str, Json]:
    graph = json.loads(packed(edition)["data/ro-crate-metadata.json"])["@graph"]
    return {entity["@id"]: entity for entity in graph}


def citation(edition: EncodedEdition) -> Json:
    found: Json = yaml.safe_load(packed(edition)["data/CITATION.cff"])
    return found


def zenodo(edition: EncodedEdition) -> Json:
    found: Json = json.loads(packed(edition)["data/.zenodo.json"])
    return found


def settings(edition: EncodedEdition, **values: object) -> EncodedEdition:
    return replace(edition, project=replace(edition.project, **values))  # type: ignore[arg-type]


@pytest.fixture
def kars(repository: Path) -> EncodedEdition:
    return api.load_edition(repository / "corpus" / "kars-1921")


@pytest.fixture
def evil(tmp_path: Path) -> EncodedEdition:
    return hostile_edition(tmp_path / "evil")


# -- the bag -------------------------------------------------------------------------------------------------------


def test_the_reference_library_finds_the_bag_valid(kars: EncodedEdition, evil: EncodedEdition, tmp_path: Path) -> None:
    for name, edition in (("kars", kars), ("hostile", evil)):
        bag = bagit.Bag(str(write(packed(edition), tmp_path / name)))
        assert bag.validate()
        assert sorted(bag.algorithms) == ["sha256", "sha512"]
        assert bag.info["Payload-Oxum"].partition(".")[2] == str(len(list(bag.payload_files())))


def test_a_changed_character_is_found(kars: EncodedEdition, tmp_path: Path) -> None:
    folder = write(packed(kars), tmp_path / "bag")
    letter = folder / "data" / "tei" / "kars-1921-d001.xml"
    letter.write_bytes(letter.read_bytes().replace(b"Natsarenus", b"Natsarenuz", 1))
    with pytest.raises(bagit.BagValidationError):
        bagit.Bag(str(folder)).validate()


def test_it_says_who_what_and_with_which_tool(kars: EncodedEdition, tmp_path: Path) -> None:
    info = bagit.Bag(str(write(packed(kars), tmp_path / "bag"))).info
    assert info["Bag-Software-Agent"].startswith("tei-archive ")
    assert info["Bagging-Date"] == "2026-11-23"
    assert info["Internal-Sender-Identifier"] == "kars-1921 0.1.0"


def test_the_whole_edition_is_in_it_and_is_an_edition_again(kars: EncodedEdition, tmp_path: Path) -> None:
    folder = write(packed(kars), tmp_path / "bag") / "data"
    for path in (*kars.folder.glob("*.*"), *kars.folder.glob("*/*")):
        assert (folder / path.relative_to(kars.folder)).read_bytes() == path.read_bytes()
    again = api.load_edition(folder)
    assert [one.document for one in again.documents] == [one.document for one in kars.documents]
    assert (folder / "tables" / "letters.csv").read_bytes() == api.render(CsvTables(), kars.folder)[0].content
    assert (folder / "schemas" / "tei-archive.rng").is_file()
    assert api.validate([folder]).findings == ()


def test_a_profile_in_the_folder_goes_along(kars: EncodedEdition, tmp_path: Path) -> None:
    folder = shutil.copytree(kars.folder, tmp_path / "kars")
    for place in (folder, tmp_path):
        (place / "mine.toml").write_text("# mine\n", encoding="utf-8")
    edition = api.load_edition(folder)
    assert packed(settings(edition, profile="mine.toml"))["data/mine.toml"] == b"# mine\n"
    assert not any("mine" in path for path in packed(settings(edition, profile="../mine.toml")))


# -- the descriptions ----------------------------------------------------------------------------------------------


def test_the_reference_library_reads_the_crate(kars: EncodedEdition, evil: EncodedEdition, tmp_path: Path) -> None:
    for name, edition in (("kars", kars), ("hostile", evil)):
        folder = write(packed(edition), tmp_path / name) / "data"
        found = ROCrate(folder)
        assert found.root_dataset["name"] == edition.project.title
        described = {entity.id for entity in found.data_entities if entity.id != "./"}
        files = {quote(path.relative_to(folder).as_posix()) for path in folder.rglob("*") if path.is_file()}
        assert described == files - {"ro-crate-metadata.json"}


def test_a_source_may_have_any_other_name(tmp_path: Path) -> None:
    name = "a b#\u00e9.txt"
    source, letter = replace(SOURCE, name=name), replace(STRAY, source=name)
    project = Project("E", "e", editors=(Person("R"),), date="2026-03-01")
    edition = edition_of(tmp_path / "edition", project, Registers(), [(source, letter)])
    folder = write(packed(edition), tmp_path / "bag")
    assert bagit.Bag(str(folder)).validate()
    assert (folder / "data" / "sources" / name).is_file()
    assert crate(edition)["tei/zenda-d003.xml"]["isBasedOn"] == {"@id": "sources/a%20b%23%C3%A9.txt"}
    assert "sources/a%20b%23%C3%A9.txt" in {entity.id for entity in ROCrate(folder / "data").data_entities}


def test_every_reference_of_the_crate_leads_somewhere(kars: EncodedEdition, evil: EncodedEdition) -> None:
    def references(value: Any) -> Iterator[str]:
        if isinstance(value, list):
            yield from (found for part in value for found in references(part))
        elif isinstance(value, dict):
            if set(value) == {"@id"}:
                yield value["@id"]
            yield from (found for part in value.values() for found in references(part))

    for edition in (kars, evil):
        entities = crate(edition)
        assert set(references(list(entities.values()))) - set(entities) <= {"https://w3id.org/ro/crate/1.1"}


def test_the_crate_says_how_the_files_came_about(kars: EncodedEdition) -> None:
    entities = crate(kars)
    root, letter = entities["./"], entities["tei/kars-1921-d002.xml"]
    assert (root["datePublished"], root["temporalCoverage"]) == ("2026-11-23", "1921-08-20/1921-08-30")
    assert root["license"] == {"@id": "https://creativecommons.org/licenses/by/4.0/"}
    assert entities["#tei-archive"]["version"]
    assert entities["#export"]["endTime"] == "2026-11-23T00:00:00Z"
    assert {"@id": "tables/letters.csv"} in entities["#export"]["result"]
    assert (letter["encodingFormat"], letter["isBasedOn"]) == ("application/tei+xml", {"@id": "sources/kars-1921.txt"})


def test_the_citation_names_editors_version_and_licence(kars: EncodedEdition) -> None:
    editor = Person("Ewald Reiner", "https://orcid.org/0000-0002-1825-0097", "reiner@example.org")
    found = citation(settings(kars, editors=(editor,), base_url="https://example.org/kars/"))
    assert found["authors"] == [
        {"name": "Ewald Reiner", "orcid": "https://orcid.org/0000-0002-1825-0097", "email": "reiner@example.org"}
    ]
    assert (found["type"], found["version"], str(found["date-released"])) == ("dataset", "0.1.0", "2026-11-23")
    assert (found["license"], found["url"]) == ("CC-BY-4.0", "https://example.org/kars/")
    assert zenodo(settings(kars, editors=(editor,)))["creators"] == [
        {"name": "Ewald Reiner", "orcid": "0000-0002-1825-0097"}
    ]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://creativecommons.org/licenses/by/4.0/", "CC-BY-4.0"),
        ("http://creativecommons.org/licenses/by-nc-sa/3.0/de/", "CC-BY-NC-SA-3.0"),
        ("https://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0"),
        ("https://creativecommons.org/licenses/by/9.0/", None),
        ("https://example.org/licence", None),
        (None, None),
    ],
)
def test_licences_are_known_by_their_address(address: str | None, expected: str | None) -> None:
    assert find_spdx(address) == expected


def test_terms_that_are_not_stated_are_never_taken_for_open(kars: EncodedEdition) -> None:
    edition = settings(kars, licence=None, licence_name=None)
    assert zenodo(edition)["access_right"] == "restricted"
    assert "license" not in zenodo(edition)
    assert "license" not in citation(edition)
    assert crate(edition)["./"]["license"] == {"@id": "#terms"}
    assert crate(edition)["#terms"]["name"] == "The terms of use are not stated."
    (omission,) = next(iter(Deposit(PARTS).files(edition))).omissions
    assert "licence" in omission
    other = settings(kars, licence="https://example.org/terms", licence_name="House terms")
    assert zenodo(other)["access_conditions"] == "House terms https://example.org/terms"
    assert citation(other)["license-url"] == "https://example.org/terms"


def test_without_editors_it_is_the_publishers(kars: EncodedEdition) -> None:
    edition = settings(kars, editors=(), publisher="Strelsau Press")
    assert citation(edition)["authors"] == [{"name": "Strelsau Press"}]
    with pytest.raises(ExportError, match="nobody is named") as caught:
        packed(settings(kars, editors=(), publisher=Project("x", "x").publisher))
    assert "[[editor]]" in (caught.value.hint or "")


def test_hostile_words_stay_words_in_every_description(evil: EncodedEdition) -> None:
    title = EVIL.strip()
    assert citation(evil)["title"] == title
    assert citation(evil)["authors"] == [{"name": title}]
    assert crate(evil)["./"]["name"] == title
    found = zenodo(evil)
    assert found["title"] == title
    assert not re.search(r"<(?!/?p>)", found["description"] + found["notes"] + found["access_conditions"])
    info = packed(evil)["bag-info.txt"].decode().splitlines()
    assert all(re.match(r"[A-Z][\w-]+: ", line) for line in info)
    assert len(info) == len(packed(evil)["bag-info.txt"].decode().split("\n")) - 1
    assert BAD_ADDRESS not in packed(evil)["data/CITATION.cff"].decode()


# -- the same bytes ------------------------------------------------------------------------------------------------


@contextmanager
def mask(value: int) -> Iterator[None]:
    before = os.umask(value)
    try:
        yield
    finally:
        os.umask(before)


def test_two_runs_in_different_circumstances_give_the_same_bytes(kars: EncodedEdition, tmp_path: Path) -> None:
    sums = []
    circumstances = [("0", "UTC", "C", 0o022, "1767225600"), ("77", "Asia/Tokyo", "C.UTF-8", 0o077, "1767225600")]
    for number, (seed, zone, locale, umask, epoch) in enumerate(circumstances):
        place = tmp_path / f"machine-{number}" / ("deep" * number)
        place.mkdir(parents=True)
        with mask(umask):
            edition = shutil.copytree(kars.folder, place / "kars", copy_function=shutil.copy)
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "SOURCE_DATE_EPOCH": epoch}
        command = [sys.executable, "-m", "tei_archive", "export", "deposit", str(edition), "--out"]
        with mask(umask):
            for out in ("deposit.zip", "deposit"):
                subprocess.run([*command, out], cwd=place, env=environment, check=True, capture_output=True)
        assert bagit.Bag(str(place / "deposit")).validate()
        files = (path for path in place.joinpath("deposit").rglob("*") if path.is_file())
        found = {path.relative_to(place).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
        sums.append((hashlib.sha256((place / "deposit.zip").read_bytes()).hexdigest(), found))
    assert sums[0] == sums[1]
    with zipfile.ZipFile(tmp_path / "machine-0" / "deposit.zip") as zipped:
        assert {entry.date_time for entry in zipped.infolist()} == {(2026, 1, 1, 0, 0, 0)}
        assert {entry.external_attr >> 16 for entry in zipped.infolist()} == {0o100644}


def test_the_archive_holds_the_same_as_the_folder(kars: EncodedEdition) -> None:
    with zipfile.ZipFile(io.BytesIO(archive(kars))) as zipped:
        found = {entry.filename: zipped.read(entry) for entry in zipped.infolist()}
        assert {entry.compress_type for entry in zipped.infolist()} == {zipfile.ZIP_STORED}
    assert found == {f"kars-1921-0.1.0/{path}": content for path, content in packed(kars).items()}


def test_the_moment_is_the_one_given_or_the_day_of_the_edition(kars: EncodedEdition) -> None:
    given = packed(kars, MOMENT)
    assert b"Bagging-Date: 2026-03-01\n" in given["bag-info.txt"]
    assert b'"endTime": "2026-03-01T12:30:02Z"' in given["data/ro-crate-metadata.json"]
    assert b"date-released: 2026-11-23\n" in given["data/CITATION.cff"]
    undated = settings(kars, date=None)
    assert b"date-released: 2026-03-01\n" in packed(undated, MOMENT)["data/CITATION.cff"]
    with pytest.raises(ExportError, match="has no date") as caught:
        packed(undated)
    assert "SOURCE_DATE_EPOCH" in (caught.value.hint or "")


def test_a_moment_after_the_last_of_zip_is_its_last(kars: EncodedEdition) -> None:
    with zipfile.ZipFile(io.BytesIO(archive(kars, datetime(9999, 12, 31, tzinfo=UTC)))) as zipped:
        assert zipped.infolist()[0].date_time == (2107, 12, 31, 23, 59, 58)


def test_a_moment_before_the_first_of_zip_is_its_first(kars: EncodedEdition) -> None:
    with zipfile.ZipFile(io.BytesIO(archive(kars, datetime(1970, 1, 1, tzinfo=UTC)))) as zipped:
        assert zipped.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)


# -- refusals ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["a%0Db.txt", "100%.txt", "a\nb.txt"])
def test_names_that_readers_of_bags_take_apart_are_refused(tmp_path: Path, name: str) -> None:
    edition = hostile_edition(tmp_path)
    (tmp_path / "sources" / name).write_text("x", encoding="utf-8")
    source = replace(edition.sources[0], name=name)
    with pytest.raises(ExportError, match="cannot be in a deposit"):
        packed(replace(edition, sources=(source,)))


def test_only_an_archive_of_ours_is_replaced(kars: EncodedEdition, tmp_path: Path) -> None:
    out = tmp_path / "deposit.zip"
    api.export(DepositArchive(PARTS), kars.folder, out)
    api.export(DepositArchive(PARTS, MOMENT), kars.folder, out)
    with zipfile.ZipFile(out, "w") as other:
        other.writestr("mine.txt", "mine")
    with pytest.raises(ExportError, match="not a file that"):
        api.export(DepositArchive(PARTS), kars.folder, out)
