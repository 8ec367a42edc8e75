"""Registers as TEI: persons, organisations and places, and the rules and reasons that documents point to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from lxml import etree

from tei_archive.model import Coordinates, Entry, Project, Registers, Unresolved
from tei_archive.model.folder import REGISTERS_FILE
from tei_archive.tei.building import Element, build
from tei_archive.tei.content import text_of
from tei_archive.tei.header import encode_edition, encode_publisher
from tei_archive.tei.ids import check_ids
from tei_archive.tei.languages import HEADER_LANGUAGE
from tei_archive.tei.layout import serialize
from tei_archive.tei.names import XML_ID, XML_LANG, identifier, one_line, qualified, word
from tei_archive.tei.parsing import parse, parse_file

_REASONS: Mapping[Unresolved, str] = {
    Unresolved.NO_CANDIDATE: "No document of the edition fits what the reference says.",
    Unresolved.SEVERAL_CANDIDATES: "Two or more documents of the edition fit what the reference says.",
    Unresolved.NOT_IDENTIFIED: "The reference gives neither date nor number.",
    Unresolved.UNSTATED: "An editor left the target out.",
}
_RULE = "rule."
_GEO = r"([+-]?\d+(?:\.\d+)?)(?:\s*,\s*|\s+)([+-]?\d+(?:\.\d+)?)"
_ROLE_ONLY = "name unknown; role only"


@dataclass(frozen=True, slots=True)
class _Form:
    """The elements of one register: list, entry, name and role."""

    list: str
    entry: str
    name: str
    role: str


_PERSONS = _Form("listPerson", "person", "persName", "occupation")
_ORGANISATIONS = _Form("listOrg", "org", "orgName", "desc")
_PLACES = _Form("listPlace", "place", "placeName", "desc")


def encode_registers(registers: Registers, project: Project, rules: Mapping[str, str]) -> bytes:
    """Give back `registers.xml`; `rules` says in a line what each rule reads. The same values, the same bytes.

    Raises `EncodingError` where an id cannot be an `xml:id`, or stands twice.
    """
    lists = (
        _encode_list(_PERSONS, registers.persons),
        _encode_list(_ORGANISATIONS, registers.organisations),
        _encode_list(_PLACES, registers.places),
    )
    known = [element for element in lists if element is not None]
    nothing = build("text", {}, build("body", {}, build("ab", {}, "The registers are empty.")))
    content = build("standOff", {}, *known) if known else nothing
    attributes = {XML_ID: "registers", XML_LANG: project.language}
    written = serialize(build("TEI", attributes, _encode_header(project, rules), content))
    check_ids(parse(written, REGISTERS_FILE))
    return written


def read_registers(path: Path) -> Registers:
    """Give back the registers of a file; entries without id or name are left out.

    Raises `ReadingError` where the file cannot be read.
    """
    root, _ = parse_file(path)
    return Registers(_read_list(root, _PERSONS), _read_list(root, _ORGANISATIONS), _read_list(root, _PLACES))


def read_rules(path: Path) -> Mapping[str, str]:
    """Give back what the registers say of each rule, by its id. Raises `ReadingError` where the file cannot be read."""
    root, _ = parse_file(path)
    categories = root.iterfind(f".//{qualified('taxonomy')}[@{XML_ID}='rules']/{qualified('category')}")
    return {
        category.get(XML_ID, "").removeprefix(_RULE): one_line(text_of(category))
        for category in categories
        if category.get(XML_ID, "").startswith(_RULE)
    }


def _encode_header(project: Project, rules: Mapping[str, str]) -> Element:
    reasons = {f"reason.{reason}": words for reason, words in _REASONS.items()}
    named = {f"{_RULE}{rule}": one_line(rules[rule]) for rule in sorted(rules)}
    taxonomies = (
        _encode_taxonomy("rules", "Rules by which values were read from the sources.", named),
        _encode_taxonomy("reasons", "Reasons why a reference has no target.", reasons),
    )
    return build(
        "teiHeader",
        {XML_LANG: HEADER_LANGUAGE},
        build(
            "fileDesc",
            {},
            build("titleStmt", {}, build("title", {}, f"{one_line(project.title)}: registers")),
            encode_edition(project),
            build("publicationStmt", {}, *encode_publisher(project)),
            build("sourceDesc", {}, build("p", {}, "Compiled from the documents of the edition.")),
        ),
        build("encodingDesc", {}, build("classDecl", {}, *taxonomies)),
    )


def _encode_taxonomy(name: str, words: str, categories: Mapping[str, str]) -> Element:
    return build(
        "taxonomy",
        {XML_ID: name},
        build("desc", {}, words),
        *(build("category", {XML_ID: identifier(key)}, build("catDesc", {}, text)) for key, text in categories.items()),
    )


def _encode_list(form: _Form, entries: tuple[Entry, ...]) -> Element | None:
    return build(form.list, {}, *(_encode_entry(form, entry) for entry in entries)) if entries else None


def _encode_entry(form: _Form, entry: Entry) -> Element:
    """The order of the parts is the one that TEI prescribes for places, and allows for the others."""
    preferred = one_line(entry.name)
    authorities = [build("idno", {"type": word(kind)}, one_line(value)) for kind, value in entry.authorities]
    roles = [build(form.role, {}, one_line(role)) for role in entry.roles]
    return build(
        form.entry,
        {XML_ID: identifier(entry.id)},
        build(form.name, {"type": "pref"}, preferred if entry.name_known else build("roleName", {}, preferred)),
        *(build(form.name, {"type": "variant"}, one_line(variant)) for variant in entry.variants),
        _encode_location(entry.coordinates) if entry.coordinates else None,
        *(roles + authorities),
        None if entry.name_known else build("note", {"type": "reconciliation"}, _ROLE_ONLY),
    )


def _encode_location(coordinates: Coordinates) -> Element:
    degrees = (format(Decimal(repr(number)), "f") for number in (coordinates.latitude, coordinates.longitude))
    return build("location", {}, build("geo", {}, " ".join(degrees)))


def _read_list(root: etree._Element, form: _Form) -> tuple[Entry, ...]:
    read = (_read_entry(element, form) for element in root.iter(qualified(form.entry)))
    return tuple(sorted((entry for entry in read if entry), key=lambda entry: entry.id))


def _read_entry(element: etree._Element, form: _Form) -> Entry | None:
    names = element.findall(qualified(form.name))
    names.sort(key=lambda name: name.get("type") == "variant")
    entry_id = element.get(XML_ID)
    if entry_id is None or not names:
        return None
    return Entry(
        entry_id,
        _words(names[0]),
        tuple(_words(name) for name in names[1:]),
        tuple(_words(role) for role in element.findall(qualified(form.role))),
        tuple((idno.get("type", ""), _words(idno)) for idno in element.findall(qualified("idno"))),
        not _is_role_alone(names[0]),
        _read_coordinates(element.find(f"{qualified('location')}/{qualified('geo')}")),
    )


def _read_coordinates(geo: etree._Element | None) -> Coordinates | None:
    """Latitude and longitude in degrees, as TEI has them where no other system is declared; None for anything else."""
    numbers = re.fullmatch(_GEO, text_of(geo).strip()) if geo is not None else None
    try:
        return Coordinates(*map(float, numbers.groups())) if numbers else None
    except ValueError:
        return None


def _is_role_alone(name: etree._Element) -> bool:
    role = name.find(qualified("roleName"))
    return role is not None and text_of(role).strip() == text_of(name).strip()


def _words(element: etree._Element) -> str:
    return one_line(text_of(element))
