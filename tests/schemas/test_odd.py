"""The documentation is TEI, and declares what the grammar holds."""

from pathlib import Path

from fixture_types import Jing
from lxml import etree
from rng_patterns import Grammar
from schematron import read_rules
from value_lists import TEI

from tei_archive.schema_files import schema_file

# Attributes that the XML namespace gives; TEI writes their names without the colon.
XML_NAMES = {"xml:base": "xmlbase"}


def test_the_odd_is_tei(jing: Jing, shared: Path) -> None:
    assert jing(shared / "schemas" / "tei_all.rng", schema_file("tei-archive.odd")) == []


def test_the_odd_includes_the_elements_of_the_grammar(odd: etree._Element, grammar: Grammar) -> None:
    included = [name for module in odd.iter(f"{TEI}moduleRef") for name in module.get("include", "").split()]
    assert sorted(included) == sorted({element.name for element in grammar.elements()})


def test_the_odd_changes_what_tei_has(odd: etree._Element, tei_all: Grammar) -> None:
    for spec in odd.iter(f"{TEI}classSpec"):
        name = spec.get("ident")
        assert f"{name}.attributes" in tei_all.patterns
        for attribute in spec.iter(f"{TEI}attDef"):
            ident = str(attribute.get("ident"))
            assert f"{name}.attribute.{XML_NAMES.get(ident, ident)}" in tei_all.patterns


def test_attributes_that_the_odd_deletes_are_not_in_the_grammar(odd: etree._Element, grammar: Grammar) -> None:
    ours = {found.name for element in grammar.elements() for found, _ in grammar.attributes(element)}
    deleted = {str(attribute.get("ident")) for attribute in odd.iterfind(f".//{TEI}attDef[@mode='delete']")}
    assert deleted & ours == set()


def test_the_odd_holds_the_rules(odd: etree._Element) -> None:
    rules = read_rules(etree.parse(schema_file("tei-archive.sch")).getroot())
    assert sorted(read_rules(odd), key=repr) == sorted(rules, key=repr)
    assert {spec.get("ident") for spec in odd.iter(f"{TEI}constraintSpec")} == {rule.id for rule in rules}
