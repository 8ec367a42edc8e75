"""Which fixes findings have: safe where nothing else can be meant, unsafe for what was probably meant, or none."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_edition import Edition, change

from tei_archive.model import Finding, Fix, TagPart
from tei_archive.schema_files import schema_file
from tei_archive.validating.fixes import correct_date, is_applied, turn_direction
from tei_archive.validating.nearest import find_slip

# Without a name, our XML Schema.
BOTH = pytest.mark.parametrize("schemas", [(schema_file("tei-archive.rng"),), ()], ids=["rng", "xsd"])


def fixes(edition: Edition, schemas: tuple[Path, ...]) -> list[Fix | None]:
    found = edition.check(edition.first, schemas=schemas)
    return [finding.fix for finding in found if finding.code.startswith("TA1")]


@BOTH
@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("I shall", "<persname/>I shall", Fix(TagPart.ELEMENT, "persname", "persName", safe=True)),
        ("I shall", "<PERSNAME/>I shall", Fix(TagPart.ELEMENT, "PERSNAME", "persName", safe=True)),
        ("I shall", "<persNam/>I shall", Fix(TagPart.ELEMENT, "persNam", "persName", safe=False)),
        ("<closer>", '<closer Rend="x">', Fix(TagPart.ATTRIBUTE, "Rend", "rend", safe=True)),
        ("<closer>", '<closer redn="x">', Fix(TagPart.ATTRIBUTE, "redn", "rend", safe=False)),
        ('cert="high" e', 'cert="High" e', Fix(TagPart.VALUE, "cert", "high", safe=True, old="High")),
        ('cert="high" e', 'cert="hihg" e', Fix(TagPart.VALUE, "cert", "high", safe=False, old="hihg")),
        ("<closer>", '<closer xml:lang="en_GB">', Fix(TagPart.VALUE, "xml:lang", "en-GB", safe=True, old="en_GB")),
        (
            'decls="#',
            'decls="',
            Fix(TagPart.VALUE, "decls", "#strelsau-d001-cd1", safe=True, old="strelsau-d001-cd1"),
        ),
    ],
)
def test_of_a_schema_the_name_or_value_that_fits(
    edition: Edition, schemas: tuple[Path, ...], old: str, new: str, expected: Fix
) -> None:
    change(edition.first, old, new)
    assert fixes(edition, schemas) == [expected]


@BOTH
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("I shall", "<slute/>I shall"),  # salute may not stand here
        ("I shall", "<quux/>I shall"),  # nothing is like it
        ("I shall", '<x:persname xmlns:x="urn:x"/>I shall'),  # a name of another vocabulary
        ("<closer>", '<closer rend="x" Rend="y">'),  # the right one is there already
        ("<closer>", '<closer rnedd="x">'),  # more than a slip
        ("<closer>", '<closer xml:base="x">'),  # one attribute of XML is no misprint of another
    ],
)
def test_there_is_none_where_nothing_is_sure(edition: Edition, schemas: tuple[Path, ...], old: str, new: str) -> None:
    change(edition.first, old, new)
    assert set(fixes(edition, schemas)) == {None}


@pytest.mark.parametrize(
    ("written", "corrected"),
    [
        ("1894-3-3", "1894-03-03"),
        ("1894-03-3", "1894-03-03"),
        ("1894-3", "1894-03"),
        (" 1894-3-3 ", "1894-03-03"),
        ("1894–03–03", "1894-03-03"),
    ],
)
def test_a_date_gets_its_zeros(written: str, corrected: str) -> None:
    assert correct_date("when", written) == Fix(TagPart.VALUE, "when", corrected, safe=True, old=written)


@pytest.mark.parametrize(
    "written", ["1894-13-3", "1894-2-30", "3-3-1894", "3.3.1894", "1894–95", "94-3-3", "1894-0-3", ""]
)
def test_a_date_that_may_mean_several_days_is_left_alone(written: str) -> None:
    assert correct_date("when", written) is None


@pytest.mark.parametrize(
    ("written", "wanted", "new"), [("next", "prev", "prev"), ("prev", "next", "next"), ("other", "next", None)]
)
def test_a_direction_is_turned_and_nothing_else(written: str, wanted: str, new: str | None) -> None:
    fix = turn_direction(written, wanted)
    assert (fix.new if fix else None) == new


def test_a_missing_direction_is_left_to_the_editor() -> None:
    assert turn_direction(None, "prev") is None


def test_rules_give_fixes(edition: Edition) -> None:
    change(edition.first, 'when="1894-03-03"', 'when="1894-3-3"')
    change(edition.second, 'type="prev"', 'type="next"')
    found = {finding.code: finding.fix.new for finding in edition.check() if finding.fix}
    assert found == {"TA301": "1894-03-03", "TA405": "prev"}


def test_only_what_is_wanted_is_applied(edition: Edition) -> None:
    change(edition.first, "I shall", "<persNam/>I shall")
    (finding,) = (finding for finding in edition.check() if finding.fix)
    assert not is_applied(finding, unsafe=False)
    assert is_applied(finding, unsafe=True)


def test_paths_have_positions_only_where_they_are_needed(edition: Edition) -> None:
    change(edition.first, "I shall", "<persname/><gap/>I shall<gap/>")
    change(edition.first, "<closer>", '<closer redn="x">')
    found = edition.check(edition.first, schemas=(schema_file("tei-archive.rng"),))
    paths = [finding.xpath or "" for finding in found if finding.code.startswith("TA1")]
    assert all(path.startswith("/TEI/text/body/") for path in paths)
    assert paths[0].endswith("/persname")
    assert paths[-1].endswith("/closer/@redn")
    assert not any("[1]" in path for path in paths if "gap" not in path)


@BOTH
@pytest.mark.parametrize(
    ("new", "page"),
    [("<body/>", "ref-body.html"), ("<persname/>", "ref-persName.html"), ("<quux/>", None), ("<p rent='x'/>", "ref-p")],
)
def test_a_finding_leads_to_the_page_about_its_element(
    edition: Edition, schemas: tuple[Path, ...], new: str, page: str | None
) -> None:
    change(edition.first, "I shall", f"{new}I shall")
    found = edition.check(edition.first, schemas=schemas)
    links = [finding.link for finding in found if finding.code.startswith("TA1")]
    assert page in (links[0] or "") if page else links[0] is None


def test_elements_of_other_vocabularies_have_no_page(tmp_path: Path) -> None:
    schema, document = tmp_path / "a.rnc", tmp_path / "a.xml"
    schema.write_text("element a { attribute b { 'x' } }", encoding="utf-8")
    document.write_text("<a b='X'/>", encoding="utf-8")
    found: tuple[Finding, ...] = Edition(tmp_path).check(document, schemas=(schema,))
    assert [(one.link, one.xpath, one.fix) for one in found if one.code == "TA105"] == [
        (None, "/a/@b", Fix(TagPart.VALUE, "b", "x", safe=True, old="X"))
    ]


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("redn", ("rend", "rendition"), "rend"),
        ("typ", ("type", "n"), "type"),
        ("stylle", ("style",), "style"),
        ("rent", ("rend",), "rend"),
        ("PersNme", ("persName",), "persName"),
        ("type", ("style",), None),
        ("dat", ("date", "data"), None),
        ("n", ("m",), None),
        ("xml:id", ("xml:i",), None),
        ("", ("a",), None),
    ],
)
def test_a_slip_is_one_letter_or_two_exchanged(word: str, known: tuple[str, ...], meant: str | None) -> None:
    assert find_slip(word, known) == meant


@given(st.text("abcd", min_size=3, max_size=8), st.data())
def test_every_single_slip_is_found(name: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(name) - 1))
    exchanged = name[:at] + name[at : at + 2][::-1] + name[at + 2 :]
    for word in (name[:at] + "x" + name[at:], name[:at] + "x" + name[at + 1 :], exchanged):
        assert find_slip(word, [name, "something else"]) == name
