"""The laws of the index: whatever the letters hold, it is CMIF to our check and to those who made the format."""

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from cmif_index import REGISTERS, SETTINGS, dressed, index
from fixture_types import Jing
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from strategies import projects, registers, sourced_documents
from strelsau import GOLD, write_edition

from tei_archive import api
from tei_archive.exporting import LetterIndex
from tei_archive.model import Document, Project, Registers, Severity, Source
from tei_archive.relaxng import Schema as Grammar
from tei_archive.schematron import ENGINES
from tei_archive.schematron import Schema as Rules
from tei_archive.tei import EncodedEdition, encode_document, read_document
from tei_archive.validating.cmif import check_bytes

Sourced = tuple[Source, Document]
Judge = Callable[[bytes], Iterator[str]]
FORMS = (LetterIndex(), LetterIndex(statements=True))
BEGINNING = 50_000
RULES = ("cmif-1.1.sch", "cmif-correspsearch.sch")

# The temporary folder is shared by the examples of a test: each overwrites the file of the one before.
slower = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture], max_examples=30)


def make_edition(folder: Path, sourced: Sourced, project: Project, known: Registers) -> EncodedEdition:
    source, document = sourced
    file = folder / f"{document.id}.xml"
    file.write_bytes(encode_document(document, source, project, "base-en"))
    return EncodedEdition(folder, _complete(project), (read_document(file),), known, (source,))


def _complete(project: Project) -> Project:
    """The settings, with what CMIF asks for where it is missing."""
    needed = ("publisher_ref", "licence", "base_url", "date", "cmif")
    stated = {name: getattr(project, name) or getattr(SETTINGS, name) for name in needed}
    return replace(project, **stated | {"cmif": SETTINGS.cmif, "editors": (*project.editors, *SETTINGS.editors)})


@slower
@given(sourced=sourced_documents(), project=projects, known=registers(), form=st.sampled_from(FORMS))
def test_an_index_passes_whatever_the_letters_hold(
    sourced: Sourced, project: Project, known: Registers, form: LetterIndex, tmp_path: Path
) -> None:
    content = index(make_edition(tmp_path, sourced, project, known), form)
    assert check_bytes(tmp_path / "cmif.xml", content) == ()
    root = etree.fromstring(content)
    assert root.tag == "{http://www.tei-c.org/ns/1.0}TEI"


@pytest.fixture(scope="module")
def judges(shared: Path) -> Judge:
    """Everything that correspSearch and the makers of CMIF publish to check an index with, run by our engines."""
    grammar = Grammar.read(shared / "schemas" / "cmif-1.1.rng")
    rules = [Rules.read(shared / "schemas" / name, engine=engine) for name in RULES for engine in ENGINES]

    def judge(content: bytes) -> Iterator[str]:
        yield from (violation.message for violation in grammar.validate(io.BytesIO(content)))
        tree = etree.ElementTree(etree.fromstring(content))
        yield from (finding.message for schema in rules for finding in schema.validate(tree))

    return judge


@settings(slower, max_examples=15)
@given(sourced=sourced_documents(), project=projects, known=registers(), form=st.sampled_from(FORMS))
def test_an_index_is_valid_to_those_who_made_the_format(
    sourced: Sourced,
    project: Project,
    known: Registers,
    form: LetterIndex,
    judges: Judge,
    tmp_path: Path,
) -> None:
    assert list(judges(index(make_edition(tmp_path, sourced, project, known), form))) == []


@pytest.fixture(scope="module")
def indexes(tmp_path_factory: pytest.TempPathFactory, repository: Path, shared: Path) -> list[bytes]:
    """Indexes of the first edition, of small ones, and of one that is cut from the beginning of a gold volume."""
    folder = tmp_path_factory.mktemp("gold")
    volume = min((shared / "gold" / "frus" / "raw").glob("*.txt"))
    beginning = folder / volume.name
    beginning.write_text(volume.read_text(encoding="utf-8")[:BEGINNING], encoding="utf-8")
    api.segment([beginning], folder / "volume")
    api.segment(sorted((shared / "gold" / "specimens" / "raw").glob("*.txt")), folder / "specimens")
    strelsau = write_edition(folder / "strelsau", GOLD)
    folders = (repository / "corpus" / "kars-1921", strelsau, folder / "specimens", folder / "volume")
    editions = [api.load_edition(path) for path in folders]
    return [index(dressed(edition, registers=edition.registers), form) for edition in editions for form in FORMS]


def test_real_letters_make_a_valid_index(
    indexes: list[bytes], judges: Judge, jing: Jing, shared: Path, tmp_path: Path
) -> None:
    files = []
    for number, content in enumerate(indexes):
        assert list(judges(content)) == []
        assert [found for found in check_bytes(Path("cmif.xml"), content) if found.severity is not Severity.NOTE] == []
        files.append(tmp_path / f"{number}.xml")
        files[-1].write_bytes(content)
    assert content.count(b"<correspDesc") > 8
    assert jing(shared / "schemas" / "cmif-1.1.rng", *files) == []


def test_the_judges_find_something(judges: Judge, shared: Path, zenda: EncodedEdition) -> None:
    negative = (shared / "examples" / "cmif-negative.xml").read_bytes()
    assert len(list(judges(negative))) >= 3 * len(ENGINES)
    sound = index(dressed(zenda, registers=REGISTERS))
    assert list(judges(sound)) == []
    assert list(judges(sound.replace(b'type="sent"', b'type="forwarded"')))
