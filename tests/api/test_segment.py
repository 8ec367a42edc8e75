"""`segment` from end to end: what it writes, what it leaves alone, and what it refuses without a trace."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tei_archive import api
from tei_archive.errors import ProfileError, ReadingError, TeiArchiveError
from tei_archive.model.folder import PROJECT_FILE

HEADING = "Note of the envoy of Torland in Marenia to the minister of foreign affairs of Marenia, Tarik Osman."
FIRST = f"{HEADING}\n\nMay 3, 1922 no. 12\n\nMr. Minister,\n\nThe ferry is late.\n\nLindt\n"
SECOND = f"{HEADING}\n\nMay 4, 1922 no. 13\n\nMr. Minister,\n\nThe ferry has come.\n\nLindt\n"
SOVIET = "Telegram of the envoy of the USSR in Torland in the NKID of the USSR\n\nMay 3, 1937 soviet secret\n\nSnow.\n"
PLAIN = "Velmar, 3rd of March 1894\n\nDear Agnes,\n\nThe trunk has come.\n\nYours truly,\n\nJohanna Halvard\n"
SETTINGS = '[edition]\ntitle = "Papers on the ferry"\nsiglum = "ferry"\nprofile = "base-en"\nversion = "2.1"\n'


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """A source with two documents."""
    return write(tmp_path / "papers.txt", FIRST + "\n" + SECOND)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where the edition goes."""
    return tmp_path / "edition"


def test_the_first_run_writes_the_files_of_an_edition(text: Path, out: Path) -> None:
    report = api.segment([text], out)
    assert sorted(content(out)) == [
        "ledger.jsonl",
        "registers.xml",
        "sources/papers.txt",
        "tei-archive.toml",
        "tei/papers-d001.xml",
        "tei/papers-d002.xml",
        "unclaimed.xml",
        "written.sha256",
    ]
    assert (len(report.written), report.kept, report.removed) == (4, (), ())


def test_the_second_run_changes_nothing(text: Path, out: Path) -> None:
    api.segment([text], out)
    before = content(out)
    report = api.segment([text], out)
    assert content(out) == before
    assert (report.written, report.kept, report.removed) == ((), (), ())


@pytest.mark.parametrize("words", ["by the old rule:nobody hurries", 'as in <hi ana="rule:nobody">'])
def test_words_of_a_letter_are_no_rule(text: Path, out: Path, words: str) -> None:
    text.write_text(text.read_text(encoding="utf-8").replace("late.", f"late, {words}."), "utf-8")
    api.segment([text], out)
    assert "rule.nobody" not in (out / "registers.xml").read_text(encoding="utf-8")


def test_only_what_changes_is_written(text: Path, out: Path) -> None:
    api.segment([text], out)
    for path in (text, out / "sources" / "papers.txt"):
        write(path, FIRST.replace("late", "slow") + "\n" + SECOND)
    assert [path.name for path in api.segment([text], out).written][:1] == ["papers-d001.xml"]
    assert "slow" in (out / "tei" / "papers-d001.xml").read_text(encoding="utf-8")


def test_the_same_texts_make_the_same_bytes_wherever_they_stand(text: Path, out: Path, tmp_path: Path) -> None:
    other = write(tmp_path / "elsewhere" / "papers.txt", text.read_text(encoding="utf-8"))
    api.segment([text], out)
    api.segment([other], tmp_path / "other")
    assert content(out) == content(tmp_path / "other")


def test_the_order_in_which_python_has_a_set_does_not_matter(tmp_path: Path) -> None:
    letter = "G. A. {} to G. A. {}\n\nHalm, March 3, 1894.\n\nSir,\n\nThe ferry is mended.\n\nReiner\n\n"
    both = letter.format("Reiner", "Halm") + letter.format("Halm", "Reiner")
    aside = "The ferry is mended.\n\nG. A. Strakencz to G. A. Reiner\n\nNobody pays.\n\n"
    text = write(tmp_path / "both.txt", (both * 3 + aside) * 5)
    found = set()
    for seed in range(6):
        out = tmp_path / f"edition-{seed}"
        command = [sys.executable, "-m", "tei_archive", "segment", str(text), "--out", str(out)]
        environment = os.environ | {"PYTHONHASHSEED": str(seed)}
        subprocess.run(command, env=environment, capture_output=True, check=True)
        found.add(tuple(content(out).items()))
    assert len(found) == 1


def test_the_order_of_the_sources_does_not_matter(text: Path, out: Path, tmp_path: Path) -> None:
    other = write(tmp_path / "a.txt", PLAIN)
    settings = write(tmp_path / "settings.toml", SETTINGS)
    api.segment([text, other], out, settings=settings)
    api.segment([other, text], tmp_path / "other", settings=settings)
    assert content(out) == content(tmp_path / "other")


