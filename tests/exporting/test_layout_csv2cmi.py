"""The layout for csv2cmi: what is written is read back as the same correspondence, and nothing is left out there."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from court import REGISTERS, court_letter, files, read, write_court
from csv2cmi_reading import COLUMNS, Action, Letter, Name, read_date, read_letter, read_settings
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import dates, projects, sourced_documents
from zenda import STRAY

from tei_archive import api
from tei_archive.exporting import CsvLayout
from tei_archive.model import (
    ActionType,
    Calendar,
    Certainty,
    Claim,
    Cmif,
    CorrespAction,
    Document,
    Evidence,
    HistoricalDate,
    Person,
    Project,
    Registers,
    Reserve,
)
from tei_archive.tei import EncodedEdition, encode_document, read_document

RAW = CsvLayout("csv2cmi", spreadsheet_safe=False)


def rows(edition: EncodedEdition, form: CsvLayout = RAW) -> list[dict[str, str]]:
    return read(files(form, edition)["letters.csv"])


def back(edition: EncodedEdition) -> dict[str, Letter]:
    """The letters as csv2cmi reads them, by the end of their keys."""
    made = files(RAW, edition)
    delimiter = read_settings(made["csv2cmi.ini"])["Project"]["extra-delimiter"]
    found = (read_letter(row, delimiter) for row in read(made["letters.csv"]))
    return {letter.key.rpartition("/")[2]: letter for letter in found}


def test_the_columns_are_those_of_csv2cmi_in_its_order(court: EncodedEdition) -> None:
    assert files(RAW, court)["letters.csv"].partition(b"\r\n")[0].decode() == ",".join(COLUMNS)
    assert len(COLUMNS) == 15


def test_the_columns_are_those_of_the_agreed_list(shared: Path) -> None:
    agreed = (shared / "design" / "INTEROP.md").read_text(encoding="utf-8")
    (listed,) = re.findall(r"`(sender, senderID, [^`]*)`", agreed)
    assert listed.split(", ") == COLUMNS


def test_a_letter_is_read_back_as_it_was(court: EncodedEdition) -> None:
    letter = back(court)["zenda-d001"]
    assert letter.sent.names == (
        Name("Flavia", False, "https://d-nb.info/gnd/118540238"),
        Name("chancellor", False, ""),
    )
    assert letter.sent.place == Name("Strelsau", False, "https://www.geonames.org/3067696")
    assert (letter.sent.date, letter.sent.date_text) == (court_letter().actions[0].date.value, "March 3, 1894")
    assert letter.received.names[0] == Name("Senate of Ruritania", False, "https://viaf.org/viaf/22")
    assert letter.note == "To the regent"


def test_copies_went_to_their_receivers(court: EncodedEdition) -> None:
    names = [name.text for name in back(court)["zenda-d001"].received.names]
    assert names == ["Senate of Ruritania", "Sapt", "Fritz"]


def test_a_conjecture_stands_in_brackets(court: EncodedEdition) -> None:
    (row,) = (row for row in rows(court) if row["key"].endswith("d002"))
    assert (row["sender"], row["senderPlace"]) == ("[Senate of Ruritania]", "[Zenda]")
    assert row["senderDate"] == "[1894-03-05?..1894-03-09?]"
    assert row["addresseeDate"] == "1894-03-12"


def test_nobody_is_unknown(court: EncodedEdition) -> None:
    stray = back(court)["zenda-d003"]
    assert stray.sent == stray.received == Action((Name("Unknown", False, ""),), None, None, "")


def test_every_row_has_names_and_an_edition_that_the_settings_know(court: EncodedEdition) -> None:
    made = files(RAW, court)
    known = read_settings(made["csv2cmi.ini"])
    found = read(made["letters.csv"])
    assert len(found) == len(court.documents)
    assert all(row["sender"] and row["addressee"] for row in found)
    assert {known[row["edition"]]["title"] for row in found} == {"The Zenda letters"}


def test_the_key_is_the_address_the_number_in_the_print_or_the_id(tmp_path: Path) -> None:
    with_address = write_court(tmp_path / "a", STRAY, base_url="https://example.org/zenda")
    printed = write_court(tmp_path / "b", replace(STRAY, edition_number=Claim("14")))
    bare = write_court(tmp_path / "c", STRAY)
    keys = [row["key"] for edition in (with_address, printed, bare) for row in rows(edition)]
    assert keys == ["https://example.org/zenda/zenda-d003", "14", "zenda-d003"]


def test_a_date_that_is_not_certain_has_a_sign(tmp_path: Path) -> None:
    day = court_letter().actions[0].date.value
    cells = [
        rows(write_court(tmp_path / f"{reserve.name}{certainty}", dated(replace(day, reserve=reserve), certainty)))[0]
        for reserve, certainty in (
            (Reserve.NONE, Certainty.LOW),
            (Reserve.APPROXIMATE, Certainty.LOW),
            (Reserve.NONE, Certainty.MEDIUM),
        )
    ]
    assert [row["senderDate"] for row in cells] == ["1894-03-03?", "1894-03-03~", "1894-03-03"]


def dated(value: HistoricalDate, certainty: Certainty = Certainty.HIGH) -> Document:
    return replace(STRAY, actions=(CorrespAction(ActionType.SENT, date=Claim(value, certainty=certainty)),))


@given(dates())
def test_every_date_is_read_back(value: HistoricalDate) -> None:
    assert read_date(value.edtf) == replace(value, calendar=Calendar.GREGORIAN)


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture], max_examples=25)
@given(sourced=sourced_documents(), project=projects)
def test_every_correspondence_is_read_back(sourced: tuple, project: Project, tmp_path: Path) -> None:
    source, document = sourced
    file = tmp_path / "d1.xml"
    file.write_bytes(encode_document(document, source, project, "base-en"))
    encoded = read_document(file)
    edition = EncodedEdition(tmp_path, project, (encoded,), Registers(), (source,))
    (letter,) = back(edition).values()
    for action, type_ in ((letter.sent, ActionType.SENT), (letter.received, ActionType.RECEIVED)):
        assert replace(action, date_text="") == expected(encoded.document, type_)


def expected(document: Document, type_: ActionType) -> Action:
    """What is read back of one side: the words of its date apart, which are those of the header."""
    acts = sorted((act for act in document.actions if act.type is type_), key=lambda act: act.copy)
    agents = [
        (agent.label.replace("|", "\N{BROKEN BAR}"), agent.name or agent.role) for act in acts for agent in act.agents
    ]
    main = document.action(type_)
    place = main.place if main else None
    return Action(
        tuple(name_of(label, claim) for label, claim in agents) or (Name("Unknown", False, ""),),
        name_of(place.value.name, place) if place else None,
        date_of(main.date) if main and main.date else None,
        "",
    )


def name_of(label: str, claim: Claim) -> Name:
    """Brackets in the name itself mean the same as those of csv2cmi: somebody supplied it."""
    text = " ".join(label.split())
    if claim.evidence is Evidence.CONJECTURE:
        return Name(text, True, "")
    is_bracketed = text.startswith("[") and text.endswith("]")
    return Name(text[1:-1] if is_bracketed else text, is_bracketed, "")


def date_of(claim: Claim[HistoricalDate]) -> HistoricalDate:
    """csv2cmi, as CMIF, has the Gregorian calendar alone, and one sign for a date that is not certain."""
    reserve = claim.value.reserve or (Reserve.UNCERTAIN if claim.certainty is Certainty.LOW else Reserve.NONE)
    return replace(claim.value, calendar=Calendar.GREGORIAN, reserve=reserve)


# -- the settings --------------------------------------------------------------------------------------------------


def test_the_settings_say_what_csv2cmi_asks(court: EncodedEdition) -> None:
    project = replace(
        court.project,
        title="100 % Zenda: letters",
        editors=(Person("A. Halm", email="halm@example.org"), Person("B. Reiner")),
        licence="https://creativecommons.org/licenses/by/4.0/",
        publisher="The chancery",
    )
    found = read_settings(files(RAW, replace(court, project=project))["csv2cmi.ini"])
    assert found["Project"] == {
        "title": "100 % Zenda: letters",
        "editor": "A. Halm <halm@example.org>\nB. Reiner",
        "publisher": "The chancery",
        "fileurl": "https://example.org/zenda/cmif.xml",
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "extra-delimiter": "|",
    }
    assert found["Edition"] == found["zenda"] == {"title": "100 % Zenda: letters", "type": "online"}


def test_the_settings_of_the_index_come_first(court: EncodedEdition) -> None:
    index = Cmif("https://example.org/index.xml", "https://creativecommons.org/publicdomain/zero/1.0/", "hybrid")
    project = replace(court.project, cmif=index, licence="https://creativecommons.org/licenses/by/4.0/")
    found = read_settings(files(RAW, replace(court, project=project))["csv2cmi.ini"])
    assert (found["Project"]["fileurl"], found["Project"]["license"]) == (index.url, index.licence)
    assert found["zenda"]["type"] == found["Edition"]["type"] == "hybrid"


@pytest.mark.parametrize("siglum", ["Project", "Edition", "DEFAULT"])
def test_a_siglum_that_means_something_else_is_told_apart(siglum: str, court: EncodedEdition) -> None:
    edition = replace(court, project=replace(court.project, siglum=siglum))
    made = files(RAW, edition)
    short = read(made["letters.csv"])[0]["edition"]
    assert short != siglum
    assert read_settings(made["csv2cmi.ini"])[short]["title"] == "The Zenda letters"


@given(title=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).map(lambda text: f"T{text}"))
def test_no_title_becomes_another_setting(title: str) -> None:
    edition = EncodedEdition(Path(), Project(title, "zenda"), (), Registers(), ())
    found = read_settings(files(RAW, edition)["csv2cmi.ini"])
    assert list(found) == ["Project", "Edition", "zenda"]
    assert found["zenda"]["title"] == " ".join(title.split())


def test_settings_that_somebody_filled_in_stay(court: EncodedEdition, tmp_path: Path) -> None:
    out = tmp_path / "out"
    api.export(RAW, court.folder, out)
    mine = out / "csv2cmi.ini"
    mine.write_text("[Project]\neditor = me\n", encoding="utf-8")
    assert api.export(RAW, court.folder, out).kept == (mine,)
    assert mine.read_text(encoding="utf-8") == "[Project]\neditor = me\n"


def test_the_registers_name_comes_before_the_printed_one(tmp_path: Path) -> None:
    other = replace(REGISTERS, persons=(replace(REGISTERS.persons[0], name="Flavia of Ruritania"),))
    (row,) = rows(write_court(tmp_path / "e", court_letter(), registers=other))
    assert row["sender"] == "Flavia of Ruritania|chancellor"
