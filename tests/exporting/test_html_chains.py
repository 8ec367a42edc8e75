"""Exchanges: threads of replies, branches, circles, and the days between."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from html_site import Site, build_site
from lxml import etree
from zenda import STRAY, write_edition

from tei_archive import api
from tei_archive.model import (
    ActionType,
    Certainty,
    Claim,
    ContextRef,
    CorrespAction,
    Document,
    HistoricalDate,
    Relation,
    Span,
)


def letter(number: int, day: int, *answers: int, cert: Certainty = Certainty.HIGH) -> Document:
    refs = tuple(
        ContextRef(Relation.IS_REPLY_TO, f"no. {n}", Span(0, 2), f"z-{n}", rule="test.rule", certainty=cert)
        for n in answers
    )
    when = HistoricalDate(date(1894, 3, day), date(1894, 3, day))
    sent = CorrespAction(ActionType.SENT, date=Claim(when))
    return replace(STRAY, id=f"z-{number}", title=f"Letter {number}", actions=(sent,), context=refs)


def received(letter: Document, certainty: Certainty) -> Document:
    """The letter with the day of its receipt as its day of sending too, as sure as given."""
    (sent,) = letter.actions
    assert sent.date is not None
    unsure = replace(sent, date=replace(sent.date, certainty=certainty))
    return replace(letter, actions=(unsure, CorrespAction(ActionType.RECEIVED, date=sent.date)))


def unsure(letter: Document) -> Document:
    (sent, *_) = received(letter, Certainty.LOW).actions
    return replace(letter, actions=(sent,))


def made(folder: Path, *documents: Document) -> Site:
    return build_site(api.load_edition(write_edition(folder, *documents)))


def shape(thread: etree._Element) -> list[object]:
    """Letters of a thread in order; branches as lists."""
    found: list[object] = []
    for step in thread.xpath("li"):
        found.append(step.xpath("string(p[@class='step']/*[@class='step-name'])").strip())
        found += [shape(branch) for branch in step.xpath("ol")]
    return found


def exchanges(site: Site) -> list[str]:
    """The addresses of the exchanges, in the order in which their index has them."""
    return site.page("chains.html").xpath("//ol[@class='letters']//a/@href")


def threads(site: Site) -> list[list[object]]:
    return [shape(thread) for page in exchanges(site) for thread in site.page(page).xpath("//div[@class='chain']/ol")]


def said(site: Site, xpath: str) -> str:
    """What the page of the only exchange says."""
    [page] = exchanges(site)
    return site.text(page, xpath)


def test_a_line_of_replies_is_one_list(tmp_path: Path) -> None:
    site = made(tmp_path, letter(1, 1), letter(2, 4, 1), letter(3, 4, 2), letter(4, 2, 3))
    assert threads(site) == [["Letter 1", "Letter 2", "Letter 3", "Letter 4"]]
    assert exchanges(site) == ["chains/z-1.html"]
    intervals = site.page("chains/z-1.html").xpath("//p[@class='interval']/text()")
    assert intervals == ["3 days later", "the same day", "2 days earlier"]


def test_several_replies_are_branches(tmp_path: Path) -> None:
    site = made(tmp_path, letter(1, 1), letter(2, 2, 1), letter(3, 3, 1), letter(4, 4, 2))
    assert threads(site) == [["Letter 1", ["Letter 2", "Letter 4"], ["Letter 3"]]]
    assert site.page("chains/z-1.html").xpath("//p[@class='interval']/text()") == [
        "one day later", "2 days later", "2 days later",
    ]  # fmt: skip


def test_a_document_that_answers_two_stands_below_the_first_and_names_the_other(tmp_path: Path) -> None:
    site = made(tmp_path, letter(1, 1), letter(2, 2), letter(3, 3, 1, 2))
    assert threads(site) == [["Letter 1", "Letter 3"]]
    assert said(site, "//span[@class='step-also']") == "also answers Letter 2"


@pytest.mark.parametrize("answers", [(2, 1), (3, 1), (2, 3)])
def test_a_circle_of_replies_ends(tmp_path: Path, answers: tuple[int, int]) -> None:
    site = made(tmp_path, letter(1, 1, answers[0]), letter(2, 2, answers[1]), letter(3, 3, 2), letter(4, 4))
    members = [name for thread in threads(site) for name in flattened(thread)]
    assert sorted(members) == ["Letter 1", "Letter 2", "Letter 3"]


def flattened(thread: list[object]) -> list[object]:
    return [name for part in thread for name in (flattened(part) if isinstance(part, list) else [part])]


def test_a_document_that_answers_itself_is_no_exchange(tmp_path: Path) -> None:
    assert threads(made(tmp_path, letter(1, 1, 1))) == []
    assert threads(made(tmp_path, letter(1, 1), letter(2, 2, 2, 1))) == [["Letter 1", "Letter 2"]]


def test_an_uncertain_reply_says_so(tmp_path: Path) -> None:
    site = made(tmp_path, letter(1, 1), letter(2, 2, 1, cert=Certainty.LOW))
    assert said(site, "//p[@class='interval']") == "one day later, low certainty"


FIRST, SECOND = letter(1, 1), letter(2, 9, 1)


@pytest.mark.parametrize(
    ("first", "second", "days", "when"),
    [
        (FIRST, SECOND, "8 days later", "9 March 1894"),
        (FIRST, received(SECOND, Certainty.MEDIUM), "8 days later", "9 March 1894"),
        (FIRST, received(SECOND, Certainty.LOW), "received 8 days later", "received 9 March 1894"),
        (FIRST, unsure(SECOND), "8 days later (uncertain)", "9 March 1894 (uncertain)"),
        (unsure(FIRST), SECOND, "8 days later (uncertain)", "9 March 1894"),
        (unsure(FIRST), received(SECOND, Certainty.LOW), "8 days later (uncertain)", "received 9 March 1894"),
    ],
)
def test_a_doubtful_day_of_sending_says_so(
    first: Document, second: Document, days: str, when: str, tmp_path: Path
) -> None:
    site = made(tmp_path, first, second)
    assert said(site, "//p[@class='interval']") == days
    assert said(site, "(//span[@class='step-date'])[2]") == when
    assert site.text("index.html", "(//span[@class='letter-date'])[2]") == when


def test_the_page_tells_the_reserve_that_the_title_does_not(tmp_path: Path) -> None:
    told = replace(received(letter(2, 9), Certainty.LOW), title="Letter 2, received 9 March 1894")
    site = made(tmp_path, unsure(letter(1, 1)), told, letter(3, 3))
    caveats = [site.text(f"documents/z-{n}.html", "//header/*[@class='caveat']") for n in (1, 2, 3)]
    assert caveats == ["1 March 1894 (uncertain)", "", ""]
    assert "Letter 1, 1 March 1894 (uncertain). In:" in site.text("documents/z-1.html", "//section[@class='cite']")


def test_the_current_document_is_marked(tmp_path: Path) -> None:
    site = made(tmp_path, letter(1, 1), letter(2, 2, 1))
    current = site.page("documents/z-2.html").xpath("//li[@aria-current]")
    assert len(current) == 1
    assert "Letter 2" in current[0].text_content()
    assert not current[0].xpath(".//a")