def test_a_file_edited_by_hand_is_kept_byte_for_byte(text: Path, out: Path) -> None:
    api.segment([text], out)
    edited = out / "tei" / "papers-d001.xml"
    mine = edited.read_bytes().replace(b"late", b"<hi>late</hi>")
    edited.write_bytes(mine)
    for _ in range(2):
        report = api.segment([text], out)
        assert report.kept == (edited,)
        assert edited.read_bytes() == mine


@pytest.mark.parametrize("name", ["registers.xml", "unclaimed.xml"])
def test_an_edited_register_is_kept(text: Path, out: Path, name: str) -> None:
    api.segment([text], out)
    mine = (out / name).read_bytes() + b"<!-- seen -->\n"
    (out / name).write_bytes(mine)
    assert api.segment([text], out).kept == (out / name,)
    assert (out / name).read_bytes() == mine


def test_an_edit_that_is_undone_is_no_edit(text: Path, out: Path) -> None:
    api.segment([text], out)
    edited = out / "tei" / "papers-d001.xml"
    machine = edited.read_bytes()
    edited.write_bytes(machine + b"<!-- seen -->\n")
    api.segment([text], out)
    edited.write_bytes(machine)
    assert api.segment([text], out).kept == ()


def test_what_an_edit_was_made_of_is_remembered(text: Path, out: Path) -> None:
    api.segment([text], out)
    edited = out / "tei" / "papers-d001.xml"
    machine = edited.read_bytes()
    edited.write_bytes(machine + b"<!-- seen -->\n")
    api.segment([text], out)
    edited.write_bytes(machine)
    write(out / PROJECT_FILE, SETTINGS.replace('"ferry"\np', '"papers"\np'))
    assert api.segment([text], out).kept == ()
    assert b"Papers on the ferry" in edited.read_bytes()


def test_without_a_manifest_what_is_as_the_machine_writes_it_is_no_edit(text: Path, out: Path) -> None:
    api.segment([text], out)
    before = content(out)
    (out / "written.sha256").unlink()
    assert api.segment([text], out).kept == ()
    assert content(out) == before


def test_a_file_deleted_by_hand_is_written_again(text: Path, out: Path) -> None:
    api.segment([text], out)
    (out / "tei" / "papers-d001.xml").unlink()
    assert api.segment([text], out).kept == ()
    assert (out / "tei" / "papers-d001.xml").exists()


def test_a_file_of_somebody_else_is_neither_overwritten_nor_removed(text: Path, out: Path) -> None:
    mine = write(out / "tei" / "papers-d001.xml", "<TEI/>")
    other = write(out / "tei" / "notes.xml", "<TEI/>")
    report = api.segment([text], out)
    assert "papers-d001" not in {document.id for document in report.edition.documents}
    assert report.kept == ()
    assert mine.read_text(encoding="utf-8") == other.read_text(encoding="utf-8") == "<TEI/>"


def test_an_edited_file_that_is_broken_is_named_before_anything_is_written(text: Path, out: Path) -> None:
    api.segment([text], out)
    write(out / "tei" / "papers-d001.xml", "<TEI>")
    before = content(out)
    with pytest.raises(ReadingError, match="not well-formed") as caught:
        api.segment([text], out)
    assert caught.value.where is not None
    assert caught.value.where.path.endswith("papers-d001.xml")
    assert content(out) == before


@pytest.mark.parametrize("is_edited", [False, True])
def test_the_file_of_a_document_that_is_no_more_disappears_only_if_unedited(
    text: Path, out: Path, *, is_edited: bool
) -> None:
    api.segment([text], out)
    gone = out / "tei" / "papers-d002.xml"
    if is_edited:
        gone.write_bytes(gone.read_bytes() + b"<!-- seen -->\n")
    (out / "sources" / "papers.txt").write_text(FIRST, encoding="utf-8")
    text.write_text(FIRST, encoding="utf-8")
    report = api.segment([text], out)
    assert gone.exists() is is_edited
    assert (report.kept, report.removed) == (((gone,), ()) if is_edited else ((), (gone,)))


def test_the_manifest_has_the_checksums_of_what_was_written(text: Path, out: Path) -> None:
    api.segment([text], out)
    lines = (out / "written.sha256").read_text(encoding="utf-8").splitlines()
    found = dict(reversed(line.split("  ", 1)) for line in lines)
    assert found == {
        name: hashlib.sha256(data).hexdigest() for name, data in content(out).items() if name.endswith(".xml")
    }


