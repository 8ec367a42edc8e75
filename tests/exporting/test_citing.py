"""References in the forms that reference managers read, read back with libraries of others."""

import json
from dataclasses import replace
from datetime import date

import bibtexparser
import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st
from zenda import DAY, LETTER, MONTH, REPLY, STRAY

from tei_archive.exporting.citing import Reference, as_bibtex, as_csl_json, as_ris, cite
from tei_archive.model import HistoricalDate, Person, Precision, Project, Reserve

PROJECT = Project(
    "The Zenda letters",
    "zenda",
    editors=(Person("Rudolf Rassendyll"), Person("Fritz {von} & Tarlenheim")),
    publisher="Castle & Sons",
    date="2026-03-01",
)
ADDRESS = "https://example.org/zenda/zenda-d001"
WINDOW = HistoricalDate(date(1893, 12, 30), date(1894, 1, 2), Precision.WINDOW)
DURATION = replace(WINDOW, precision=Precision.DURATION)


@pytest.fixture
def reference() -> Reference:
    return cite(LETTER, PROJECT, ADDRESS)


def csl(*references: Reference) -> list[dict[str, object]]:
    items: list[dict[str, object]] = json.loads(as_csl_json(references))
    return items


def bibtex(*references: Reference) -> list[dict[str, str]]:
    library = bibtexparser.parse_string(as_bibtex(references))
    assert library.failed_blocks == []
    return [
        {"ID": entry.key, "ENTRYTYPE": entry.entry_type, **{field.key: field.value for field in entry.fields}}
        for entry in library.entries
    ]


def ris(*references: Reference) -> list[dict[str, object]]:
    found: list[dict[str, object]] = rispy.loads(as_ris(references))
    return found


def test_csl_json_has_the_date_the_names_and_the_edition(reference: Reference) -> None:
    assert csl(reference) == [
        {
            "id": "zenda-d001",
            "type": "personal_communication",
            "title": "To the regent",
            "author": [{"literal": "Flavia"}, {"literal": "chancellor"}],
            "recipient": [{"literal": "Senate"}],
            "issued": {"date-parts": [[1894, 3, 3]]},
            "genre": "letter",
            "number": "17-a",
            "language": "en",
            "container-title": "The Zenda letters",
            "editor": [{"literal": "Rudolf Rassendyll"}, {"literal": "Fritz {von} & Tarlenheim"}],
            "publisher": "Castle & Sons",
            "version": "0.1.0",
            "available-date": {"date-parts": [[2026, 3, 1]]},
            "URL": ADDRESS,
        }
    ]


@pytest.mark.parametrize(
    ("when", "issued"),
    [
        (DAY, {"date-parts": [[1894, 3, 3]]}),
        (MONTH, {"date-parts": [[1894, 3]]}),
        (HistoricalDate(date(1894, 1, 1), date(1894, 12, 31), Precision.YEAR), {"date-parts": [[1894]]}),
        (DURATION, {"date-parts": [[1893, 12, 30], [1894, 1, 2]]}),
    ],
)
def test_csl_json_is_no_more_exact_than_the_date(
    reference: Reference, when: HistoricalDate, issued: dict[str, object]
) -> None:
    assert csl(replace(reference, date=when))[0]["issued"] == issued


def test_what_is_not_known_is_left_out() -> None:
    reference = cite(STRAY, Project("The Zenda letters", "zenda"), None)
    (item,) = csl(reference)
    assert not {"author", "recipient", "issued", "editor", "URL", "number", "available-date"} & set(item)
    assert not {"author", "year", "month", "day", "editor", "url", "number", "note"} & set(bibtex(reference)[0])
    assert not {"authors", "year", "date", "urls", "notes"} & set(ris(reference)[0])


def test_bibtex_has_every_field(reference: Reference) -> None:
    (entry,) = bibtex(reference)
    assert entry == {
        "ENTRYTYPE": "misc",
        "ID": "zenda-d001",
        "author": "{Flavia} and {chancellor}",
        "title": "{To the regent}",
        "year": "1894",
        "month": "mar",
        "day": "3",
        "howpublished": "In: The Zenda letters",
        "editor": r"{Rudolf Rassendyll} and {Fritz \textbraceleft{}von\textbraceright{} \& Tarlenheim}",
        "publisher": r"Castle \& Sons",
        "version": "0.1.0",
        "number": "17-a",
        "language": "en",
        "type": "letter",
        "note": "to Senate; edition of 2026-03-01",
        "url": ADDRESS,
    }


