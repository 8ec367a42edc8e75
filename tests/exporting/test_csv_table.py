"""The letters table: its columns, cells, order and form."""

import csv
import io
import re
from dataclasses import replace
from itertools import permutations
from pathlib import Path, PurePosixPath

import pytest
from zenda import LETTER, write_edition

from tei_archive import api
from tei_archive.errors import ExportError
from tei_archive.exporting import TABLES, CsvTables, OutputFile
from tei_archive.exporting.tables.own.letter_rows import letters
from tei_archive.model import Claim, Span
from tei_archive.tei import EncodedEdition

Row = dict[str, str]
RAW = CsvTables(spreadsheet_safe=False)


def table(edition: EncodedEdition, options: CsvTables = RAW) -> bytes:
    return next(iter(options.files(edition, "letters.csv"))).content


def rows(edition: EncodedEdition, options: CsvTables = RAW) -> list[Row]:
    return list(csv.DictReader(io.StringIO(table(edition, options).decode("utf-8"), newline="")))


def of(edition: EncodedEdition, name: str) -> Row:
    return next(row for row in rows(edition) if row["id"] == name)


def test_the_columns_are_those_of_the_agreed_table(shared: Path) -> None:
    agreed = (shared / "design" / "INTEROP.md").read_text(encoding="utf-8")
    listed = re.search(r"`(id, source, start, end[^`]*)`", agreed)
    assert listed is not None
    assert [column.name for column in TABLES["letters"].columns] == listed[1].split(", ")


@pytest.mark.parametrize("name", TABLES)
def test_every_column_has_titles_in_three_languages(name: str) -> None:
    columns = TABLES[name].columns
    assert len({column.name for column in columns}) == len(columns)
    assert [column.name for column in columns if not all(column.titles)] == []


def test_a_letter_fills_its_row(zenda: EncodedEdition) -> None:
    found = of(zenda, "zenda-d001")
    assert {name: cell for name, cell in found.items() if cell and name not in {"tei_sha256", "start", "end"}} == {
        "id": "zenda-d001",
        "source": "zenda.txt",
        "kind": "letter",
        "title": "To the regent",
        "number": "17-a",
        "sender": "Flavia | chancellor",
        "sender_role": "queen | chancellor",
        "sender_id": "pers:flavia | ",
        "sender_cert": "low",
        "sender_place": "Strelsau",
        "sender_place_id": "place:strelsau",
        "addressee": "Senate",
        "addressee_cert": "high",
        "cc": "Sapt | Fritz",
        "date": "1894-03-03",
        "date_from": "1894-03-03",
        "date_to": "1894-03-03",
        "date_text": "March 3, 1894",
        "date_calendar": "gregorian",
        "date_cert": "high",
        "language": "en",
        "classification": "secret",
        "words": "9",
        "review": "auto",
        "url": "https://example.org/zenda/zenda-d001",
        "tei_file": "zenda-d001.xml",
    }


def test_offsets_cut_the_letter_out_of_its_source(zenda: EncodedEdition) -> None:
    text = zenda.sources[0].text
    cut = {row["id"]: text[int(row["start"]) : int(row["end"])] for row in rows(zenda)}
    assert cut["zenda-d001"].startswith("To the regent")
    assert cut["zenda-d001-e1"] == "Enclosed:\na list\nThree crowns."
    assert cut["zenda-d003"] == "Nobody knows who wrote this."


def test_an_enclosure_is_a_row_of_its_own_after_its_letter(zenda: EncodedEdition) -> None:
    found = rows(zenda)
    at = [row["id"] for row in found].index("zenda-d001-e1")
    assert found[at - 1]["id"] == "zenda-d001"
    enclosed = found[at]
    assert (enclosed["part_of"], enclosed["relation"], enclosed["kind"]) == ("zenda-d001", "enclosure", "enclosure")
    assert (enclosed["title"], enclosed["words"]) == ("Enclosed: a list", "5")
    assert (enclosed["date"], enclosed["date_text"], enclosed["pages"]) == ("", "", "")
    assert enclosed["tei_file"] == "zenda-d001.xml"


def test_a_reference_without_target_keeps_its_words(zenda: EncodedEdition) -> None:
    found = of(zenda, "zenda-d002")
    assert found["reply_to"] == "zenda-d001 | "
    assert found["reply_to_text"] == "a reply | your note of the 5th"
    assert found["reply_cert"] == "low"


def test_a_month_is_an_interval(zenda: EncodedEdition) -> None:
    found = of(zenda, "zenda-d002")
    assert [found[name] for name in ("date", "date_from", "date_to")] == ["1894-03", "1894-03-01", "1894-03-31"]
    assert found["date_cert"] == "low"