@pytest.mark.parametrize("line", [b"nonsense", b"0" * 64 + b"  /a/b.xml", b"0" * 64 + b"  ../papers.txt", b"caf\xe9"])
def test_a_manifest_that_is_none_is_refused(text: Path, out: Path, tmp_path: Path, line: bytes) -> None:
    api.segment([text], out)
    with (out / "written.sha256").open("ab") as manifest:
        manifest.write(line + b"\n")
    before = content(out)
    with pytest.raises(ReadingError) as caught:
        api.segment([write(tmp_path / "later.txt", FIRST)], out)
    assert caught.value.where is not None
    assert caught.value.where.line == 5
    assert content(out) == before
    assert text.exists()


def test_sources_are_copied_to_the_byte_and_never_altered(out: Path, tmp_path: Path) -> None:
    source = tmp_path / "papers.txt"
    raw = b"\xef\xbb\xbf" + FIRST.replace("\n", "\r\n").encode() + b"\r\n\r\n"
    source.write_bytes(raw)
    api.segment([source], out)
    api.segment([source], out)
    assert source.read_bytes() == (out / "sources" / "papers.txt").read_bytes() == raw


def test_a_source_added_later_joins_the_edition(text: Path, out: Path, tmp_path: Path) -> None:
    api.segment([text], out)
    report = api.segment([write(tmp_path / "later.txt", FIRST)], out)
    assert [source.name for source in report.edition.sources] == ["later.txt", "papers.txt"]
    assert len(report.edition.documents) == 3
    assert {one.id.rpartition("-")[0] for one in report.edition.documents} == {"papers"}


def test_a_source_of_the_edition_may_be_named_again(text: Path, out: Path) -> None:
    api.segment([text], out)
    before = content(out)
    api.segment([out / "sources" / "papers.txt"], out)
    assert content(out) == before


def test_another_text_of_the_same_name_is_refused_and_nothing_is_written(text: Path, out: Path, tmp_path: Path) -> None:
    api.segment([text], out)
    before = content(out)
    with pytest.raises(ReadingError, match="another text of that name"):
        api.segment([write(tmp_path / "elsewhere" / "papers.txt", FIRST)], out)
    assert content(out) == before


def test_two_given_texts_of_one_name_are_refused(text: Path, out: Path, tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="another text of that name"):
        api.segment([text, write(tmp_path / "elsewhere" / "papers.txt", FIRST)], out)
    assert not out.exists()


def test_settings_given_begin_the_edition_and_its_own_come_first_ever_after(
    text: Path, out: Path, tmp_path: Path
) -> None:
    settings = write(tmp_path / "settings.toml", SETTINGS)
    assert api.segment([text], out, settings=settings).project.version == "2.1"
    write(tmp_path / "settings.toml", SETTINGS.replace("2.1", "3.0"))
    assert api.segment([text], out, settings=settings).project.version == "2.1"
    write(out / PROJECT_FILE, SETTINGS.replace("2.1", "4.0"))
    assert api.segment([text], out).project.version == "4.0"


def test_the_profile_named_comes_before_that_of_the_settings(text: Path, out: Path, tmp_path: Path) -> None:
    settings = write(tmp_path / "settings.toml", SETTINGS)
    assert api.segment([text], out, settings=settings).profile == "base-en"
    assert api.segment([text], out, settings=settings, profile="soviet-diplomatic-en").profile == "soviet-diplomatic-en"


def test_settings_are_never_written_again(text: Path, out: Path) -> None:
    api.segment([text], out)
    mine = (out / PROJECT_FILE).read_bytes() + b"# mine\n"
    (out / PROJECT_FILE).write_bytes(mine)
    api.segment([text], out)
    assert (out / PROJECT_FILE).read_bytes() == mine


@pytest.mark.parametrize(("words", "profile"), [(SOVIET, "soviet-diplomatic-en"), (PLAIN, "letters-en")])
def test_without_a_profile_the_one_with_the_best_evidence_is_taken(
    out: Path, tmp_path: Path, words: str, profile: str
) -> None:
    report = api.segment([write(tmp_path / "papers.txt", words)], out)
    assert (report.profile, report.project.profile) == (profile, profile)


def test_a_profile_can_be_a_file(text: Path, out: Path, tmp_path: Path) -> None:
    own = '[profile]\nname = "mine"\ntitle = "Mine"\nlanguage = "en"\nextends = "base-en"\n'
    report = api.segment([text], out, profile=write(tmp_path / "mine.toml", own))
    assert report.profile == "mine"


@pytest.mark.parametrize(
    ("name", "siglum"),
    [
        ("Kars 1921.txt", "kars-1921"),
        ("1921.txt", "e-1921"),
        ("Письма.txt", "edition"),
        ("a_b.c.txt", "a-b.c"),
        ("--.txt", "edition"),
    ],
)
def test_the_siglum_is_made_from_the_name_of_the_file(out: Path, tmp_path: Path, name: str, siglum: str) -> None:
    report = api.segment([write(tmp_path / name, FIRST)], out)
    assert report.project.siglum == siglum
    assert [one.id for one in report.edition.documents] == [f"{siglum}-d001"]
    assert api.validate([out]).clean


