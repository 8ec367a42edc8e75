"""Mending: only what is wrong is changed, nothing is made worse, and a second time there is nothing more to do."""

from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tei_archive import api
from tei_archive.api import Effort, ValidationReport
from tei_archive.errors import Location, TeiArchiveError
from tei_archive.model import Finding, Fix, Severity, TagPart

SCHEMA = """default namespace = "http://www.tei-c.org/ns/1.0"
start = element TEI { p+ }
p = element p { attribute rend { "a" | "b" }?, attribute xml:lang { xsd:language }?, (text | persName | date)* }
persName = element persName { attribute role { "s" }?, (text | persName)* }
date = element date { attribute when { text }, text }
"""
WRONG = (
    "<persname>x</persname>", "<PersName role='S'>x</PersName>", "<persName role='s'/>", "<persNme/>", "<q>x</q>",
    "<date when='1894-3-3'>é</date>", "<date when='1894-13-3'/>", "<date/>", "<!-- <persname> -->", "&amp;", "\r\n",
    "<persname><persname Role='s'><persname/></persname></persname>", "<persname><q/><q/></persname>", "<p/>", "é",
    "<![CDATA[<persname>]]>", "<persname rolle='s' Role='s'/>", "<x:persname xmlns:x='urn:x'/>",
)  # fmt: skip
ATTRIBUTES = ("", " rend='A'", " Rend='b'", ' rend = "c"', " xml:lang='en_GB'", " xml:lang='en_'", " rend='a' REND='b'")


def write(folder: Path, words: str, name: str = "a.xml") -> Path:
    path = folder / name
    path.write_bytes(f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{words}</TEI>'.encode())
    return path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("fixing")
    (found / "letter.rnc").write_text(SCHEMA, encoding="utf-8")
    return found


def fix(*paths: Path, unsafe: bool = False, select: tuple[str, ...] = ()) -> ValidationReport:
    check = partial(api.validate, paths, schemas=[paths[0].parent / "letter.rnc"], effort=Effort(remembers=False))
    return api.fix(partial(check, select=select) if select else check, check, unsafe=unsafe)


def count(path: Path) -> int:
    return len(api.validate([path], schemas=[path.parent / "letter.rnc"], effort=Effort(remembers=False)).findings)


paragraphs = st.builds(
    "<p{}>{}</p>".format, st.sampled_from(ATTRIBUTES), st.lists(st.sampled_from(WRONG), max_size=4).map("".join)
)


@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(paragraphs, min_size=1, max_size=3).map("\r\n".join), st.booleans())
def test_never_more_findings_and_nothing_more_the_second_time(folder: Path, words: str, unsafe: bool) -> None:
    path = write(folder, words)
    before, content = count(path), path.read_bytes()
    report = fix(path, unsafe=unsafe)
    mended = path.read_bytes()
    assert len(report.findings) == count(path) <= before
    assert bool(report.mended) == (mended != content)
    assert mended.count(b"\r\n") == content.count(b"\r\n")
    again = fix(path, unsafe=unsafe)
    assert path.read_bytes() == mended
    assert again.mended == ()
    assert again.findings == report.findings


def test_what_is_inside_is_mended_in_further_rounds(folder: Path) -> None:
    path = write(folder, "<p>é<persname><PERSNAME Role='S'>x</PERSNAME ></persname></p>")
    report = fix(path)
    assert report.mended == ((path, 4),)
    assert path.read_text(encoding="utf-8").endswith(
        "<p>é<persName><persName role='s'>x</persName ></persName></p></TEI>"
    )
    assert report.findings == ()


@pytest.mark.parametrize(("unsafe", "name"), [(False, "persNme"), (True, "persName")])
def test_what_was_probably_meant_is_written_only_when_asked(folder: Path, unsafe: bool, name: str) -> None:
    path = write(folder, "<p><persNme/></p>")
    fix(path, unsafe=unsafe)
    assert f"<{name}/>" in path.read_text(encoding="utf-8")