def test_what_is_not_known_is_empty(zenda: EncodedEdition) -> None:
    found = of(zenda, "zenda-d003")
    empty = ("sender", "sender_id", "addressee", "date", "date_calendar", "reply_to", "number", "part_of", "pages")
    assert [found[name] for name in empty] == [""] * len(empty)


def test_rows_are_ordered_by_date_number_and_id(zenda: EncodedEdition) -> None:
    assert [row["id"] for row in rows(zenda)] == ["zenda-d002", "zenda-d001", "zenda-d001-e1", "zenda-d003"]


def test_numbers_are_ordered_as_numbers(zenda: EncodedEdition) -> None:
    first = zenda.documents[0]
    numbers = ["", "9", "10", "863-a", "863-b"]
    same_day = [
        replace(first, document=replace(first.document, id=f"x{n}", number=Claim(n) if n else None)) for n in numbers
    ]
    for order in list(permutations(same_day))[::17]:
        shuffled = replace(zenda, documents=order)
        found = [letter.document.number for letter in letters(shuffled) if letter.part_of is None]
        assert [number.value if number else "" for number in found] == numbers


def test_the_form_is_that_of_rfc_4180(zenda: EncodedEdition) -> None:
    content = table(zenda)
    lines = content.split(b"\r\n")
    assert lines[0].startswith(b"id,source,start,end,")
    assert (lines[-1], len(lines)) == (b"", 6)
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_a_byte_order_mark_on_request(zenda: EncodedEdition) -> None:
    assert table(zenda, CsvTables(bom=True)).startswith(b"\xef\xbb\xbfid,")
    assert not table(zenda, CsvTables()).startswith(b"\xef\xbb\xbf")


def test_formulas_are_guarded_unless_the_raw_text_is_asked_for(zenda: EncodedEdition) -> None:
    title = {safe: rows(zenda, CsvTables(spreadsheet_safe=safe))[0]["title"] for safe in (True, False)}
    assert title == {True: "'=SUM(A1); a reply", False: "=SUM(A1); a reply"}


def test_typed_columns_are_not_guarded_but_checked(zenda: EncodedEdition) -> None:
    file = zenda.documents[0]
    evil = replace(file, document=replace(file.document, id="=cmd"))
    with pytest.raises(ExportError, match="'=cmd' cannot stand in column id") as caught:
        table(replace(zenda, documents=(evil,)))
    assert caught.value.where is not None
    assert caught.value.hint is not None


def test_a_stroke_in_a_name_does_not_cut_it_in_two(tmp_path: Path) -> None:
    sent, *others = LETTER.actions
    first, second = sent.agents
    named = replace(first, name=Claim("A | B", Span(0, 2), "test.rule"))
    folder = write_edition(tmp_path, replace(LETTER, actions=(replace(sent, agents=(named, second)), *others)))
    assert of(api.load_edition(folder), "zenda-d001")["sender"] == "A ¦ B | chancellor"


def test_a_list_of_ids_is_empty_where_none_is_known(tmp_path: Path) -> None:
    sent, *others = LETTER.actions
    nobody = replace(sent, agents=tuple(replace(agent, ref=None) for agent in sent.agents))
    folder = write_edition(tmp_path, replace(LETTER, actions=(nobody, *others)))
    assert of(api.load_edition(folder), "zenda-d001")["sender_id"] == ""


def test_what_an_editor_marked_by_hand_is_in_the_table(zenda: EncodedEdition) -> None:
    file = next(file for file in zenda.documents if file.document.id == "zenda-d001")
    text = file.path.read_text(encoding="utf-8")
    marked = text.replace(">I accept.", '><pb n="12"/>I <pb/>acc<pb n="13"/>ept.')
    marked = marked.replace(">March 3, 1894</date>", ' calendar="#cal.julian #cal.gregorian">March 3, 1894</date>')
    marked = marked.replace(">Three", '><pb n="14"/>Three').replace('ref="pers:flavia"', 'ref="pers:flavia urn:x"')
    assert marked.count("<pb") == 4
    assert marked.count("urn:x") == 1
    assert marked.count("cal.julian") == 1
    file.path.write_text(marked, encoding="utf-8")
    letter, enclosed = (of(api.load_edition(zenda.folder), name) for name in ("zenda-d001", "zenda-d001-e1"))
    assert (letter["pages"], enclosed["pages"]) == ("12 | 13 | 14", "14")
    assert letter["date_calendar"] == "julian | gregorian"
    assert letter["sender_id"] == "pers:flavia | "


@pytest.mark.parametrize("path", ["/etc/letters.csv", "../letters.csv", ""])
def test_no_export_writes_outside_its_folder(path: str) -> None:
    with pytest.raises(ValueError, match="not a path below the folder"):
        OutputFile(PurePosixPath(path), b"")


def test_the_same_edition_gives_the_same_bytes(zenda: EncodedEdition) -> None:
    again = replace(zenda, documents=tuple(reversed(zenda.documents)))
    assert table(again) == table(zenda)
