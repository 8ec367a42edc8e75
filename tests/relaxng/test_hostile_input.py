"""Files that mean harm, or are broken: a clear word, no leak, no hang, no more memory than the bound."""

import io
import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tei_archive.relaxng import Kind, Schema, SchemaError, Violation

ANY = """start = any
any = element * { attribute * { text }*, (text | any)* }"""
SMALL = "element a { element b { attribute n { text }?, text }* }"


@pytest.fixture
def read(tmp_path: Path) -> Callable[[str], Schema]:
    def write(schema: str) -> Schema:
        path = tmp_path / "schema.rnc"
        path.write_text(schema, encoding="utf-8")
        return Schema.read(path)

    return write


def kinds(violations: Iterator[Violation]) -> list[Kind]:
    return [violation.kind for violation in violations]


class Repeated(io.RawIOBase):
    """A file that begins, repeats, and ends, without being anywhere as a whole."""

    def __init__(self, start: bytes, part: bytes, times: int, end: bytes) -> None:
        self._parts = iter((start, *(part for _ in range(times)), end))

    def read(self, _size: int = -1) -> bytes:
        return next(self._parts, b"")


def test_an_entity_bomb_is_refused(read: Callable[[str], Schema]) -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 20))
    document = f'<!DOCTYPE a [<!ENTITY e0 "ha">{entities}]><a>&e19;</a>'
    (violation,) = read(ANY).validate(io.BytesIO(document.encode()))
    assert violation.kind is Kind.REFUSED
    assert violation.message.endswith("stands for more than 10,000 characters")


def test_an_entity_that_is_repeated_without_end_is_refused(read: Callable[[str], Schema]) -> None:
    start = f'<!DOCTYPE a [<!ENTITY e "{"x" * 9_999}">]><a>'.encode()
    document = Repeated(start, b"&e;" * 10_000, 1_000, b"</a>")
    assert kinds(read(ANY).validate(document)) == [Kind.NOT_WELL_FORMED]  # type: ignore[arg-type]


def test_small_entities_are_read(read: Callable[[str], Schema]) -> None:
    document = b'<!DOCTYPE a [<!ENTITY ae "&#xe4;"><!ENTITY b "<b>&ae;</b>">]><a>&b;<b n="&ae;"/></a>'
    assert kinds(read(SMALL).validate(io.BytesIO(document))) == []


@pytest.mark.parametrize("reference", ["&outside;", "&unknown;"])
def test_nothing_outside_the_file_is_read(read: Callable[[str], Schema], tmp_path: Path, reference: str) -> None:
    (tmp_path / "secret").write_text("<b>secret</b>")
    (tmp_path / "a.dtd").write_text('<!ENTITY unknown "<b>secret</b>">')
    document = tmp_path / "a.xml"
    declared = f'<!ENTITY outside SYSTEM "{(tmp_path / "secret").as_uri()}">'
    document.write_text(f'<!DOCTYPE a SYSTEM "a.dtd" [{declared}]><a>{reference}<b>1</b><c/></a>')
    violations = list(read(SMALL).validate(document))
    assert [violation.kind for violation in violations] == [Kind.NOT_READ, Kind.UNKNOWN_ELEMENT]
    assert "secret" not in "".join(violation.message for violation in violations)


def test_depth_is_bounded(read: Callable[[str], Schema]) -> None:
    schema = read(ANY)
    assert kinds(schema.validate(Repeated(b"<a>", b"<a>" * 9_998, 1, b"</a>" * 9_999))) == []  # type: ignore[arg-type]
    (violation,) = schema.validate(Repeated(b"<a>", b"<a>" * 1_000, 1_000, b""))  # type: ignore[arg-type]
    assert (violation.kind, violation.message) == (
        Kind.REFUSED,
        "the file is refused: elements lie deeper than 10,000 levels",
    )


def test_many_attributes_take_time_in_proportion(read: Callable[[str], Schema]) -> None:
    def seconds(number: int) -> float:
        attributes = " ".join(f'n{at}="{at}"' for at in range(number))
        schema, document = read("element a { attribute x { text }? }"), f"<a {attributes}/>".encode()
        start = time.perf_counter()
        assert len(list(schema.validate(io.BytesIO(document)))) == number
        return time.perf_counter() - start

    seconds(100)
    assert seconds(20_000) < 40 * max(seconds(2_000), 0.005)


