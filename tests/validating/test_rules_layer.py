"""The third layer: references, dates and replies beyond the one case that the catalogue shows."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from small_edition import FIRST_ID, SECOND_ID, Edition, change

from tei_archive.errors import TeiArchiveError
from tei_archive.validating import Code
from tei_archive.validating.intervals import Interval, find_interval, interval_of


def messages(edition: Edition, code: Code, *paths: Path) -> list[str]:
    return [finding.message for finding in edition.check(*paths) if finding.code == code.code]


@pytest.mark.parametrize(
    ("words", "earliest", "latest"),
    [
        ("1921-08-20", date(1921, 8, 20), date(1921, 8, 20)),
        ("1921-08", date(1921, 8, 1), date(1921, 8, 31)),
        ("1920-02", date(1920, 2, 1), date(1920, 2, 29)),
        ("1921", date(1921, 1, 1), date(1921, 12, 31)),
        ("1921-08-20T10:00:00Z", date(1921, 8, 20), date(1921, 8, 20)),
        ("1921-08-20+02:00", date(1921, 8, 20), date(1921, 8, 20)),
        ("--08-20", None, None),
        ("--02-29", None, None),
        ("---31", None, None),
        ("10:30:00", None, None),
        ("-0044-03-15", None, None),
    ],
)
def test_dates_are_intervals(words: str, earliest: date | None, latest: date | None) -> None:
    assert find_interval(words) == Interval(earliest, latest)


@pytest.mark.parametrize(
    "words",
    ["", "1921-13", "1921-02-29", "1921-8-20", "20.8.1921", "0000", "1921-08-20T25:00:00", "--02-30", "August", "21"],
)
def test_what_is_no_date(words: str) -> None:
    assert find_interval(words) is None


@given(st.text(alphabet="0123456789-:TZ+.", max_size=30))
def test_no_words_make_the_dates_fail(words: str) -> None:
    found = find_interval(words)
    assert found is None or found.earliest is None or found.latest is None or found.earliest <= found.latest


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ({"notAfter": "1921-08"}, Interval(None, date(1921, 8, 31))),
        ({"from": "1921-08", "to": "1921-09"}, Interval(date(1921, 8, 1), date(1921, 9, 30))),
        ({"when-iso": "1921"}, Interval(date(1921, 1, 1), date(1921, 12, 31))),
        ({"when": "nonsense"}, Interval()),
    ],
)
def test_intervals_of_elements(attributes: dict[str, str], expected: Interval) -> None:
    assert interval_of(etree.Element("date", attributes)) == expected


@pytest.mark.parametrize("sent", ['when="1894"', 'when="1894-03"', 'notAfter="1894-03-03"', 'notBefore="1894-01-01"'])
def test_a_reply_is_too_old_only_when_that_is_certain(edition: Edition, sent: str) -> None:
    change(edition.second, 'when="1894-03-05"', sent)
    assert edition.codes() == set()


def test_a_document_that_answers_itself_is_a_circle(edition: Edition) -> None:
    change(edition.second, f'target="doc:{FIRST_ID}" cert', f'target="doc:{SECOND_ID}" cert')
    assert messages(edition, Code.REPLY_CYCLE) == [
        f"these answer one another in a circle: {SECOND_ID} → {SECOND_ID}",
    ]


def test_a_circle_is_reported_once(edition: Edition) -> None:
    for path, other in ((edition.first, SECOND_ID), (edition.second, FIRST_ID)):
        ref = f'<ref type="prev" subtype="isReplyTo" target="doc:{other}">again</ref>'
        change(path, "</correspContext>", f"{ref}</correspContext>")
    assert len(messages(edition, Code.REPLY_CYCLE)) == 1


def test_every_reference_to_a_file_that_is_missing_is_found(edition: Edition) -> None:
    second = edition.second.read_text(encoding="utf-8").replace(f"doc:{FIRST_ID}", "doc:strelsau-d099")
    edition.second.write_text(second, encoding="utf-8")
    found = [finding.where for finding in edition.check() if finding.code == Code.DOCUMENT_MISSING.code]
    assert len(set(found)) == len(found) == second.count("doc:strelsau-d099") > 1


def test_the_registers_may_be_missing(edition: Edition) -> None:
    edition.registers.unlink()
    found = messages(edition, Code.REGISTER_ENTRY_MISSING, edition.first)
    assert len(found) == len(re.findall(r'"(?:pers|place):', edition.first.read_text(encoding="utf-8")))
    assert set(found) == {
        f'ref="{words}": there is no file registers.xml' for words in ("pers:rassendyll", "pers:sapt", "place:strelsau")
    }


def test_registers_that_are_broken_bring_no_further_findings(edition: Edition) -> None:
    change(edition.registers, "</TEI>", "")
    assert edition.codes() == {Code.NOT_WELL_FORMED.code}


def test_a_single_file_is_checked_against_its_edition(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    assert edition.check(edition.first) == ()
    monkeypatch.chdir(edition.first.parent)
    assert edition.check(Path(edition.first.name)) == ()
    change(edition.first, "pers:sapt", "pers:nobody")
    assert edition.codes(Path(edition.first.name)) == {Code.REGISTER_ENTRY_MISSING.code}


def test_a_file_in_no_edition_needs_no_edition(edition: Edition, tmp_path: Path) -> None:
    alone = tmp_path / "alone.xml"
    alone.write_bytes(edition.first.read_bytes())
    change(
        alone, 'matchPattern="(.+)" replacementPattern="../registers.xml#$1"', 'matchPattern="x" replacementPattern=""'
    )
    codes = {finding.code for finding in edition.check(alone)}
    assert codes == {
        Code.DOCUMENT_MISSING.code,
        Code.REGISTER_ENTRY_MISSING.code,
        Code.DECLARATION_MISSING.code,
    }


@pytest.mark.parametrize(
    "target", [f"doc:{SECOND_ID}#{SECOND_ID}-cd1", f"{SECOND_ID}.xml", f"{SECOND_ID}.xml#{SECOND_ID}"]
)
def test_ways_to_point_to_a_document(edition: Edition, target: str) -> None:
    change(edition.first, f'target="doc:{SECOND_ID}"', f'target="{target}"')
    rules = {code for code in edition.codes() if not code.startswith("TA1")}
    assert rules == set()


@pytest.mark.parametrize(
    "pointer", ["http://example.org/x", "HTTPS://example.org", "mailto:a@example.org", "urn:x:y", "#strelsau-d001"]
)
def test_pointers_that_are_fine(edition: Edition, pointer: str) -> None:
    change(edition.first, "<salute>", f'<salute corresp="{pointer}">')
    assert not {code for code in edition.codes() if code.startswith("TA2")}


@pytest.mark.parametrize(
    "pointer",
    [
        ":",
        "#",
        "doc:",
        "doc:#",
        "doc:%00",
        "doc:" + "x" * 5000,
        "raw:",
        "raw:strelsau.txt#char=9,1",
        "../..",
        "a.xml",
        "%00.xml",
    ],
)
def test_pointers_that_are_odd_break_nothing(edition: Edition, pointer: str) -> None:
    change(edition.first, "<salute>", f'<salute corresp="{pointer}">')
    edition.check()


@pytest.mark.parametrize(
    ("pattern", "replacement"), [("(a|aa)+b", "$1.xml"), ("(", "$1.xml"), ("(.+)", "$7.xml"), ("x", "$1"), ("", "")]
)
def test_a_bad_declaration_of_a_prefix_is_given_up(edition: Edition, pattern: str, replacement: str) -> None:
    declaration = f'<prefixDef ident="evil" matchPattern="{pattern}" replacementPattern="{replacement}"/>'
    change(edition.first, "<listPrefixDef>", f"<listPrefixDef>{declaration}")
    change(edition.first, "<salute>", f'<salute corresp="evil:{"a" * 60}!">')
    assert not {code for code in edition.codes() if code.startswith("TA2")}


def test_settings_must_name_dates(edition: Edition) -> None:
    change(edition.settings, 'earliest = "1890"', 'earliest = "old"')
    with pytest.raises(TeiArchiveError, match="'old' is not a date"):
        edition.check()


def test_an_edition_without_settings_is_checked_too(edition: Edition) -> None:
    edition.settings.unlink()
    assert edition.check() == ()