def test_a_text_without_documents_makes_an_edition_with_a_rest(out: Path, tmp_path: Path) -> None:
    report = api.segment([write(tmp_path / "papers.txt", "Salt, nine.\nTimber, four.\n")], out)
    assert report.edition.documents == ()
    assert (out / "unclaimed.xml").exists()


def test_what_is_written_is_valid(text: Path, out: Path) -> None:
    api.segment([text], out)
    assert api.validate([out]).findings == ()


REFUSED = {
    "missing": ("nowhere.txt", None),
    "a folder": (".", None),
    "empty": ("papers.txt", b""),
    "white space": ("papers.txt", b" \n \n"),
    "not UTF-8": ("papers.txt", b"one\ntwo \x92\n"),
    "control characters": ("papers.txt", b"one\n\x00two\n"),
}


@pytest.mark.parametrize(("name", "data"), REFUSED.values(), ids=REFUSED.keys())
def test_a_text_that_cannot_be_read_is_refused_without_a_trace(
    out: Path, tmp_path: Path, name: str, data: bytes | None
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(ReadingError) as caught:
        api.segment([tmp_path / name], out)
    assert caught.value.hint
    assert caught.value.where is not None
    assert not out.exists()


@pytest.mark.parametrize(
    "settings", ["", "[edition", '[edition]\ntitle = "T"\nsiglum = "1"\n', f"{SETTINGS}colour = 'red'\n"]
)
def test_settings_that_cannot_be_read_are_refused_without_a_trace(
    text: Path, out: Path, tmp_path: Path, settings: str
) -> None:
    with pytest.raises(ReadingError):
        api.segment([text], out, settings=write(tmp_path / "settings.toml", settings))
    with pytest.raises(ReadingError):
        api.segment([text], out, settings=tmp_path / "nowhere.toml")
    assert not out.exists()


def test_a_profile_that_is_none_is_refused_without_a_trace(text: Path, out: Path, tmp_path: Path) -> None:
    for profile in ("ottoman-en", write(tmp_path / "mine.toml", "[profile")):
        with pytest.raises(ProfileError):
            api.segment([text], out, profile=profile)
    assert not out.exists()


def test_a_folder_that_cannot_be_written_is_an_error(text: Path, tmp_path: Path) -> None:
    write(tmp_path / "file", "no folder")
    with pytest.raises(TeiArchiveError) as caught:
        api.segment([text], tmp_path / "file" / "edition")
    assert caught.value.hint


BAD_RUNS = {
    "missing": (["nowhere.txt"], "nowhere.txt: cannot be read"),
    "not UTF-8": (["latin.txt"], "latin.txt:2: byte 0xe9 is not UTF-8"),
    "no such profile": (["papers.txt", "--profile", "ottoman-en"], "there is no profile 'ottoman-en'"),
    "bad settings": (["papers.txt", "--settings", "bad.toml"], "bad.toml:3: the siglum '1' cannot begin an xml:id"),
}


@pytest.mark.slow
@pytest.mark.parametrize(("words", "message"), BAD_RUNS.values(), ids=BAD_RUNS.keys())
def test_a_refusal_on_the_command_line_is_one_error_and_a_hint(
    text: Path, tmp_path: Path, words: list[str], message: str
) -> None:
    (tmp_path / "latin.txt").write_bytes("one\ncafé".encode("latin-1"))
    write(tmp_path / "bad.toml", SETTINGS.replace('ferry"\np', '1"\np'))
    done = tei_archive(tmp_path, "segment", *words, "--out", "edition")
    assert done.returncode == 2
    assert done.stdout == ""
    errors = [line for line in done.stderr.splitlines() if line]
    assert [line.split(":")[0].strip() for line in errors] == ["error", "hint"]
    assert message in errors[0]
    assert not (tmp_path / "edition").exists()


@pytest.mark.slow
def test_the_exit_code_tells_whether_an_edit_was_kept(text: Path, tmp_path: Path) -> None:
    assert tei_archive(tmp_path, "segment", text.name, "--out", "edition").returncode == 0
    edited = tmp_path / "edition" / "tei" / "papers-d001.xml"
    edited.write_bytes(edited.read_bytes() + b"<!-- seen -->\n")
    done = tei_archive(tmp_path, "segment", text.name, "--out", "edition")
    assert done.returncode == 1
    assert "papers-d001.xml" in done.stderr


def tei_archive(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tei_archive", *words], cwd=folder, capture_output=True, text=True, check=False
    )


def write(path: Path, words: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, encoding="utf-8", newline="\n")
    return path


def content(folder: Path) -> Mapping[str, bytes]:
    """All files of a folder, by their names."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
