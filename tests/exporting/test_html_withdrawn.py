"""Documents that are no more: what stands where they were."""

from dataclasses import replace

import pytest
from html_site import Site, build_site

from tei_archive.errors import ExportError
from tei_archive.model import Withdrawn
from tei_archive.tei import EncodedEdition

FORGED = Withdrawn("zenda-d009", "The king to the <duke>", "2026-02-20", "A forgery & no letter.")
MERGED = Withdrawn("zenda-d008", "A leaf", replaced_by="zenda-d001")
BARE = Withdrawn("zenda-d007")


@pytest.fixture
def site(zenda: EncodedEdition) -> Site:
    return site_without(zenda, FORGED, MERGED, BARE)


def site_without(
    edition: EncodedEdition, *withdrawn: Withdrawn, base_url: str | None = "https://example.org/z"
) -> Site:
    return build_site(replace(edition, project=replace(edition.project, withdrawn=withdrawn, base_url=base_url)))


def leads_to(site: Site, path: str) -> str:
    page = site.page(path)
    target: str = page.xpath("//a/@href")[0]
    assert page.xpath("//meta[@http-equiv='refresh']/@content") == [f"0; url={target}"]
    assert not page.xpath("//script")
    return target


def test_a_tombstone_says_what_it_was_and_when_and_why_it_went(site: Site) -> None:
    text = site.text("documents/zenda-d009.html", "//main")
    assert text == (
        "The king to the <duke> This document was withdrawn from the edition on 20 February 2026. "
        "Idzenda-d009 ReasonA forgery & no letter."
    )
    assert site.page("documents/zenda-d009.html").xpath("//meta[@name='robots']/@content") == ["noindex"]


def test_what_is_not_known_of_it_is_not_said(site: Site) -> None:
    text = site.text("documents/zenda-d007.html", "//main")
    assert text == "zenda-d007 This document has been withdrawn from the edition. Idzenda-d007"


def test_the_lasting_address_leads_to_the_tombstone(site: Site) -> None:
    assert leads_to(site, "zenda-d009/index.html") == "../documents/zenda-d009.html"


def test_what_was_replaced_leads_on_without_scripts(site: Site) -> None:
    assert leads_to(site, "documents/zenda-d008.html") == "../documents/zenda-d001.html"
    assert leads_to(site, "zenda-d008/index.html") == "../documents/zenda-d001.html"


def test_the_page_about_the_edition_lists_them(site: Site) -> None:
    items = site.page("about.html").xpath("//h2[.='Withdrawn documents']/following-sibling::ul/li")
    assert [" ".join(item.text_content().split()) for item in items] == [
        "zenda-d007",
        "A leaf, replaced by To the regent",
        "The king to the <duke>, 20 February 2026",
    ]


def test_an_edition_that_has_withdrawn_nothing_says_nothing_of_it(zenda: EncodedEdition) -> None:
    site = build_site(zenda)
    assert "Withdrawn" not in site.text("about.html")
    assert not any("d009" in path for path in site.files)


def test_without_a_lasting_address_there_is_no_page_at_it(zenda: EncodedEdition) -> None:
    site = site_without(zenda, FORGED, base_url=None)
    assert [path for path in site.files if "d009" in path] == ["documents/zenda-d009.html"]


@pytest.mark.parametrize(
    ("withdrawn", "message"),
    [
        ((Withdrawn("zenda-d001"),), "names zenda-d001, which the edition has"),
        ((FORGED, BARE, FORGED), "names zenda-d009 twice"),
        ((Withdrawn("zenda-d008", replaced_by="zenda-d007"), BARE), "zenda-d007 replaces zenda-d008, but there is no"),
        ((Withdrawn("../out"),), "cannot be the name of a file"),
    ],
)
def test_what_contradicts_the_edition_is_refused(
    zenda: EncodedEdition, withdrawn: tuple[Withdrawn, ...], message: str
) -> None:
    with pytest.raises(ExportError, match=message) as caught:
        site_without(zenda, *withdrawn)
    assert caught.value.hint
