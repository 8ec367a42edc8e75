"""Our grammar of CMIF beside the one that its makers publish: nothing is accepted here that is refused there."""

import io
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest
from fixture_types import Jing
from lxml import etree
from mutants import mutants
from rng_inclusion import Contents, counterexample
from rng_patterns import Grammar, Pattern, read_grammar

from tei_archive.relaxng import Schema
from tei_archive.schema_files import schema_file

EVERY = 3
TOGETHER = 60
Verdict = Callable[[bytes], bool]

# What an index may not have with us and may have there: attributes that say nothing in an index.
LEFT_OUT = {
    "calendars and times": {"datingMethod", "datingPoint", "period"}
    | {f"{name}{end}" for name in ("when", "from", "to", "notBefore", "notAfter") for end in ("", "-custom", "-iso")},
    "hands and machines": {"hand", "generatedBy", "evaluate", "part", "evidence"},
    "parts of names": {"full", "sort", "nymRef", "role"},
}


@pytest.fixture(scope="module")
def ours() -> Grammar:
    return read_grammar(schema_file("cmif.rng"))


@pytest.fixture(scope="module")
def published(shared: Path) -> Grammar:
    return read_grammar(shared / "schemas" / "cmif-1.1.rng")


@pytest.fixture(scope="module")
def theirs(published: Grammar) -> dict[str, Pattern]:
    """The elements of the published grammar; each name has one pattern, which is what the proof stands on."""
    named = {element.name: element for element in published.elements()}
    assert len(named) == len(list(published.elements()))
    return named


def test_children_are_those_of_the_published_grammar(
    ours: Grammar, published: Grammar, theirs: dict[str, Pattern]
) -> None:
    here, there = Contents(ours), Contents(published)
    for element in ours.elements():
        mine, other = here.content(element), there.content(theirs[element.name])
        assert counterexample(here, mine, there, other) is None, element.name
        # The other way round but for one: a file inside a file is no index.
        refused = counterexample(there, other, here, mine)
        assert refused is None or "TEI" in refused, element.name


def test_attributes_are_those_of_the_published_grammar(
    ours: Grammar, published: Grammar, theirs: dict[str, Pattern]
) -> None:
    missing: dict[str, set[str]] = {}
    for element in ours.elements():
        mine, other = dict(_attributes(ours, element)), dict(_attributes(published, theirs[element.name]))
        assert sorted(mine.keys() - other.keys()) == [], element.name
        assert [name for name, required in other.items() if required and not mine.get(name)] == [], element.name
        left = set(other) - set(mine)
        missing[element.name] = left & missing.get(element.name, left)
    assert set().union(*missing.values()) <= set().union(*LEFT_OUT.values())


def _attributes(grammar: Grammar, element: Pattern) -> list[tuple[str, bool]]:
    return sorted((found.name, required) for found, required in grammar.attributes(element))


@pytest.fixture(scope="module")
def sample(shared: Path) -> list[tuple[str, bytes]]:
    """Every so many documents that differ in one place from a valid index."""
    root = etree.parse(shared / "examples" / "cmif.xml").getroot()
    return [(what, etree.tostring(found)) for what, found in islice(mutants(root), 0, None, EVERY)]


def judge(schema: Path) -> Verdict:
    grammar = Schema.read(schema)
    return lambda content: not any(True for _ in grammar.validate(io.BytesIO(content)))


def test_no_mutant_is_valid_here_and_not_there(sample: list[tuple[str, bytes]], shared: Path) -> None:
    here, there = judge(schema_file("cmif.rng")), judge(shared / "schemas" / "cmif-1.1.rng")
    verdicts = [(what, here(content), there(content)) for what, content in sample]
    assert [what for what, mine, other in verdicts if mine and not other] == []
    stricter = [what for what, mine, other in verdicts if other and not mine]
    assert [what for what in stricter if " on date" not in what and not what.startswith("when=")] == []
    assert sum(mine for _, mine, _ in verdicts) > 50
    assert sum(not other for _, _, other in verdicts) > 100


def test_jing_says_the_same_of_our_grammar(sample: list[tuple[str, bytes]], jing: Jing, tmp_path: Path) -> None:
    here = judge(schema_file("cmif.rng"))
    files = []
    for number, (_, content) in enumerate(sample[:: len(sample) // TOGETHER]):
        files.append(tmp_path / f"{number}.xml")
        files[-1].write_bytes(content)
    lines = jing(schema_file("cmif.rng"), *files)
    refused = {line.split(":", maxsplit=1)[0] for line in lines}
    assert refused == {str(file) for file in files if not here(file.read_bytes())}
