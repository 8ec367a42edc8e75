"""Schemas and letters of real editions: both engines find the same, and everything is run."""

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from tei_archive.schematron import ENGINES, Finding, Kind, Schema

SCHEMAS = {
    "cmif-1.1.sch": 5,
    "cmif-correspsearch.sch": 16,
    "schnitzler-briefe.sch": 102,
    "tei_all.rng": 103,
    "cmif-1.1.rng": 10,
    "schnitzler-briefe.xsd": 2,
}
EVERY = 42


@pytest.fixture(scope="module")
def letters(shared: Path) -> list[etree._ElementTree]:
    folder = shared / "conformance" / "letters"
    if not folder.is_dir():
        pytest.skip("no folder 'conformance/letters' in 'shared'")
    return [etree.parse(path) for path in sorted(folder.glob("*.xml"))[::EVERY]]


def agreed(finding: Finding) -> Finding:
    return replace(finding, message="") if finding.kind is Kind.NOT_RUN else finding


@pytest.mark.parametrize("name", SCHEMAS)
def test_both_engines_run_all_and_find_the_same(name: str, letters: list[etree._ElementTree], shared: Path) -> None:
    found = []
    for engine in ENGINES:
        schema = Schema.read(shared / "schemas" / name, engine=engine)
        assert schema.faults == ()
        assert sum(len(rule.assertions) for one in schema.rules.patterns for rule in one.rules) == SCHEMAS[name]
        found.append([[agreed(finding) for finding in schema.validate(letter)] for letter in letters])
    assert found[0] == found[1]
    assert any(found[0]) or name == "schnitzler-briefe.xsd"


def test_an_undeclared_prefix_is_noticed(shared: Path) -> None:
    (notice,) = Schema.read(shared / "schemas" / "schnitzler-briefe.sch").notices
    assert "xs is not declared" in notice.message
    assert notice.where.line == 210


def test_our_own_rules_are_run_whole(repository: Path) -> None:
    edition = repository / "corpus" / "kars-1921"
    for engine in ENGINES:
        schema = Schema.read(repository / "schemas" / "tei-archive.sch", engine=engine)
        assert schema.faults == ()
        for file in sorted(edition.glob("tei/*.xml")):
            assert list(schema.validate(etree.parse(file))) == []
