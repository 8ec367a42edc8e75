"""Which findings are shown, and how bad they are: the command line and the settings of an edition."""

from pathlib import Path

import pytest
from small_edition import Edition, change, write_edition

from tei_archive import api
from tei_archive.errors import Location, TeiArchiveError
from tei_archive.model import Finding, Severity
from tei_archive.validating import apply_selections, collect_files, read_selections


@pytest.fixture
def faulty(edition: Edition) -> Edition:
    """An edition with a bad date (TA301), a reply that is too old (TA401), and no mention of the note (TA603)."""
    change(
        edition.first, '<dateline>Strelsau, <date when="1894-03-03">', '<dateline>Strelsau, <date when="1894-02-30">'
    )
    change(edition.second, '<date when="1894-03-05"', '<date when="1894-02-01"')
    change(edition.first, '<ref type="noteCall" target="#strelsau-d001-fn1">*</ref>', "*")
    return edition


def add_settings(edition: Edition, table: str) -> None:
    text = edition.settings.read_text(encoding="utf-8")
    edition.settings.write_text(f"{text}\n[validate]\n{table}\n", encoding="utf-8")


def codes(edition: Edition, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> list[str]:
    report = api.validate([edition.folder], select=select, ignore=ignore)
    return sorted(finding.code for finding in report.findings)


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        ((), (), ["TA301", "TA401", "TA603"]),
        (("TA3",), (), ["TA301"]),
        (("ta3", "TA401"), (), ["TA301", "TA401"]),
        (("TA",), (), ["TA301", "TA401", "TA603"]),
        ((), ("TA6",), ["TA301", "TA401"]),
        ((), ("TA301", "TA4"), ["TA603"]),
        (("TA3",), ("TA301",), []),
        (("TA301",), ("TA3",), ["TA301"]),
        (("TA3",), ("TA3",), []),
        (("TA2",), (), []),
    ],
)
def test_codes_are_selected_and_ignored(
    faulty: Edition, select: tuple[str, ...], ignore: tuple[str, ...], expected: list[str]
) -> None:
    assert codes(faulty, select, ignore) == expected


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        ((), (), ["TA301", "TA603"]),
        (("TA6",), (), ["TA603"]),
        (("TA4",), (), []),
        (("TA3", "TA401"), (), ["TA301", "TA401"]),
        ((), ("TA603",), ["TA301"]),
    ],
)
def test_the_command_line_comes_before_the_settings(
    faulty: Edition, select: tuple[str, ...], ignore: tuple[str, ...], expected: list[str]
) -> None:
    add_settings(faulty, 'select = ["TA3", "TA6"]\nignore = ["TA4"]')
    assert codes(faulty, select, ignore) == expected


def test_what_is_ignored_on_the_command_line_is_added_to_the_settings(faulty: Edition) -> None:
    add_settings(faulty, 'ignore = ["TA4"]')
    assert codes(faulty, ignore=("TA603",)) == ["TA301"]


def test_an_error_can_be_made_a_warning_and_a_part_of_a_family_something_else(faulty: Edition) -> None:
    add_settings(faulty, '[validate.severity]\nTA = "note"\nTA4 = "warning"\nTA603 = "error"')
    found = {finding.code: finding.severity for finding in api.validate([faulty.folder]).findings}
    assert found == {"TA301": Severity.NOTE, "TA401": Severity.WARNING, "TA603": Severity.ERROR}


def test_an_edition_with_notes_only_is_clean(faulty: Edition) -> None:
    assert not api.validate([faulty.folder]).clean
    add_settings(faulty, '[validate.severity]\nTA3 = "note"\nTA4 = "note"')
    assert api.validate([faulty.folder]).clean


@pytest.mark.parametrize(("ignore", "expected"), [((), {"TA003"}), (("TA0",), set()), (("TA003",), set())])
def test_a_file_that_cannot_be_read_is_not_passed_over(
    edition: Edition, ignore: tuple[str, ...], expected: set[str]
) -> None:
    change(edition.first, "</salute>", "</salut>")
    report = api.validate([edition.first], select=["TA3"], ignore=ignore)
    assert {finding.code for finding in report.findings} == expected


def test_each_edition_has_its_own_settings(faulty: Edition, tmp_path: Path) -> None:
    second = write_edition(tmp_path / "other")
    change(second.first, '<dateline>Strelsau, <date when="1894-03-03">', '<dateline>Strelsau, <date when="today">')
    add_settings(faulty, 'ignore = ["TA"]')
    report = api.validate([faulty.folder, second.folder])
    assert [(finding.code, Path(finding.where.path)) for finding in report.findings] == [("TA301", second.first)]


def test_a_file_alone_follows_its_edition(faulty: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    add_settings(faulty, 'ignore = ["TA3", "TA6"]')
    monkeypatch.chdir(faulty.first.parent)
    assert api.validate([Path(faulty.first.name)]).findings == ()


def test_what_is_found_in_a_source_follows_its_edition(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    change(edition.unclaimed, '<ab type="title"', "<!-- <ab ")
    change(edition.unclaimed, "STRELSAU</ab>", "STRELSAU</ab> -->")
    monkeypatch.chdir(edition.folder)
    assert [finding.code for finding in api.validate([Path()]).findings] == ["TA506"]
    add_settings(edition, '[validate.severity]\nTA506 = "note"')
    assert [finding.severity for finding in api.validate([Path()]).findings] == [Severity.NOTE]


def test_a_finding_that_lies_in_no_edition_follows_the_command_line(edition: Edition) -> None:
    add_settings(edition, 'ignore = ["TA1"]')
    batch = collect_files([edition.folder])
    findings = [Finding(code, Severity.ERROR, "x", Location("schema.xsd")) for code in ("TA101", "TA201")]
    selections = read_selections(batch, ignore=["TA2"])
    assert apply_selections(findings, batch, selections) == (findings[0],)


@pytest.mark.parametrize(("select", "ignore"), [(("TA9",), ()), ((), ("TA3", "XX"))])
def test_an_unknown_beginning_is_refused(edition: Edition, select: tuple[str, ...], ignore: tuple[str, ...]) -> None:
    with pytest.raises(TeiArchiveError, match=r"there is no code that begins with (TA9|XX)") as caught:
        api.validate([edition.folder], select=select, ignore=ignore)
    assert "known codes: TA001 to TA008" in (caught.value.hint or "")


@pytest.mark.parametrize(
    "table",
    ['select = ["TA9"]', 'ignore = ["TA9"]', '[validate.severity]\nTA9 = "note"'],
    ids=["select", "ignore", "severity"],
)
def test_an_unknown_beginning_in_the_settings_is_refused_with_the_file(edition: Edition, table: str) -> None:
    add_settings(edition, table)
    with pytest.raises(TeiArchiveError, match="there is no code that begins with TA9") as caught:
        api.validate([edition.folder])
    assert caught.value.where == Location(str(edition.settings))


def test_the_settings_of_other_editions_do_not_matter(edition: Edition, tmp_path: Path) -> None:
    alone = tmp_path / "alone.xml"
    alone.write_text("<html/>", encoding="utf-8")
    add_settings(edition, 'ignore = ["TA"]')
    report = api.validate([edition.folder, alone])
    assert [finding.code for finding in report.findings] == ["TA107"]
