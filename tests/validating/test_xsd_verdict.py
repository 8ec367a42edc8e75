"""libxml2 is asked only where it reads nothing that it may not read, and where it says what xmlschema says."""

from pathlib import Path

import pytest
from lxml import etree

from tei_archive.schema_files import schema_file
from tei_archive.validating.xsd_verdict import read_verdict

SCHEMA = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" {}>{}<xs:element name="a" type="xs:{}"/></xs:schema>'
VERSION = 'xmlns:vc="http://www.w3.org/2007/XMLSchema-versioning" vc:minVersion="1.1"'


def write(path: Path, *, head: str = "", parts: str = "", type_: str = "integer") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(SCHEMA.format(head, parts, type_), encoding="utf-8")
    return path


def test_it_tells_valid_trees_from_others(tmp_path: Path) -> None:
    verdict = read_verdict(write(tmp_path / "a.xsd"))
    assert verdict is not None
    assert verdict(etree.fromstring("<a>1</a>"))
    assert not verdict(etree.fromstring("<a>one</a>"))


def test_parts_in_the_folder_and_below_are_read(tmp_path: Path) -> None:
    write(tmp_path / "below" / "b.xsd").write_text(
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="b"/></xs:schema>', encoding="utf-8"
    )
    verdict = read_verdict(write(tmp_path / "a.xsd", parts='<xs:include schemaLocation="below/b.xsd"/>'))
    assert verdict is not None
    assert verdict(etree.fromstring("<b/>"))


@pytest.mark.parametrize(
    "schema",
    [
        {"parts": '<xs:include schemaLocation="../outside.xsd"/>'},
        {"parts": '<xs:import namespace="urn:b" schemaLocation="http://localhost:1/b.xsd"/>'},
        {"parts": '<xs:include schemaLocation="missing.xsd"/>'},
        {"head": VERSION},
        {"parts": "<xs:nonsense/>"},
    ],
    ids=["outside", "web", "missing", "version", "broken"],
)
def test_it_is_not_asked_about_others(tmp_path: Path, schema: dict[str, str]) -> None:
    write(tmp_path / "outside.xsd")
    assert read_verdict(write(tmp_path / "folder" / "a.xsd", **schema)) is None


def test_it_is_asked_about_our_own_schema() -> None:
    assert read_verdict(schema_file("tei-archive.xsd")) is not None
