"""Volumes linked together: a letter of one edition answers a letter of another, which stays as it is."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from tei_archive import api
from tei_archive.cli import main
from tei_archive.errors import ReadingError
from tei_archive.exporting import Site
from tei_archive.model import Relation

INSTRUCTION = (
    "Mr. Halm to Mr. Tarn.\n\n[No. 12.]\n\nDepartment of State, Washington, June 3, 1894.\n\n"
    "Sir: The key of the chapel at Zenda is asked for.\n\nI am, sir, etc.,\n\nE. Halm.\n"
)
DESPATCH = (
    "Mr. Tarn to Mr. Halm.\n\n[No. 15.]\n\nLegation of the United States, Strelsau, June 19, 1894.\n\n"
    "Sir: I have the honor to acknowledge the receipt of your No. 12 of the 3rd instant. The key is lost.\n\n"
    "I have the honor to be, sir, your obedient servant,\n\nK. Tarn.\n"
)
SECOND_ID = "second-d001"


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """A finished edition; its folder has a blank in its name."""
    return edition(tmp_path / "first.txt", INSTRUCTION, tmp_path / "volume one")


def test_a_letter_answers_one_of_another_volume(first: Path, tmp_path: Path) -> None:
    before = content(first)
    second = edition(tmp_path / "second.txt", DESPATCH, tmp_path / "two", first)
    assert replies(second) == {(SECOND_ID, Relation.IS_REPLY_TO, "first-d001")}
    assert 'target="../../volume%20one/tei/first-d001.xml"' in text_of(second, SECOND_ID)
    assert 'Halm to Tarn, <date when="1894-06-03">3 June 1894</date> (no. 12)' in text_of(second, SECOND_ID)
    assert content(first) == before
    assert api.validate([second]).findings == ()


def test_without_the_other_volume_nothing_is_linked(tmp_path: Path) -> None:
    assert replies(edition(tmp_path / "second.txt", DESPATCH, tmp_path / "two")) == {
        (SECOND_ID, Relation.IS_REPLY_TO, None)
    }


def test_the_volume_that_is_answered_learns_of_it_when_it_is_run_again(first: Path, tmp_path: Path) -> None:
    second = edition(tmp_path / "second.txt", DESPATCH, tmp_path / "two", first)
    edition(tmp_path / "first.txt", INSTRUCTION, first, second)
    assert replies(first) == {("first-d001", Relation.HAS_REPLY, SECOND_ID)}
    report = api.validate([first, second])
    assert [finding for finding in report.findings if finding.code.startswith("TA4")] == []


def test_the_settings_of_a_new_edition_keep_the_volumes(first: Path, tmp_path: Path) -> None:
    second = edition(tmp_path / "second.txt", DESPATCH, tmp_path / "two", first)
    assert '[[volume]]\nfolder = "../volume one"' in (second / "tei-archive.toml").read_text(encoding="utf-8")
    before = content(second)
    edition(tmp_path / "second.txt", DESPATCH, second)
    assert content(second) == before


def test_chains_go_from_volume_to_volume(first: Path, tmp_path: Path) -> None:
    second = edition(tmp_path / "second.txt", DESPATCH, tmp_path / "two", first)
    assert api.chains([first, second]).chains == (("first-d001", SECOND_ID),)


def test_the_web_site_leads_to_no_page_that_it_has_not(first: Path, tmp_path: Path) -> None:
    second = edition(tmp_path / "second.txt", DESPATCH, tmp_path / "two", first)
    pages = api.render(Site(), second)
    page = next(page.content.decode() for page in pages if page.path.name == f"{SECOND_ID}.html")
    assert "Halm to Tarn, 3 June 1894 (no. 12)" in page
    assert not [address for address in re.findall(r'href="([^"]*)"', page) if "first-d001" in address]


@pytest.mark.parametrize("name", ["first", "third"])
def test_two_documents_of_the_same_id_are_refused(first: Path, tmp_path: Path, name: str) -> None:
    others = [first, edition(tmp_path / "first.txt", INSTRUCTION, tmp_path / "again")]
    with pytest.raises(ReadingError, match="another document has the id first-d001") as caught:
        edition(tmp_path / f"{name}.txt", DESPATCH, tmp_path / "out", *others[: 2 if name == "third" else 1])
    assert "siglum" in str(caught.value.hint)
    assert not (tmp_path / "out").exists()


def test_an_edition_is_no_other_volume_of_itself(first: Path, tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="no other volume of itself"):
        edition(tmp_path / "first.txt", INSTRUCTION, first, first)


def test_a_volume_that_is_no_edition_is_an_error_and_nothing_is_written(tmp_path: Path) -> None:
    write(tmp_path / "second.txt", DESPATCH)
    command = [
        "segment",
        str(tmp_path / "second.txt"),
        "--out",
        str(tmp_path / "two"),
        "--volume",
        str(tmp_path / "no"),
    ]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 2
    assert "Traceback" not in result.output
    assert not (tmp_path / "two").exists()


def edition(path: Path, text: str, out: Path, *volumes: Path) -> Path:
    """Segment a text into a folder, beside other volumes."""
    api.segment([write(path, text)], out, profile="us-diplomatic-en", volumes=volumes)
    return out


def replies(folder: Path) -> set[tuple[str, Relation, str | None]]:
    """What answers what in an edition, as its files say."""
    documents = (encoded.document for encoded in api.load_edition(folder).documents)
    return {
        (one.id, ref.relation, ref.target)
        for one in documents
        for ref in one.context
        if ref.relation in list(Relation)[:2]
    }


def text_of(folder: Path, id_: str) -> str:
    return (folder / "tei" / f"{id_}.xml").read_text(encoding="utf-8")


def content(folder: Path) -> Mapping[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path