def test_an_address_in_bibtex_can_neither_end_its_field_nor_change(reference: Reference) -> None:
    assert bibtex(replace(reference, address="https://example.org/a_b~c%20}{\\d"))[0]["url"] == (
        "https://example.org/a_b~c%20%7D%7B%5Cd"
    )


def test_ris_has_every_field_and_its_own_line_ends(reference: Reference) -> None:
    written = as_ris([reference])
    assert written.startswith("TY  - PCOMM\r\nID  - zenda-d001\r\n")
    assert written.endswith("\r\nER  - \r\n")
    (entry,) = ris(reference)
    assert entry["title"] == "To the regent"
    assert entry["authors"] == ["Flavia", "chancellor"]
    assert entry["secondary_authors"] == ["Senate"]
    assert (entry["year"], entry["date"]) == ("1894", "1894/03/03/")
    assert entry["secondary_title"] == "The Zenda letters"
    assert entry["urls"] == [ADDRESS]
    assert entry["notes"] == ["edition of 2026-03-01"]


def test_an_uncertain_date_says_so_in_each_form() -> None:
    reference = cite(REPLY, PROJECT, None)  # the certainty of its date is low
    assert csl(reference)[0]["issued"] == {"date-parts": [[1894, 3]], "circa": True}
    assert bibtex(reference)[0]["note"] == "date: 1894-03; date uncertain; edition of 2026-03-01"
    assert ris(reference)[0]["notes"] == ["date: 1894-03; date uncertain; edition of 2026-03-01"]


@pytest.mark.parametrize("when", [replace(DAY, reserve=Reserve.APPROXIMATE), WINDOW])
def test_a_date_of_low_certainty_with_a_reserve_or_a_window_is_uncertain(when: HistoricalDate) -> None:
    sent = LETTER.actions[0]
    assert sent.date is not None
    letter = replace(LETTER, actions=(replace(sent, date=replace(sent.date, value=when)),))
    assert cite(letter, PROJECT, None).is_uncertain
    assert not cite(LETTER, PROJECT, None).is_uncertain


def test_an_interval_over_two_years_has_no_single_year(reference: Reference) -> None:
    spanning = replace(reference, date=DURATION)
    assert "year" not in bibtex(spanning)[0]
    assert bibtex(spanning)[0]["note"] == "to Senate; date: 1893-12-30/1894-01-02; edition of 2026-03-01"
    assert "year" not in ris(spanning)[0]


def test_several_references_are_several_entries(reference: Reference) -> None:
    second = replace(reference, id="zenda-d002")
    for read in (bibtex, ris, csl):
        assert len(read(reference, second)) == 2
        assert read() == []


# Whatever stands in a title or a name, each form has one entry, and the text is read back.

HOSTILE = st.one_of(
    st.text(max_size=30),
    st.text(alphabet='\\{}@%#$&_~^",=\r\n -TYER', max_size=30),
    st.sampled_from(["}", "{", "\\", "\nER  - \n", "a\r\nTY  - BOOK", "}, note = {x}", "@misc{a,}", "and", "x and y"]),
)
NAMES = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    **{f"\\{sign}": sign for sign in "#$%&_"},
}


def unescaped(text: str) -> str:
    found = ""
    while text:
        name = next((name for name in NAMES if text.startswith(name)), text[0])
        found += NAMES.get(name, name)
        text = text[len(name) :]
    return found


@given(HOSTILE, HOSTILE)
def test_hostile_words_stay_words(title: str, name: str) -> None:
    project = replace(PROJECT, title=title, editors=(Person(name),))
    reference = cite(replace(LETTER, title=title), project, ADDRESS)
    expected, editor = reference.title, "".join(reference.editors)
    assert "\n" not in expected + editor
    assert "\r" not in expected + editor
    (item,) = csl(reference)
    assert item.get("title", "") == expected
    assert item.get("editor", []) == [{"literal": editor}] * bool(editor)
    (entry,) = bibtex(reference)
    assert unescaped(entry["title"].removeprefix("{").removesuffix("}")).strip() == expected.strip()
    assert unescaped(entry.get("editor", "").removeprefix("{").removesuffix("}")).strip() == editor.strip()
    (record,) = ris(reference)
    assert record.get("title", "") == expected
    assert record["id"] == "zenda-d001"
    assert len(as_ris([reference]).split("\r\n")) == as_ris([reference]).count("\n") + 1
