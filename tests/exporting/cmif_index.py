"""Editions that an index of letters can be made of, and what a test reads from an index."""

from dataclasses import replace
from pathlib import Path

from lxml import etree

from tei_archive import api
from tei_archive.exporting import LetterIndex
from tei_archive.model import Cmif, Entry, Person, Project, Registers
from tei_archive.tei import EncodedEdition

TEI = "{http://www.tei-c.org/ns/1.0}"
BASE = "https://example.org/zenda"
CC_BY = "https://creativecommons.org/licenses/by/4.0/"
GND, VIAF = "https://d-nb.info/gnd/118540238", "https://viaf.org/viaf/24602065"
PLAIN = LetterIndex()
SETTINGS = Project(
    "The Zenda letters",
    "zenda",
    publisher="Zenda Press",
    publisher_ref="https://example.org/press",
    licence=CC_BY,
    base_url=f"{BASE}/",
    date="2026-03-01",
    editors=(Person("Fritz von Tarlenheim", None, "fritz@example.org"), Person("Sapt")),
    cmif=Cmif(url=f"{BASE}/cmif.xml"),
)
REGISTERS = Registers(
    persons=(Entry("flavia", "Flavia, Queen of Ruritania", authorities=(("viaf", "24602065"), ("GND", GND))),),
    places=(
        Entry("strelsau", "Strelsau", authorities=(("geonames", "https://www.geonames.org/2950159/berlin.html"),)),
    ),
)


def dressed(edition: EncodedEdition, project: Project = SETTINGS, registers: Registers = REGISTERS) -> EncodedEdition:
    """The edition with other settings and registers."""
    return replace(edition, project=project, registers=registers)


def index(edition: EncodedEdition, form: LetterIndex = PLAIN) -> bytes:
    """The bytes of the index."""
    (file,) = form.files(edition, "cmif.xml")
    return file.content


def omissions(edition: EncodedEdition) -> tuple[str, ...]:
    """What the index says that it leaves out."""
    (file,) = LetterIndex().files(edition, "cmif.xml")
    return file.omissions


def letter(edition: EncodedEdition, name: str, form: LetterIndex = PLAIN) -> etree._Element:
    """The letter whose address ends so."""
    root = etree.fromstring(index(edition, form))
    return next(found for found in root.iter(f"{TEI}correspDesc") if found.get("ref", "").endswith(f"/{name}"))


def action(found: etree._Element, type_: str) -> etree._Element:
    """The one action of a type."""
    (act,) = (child for child in found.iter(f"{TEI}correspAction") if child.get("type") == type_)
    return act


def told(act: etree._Element) -> list[tuple[str, str, dict[str, str]]]:
    """Name, text and attributes of everything in an action."""
    return [(etree.QName(child).localname, child.text or "", dict(child.attrib)) for child in act]


def edit(edition: EncodedEdition, name: str, old: str, new: str) -> EncodedEdition:
    """The edition, read again after words were changed in a file, as an editor does."""
    path: Path = edition.folder / "tei" / f"{name}.xml"
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} does not stand in {path.name}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return dressed(api.load_edition(edition.folder))
