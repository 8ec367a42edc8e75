"""The preflight beside what correspSearch runs itself: an index that is refused or warned of there is so here."""

import io
from pathlib import Path

import pytest
from lxml import etree
from mutants import mutants

from tei_archive.model import Finding, Severity
from tei_archive.relaxng import Schema as Grammar
from tei_archive.schematron import Schema as Rules
from tei_archive.validating.cmif import check_bytes

EVERY = 5
RULES = ("cmif-1.1.sch", "cmif-correspsearch.sch")

RECEIVED = '<correspAction type="received">'
# What is tried besides the steps of `mutants`: each is a mistake that a rule of correspSearch names.
CHANGES = {
    "a local link": ('target="https://edition.example.org/vbk1859/d013"', 'target="doc:d013"'),
    "no received": (f'{RECEIVED}<persName evidence="conjecture">Unknown</persName></correspAction>', ""),
    "a source that is not there": ('key="13" source="#b3f0c1de', 'key="13" source="#x'),
    "an address of another kind": (">https://edition.example.org/vbk1859/cmif.xml<", ">www.example.org/cmif.xml<"),
    "an id that is no UUID": ("b3f0c1de-1c7a-4f0e-9d11-0a1b2c3d4e5f", "blue-book"),
    "a citation that goes on": ("</ref></bibl>", "</ref>, second edition</bibl>"),
    "an empty name": ("<persName>Halm, Otto, Baron</persName>", "<persName/>"),
    "a place alone": ("<persName>Halm, Otto, Baron</persName>", "<placeName>Halm</placeName>"),
    "a person of Wikidata": ("https://d-nb.info/gnd/118540238", "http://www.wikidata.org/entity/Q5879"),
    "a person of id.loc.gov": ("https://d-nb.info/gnd/118540238", "https://id.loc.gov/authorities/names/n79021164"),
    "a page of GeoNames": ("geonames.org/2950159", "geonames.org/2950159/berlin.html"),
    "a place of Wikidata": ("https://www.geonames.org/2950159", "http://www.wikidata.org/entity/Q64"),
    "a date in words": ('<date when="1859-06-02"/>', "<date>in June</date>"),
    "a date in Old Style": ('<date when="1859-06-02"/>', '<date when="1859-06-02" calendar="#julian"/>'),
    "a certainty in between": ('<persName cert="low">', '<persName cert="medium">'),
    "a role": ("<persName>Halm", '<persName role="envoy">Halm'),
    "another action": (f"{RECEIVED}<persName cert", '<correspAction type="forwarded"><persName cert'),
    "an address in capitals": ('<idno type="url">', '<idno type="URL">'),
    "a short statement": ('target="https://lod.academy/cmif/vocab/terms#Print"', 'target="cmif:Draft"'),
    "a language by its code": ('target="https://lod.academy/cmif/vocab/terms#Print"', 'target="de"'),
}  # fmt: skip


@pytest.fixture(scope="module")
def example(shared: Path) -> str:
    return (shared / "examples" / "cmif.xml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def judges(shared: Path) -> tuple[Grammar, tuple[Rules, ...]]:
    schemas = shared / "schemas"
    return Grammar.read(schemas / "cmif-1.1.rng"), tuple(Rules.read(schemas / name) for name in RULES)


def refused(judges: tuple[Grammar, tuple[Rules, ...]], content: bytes) -> bool:
    """Whether the grammar refuses it, or a rule does that is no mere information."""
    grammar, rules = judges
    if any(True for _ in grammar.validate(io.BytesIO(content))):
        return True
    tree = etree.ElementTree(etree.fromstring(content))
    found = (finding for schema in rules for finding in schema.validate(tree))
    return any("recommend to provide the date" not in finding.message for finding in found)


def passes(findings: tuple[Finding, ...]) -> bool:
    return all(finding.severity is Severity.NOTE for finding in findings)


@pytest.mark.parametrize("name", CHANGES)
def test_a_mistake_that_correspsearch_names_is_found(
    name: str, example: str, judges: tuple[Grammar, tuple[Rules, ...]]
) -> None:
    old, new = CHANGES[name]
    assert old in example
    content = example.replace(old, new).encode()
    assert refused(judges, content)
    findings = check_bytes(Path("cmif.xml"), content)
    assert not passes(findings)
    assert all(finding.code.startswith("TA7") and finding.hint for finding in findings)
    assert all(finding.where.line and finding.where.column for finding in findings)


@pytest.mark.parametrize("name", ["the example", "an index of ours"])
def test_what_correspsearch_refuses_does_not_pass(
    name: str, example: str, repository: Path, judges: tuple[Grammar, tuple[Rules, ...]]
) -> None:
    ours = repository / "tests" / "golden" / "exporting" / "cmif2.xml"
    content = example.encode() if name == "the example" else ours.read_bytes()
    missed, number = [], 0
    for at, (what, root) in enumerate(mutants(etree.fromstring(content))):
        if at % EVERY == 0 and refused(judges, content := etree.tostring(root)):
            number += 1
            missed += [what] if passes(check_bytes(Path("cmif.xml"), content)) else []
    assert missed == []
    assert number > 150
