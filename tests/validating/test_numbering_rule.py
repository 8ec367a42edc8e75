"""Numbers of the printed edition: which gaps and repetitions are reported, and where the rule holds its tongue."""

from pathlib import Path

import pytest

from tei_archive.validating import collect_files
from tei_archive.validating.rules.numbering import find_flaws_of_numbering
from tei_archive.validating.well_formed import check_well_formed

LETTER = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{id}"><teiHeader>{number}</teiHeader>
<text><body><div source="raw:{source}.txt#char={start},{end}"><p>x</p></div></body></text></TEI>"""
NUMBER = '<idno type="docNumber" subtype="edition">{}</idno>'


def write(folder: Path, numbers: str, source: str = "a", *, backwards: bool = False) -> None:
    """Write a letter for each number, in the order of the source; a hyphen is a letter without number."""
    for name in ("tei", "sources"):
        (folder / name).mkdir(exist_ok=True)
    for place, words in enumerate(numbers.split(",")):
        name = f"{source}-{999 - place if backwards else place:03}"
        number = "" if words.strip() == "-" else NUMBER.format(words.strip())
        text = LETTER.format(id=name, number=number, source=source, start=place * 10, end=place * 10 + 9)
        (folder / "tei" / f"{name}.xml").write_text(text, encoding="utf-8")


def messages(*paths: Path) -> list[str]:
    batch = check_well_formed(collect_files(paths)).batch
    return [finding.message for group in batch.groups for finding in find_flaws_of_numbering(group)]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ("1,2,3", []),
        ("1,2,4,5", ["number 3 is missing: 4 follows 2 of a-001.xml"]),
        ("1,2,3,7,8", ["numbers 4 to 6 are missing: 7 follows 3 of a-002.xml"]),
        ("1,2,2,3", ["the number 2 is that of a-001.xml too"]),
        ("I,II,IV", ["number 3 is missing: IV follows II of a-001.xml"]),
        ("1,2,5,8,10,11,12", ["numbers 3 and 4 are", "numbers 6 and 7 are", "number 9 is"]),
        ("1,2,2a,2 b,3", []),
        ("1,2,3,4,5,6,7,8,9,III,10", []),
        ("1,2 bis,2 Bis,3", ["the number 2 Bis is that of a-001.xml too"]),
        ("12,13,15,-", ["number 14 is missing: 15 follows 13 of a-001.xml"]),
        ("1,2,3,4,5,6,7,8,9,10,13,11,14", ["number 12 is missing: 14 follows 11 of a-011.xml"]),
        ("1,2,3,4,5,6,7,12,10,14,15", ["numbers 8 and 9 are", "numbers 11 and 13 are"]),
    ],
)
def test_what_is_left_out_or_repeated(tmp_path: Path, numbers: str, expected: list[str]) -> None:
    write(tmp_path, numbers)
    found = messages(tmp_path)
    assert len(found) == len(expected)
    assert all(said.startswith(start) for said, start in zip(found, expected, strict=True))


@pytest.mark.parametrize(
    ("numbers", "why"),
    [
        ("1", "one number is no sequence"),
        ("1,3,-,-", "half of the letters have a number, not most"),
        ("3,1,2,5,4,8", "the numbers do not rise"),
        ("1,2,3,1,2,4", "the numbers begin anew"),
        ("3,17,40,112", "a choice of letters"),
        ("one,two,four", "words do not count"),
        ("-,-", "no numbers at all"),
    ],
)
def test_where_nothing_is_said(tmp_path: Path, numbers: str, why: str) -> None:
    write(tmp_path, numbers)
    assert messages(tmp_path) == [], why


def test_one_misread_number_hides_no_gap_and_is_named_as_what_stands_between(tmp_path: Path) -> None:
    write(tmp_path, "1,2,3,4,5862,6,7,9,10,11")
    batch = check_well_formed(collect_files([tmp_path])).batch
    (first, second) = (finding for group in batch.groups for finding in find_flaws_of_numbering(group))
    assert (first.message[:19], second.message[:19]) == ("number 5 is missing", "number 8 is missing")
    assert first.hint == "look at what stands between: a-004.xml"
    assert (second.hint or "").startswith("look in a.txt before this document")


def test_each_source_is_counted_for_itself(tmp_path: Path) -> None:
    write(tmp_path, "1,2,3", "a")
    write(tmp_path, "1,2,4", "b")
    assert messages(tmp_path) == ["number 3 is missing: 4 follows 2 of b-001.xml"]


def test_the_order_is_that_of_the_source_and_not_of_the_names(tmp_path: Path) -> None:
    write(tmp_path, "1,2,4", backwards=True)
    assert messages(tmp_path) == ["number 3 is missing: 4 follows 2 of a-998.xml"]


def test_nothing_is_missing_where_only_some_files_were_given(tmp_path: Path) -> None:
    write(tmp_path, "1,2,3")
    assert messages(tmp_path / "tei" / "a-000.xml", tmp_path / "tei" / "a-002.xml") == []
