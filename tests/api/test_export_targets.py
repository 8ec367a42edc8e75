"""Where an export may be written: what is a scholar's own stays, what an earlier export left behind goes."""

import shutil
from pathlib import Path

import pytest

from tei_archive import api
from tei_archive.errors import ExportError
from tei_archive.exporting import CsvTables, Site

LETTER = (
    "Note of the envoy of Torland in Marenia to the minister of foreign affairs of Marenia, Tarik Osman.\n\n"
    "May 3, 1922 no. 12\n\nMr. Minister,\n\nThe ferry is late.\n\nLindt\n"
)
SITE, TABLE = Site(), CsvTables()


@pytest.fixture(scope="session")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("targets")
    text = folder / "papers.txt"
    text.write_text(f"{LETTER}\n{LETTER.replace('12', '13')}", encoding="utf-8")
    api.segment([text], folder / "edition")
    return folder / "edition"


@pytest.fixture
def edition(_made: Path, tmp_path: Path) -> Path:
    """A fresh copy of an edition of two documents."""
    return shutil.copytree(_made, tmp_path / "edition")


def content(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# -- a folder ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("missing", [(), ("tei-archive.toml",), ("tei-archive.toml", "unclaimed.xml", "ledger.jsonl")])
@pytest.mark.parametrize("below", ["", "tei", "sources"])
def test_a_site_is_never_written_over_an_edition(
    edition: Path, tmp_path: Path, missing: tuple[str, ...], below: str
) -> None:
    other = shutil.copytree(edition, tmp_path / "other")
    for name in missing:
        (other / name).unlink()
    before = content(other)
    with pytest.raises(ExportError, match="an edition") as caught:
        api.export(SITE, edition, other / below)
    assert caught.value.hint
    assert content(other) == before


def test_a_site_is_not_written_over_its_own_edition(edition: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = content(edition)
    monkeypatch.chdir(edition)
    for out in (Path(), Path("tei"), Path("site/..")):
        with pytest.raises(ExportError, match="an edition"):
            api.export(SITE, edition, out)
    assert content(edition) == before


def test_a_site_in_the_edition_can_be_made_again(edition: Path) -> None:
    api.export(SITE, edition, edition / "site")
    before = content(edition)
    again = api.export(SITE, edition, edition / "site")
    assert content(edition) == before
    assert (again.kept, again.removed) == ((), ())


def test_a_page_of_somebody_else_stays(edition: Path, tmp_path: Path) -> None:
    page = tmp_path / "site" / "index.html"
    page.parent.mkdir()
    page.write_text("mine", encoding="utf-8")
    for _ in range(2):
        done = api.export(SITE, edition, tmp_path / "site")
        assert (page.read_text(encoding="utf-8"), done.kept) == ("mine", (page,))
        assert page not in done.files


def test_stale_pages_go_unless_they_were_edited(edition: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    api.export(SITE, edition, site)
    stale, edited = site / "documents" / "papers-d002.html", site / "texts" / "papers-d002.txt"
    edited.write_text("mine", encoding="utf-8")
    (edition / "tei" / "papers-d002.xml").unlink()
    done = api.export(SITE, edition, site)
    assert stale in done.removed
    assert not stale.exists()
    assert done.kept == (edited,)
    assert edited.read_text(encoding="utf-8") == "mine"


# -- a table -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["tei-archive.toml", "tei/papers-d001.xml", "sources/papers.txt", "registers.xml"])
def test_a_table_replaces_no_file_of_the_edition(edition: Path, name: str) -> None:
    before = content(edition)
    with pytest.raises(ExportError) as caught:
        api.export(TABLE, edition, edition / name)
    assert caught.value.hint
    assert content(edition) == before


@pytest.mark.parametrize("name", ["tei/new.xml", "sources/new.txt"])
def test_a_table_does_not_become_part_of_the_edition(edition: Path, name: str) -> None:
    with pytest.raises(ExportError, match="an edition"):
        api.export(TABLE, edition, edition / name)


@pytest.mark.parametrize("text", ["a letter\n", "", "id\r\n", "id,source,start\r\nx,y,0\r\n"])
def test_a_table_replaces_no_file_but_a_table_of_ours(edition: Path, tmp_path: Path, text: str) -> None:
    other = tmp_path / "letters.txt"
    other.write_bytes(text.encode())
    with pytest.raises(ExportError, match="not a file that"):
        api.export(TABLE, edition, other)
    assert other.read_bytes() == text.encode()
    assert not other.with_name("letters.txt-metadata.json").exists()


@pytest.mark.parametrize("text", ["mine", "{}", '{"tableSchema": {"columns": []}}', "[]"])
def test_a_table_replaces_no_description_of_somebody_else(edition: Path, tmp_path: Path, text: str) -> None:
    table, other = tmp_path / "letters.csv", tmp_path / "letters.csv-metadata.json"
    other.write_text(text, encoding="utf-8")
    with pytest.raises(ExportError, match="not a file that"):
        api.export(TABLE, edition, table)
    assert other.read_text(encoding="utf-8") == text
    assert not table.exists()


def test_a_table_replaces_a_table_with_or_without_a_byte_order_mark(edition: Path, tmp_path: Path) -> None:
    table = tmp_path / "letters.csv"
    for bom in (True, False, True):
        api.export(CsvTables(bom=bom), edition, table)
        assert table.read_bytes().startswith(b"\xef\xbb\xbf") is bom
