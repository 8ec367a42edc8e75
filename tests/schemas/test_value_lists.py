"""A closed list of values is the same wherever it is written down."""

import re
from enum import StrEnum
from pathlib import Path

import pytest
from lxml import etree
from schematron import read_rules
from value_lists import (
    CLASSES,
    Values,
    lists_of_grammar,
    lists_of_odd,
    lists_of_xml_schema,
    places_of_grammar,
    values_of_table,
)

from tei_archive.model import ActionType, Certainty, Evidence, Label, Part, Relation, Unresolved
from tei_archive.schema_files import schema_file


@pytest.fixture(scope="module")
def rng() -> etree._Element:
    return etree.parse(schema_file("tei-archive.rng")).getroot()


@pytest.fixture(scope="module")
def lists(rng: etree._Element) -> dict[str, Values]:
    return lists_of_grammar(rng)


def test_the_xml_schema_has_the_lists_of_the_grammar(lists: dict[str, Values]) -> None:
    assert lists_of_xml_schema(etree.parse(schema_file("tei-archive.xsd")).getroot()) == lists


def test_the_odd_has_the_lists_of_the_grammar(
    rng: etree._Element, lists: dict[str, Values], odd: etree._Element
) -> None:
    expected: dict[tuple[str, str], Values] = {}
    homes = {attribute: name for name, attribute in CLASSES.items()}
    for (element, attribute), names in places_of_grammar(rng).items():
        values = {value: meaning for name in names for value, meaning in lists[name].items()}
        of_class = (
            attribute in homes and names == places_of_grammar(rng)["p" if attribute == "part" else element, attribute]
        )
        home = homes[attribute] if of_class else element
        expected[home, attribute] = values
    assert lists_of_odd(odd) == expected


def test_the_handbook_has_the_lists_of_the_grammar(lists: dict[str, Values], repository: Path) -> None:
    rows = values_of_table((repository / "docs" / "schema.md").read_text(encoding="utf-8"))
    assert sorted(rows) == sorted(item for values in lists.values() for item in values.items())


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("values.correspAction", ActionType),
        ("values.relation", Relation),
        ("values.certainty", Certainty),
        ("values.evidence", Evidence),
        ("values.part", Part),
    ],
)
def test_the_model_has_the_lists_of_the_grammar(name: str, words: type[StrEnum], lists: dict[str, Values]) -> None:
    assert {str(word) for word in words} == lists[name].keys()


def test_parts_that_stand_in_unusual_places_have_the_names_of_labels(lists: dict[str, Values]) -> None:
    assert lists["values.seg"].keys() <= {str(label) for label in Label}


def test_the_rules_name_only_values_of_the_lists(rng: etree._Element, lists: dict[str, Values]) -> None:
    of_attribute: dict[str, set[str]] = {"type": {"local"}}  # the type of an idno is open
    for (_, attribute), names in places_of_grammar(rng).items():
        of_attribute.setdefault(attribute, set()).update(*(lists[name] for name in names))
    for rule in read_rules(etree.parse(schema_file("tei-archive.sch")).getroot()):
        for attribute, values in re.findall(r"@(\w+) = (\([^()]*\)|'[^']*')", f"{rule.context} {rule.test}"):
            assert set(re.findall("'([^']*)'", values)) <= of_attribute[attribute], rule.id


def test_reasons_are_words_that_a_pointer_can_hold() -> None:
    assert all(re.fullmatch(r"[^\s#]+", reason) for reason in Unresolved)
