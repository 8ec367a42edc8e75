"""The layouts for Palladio and the DARIAH-DE Geo-Browser: coordinates, days, instants and spans."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from court import court_letter, files, read, write_court

from tei_archive.exporting import CsvLayout
from tei_archive.model import Claim, HistoricalDate, Precision
from tei_archive.tei import EncodedEdition

PALLADIO, GEOBROWSER = CsvLayout("palladio"), CsvLayout("geobrowser")


def rows(form: CsvLayout, edition: EncodedEdition) -> list[dict[str, str]]:
    (content,) = files(form, edition).values()
    return read(content)


def test_palladio_has_a_point_in_one_cell_or_none(court: EncodedEdition) -> None:
    found = {row["id"]: row for row in rows(PALLADIO, court)}
    assert found["zenda-d001"]["sender_coordinates"] == "50.08,-14.43"
    assert found["zenda-d002"]["sender_place"] == "Zenda"
    assert found["zenda-d002"]["sender_coordinates"] == ""
    assert {row["addressee_coordinates"] for row in found.values()} == {""}


def test_palladio_has_whole_days_and_the_separator_of_the_page(court: EncodedEdition) -> None:
    found = {row["id"]: row for row in rows(PALLADIO, court)}
    assert set(found) == {"zenda-d001", "zenda-d002", "zenda-d003"}
    assert (found["zenda-d002"]["date"], found["zenda-d002"]["date_to"]) == ("1894-03-05", "1894-03-09")
    assert found["zenda-d001"]["sender"] == "Flavia | chancellor"


def test_the_geobrowser_has_its_columns_in_their_order(shared: Path, court: EncodedEdition) -> None:
    agreed = (shared / "design" / "INTEROP.md").read_text(encoding="utf-8")
    (listed,) = re.findall(r"`(Name,Address,Description[^`]*)`", agreed)
    (content,) = files(GEOBROWSER, court).values()
    assert content.partition(b"\r\n")[0].decode() == listed


def test_the_geobrowser_has_letters_whose_place_is_known(court: EncodedEdition) -> None:
    letter, reply = rows(GEOBROWSER, court)
    assert letter == {
        "Name": "To the regent",
        "Address": "Strelsau",
        "Description": "Flavia, chancellor → Senate",
        "Longitude": "-14.43",
        "Latitude": "50.08",
        "TimeStamp": "1894-03-03",
        "TimeSpan:begin": "",
        "TimeSpan:end": "",
        "GettyID": "7006464",
    }
    assert (reply["Address"], reply["Longitude"], reply["Latitude"], reply["GettyID"]) == ("Zenda", "", "", "")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (HistoricalDate(date(1894, 3, 1), date(1894, 3, 31), Precision.MONTH), ("1894-03", "", "")),
        (HistoricalDate(date(1894, 1, 1), date(1894, 12, 31), Precision.YEAR), ("1894", "", "")),
        (
            HistoricalDate(date(1894, 3, 1), date(1894, 3, 4), Precision.DURATION),
            ("", "1894-03-01", "1894-03-04"),
        ),
        (HistoricalDate(date(1894, 3, 1), date(1894, 3, 31), Precision.WINDOW), ("", "1894-03-01", "1894-03-31")),
        (None, ("", "", "")),
    ],
)
def test_a_time_is_an_instant_or_a_span(
    value: HistoricalDate | None, expected: tuple[str, str, str], tmp_path: Path
) -> None:
    letter = court_letter()
    sent, *others = letter.actions
    dated = replace(letter, actions=(replace(sent, date=Claim(value) if value else None), *others))
    (row,) = rows(GEOBROWSER, write_court(tmp_path / "e", dated))
    assert (row["TimeStamp"], row["TimeSpan:begin"], row["TimeSpan:end"]) == expected


@pytest.mark.parametrize("name", ["nothing", ""])
def test_only_layouts_that_there_are_can_be_asked_for(name: str) -> None:
    with pytest.raises(ValueError, match="known are csv2cmi, gephi, palladio, geobrowser"):
        CsvLayout(name)
