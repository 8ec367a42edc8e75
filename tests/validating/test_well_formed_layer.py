"""The first layer: exact places, and hostile files that are reported and do no harm."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_archive.model import Finding
from tei_archive.validating import Code
from tei_archive.validating.batch import Batch, Given, Outcome
from tei_archive.validating.parsing import LARGEST
from tei_archive.validating.positions import DEEPEST, scan
from tei_archive.validating.well_formed import check_well_formed


def check(path: Path, content: bytes) -> Outcome:
    path.write_bytes(content)
    return check_well_formed(Batch((Given(path),)))


def the_finding(path: Path, content: bytes) -> Finding:
    findings = check(path, content).findings
    assert len(findings) == 1
    return findings[0]


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("<a>\n  <b/></a>", (2, 3)),
        ("<a>é€𝄞<b/></a>", (1, 7)),
        ("<a>\t<b/></a>", (1, 5)),
        ("<a>\r\n<b/></a>", (2, 1)),
        ("<a\n  x='1'\n><!-- <b/>\n --><?p <b/>?><![CDATA[<b/>]]><b/></a>", (4, 31)),
        ("<a>" + "\n" * 70_000 + " <b/></a>", (70_001, 2)),
    ],
)
def test_line_and_column_of_a_tag(tmp_path: Path, text: str, position: tuple[int, int]) -> None:
    (file,) = check(tmp_path / "a.xml", text.encode()).batch.files
    (element,) = file.root.findall("b")
    assert (file.where(element).line, file.where(element).column) == position


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "windows-1251"])
def test_declared_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    name = encoding.removesuffix("-sig")
    content = f'<?xml version="1.0" encoding="{name}"?>\n<a> <b/></a>'.encode(encoding)
    outcome = check(tmp_path / "a.xml", content)
    assert outcome.findings == ()
    (file,) = outcome.batch.files
    assert file.tags.position_of(file.root[0]) == (2, 5)


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("<a><b></a>", Code.NOT_WELL_FORMED, "<b> of line 1 is not closed here"),
        ("<a>\n<b>", Code.NOT_WELL_FORMED, "<b> of line 2 is not closed here"),
        ("<a>salt & pepper</a>", Code.NOT_WELL_FORMED, "not well-formed"),
        ("<a>&eacute;</a>", Code.ENTITIES, "&eacute; is not declared"),
        ("<a/><b/>", Code.NOT_WELL_FORMED, "junk after document element"),
        ("<x:a/>", Code.NOT_WELL_FORMED, "unbound prefix"),
        ("<a x='1' x='2'/>", Code.NOT_WELL_FORMED, "duplicate attribute"),
        ("<a>&foo;</a>", Code.ENTITIES, "&foo;"),
        ('<a b="&foo;"/>', Code.ENTITIES, "&foo;"),
        ("plain text", Code.NOT_WELL_FORMED, ""),
        ("<a>\0</a>", Code.NOT_WELL_FORMED, ""),
        ('<?xml version="1.0" encoding="klingon"?><a/>', Code.WRONG_ENCODING, "klingon"),
        ('<?xml version="1.0" encoding="shift_jis"?><a/>', Code.WRONG_ENCODING, "multi-byte"),
        ('<?xml version="1.0" encoding="idna"?><a/>', Code.WRONG_ENCODING, "idna"),
        ('<a xmlns="http://a b"/>', Code.NOT_WELL_FORMED, "URI"),
        ("", Code.EMPTY, "empty"),
    ],
)
def test_broken_files_are_reported_and_go_no_further(tmp_path: Path, text: str, code: Code, words: str) -> None:
    outcome = check(tmp_path / "a.xml", text.encode())
    assert [finding.code for finding in outcome.findings] == [code.code]
    assert words in outcome.findings[0].message
    assert outcome.batch.files == ()


@pytest.mark.parametrize("content", [b"plain text", b"Dear A\n", b"<a>\0</a>", b"<a b=c/>", b"<a/>b", b"<a", b"\xff"])
def test_every_finding_says_what_to_do(tmp_path: Path, content: bytes) -> None:
    assert the_finding(tmp_path / "a.xml", content).hint


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    (finding,) = check_well_formed(Batch((Given(tmp_path / "gone.xml"),))).findings
    assert finding.hint


BOMB = "<!DOCTYPE a [" + "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12)) + "]><a>&e11;</a>"


@pytest.mark.parametrize(
    "text",
    [
        BOMB,
        '<!DOCTYPE a [<!ENTITY % p SYSTEM "secret.txt"> %p;]><a/>',
        '<!DOCTYPE a [<!ENTITY e SYSTEM "secret.txt">]><a>&e;</a>',
        '<!DOCTYPE a [<!ENTITY e SYSTEM "http://localhost:9/">]><a b="&e;"/>',
        '<!DOCTYPE a SYSTEM "secret.dtd"><a>&e;</a>',
    ],
)
def test_entities_are_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "secret.txt").write_text("SECRET", encoding="utf-8")
    (tmp_path / "secret.dtd").write_text('<!ENTITY e "SECRET">', encoding="utf-8")
    finding = the_finding(tmp_path / "a.xml", text.encode())
    assert finding.code == Code.ENTITIES.code
    assert "SECRET" not in finding.message


def test_a_document_type_is_not_loaded(tmp_path: Path) -> None:
    (tmp_path / "a.dtd").write_text('<!ATTLIST a b CDATA "SECRET">', encoding="utf-8")
    outcome = check(tmp_path / "a.xml", b'<!-- <!DOCTYPE -->\n<!DOCTYPE a SYSTEM "a.dtd"><a/>')
    assert [(finding.code, finding.where.line) for finding in outcome.findings] == [(Code.DOCTYPE.code, 2)]
    assert outcome.batch.files[0].root.attrib == {}


def test_inclusions_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("SECRET", encoding="utf-8")
    text = '<a><i:include xmlns:i="http://www.w3.org/2001/XInclude" href="secret.txt" parse="text"/></a>'
    outcome = check(tmp_path / "a.xml", text.encode())
    assert outcome.findings == ()
    assert "".join(str(part) for part in outcome.batch.files[0].root.itertext()) == ""


@pytest.mark.parametrize("depth", [DEEPEST + 1, 100_000])
def test_depth_is_bounded(tmp_path: Path, depth: int) -> None:
    finding = the_finding(tmp_path / "a.xml", b"<a>" * depth + b"</a>" * depth)
    assert (finding.code, finding.where.column) == (Code.BEYOND_BOUNDS.code, DEEPEST * 3 + 1)


def test_of_a_large_file_only_the_head_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    with path.open("wb") as stream:
        stream.write(b"<?xml-model href='a.rng'?><a>")
        stream.truncate(LARGEST + 1)
    outcome = check_well_formed(Batch((Given(path),)))
    assert [finding.code for finding in outcome.findings] == [Code.LARGE.code]
    assert outcome.batch.files == ()
    assert [(file.root.tag, len(file.root)) for file in outcome.batch.large] == [("a", 0)]


def test_a_large_file_that_is_no_xml_is_told_as_such(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    with path.open("wb") as stream:
        stream.truncate(LARGEST + 1)
    (finding,) = check_well_formed(Batch((Given(path),))).findings
    assert finding.code == Code.NOT_WELL_FORMED.code


def test_a_flood_of_attributes_does_no_harm(tmp_path: Path) -> None:
    start = time.monotonic()
    flood = " ".join(f"a{number}=''" for number in range(100_000))
    check(tmp_path / "a.xml", f"<a {flood}/>".encode())
    assert time.monotonic() - start < 20


def test_one_unreadable_file_does_not_end_the_run(tmp_path: Path) -> None:
    (tmp_path / "folder.xml").mkdir()
    (tmp_path / "good.xml").write_bytes(b"<a/>")
    given = (Given(tmp_path / "folder.xml"), Given(tmp_path / "gone.xml"), Given(tmp_path / "good.xml"))
    outcome = check_well_formed(Batch(given))
    assert [finding.code for finding in outcome.findings] == [Code.UNREADABLE.code] * 2
    assert [file.path.name for file in outcome.batch.files] == ["good.xml"]


@given(st.binary(max_size=200) | st.text(alphabet="<>a&;/ ='\"!-?[]\n", max_size=60).map(str.encode))
def test_no_bytes_make_the_scan_fail(content: bytes) -> None:
    flaw = scan(content).flaw
    assert flaw is None or all(number >= 1 for number in flaw.position)
