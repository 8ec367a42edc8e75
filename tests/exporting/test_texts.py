"""Plain texts: a file a letter, or one file whose letters can be told apart."""

from pathlib import Path

import pytest
from editions import EVIL, hostile_edition

from tei_archive import api
from tei_archive.errors import ExportError
from tei_archive.exporting import LetterTexts, VolumeText
from tei_archive.tei import EncodedEdition


def test_a_file_a_letter_with_its_enclosures(zenda: EncodedEdition) -> None:
    found = {str(file.path): file.content.decode() for file in LetterTexts().files(zenda)}
    assert list(found) == ["zenda-d001.txt", "zenda-d002.txt", "zenda-d003.txt"]
    assert found["zenda-d001.txt"] == (
        "To the regent\n\nStrelsau, March 3, 1894\n\nI accept.\n\nEnclosed:\na list\n\nThree crowns.\n"
    )


def test_one_file_with_all_can_be_taken_apart(zenda: EncodedEdition) -> None:
    (file,) = VolumeText().files(zenda, "letters.txt")
    first, *letters = file.content.decode().split("\f")
    apart = {f"{letter.split(chr(10), 1)[0]}.txt": letter.split("\n\n", 1)[1] for letter in letters}
    assert first == ""
    assert apart == {str(text.path): text.content.decode() for text in LetterTexts().files(zenda)}


def test_hostile_words_stay_what_they_are(tmp_path: Path) -> None:
    edition = hostile_edition(tmp_path)
    texts = [file.content.decode() for file in LetterTexts().files(edition)]
    assert texts == [EVIL.strip() + "\n"] * 2


def test_an_id_that_is_no_file_name_is_refused(tmp_path: Path) -> None:
    edition = hostile_edition(tmp_path)
    file = tmp_path / "tei" / "evil-d001.xml"
    file.write_text(file.read_text(encoding="utf-8").replace('"evil-d001"', '"../../etc"', 1), encoding="utf-8")
    with pytest.raises(ExportError, match="cannot be the name of a file"):
        api.render(LetterTexts(), edition.folder)


def test_only_a_text_of_ours_is_replaced(tmp_path: Path, repository: Path) -> None:
    folder, out = repository / "corpus" / "kars-1921", tmp_path / "letters.txt"
    api.export(VolumeText(), folder, out)
    api.export(VolumeText(), folder, out)
    out.write_text("mine", encoding="utf-8")
    with pytest.raises(ExportError, match="not a file that"):
        api.export(VolumeText(), folder, out)
