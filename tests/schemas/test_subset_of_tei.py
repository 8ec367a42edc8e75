"""What our grammar accepts, TEI accepts: shown element by element, and tried on documents made at random."""

from pathlib import Path

import pytest
from fixture_types import Jing
from lxml import etree
from rng_inclusion import Contents, counterexample
from rng_patterns import Grammar, Pattern, read_grammar
from rng_samples import Sampler

DOCUMENTS = 80


@pytest.fixture(scope="module")
def theirs(tei_all: Grammar) -> dict[str, Pattern]:
    """The elements of TEI; each name has one pattern, which is what the proof stands on."""
    elements = list(tei_all.elements())
    named = {element.name: element for element in elements if element.name != "*"}
    assert len(named) == len([element for element in elements if element.name != "*"])
    return named


@pytest.fixture(scope="module")
def samples(grammar: Grammar, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Documents in which every element, every attribute and every value of a list occurs."""
    sampler = Sampler(grammar, seed=1894, size=150)
    folder = tmp_path_factory.mktemp("samples")
    files = [folder / f"{number}.xml" for number in range(DOCUMENTS)]
    for file in files:
        file.write_bytes(etree.tostring(sampler.document(), encoding="UTF-8"))
    attributes = {
        (element.name, found.name) for element in grammar.elements() for found, _ in grammar.attributes(element)
    }
    assert sorted({("element", element.name) for element in grammar.elements()} - sampler.used.keys()) == []
    assert sorted(attributes - sampler.used.keys()) == []
    return files


def test_children_are_those_of_tei(grammar: Grammar, tei_all: Grammar, theirs: dict[str, Pattern]) -> None:
    ours, others = Contents(grammar), Contents(tei_all)
    refused = {
        element.name: sequence
        for element in grammar.elements()
        if (sequence := counterexample(ours, ours.content(element), others, others.content(theirs[element.name])))
        is not None
    }
    assert refused == {}


def test_attributes_are_those_of_tei(grammar: Grammar, tei_all: Grammar, theirs: dict[str, Pattern]) -> None:
    for element in grammar.elements():
        ours = dict(_attributes(grammar, element))
        others = dict(_attributes(tei_all, theirs[element.name]))
        assert sorted(ours.keys() - others.keys()) == [], element.name
        assert [name for name, required in others.items() if required and not ours.get(name)] == [], element.name


@pytest.mark.slow
def test_documents_of_our_grammar_are_tei(jing: Jing, shared: Path, samples: list[Path]) -> None:
    assert jing(shared / "schemas" / "tei_all.rng", *samples) == []


@pytest.mark.slow
def test_documents_of_our_grammar_follow_our_schemas(jing: Jing, repository: Path, samples: list[Path]) -> None:
    schema = etree.XMLSchema(etree.parse(repository / "schemas" / "tei-archive.xsd"))
    assert jing(repository / "schemas" / "tei-archive.rng", *samples) == []
    assert [file.name for file in samples if not schema.validate(etree.parse(file))] == []


@pytest.mark.parametrize(
    ("ours", "others", "expected"),
    [
        ("<zeroOrMore><ref name='a'/></zeroOrMore>", "<zeroOrMore><ref name='a'/></zeroOrMore>", None),
        ("<zeroOrMore><ref name='a'/></zeroOrMore>", "<oneOrMore><ref name='a'/></oneOrMore>", []),
        ("<oneOrMore><ref name='a'/></oneOrMore>", "<ref name='a'/><optional><ref name='a'/></optional>", ["a"] * 3),
        ("<ref name='a'/><ref name='b'/>", "<choice><ref name='a'/><ref name='b'/></choice>", ["a", "b"]),
        ("<ref name='a'/><text/>", "<ref name='a'/>", ["a", "#text"]),
        ("<choice><ref name='a'/><ref name='b'/></choice>", "<zeroOrMore><ref name='a'/></zeroOrMore>", ["b"]),
    ],
)
def test_the_proof_finds_what_is_not_included(
    ours: str, others: str, expected: list[str] | None, tmp_path: Path
) -> None:
    found = []
    for content in (ours, others):
        file = tmp_path / "grammar.rng"
        file.write_text(
            "<grammar xmlns='http://relaxng.org/ns/structure/1.0'><start><ref name='root'/></start>"
            f"<define name='root'><element name='root'>{content}</element></define>"
            "<define name='a'><element name='a'><empty/></element></define>"
            "<define name='b'><element name='b'><empty/></element></define></grammar>",
            encoding="utf-8",
        )
        contents = Contents(read_grammar(file))
        found.append((contents, contents.content(contents.grammar.patterns["root"].inside[0])))
    assert counterexample(*found[0], *found[1]) == expected


def _attributes(grammar: Grammar, element: Pattern) -> list[tuple[str, bool]]:
    """Name and need of each attribute; one that is required anywhere in the pattern is required."""
    return sorted((found.name, required) for found, required in grammar.attributes(element))