@pytest.mark.parametrize("document", ["", " ", "<a>", "<a", "<a><b>1</b", "<a/><a/>", "no XML", "<a>\0</a>"])
def test_broken_files_give_one_error(read: Callable[[str], Schema], document: str) -> None:
    assert kinds(read(SMALL).validate(io.BytesIO(document.encode()))) == [Kind.NOT_WELL_FORMED]


def test_what_was_wrong_before_the_break_is_told(read: Callable[[str], Schema]) -> None:
    assert kinds(read(SMALL).validate(io.BytesIO(b"<a><c/><b></a>"))) == [Kind.UNKNOWN_ELEMENT, Kind.NOT_WELL_FORMED]


def test_a_missing_file_is_the_callers_matter(read: Callable[[str], Schema], tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        list(read(SMALL).validate(tmp_path / "none.xml"))


@pytest.mark.parametrize("name", ["{at}", "b"])
def test_memory_does_not_grow_with_the_document(read: Callable[[str], Schema], name: str) -> None:
    schema = read("element a { element * { attribute n { xsd:token }, text }* }")

    def peak(times: int) -> int:
        part = "".join(
            f'<{name.replace("{at}", f"e{at}")} n="{at}">words</{name.replace("{at}", f"e{at}")}>' for at in range(400)
        )
        document = Repeated(b"<a>", part.encode(), times, b"</a>")
        tracemalloc.start()
        assert not list(schema.validate(document))  # type: ignore[arg-type]
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(5)
    assert peak(100) < 1.2 * peak(10)


def test_a_schema_reads_nothing_outside_its_folder(tmp_path: Path) -> None:
    (tmp_path / "inside").mkdir()
    (tmp_path / "outside.rng").write_text(
        '<element name="a" xmlns="http://relaxng.org/ns/structure/1.0"><empty/></element>'
    )
    schema = tmp_path / "inside" / "schema.rng"
    schema.write_text('<externalRef href="../outside.rng" xmlns="http://relaxng.org/ns/structure/1.0"/>')
    with pytest.raises(SchemaError, match="outside its folder") as caught:
        Schema.read(schema)
    assert (caught.value.file, caught.value.line) == (str(schema), 1)
    assert not list(Schema.read(schema, may_read_elsewhere=True).validate(io.BytesIO(b"<a/>")))


@pytest.mark.parametrize("href", ["http://localhost/a.rng", "//localhost/a.rng", "ftp://localhost/a.rng"])
def test_a_schema_asks_no_network(read: Callable[[str], Schema], href: str) -> None:
    with pytest.raises(SchemaError, match="the schema refers to") as caught:
        read(f'external "{href}"')
    assert "network" in (caught.value.hint or "")


def test_a_schema_with_an_entity_bomb_is_refused(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 20))
    path = tmp_path / "schema.rng"
    path.write_text(f'<!DOCTYPE a [<!ENTITY e0 "ha">{entities}]><element name="&e19;"/>')
    with pytest.raises(SchemaError, match="stands for more than"):
        Schema.read(path)


@pytest.mark.parametrize(
    "schema",
    [
        '<element name="a" xmlns="http://relaxng.org/ns/structure/1.0">' + "<optional>" * 5_000,
        "element a { " + "(" * 50_000,
        "start = d0\n" + "\n".join(f"d{n} = d{n + 1}, text" for n in range(5_000)) + "\nd5000 = empty",
    ],
)
def test_a_schema_that_is_too_deep_is_refused(tmp_path: Path, schema: str) -> None:
    path = tmp_path / "schema"
    path.write_text(schema)
    with pytest.raises(SchemaError, match="deep"):
        Schema.read(path)


def test_choices_and_groups_may_be_long(read: Callable[[str], Schema]) -> None:
    names = [f"element e{number} {{ empty }}" for number in range(1_000)]
    schema = read(f"element a {{ ({' | '.join(names)}), ({', '.join(names)}) }}")
    document = f"<a><e7/>{''.join(f'<e{number}/>' for number in range(1_000))}</a>"
    assert kinds(schema.validate(io.BytesIO(document.encode()))) == []


@pytest.mark.parametrize("encoding", ["shift_jis", "klingon", "idna", "hex"])
def test_an_encoding_that_cannot_be_read_is_reported(read: Callable[[str], Schema], encoding: str) -> None:
    document = f'<?xml version="1.0" encoding="{encoding}"?><a/>'.encode()
    assert kinds(read(ANY).validate(io.BytesIO(document))) == [Kind.NOT_WELL_FORMED]
