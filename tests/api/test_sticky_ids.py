"""A document keeps its id, whatever is found around it in a later run."""

from pathlib import Path

from tei_archive import api

NOTE = (
    "Note from the consul of Ruritania in {place} to the minister for forests, Ewald Reiner.\n\n"
    "{day}\n\n{text}\n\nHalm\n\n"
)
FIRST = NOTE.format(place="Zenda", day="June 9, 1894", text="The forest is on fire.")
SECOND = NOTE.format(place="Strelsau", day="June 12, 1894", text="The fire has reached the river and crossed it.")
BETWEEN = NOTE.format(place="Hentzau", day="June 10, 1894", text="We see smoke in the west.")


def segment(folder: Path, **texts: str) -> dict[str, str]:
    """Segment texts into the edition of a folder; give back the ids of its documents by their dates."""
    paths = []
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        paths.append(folder / f"{name}.txt")
    report = api.segment(paths, folder / "edition", profile="base-en")
    return {document.date.value.edtf: document.id for document in report.edition.documents if document.date}


def test_a_source_that_comes_first_by_name_renumbers_nothing(tmp_path: Path) -> None:
    assert segment(tmp_path, m=FIRST + SECOND) == {"1894-06-09": "m-d001", "1894-06-12": "m-d002"}
    edited = tmp_path / "edition" / "tei" / "m-d001.xml"
    edited.write_text(edited.read_text(encoding="utf-8").replace("on fire", "<hi>on fire</hi>"), encoding="utf-8")
    ids = segment(tmp_path, a=BETWEEN)
    assert ids == {"1894-06-10": "m-d003", "1894-06-09": "m-d001", "1894-06-12": "m-d002"}
    assert "<hi>on fire</hi>" in edited.read_text(encoding="utf-8")
    assert "smoke" in (tmp_path / "edition" / "tei" / "m-d003.xml").read_text(encoding="utf-8")
    assert api.validate([tmp_path / "edition"]).clean


def test_a_document_found_between_two_others_gets_a_letter(tmp_path: Path) -> None:
    segment(tmp_path, m=FIRST + SECOND)
    (tmp_path / "edition" / "sources" / "m.txt").write_text(FIRST + BETWEEN + SECOND, encoding="utf-8")
    for file in (tmp_path / "edition" / "tei").iterdir():
        shift = f"char={len(FIRST)},"
        moved = file.read_text(encoding="utf-8").replace(shift, f"char={len(FIRST + BETWEEN)},")
        end, new = len((FIRST + SECOND).rstrip()), len((FIRST + BETWEEN + SECOND).rstrip())
        file.write_text(moved.replace(f',{end}"', f',{new}"'), encoding="utf-8")
    report = api.segment([tmp_path / "edition" / "sources" / "m.txt"], tmp_path / "edition", profile="base-en")
    assert [document.id for document in report.edition.documents] == ["m-d001", "m-d001a", "m-d002"]


def test_the_order_in_which_sources_are_given_does_not_matter(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    assert segment(tmp_path / "one", a=FIRST, b=SECOND) == segment(tmp_path / "two", b=SECOND, a=FIRST)
