"""Laws of the engine: it agrees with the algorithm in its plainest form, and how a file is cut does not matter."""

import io
import tempfile
from pathlib import Path

import naive
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tei_archive.relaxng import Schema, SchemaError

NAMES = ("a", "b", "c")
VALUES = ("1", "2")

leaves = st.sampled_from(["empty", "text", "e0", "e1", "e2", "e3", '"1"', '"2"', "element * { any }", "notAllowed"])
contents = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from(",|&"), inner).map(lambda parts: f"({' '.join(parts)})"),
        st.tuples(inner, st.sampled_from("*+?")).map(lambda parts: f"({parts[0]}){parts[1]}"),
    ),
    max_leaves=5,
)
attributes = st.sampled_from(
    [
        "empty",
        'attribute x { "1" }',
        "attribute x { text }?",
        '(attribute x { "1" } | attribute y { "2" })',
        '(attribute x { "1" }, attribute y { text })?',
        "attribute * { text }*",
    ]
)
elements = st.tuples(st.sampled_from(NAMES), attributes, contents).map(
    lambda parts: f"element {parts[0]} {{ {parts[1]}, {parts[2]} }}"
)
schemas = st.lists(elements, min_size=4, max_size=4).map(
    lambda patterns: "\n".join(
        ["start = e0 | e1", *(f"e{at} = {pattern}" for at, pattern in enumerate(patterns)), "any = (text | e0)*"]
    )
)
values = st.dictionaries(st.sampled_from(["x", "y"]), st.sampled_from(VALUES), max_size=2)
texts = st.sampled_from(["1", "2", " ", "words", ""])
trees = st.deferred(
    lambda: st.builds(
        naive.Tree, st.sampled_from(NAMES), values, st.lists(st.one_of(texts, trees), max_size=3).map(tuple)
    )
)


def write(tree: naive.Tree) -> str:
    written = "".join(f' {name}="{value}"' for name, value in tree.attributes.items())
    inside = "".join(part if isinstance(part, str) else write(part) for part in tree.children)
    return f"<{tree.name}{written}>{inside}</{tree.name}>"


def join_texts(tree: naive.Tree) -> naive.Tree:
    """Join texts that stand side by side, as a parser does."""
    joined: list[naive.Tree | str] = []
    for part in tree.children:
        if isinstance(part, str) and joined and isinstance(joined[-1], str):
            joined[-1] += part
        elif part != "":
            joined.append(part if isinstance(part, str) else join_texts(part))
    return naive.Tree(tree.name, tree.attributes, tuple(joined))


def read(text: str) -> Schema:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "schema.rnc"
        path.write_text(text, encoding="utf-8")
        try:
            return Schema.read(path)
        except SchemaError:
            assume(False)
            raise


class Pieces(io.RawIOBase):
    """A file that gives its content in pieces of certain sizes."""

    def __init__(self, content: bytes, size: int) -> None:
        self._pieces = iter([content[at : at + size] for at in range(0, len(content), size)])

    def read(self, _size: int = -1) -> bytes:
        return next(self._pieces, b"")


@given(schemas, st.lists(trees, min_size=1, max_size=8))
def test_the_engine_agrees_with_plain_derivatives(text: str, documents: list[naive.Tree]) -> None:
    schema = read(text)
    for tree in documents:
        found = list(schema.validate(io.BytesIO(write(tree).encode())))
        assert naive.is_valid(schema._automaton.start, join_texts(tree)) == (not found), write(tree)


@given(schemas, trees, st.integers(1, 9))
def test_how_a_file_is_cut_does_not_matter(text: str, tree: naive.Tree, size: int) -> None:
    schema = read(text)
    content = write(tree).encode()
    whole = list(schema.validate(io.BytesIO(content)))
    assert whole == list(schema.validate(Pieces(content, size)))  # type: ignore[arg-type]


@settings(max_examples=25)
@given(schemas, st.lists(trees, min_size=2, max_size=3))
def test_what_was_learnt_does_not_matter(text: str, documents: list[naive.Tree]) -> None:
    """A schema that has seen other documents says the same as one that has not."""
    used = read(text)
    for tree in documents:
        content = write(tree).encode()
        assert list(used.validate(io.BytesIO(content))) == list(read(text).validate(io.BytesIO(content)))


@given(schemas, st.lists(trees, min_size=1, max_size=4))
def test_a_schema_that_was_compiled_says_the_same(text: str, documents: list[naive.Tree]) -> None:
    schema = read(text)
    content = schema.to_bytes()
    assert content is not None
    compiled = Schema.from_bytes(content)
    assert compiled.to_bytes() == content
    for document in (io.BytesIO(write(tree).encode()) for tree in documents):
        assert list(compiled.validate(document)) == list(schema.validate(io.BytesIO(document.getvalue())))


def test_a_schema_that_compares_names_by_their_prefixes_is_not_compiled() -> None:
    schema = read('namespace p = "urn:p"\nstart = element a { xsd:QName "p:b" }')
    assert schema.to_bytes() is None


def test_the_documents_of_these_laws_are_of_both_kinds() -> None:
    """A law about verdicts says nothing where all verdicts are the same."""
    schema = read("start = e0\ne0 = element a { attribute x { text }?, (text | e0)* }")
    assert not list(schema.validate(io.BytesIO(b'<a x="1">words<a/></a>')))
    assert list(schema.validate(io.BytesIO(b"<a><b/></a>")))


@pytest.mark.parametrize("limit", ["_MOST_STATES", "_MOST_STEPS", "_MOST_PATTERNS", "_MOST_TEXTS"])
def test_emptied_tables_change_nothing(monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    text = 'start = element a { (element b { attribute n { xsd:integer } }, element c { "1" | "2" })* }'
    part = '<b n="1"/><c>1</c><b n="x"/><d/><c>3</c>'
    document = f"<a>{part * 20}</a>".encode()
    expected = list(read(text).validate(io.BytesIO(document)))
    monkeypatch.setattr(f"tei_archive.relaxng.automaton.{limit}", 1)
    assert list(read(text).validate(io.BytesIO(document))) == expected
    assert len(expected) == 60
