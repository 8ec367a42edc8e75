"""Which schemas a file is checked against: those named on the command line, those that it names itself, or ours."""

from pathlib import Path

import pytest

from tei_archive import api
from tei_archive.cache import FOLDER_VARIABLE

TEI = "http://www.tei-c.org/ns/1.0"
RNG = f"""<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="{TEI}"
xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:t="{TEI}"><start><element name="TEI"><optional><attribute
name="n"/></optional><text/></element></start>
<sch:ns prefix="t" uri="{TEI}"/><sch:pattern><sch:rule context="t:TEI"><sch:assert test="@n">no number</sch:assert>
</sch:rule></sch:pattern></grammar>"""
XSD = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="{TEI}">
<xs:element name="TEI" type="xs:integer"/></xs:schema>"""
MODEL = '<?xml-model href="{}" type="application/xml" schematypens="{}"?>\n'
RELAXNG, SCHEMATRON = "http://relaxng.org/ns/structure/1.0", "http://purl.oclc.org/dsdl/schematron"
XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'


@pytest.fixture(autouse=True)
def schemas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Schemas beside the letters, and an empty cache."""
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "cache"))
    (tmp_path / "own schemas").mkdir()
    for name, content in (("letters.rng", RNG), ("letters.xsd", XSD), ("broken.rng", "<grammar/>")):
        (tmp_path / "own schemas" / name).write_text(content, encoding="utf-8")
    (tmp_path / "own schemas" / "letters.rnc").write_text(
        f'default namespace = "{TEI}"\nstart = element TEI {{ empty }}', encoding="utf-8"
    )


def found(folder: Path, above: str, attributes: str = "", content: str = "words", **options: object) -> list[str]:
    """The codes that are found in a letter, with lines."""
    path = folder / "letter.xml"
    path.write_text(f'{above}<TEI xmlns="{TEI}" {attributes}>{content}</TEI>', encoding="utf-8")
    report = api.validate([path], **options)  # type: ignore[arg-type]
    return [f"{one.code}:{one.where.line}" for one in report.findings if one.code.startswith("TA1")]


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ("", ["TA104:1", "TA106:1", "TA102:1"]),
        (MODEL.format("own%20schemas/letters.rng", RELAXNG), []),
        (MODEL.format("own schemas/letters.rng", RELAXNG), []),
        (MODEL.format("own%20schemas/letters.rng", SCHEMATRON), ["TA120:2"]),
        (MODEL.format("own%20schemas/letters.rnc", ""), ["TA106:2"]),
        ("<?xml-model href='own%20schemas/letters.rng'?>", []),
        ("<?xml-model type='nothing'?>\n<!-- words -->", ["TA104:2", "TA106:2", "TA102:2"]),
    ],
)
def test_a_file_names_its_schemas_in_instructions(tmp_path: Path, above: str, expected: list[str]) -> None:
    assert sorted(found(tmp_path, above)) == sorted(expected)


def test_both_instructions_hold(tmp_path: Path) -> None:
    above = "".join(
        MODEL.format(f"own%20schemas/letters.{end}", kind) for end, kind in (("rnc", ""), ("rng", SCHEMATRON))
    )
    assert sorted(found(tmp_path, above)) == ["TA106:3", "TA120:3"]


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        (f'{XSI} xsi:schemaLocation="{TEI} own%20schemas/letters.xsd"', ["TA105:1"]),
        (f'{XSI} xsi:noNamespaceSchemaLocation="own%20schemas/letters.xsd"', ["TA105:1"]),
        (f'{XSI} xsi:schemaLocation="{TEI} none.xsd"', ["TA110:1"]),
    ],
)
def test_a_file_names_its_schemas_on_its_root(tmp_path: Path, attributes: str, expected: list[str]) -> None:
    assert set(expected) <= set(found(tmp_path, "", attributes))


@pytest.mark.parametrize(
    "address", ["none.rng", "https://www.example.org/letters.rng", "ftp://x/y.rng", "http://[x", "x" * 9999]
)
def test_a_schema_that_is_not_here_is_a_finding_and_ours_is_taken(tmp_path: Path, address: str) -> None:
    codes = found(tmp_path, MODEL.format(address, RELAXNG))
    assert "TA110:1" in codes
    assert "TA104:2" in codes


def test_a_schema_that_cannot_be_used_is_a_finding(tmp_path: Path) -> None:
    assert found(tmp_path, MODEL.format("own%20schemas/broken.rng", RELAXNG)) == ["TA110:2"]
    assert found(tmp_path, MODEL.format("own%20schemas/broken.rng", SCHEMATRON)) == ["TA110:2"]


def test_an_address_of_the_releases_finds_what_is_kept(tmp_path: Path) -> None:
    above = MODEL.format("http://www.tei-c.org/release/xml/tei/custom/schema/relaxng/our_letters.rng", RELAXNG)
    assert "TA110:1" in found(tmp_path, above)
    api.add_schema("our_letters", str(tmp_path / "own schemas" / "letters.rng"))
    assert found(tmp_path, above) == []


def test_the_command_line_comes_first(tmp_path: Path) -> None:
    above = MODEL.format("own%20schemas/broken.rng", RELAXNG)
    assert found(tmp_path, above, schemas=[tmp_path / "own schemas" / "letters.rng"]) == []


def test_rules_in_a_grammar_are_run_when_they_are_asked_for(tmp_path: Path) -> None:
    schema = tmp_path / "own schemas" / "letters.rng"
    assert found(tmp_path, "", schemas=[schema]) == []
    asked = api.SchematronChoice(embedded=True)
    assert found(tmp_path, "", schemas=[schema], schematron=asked) == ["TA120:1"]
