"""What an edition puts in the place of ours: templates, style, the stylesheet for the text, files of its own."""

from dataclasses import replace
from pathlib import Path

import pytest
from html_site import Site, build_site

from tei_archive.errors import ExportError
from tei_archive.model import SiteSettings
from tei_archive.tei import EncodedEdition

PAGE = "documents/zenda-d001.html"
XSL = (
    '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"'
    ' xmlns:tei="http://www.tei-c.org/ns/1.0">{}</xsl:stylesheet>'
)


def site_with(edition: EncodedEdition, name: str, content: str) -> Site:
    path: Path = edition.folder / "theme" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return build_site(edition)


def test_a_template_takes_the_place_of_ours(zenda: EncodedEdition) -> None:
    site = site_with(zenda, "templates/about.html", "<h1>{{ project.title }}: {{ view.files | length }}</h1>")
    assert site.files["about.html"] == b"<h1>The Zenda letters: 3</h1>"


def test_a_template_may_build_on_ours(zenda: EncodedEdition) -> None:
    own = '{% extends "default/about.html" %}{% block title %}Own title{% endblock %}'
    site = site_with(zenda, "templates/about.html", own)
    assert site.text("about.html", "//title") == "Own title"
    assert site.text("about.html", "//h1") == "About this edition"


def test_a_part_of_a_page_can_be_replaced_alone(zenda: EncodedEdition) -> None:
    site = site_with(zenda, "templates/_cite.html", "<p class='own'>{{ view.citation.address }}</p>")
    assert site.text(PAGE, "//p[@class='own']") == "https://example.org/zenda/zenda-d001"


def test_the_style_is_appended(zenda: EncodedEdition) -> None:
    ours = build_site(zenda).files["assets/style.css"]
    style = site_with(zenda, "style.css", "h1 { color: teal; }").files["assets/style.css"]
    assert style == ours + b"\nh1 { color: teal; }"


def test_files_of_its_own_are_copied(zenda: EncodedEdition) -> None:
    assert site_with(zenda, "assets/seal/seal.svg", "<svg/>").files["assets/seal/seal.svg"] == b"<svg/>"


def test_the_stylesheet_may_build_on_ours(zenda: EncodedEdition) -> None:
    own = (
        '<xsl:import href="tei-archive:tei.xsl"/>'
        '<xsl:template match="tei:p"><p class="own"><xsl:apply-templates/></p></xsl:template>'
    )
    site = site_with(zenda, "tei.xsl", XSL.format(own))
    assert site.text(PAGE, "//p[@class='own']") == "I accept. Three crowns."
    assert site.text(PAGE, "//h2[contains(@class, 'tei-head')]").startswith("To the regent")


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("templates/about.html", "{{ nothing.here }}", "'nothing' is undefined"),
        ("templates/about.html", "{% if %}", "template does not work"),
        ("templates/about.html", '{% include "gone.html" %}', "gone.html"),
        ("tei.xsl", "<xsl:stylesheet", "stylesheet does not work"),
        ("tei.xsl", XSL.format('<xsl:template match="!"/>'), "stylesheet does not work"),
        ("tei.xsl", XSL.format('<xsl:import href="gone.xsl"/>'), "stylesheet does not work"),
    ],
)
def test_what_does_not_work_is_named(zenda: EncodedEdition, name: str, content: str, message: str) -> None:
    with pytest.raises(ExportError, match=message) as caught:
        site_with(zenda, name, content)
    assert caught.value.where is not None
    assert caught.value.where.path.endswith(name.rpartition("/")[2])
    assert caught.value.hint


@pytest.mark.parametrize(
    "content",
    [
        "{{ project.__class__.__mro__ }}",
        "{{ ''.__class__.__base__.__subclasses__() }}",
        "{{ say.__globals__ }}",
    ],
)
def test_a_template_cannot_leave_its_sandbox(zenda: EncodedEdition, content: str) -> None:
    with pytest.raises(ExportError):
        site_with(zenda, "templates/about.html", content)


def test_a_stylesheet_reads_no_other_file(zenda: EncodedEdition) -> None:
    (zenda.folder / "secret.xml").write_text("<secret>hidden</secret>", encoding="utf-8")
    address = (zenda.folder / "secret.xml").as_uri()
    own = f"<xsl:template match='/'><p><xsl:value-of select=\"document('{address}')\"/></p></xsl:template>"
    with pytest.raises(ExportError, match="stylesheet does not work"):
        site_with(zenda, "tei.xsl", XSL.format(own))


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("\n{{ 1 / 0 }}", 2),
        ("{{ 'a' + 1 }}", 1),
        ("\n\n{{ 'soon' | day }}", 3),
        ("{{ project.title % 5 }}", 1),
        ("{% include 'about.html' %}", 1),
        ("\n{{ nothing.here }}", 2),
        ("\n{% for %}", 2),
    ],
)
def test_a_mistake_in_a_template_is_told_with_its_line(zenda: EncodedEdition, content: str, line: int) -> None:
    with pytest.raises(ExportError, match="template does not work") as caught:
        site_with(zenda, "templates/about.html", content)
    assert caught.value.where is not None
    assert caught.value.where.path == str(zenda.folder / "theme" / "templates" / "about.html")
    assert caught.value.where.line == line


def test_a_mistake_in_a_part_is_told_with_the_part(zenda: EncodedEdition) -> None:
    with pytest.raises(ExportError) as caught:
        site_with(zenda, "templates/_cite.html", "\n{{ view.citation.adress }}")
    assert caught.value.where is not None
    assert (Path(caught.value.where.path).name, caught.value.where.line) == ("_cite.html", 2)


def test_a_mistake_of_ours_looks_like_one(zenda: EncodedEdition, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tei_archive.exporting.html.texts.Texts.day", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        build_site(zenda)


def test_a_stylesheet_says_the_texts_of_the_interface(zenda: EncodedEdition) -> None:
    own = (
        '<xsl:template match="/" xmlns:i18n="https://www.gnu.org/software/gettext">'
        "<p class='own'><xsl:value-of select=\"i18n:gettext('Notes')\"/></p></xsl:template>"
    )
    german = replace(zenda, project=replace(zenda.project, site=SiteSettings("de")))
    assert site_with(german, "tei.xsl", XSL.format(own)).text(PAGE, "//p[@class='own']") == "Anmerkungen"
