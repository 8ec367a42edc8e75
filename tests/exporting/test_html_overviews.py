"""Pages that survey an edition: pairs, answer times, the network, years, places, statistics, what is to be checked."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from html_site import Site, build_site
from zenda import STRAY, write_edition

from tei_archive import api
from tei_archive.exporting import Plots
from tei_archive.exporting.html.catalogue import build_catalogue
from tei_archive.exporting.html.correspondence import build_correspondence
from tei_archive.exporting.html.network import build_network
from tei_archive.model import (
    ActionType,
    Agent,
    Certainty,
    Claim,
    ContextRef,
    Coordinates,
    CorrespAction,
    Document,
    Entry,
    HistoricalDate,
    Place,
    Precision,
    Registers,
    Relation,
    Span,
    Unresolved,
)
from tei_archive.tei import EncodedEdition

PEOPLE = ("flavia", "rudolf", "sapt", "michael")
REGISTERS = Registers(
    persons=tuple(Entry(name, name.title()) for name in PEOPLE),
    places=(
        Entry("strelsau", "Strelsau", coordinates=Coordinates(50.1, 14.4)),
        Entry("zenda", "Zenda", coordinates=Coordinates(50.6, 14.1)),
        Entry("tarlenheim", "Tarlenheim"),
    ),
)


def letter(
    number: int, senders: str, addressees: str, when: HistoricalDate | None = None, *answered: int, at: str = ""
) -> Document:
    """A letter from and to persons of the registers; `*` after a name leaves the pointer out."""
    place = Claim(Place(at.title(), f"place:{at}")) if at else None
    sent = CorrespAction(ActionType.SENT, agents(senders), place, Claim(when) if when else None)
    received = CorrespAction(ActionType.RECEIVED, agents(addressees))
    refs = tuple(ContextRef(Relation.IS_REPLY_TO, f"no. {n}", target=f"z-{n}") for n in answered)
    return replace(STRAY, id=f"z-{number}", title=f"Letter {number}", actions=(sent, received), context=refs)


def agents(names: str) -> tuple[Agent, ...]:
    return tuple(
        Agent(Claim(name.rstrip("*").title()), ref=None if name.endswith("*") else f"pers:{name}")
        for name in names.split()
    )


def day(month: int, number: int, year: int = 1894) -> HistoricalDate:
    return HistoricalDate(date(year, month, number), date(year, month, number))


def year_only(year: int) -> HistoricalDate:
    return HistoricalDate(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)


LETTERS = (
    letter(1, "flavia", "rudolf", day(3, 1), at="strelsau"),
    letter(2, "rudolf", "flavia", day(3, 9), 1, at="zenda"),
    letter(3, "flavia", "rudolf", day(3, 9), 2, at="strelsau"),
    letter(4, "rudolf", "flavia", day(4, 8), 3),
    letter(5, "sapt", "rudolf flavia", day(4, 8)),
    letter(6, "michael", "nobody*", year_only(1895)),
    letter(7, "sapt", "sapt"),
)


@pytest.fixture
def edition(tmp_path: Path) -> EncodedEdition:
    return made(tmp_path, *LETTERS)


@pytest.fixture
def site(edition: EncodedEdition) -> Site:
    return build_site(edition)


def made(folder: Path, *letters: Document, registers: Registers = REGISTERS) -> EncodedEdition:
    return replace(api.load_edition(write_edition(folder, *letters)), registers=registers)


def cells(site: Site, path: str, table: int = 1) -> list[tuple[str, ...]]:
    rows = site.page(path).xpath("(//table)[$table]/tbody/tr", table=table)
    return [tuple(" ".join(cell.text_content().split()) for cell in row.xpath("th | td")) for row in rows]


# -- pairs ---------------------------------------------------------------------------------------------------------


def test_a_pair_has_what_went_there_and_back(site: Site) -> None:
    assert cells(site, "pairs.html") == [
        ("Flavia – Rudolf 1894", "4", "2 / 2"),
        ("Flavia – Sapt 1894", "1", "0 / 1"),
        ("Michael – Nobody 1895", "1", "1 / 0"),
        ("Rudolf – Sapt 1894", "1", "0 / 1"),
    ]


def test_who_has_no_page_has_no_page_as_a_pair_and_nobody_is_a_pair_alone(site: Site) -> None:
    assert {path for path in site.files if path.startswith("pairs/")} == {
        "pairs/flavia--rudolf.html",
        "pairs/flavia--sapt.html",
        "pairs/rudolf--sapt.html",
    }


def test_the_page_of_a_pair_says_how_soon_either_answered(site: Site) -> None:
    assert cells(site, "pairs/flavia--rudolf.html") == [
        ("Documents", "2", "2"),
        ("Answers", "1", "2"),
        ("Days, median", "0", "19"),
        ("Days, middle half", "0–0", "13.5–24.5"),
        ("Days, longest", "0", "30"),
    ]
    said = site.page("pairs/flavia--rudolf.html").xpath("//span[@class='letter-answers']")
    assert [" ".join(answer.text_content().split()) for answer in said] == [
        "answers document z-1, 8 days later",
        "answers document z-2, the same day",
        "answers document z-3, 30 days later",
    ]


def test_a_date_with_reserve_and_a_date_too_early_are_no_days_to_count(tmp_path: Path) -> None:
    (sent, *rest) = letter(2, "rudolf", "flavia", day(3, 9), 1).actions
    assert sent.date is not None
    unsure = replace(LETTERS[1], actions=(replace(sent, date=replace(sent.date, certainty=Certainty.LOW)), *rest))
    early = letter(3, "rudolf", "flavia", day(2, 1), 1)
    site = build_site(made(tmp_path, LETTERS[0], unsure, early))
    assert cells(site, "pairs/flavia--rudolf.html")[1] == ("Answers", "–", "–")
    assert "answers.svg" not in [str(file.path) for file in Plots().files(made(tmp_path, LETTERS[0], unsure, early))]


# -- network -------------------------------------------------------------------------------------------------------


def test_the_network_and_its_table_say_the_same(site: Site) -> None:
    page = site.page("network.html")
    shown = page.xpath("//*[local-name()='g']/*[local-name()='title']/text()")
    assert sorted(shown) == [
        "Flavia: 5 documents", "Michael: 1 document", "Nobody: 1 document", "Rudolf: 5 documents", "Sapt: 2 documents",
    ]  # fmt: skip
    assert cells(site, "network.html")[0] == ("Flavia", "5", "Rudolf (4)Sapt (1)")
    ties = page.xpath("//*[local-name()='path']/*[local-name()='title']/text()")
    names, numbers = zip(*(tie.split(": ") for tie in ties), strict=True)
    assert {frozenset(pair.split(" – ")) for pair in names} == {
        frozenset(pair)
        for pair in (("Flavia", "Rudolf"), ("Flavia", "Sapt"), ("Rudolf", "Sapt"), ("Michael", "Nobody"))
    }
    assert sorted(numbers) == ["1 document", "1 document", "1 document", "4 documents"]


def test_of_very_many_correspondents_the_strongest_are_drawn(tmp_path: Path) -> None:
    names = [f"p{n:03}" for n in range(120)]
    letters = [letter(n, "flavia", name, day(3, 1)) for n, name in enumerate(names)]
    letters.append(letter(999, "p099", "flavia", day(3, 2)))
    registers = Registers(persons=tuple(Entry(name, name) for name in ("flavia", *names)))
    site = build_site(made(tmp_path, *letters, registers=registers))
    drawn = site.page("network.html").xpath("//*[local-name()='circle']")
    assert len(drawn) == 48
    assert "the 48 with most documents of 121" in site.text("network.html")
    assert len(cells(site, "network.html")) == 121
    assert "p099: 2 documents" in site.page("network.html").xpath("//*[local-name()='title']/text()")


def test_those_who_correspond_stand_near_each_other(tmp_path: Path) -> None:
    many = [letter(n, a, b, day(3, 1)) for n, (a, b) in enumerate([("a", "z"), ("b", "y"), ("c", "x"), ("d", "w")] * 3)]
    edition = made(tmp_path, *many, registers=Registers())
    network = build_network(build_correspondence(build_catalogue(edition), edition.registers).pairs)
    assert {edge.second - edge.first for edge in network.edges} == {1}


# -- time ----------------------------------------------------------------------------------------------------------


def test_the_calendar_has_the_days_and_the_list_the_documents(site: Site) -> None:
    page = site.page("chronology/1894.html")
    assert page.xpath("//td//a/@aria-label") == [
        "1 March 1894: 1 document", "9 March 1894: 2 documents", "8 April 1894: 2 documents",
    ]  # fmt: skip
    assert [row[-1] for row in cells(site, "chronology/1894.html", 3)] == ["4", "11", "18", "25", ""]
    assert [h2.text_content() for h2 in page.xpath("//h2")] == ["March 1894 3 documents", "April 1894 2 documents"]


def test_a_document_of_a_year_as_a_whole_has_no_month(site: Site) -> None:
    page = site.page("chronology/1895.html")
    assert [h2.text_content() for h2 in page.xpath("//h2")] == ["The month is not known"]
    assert not page.xpath("//td//a")


def test_the_years_and_what_has_none(site: Site) -> None:
    assert cells(site, "chronology.html") == [("1894", "5"), ("1895", "1")]
    page = site.page("chronology.html")
    assert page.xpath("//h2[.='Without a date']/following-sibling::ol//a/@href") == ["documents/z-7.html"]


# -- places --------------------------------------------------------------------------------------------------------


def test_the_map_has_the_places_with_coordinates_and_the_table_has_all(site: Site) -> None:
    on_the_map = site.page("places.html").xpath("//*[local-name()='g']/*[local-name()='title']/text()")
    assert on_the_map == ["Zenda: 1 document", "Strelsau: 2 documents"]
    assert "1 place has none" in site.text("places.html")
    assert cells(site, "places.html") == [("Strelsau 50.1, 14.4", "2"), ("Tarlenheim", "0"), ("Zenda 50.6, 14.1", "1")]


# -- numbers and doubts --------------------------------------------------------------------------------------------


def test_the_statistics_count_what_there_is(site: Site) -> None:
    text = site.text("statistics.html")
    assert "7 documents, 1 of them without a date." in text
    assert "3 answers whose days are known. Half of them came within 8 days" in text
    assert cells(site, "statistics.html", 1)[:2] == [("Flavia", "2"), ("Rudolf", "2")]
    assert ("Sender", "7", "–", "–", "–") in cells(site, "statistics.html", 10)
    assert ("Date", "6", "–", "–", "1") in cells(site, "statistics.html", 10)


def test_what_is_open_is_sorted_by_doubt(tmp_path: Path) -> None:
    lost = ContextRef(Relation.CITES, "yours of the 5th", Span(0, 2), reason=Unresolved.NO_CANDIDATE)
    (sent, *rest) = LETTERS[0].actions
    medium = replace(sent, agents=(Agent(Claim("Flavia", certainty=Certainty.MEDIUM), ref="pers:flavia"),))
    unsure = replace(LETTERS[0], actions=(medium, *rest), context=(lost,))
    site = build_site(made(tmp_path, unsure, LETTERS[1], LETTERS[6]))
    assert cells(site, "review.html") == [
        ("Letter 7", "3", "Date: not known"),
        ("Letter 1", "2", "Sender: medium certaintyyours of the 5th: no document of this edition fits"),
    ]
    assert site.page("review.html").xpath("//ul[@class='plain']//a/@href") == ["documents/z-2.html"]


def test_the_encoding_page_counts_elements_and_explains_them(site: Site) -> None:
    rows = {name: (number, about) for name, number, about in cells(site, "encoding.html")}
    assert rows["TEI"][0] == "7"
    assert rows["correspAction"] == ("14", rows["correspAction"][1])
    assert all(about for _, about in rows.values())
    assert "How we know" in site.text("encoding.html", "//h3")
    assert "<gi>" not in site.text("encoding.html")
    assert site.page("encoding.html").xpath("//dd//code[.='@cert']")


# -- nothing at all ------------------------------------------------------------------------------------------------


def test_an_edition_that_knows_nothing_says_so(tmp_path: Path) -> None:
    site = build_site(made(tmp_path, STRAY, registers=Registers()))
    assert "No document of this edition has a date" in site.text("chronology.html")
    for path in ("pairs.html", "network.html"):
        assert "names both sender and addressee" in site.text(path)
        assert not site.page(path).xpath("//table")
    assert "Sender: not known" in site.text("review.html")


def test_figures_that_would_be_empty_are_no_files(tmp_path: Path) -> None:
    files = [str(file.path) for file in Plots().files(made(tmp_path, STRAY, registers=Registers()))]
    assert files == ["lengths.svg"]