def test_a_file_that_would_be_worse_stays_as_it_is_and_others_are_mended(folder: Path) -> None:
    worse = write(folder, "<p><persname><q/><q/></persname></p>", "worse.xml")
    better = write(folder, "<p><persname/></p>", "better.xml")
    content = worse.read_bytes()
    report = fix(worse, better)
    assert worse.read_bytes() == content
    assert (report.mended, report.refused) == (((better, 1),), (worse,))


def test_only_what_is_selected_is_mended(folder: Path) -> None:
    path = write(folder, "<p Rend='a'><persname/></p>")
    assert fix(path, select=("TA103",)).mended == ((path, 1),)
    assert path.read_text(encoding="utf-8").endswith("<p rend='a'><persname/></p></TEI>")


def test_a_fix_may_not_bring_out_more_than_it_mends(folder: Path) -> None:
    """What the element holds is looked at once it has its right name."""
    path = write(folder, "<p><persname><q/><q/></persname></p>")
    content = path.read_bytes()
    assert [finding.code for finding in fix(path, select=("TA10",)).findings] == ["TA101"]
    assert path.read_bytes() == content


def test_a_file_keeps_its_permissions_and_a_link_stays_a_link(folder: Path, tmp_path: Path) -> None:
    path = write(folder, "<p><persname/></p>", "linked.xml")
    path.chmod(0o640)
    link = folder / "link.xml"
    link.unlink(missing_ok=True)
    link.symlink_to(path)
    fix(link)
    assert link.is_symlink()
    assert "persName" in path.read_text(encoding="utf-8")
    assert path.stat().st_mode & 0o777 == 0o640


def test_the_sources_of_an_edition_are_never_changed(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "tei").mkdir()
    (tmp_path / "sources" / "letter.rnc").write_text(SCHEMA, encoding="utf-8")
    path = write(tmp_path / "sources", "<p><persname/></p>")
    content = path.read_bytes()
    assert fix(path).mended == ()
    assert path.read_bytes() == content


def test_a_check_that_breaks_off_leaves_the_files_as_they_were(tmp_path: Path) -> None:
    path = write(tmp_path, "<p/>")
    content = path.read_bytes()
    rename = Fix(TagPart.ELEMENT, "p", "q", safe=True)
    finding = Finding("TA101", Severity.ERROR, "x", Location(str(path), 1, 42), fix=rename)
    reports = iter([ValidationReport((finding,), (path,))])

    def check() -> ValidationReport:
        for report in reports:
            return report
        assert path.read_bytes() != content
        raise TeiArchiveError("broken off")

    with pytest.raises(TeiArchiveError, match="broken off"):
        api.fix(check, check)
    assert path.read_bytes() == content
    assert [child.name for child in tmp_path.iterdir()] == ["a.xml"]


def test_where_another_file_gets_worse_all_is_taken_back(tmp_path: Path) -> None:
    path, other = write(tmp_path, "<p/>"), write(tmp_path, "<p/>", "b.xml")
    content = path.read_bytes()
    rename = Fix(TagPart.ELEMENT, "p", "q", safe=True)
    own = Finding("TA101", Severity.ERROR, "x", Location(str(path), 1, 42), fix=rename)
    others = Finding("TA204", Severity.ERROR, "y", Location(str(other)))

    def check() -> ValidationReport:
        return ValidationReport((own,) if path.read_bytes() == content else (others,), (path, other))

    report = api.fix(check, check)
    assert path.read_bytes() == content
    assert (report.mended, report.refused) == ((), (path,))


def test_what_is_kept_from_an_earlier_run_has_its_fixes_too(folder: Path) -> None:
    path = write(folder, "<p Rend='A'><persname/><persNme/></p>")
    check = partial(api.validate, [path], schemas=[folder / "letter.rnc"])
    first, again = check(), check()
    assert again.findings == first.findings == check(effort=Effort(remembers=False)).findings
    assert all(finding.fix and finding.xpath and finding.link for finding in again.findings)
    assert api.fix(check, check, unsafe=True).mended == ((path, 4),)
    assert check().findings == ()
