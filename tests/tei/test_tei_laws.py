"""The laws of encoding: nothing is lost, what was written is read, and the same values give the same bytes."""

from pathlib import Path

import pytest
from fixture_types import Jing
from hypothesis import HealthCheck, given, settings
from strategies import projects, registers, sourced_documents

from tei_archive.model import Document, Project, Registers, Source
from tei_archive.tei import (
    align,
    blocks_text,
    encode_document,
    encode_registers,
    read_document,
    read_registers,
)

Sourced = tuple[Source, Document]

# The temporary folder is shared by the examples of a test: each overwrites the file of the one before.
slower = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture], max_examples=60)


@slower
@given(sourced=sourced_documents(), project=projects)
def test_what_is_written_is_read(sourced: Sourced, project: Project, tmp_path: Path) -> None:
    source, document = sourced
    file = tmp_path / "d1.xml"
    file.write_bytes(encode_document(document, source, project, "base-en"))
    assert read_document(file).document == document


@slower
@given(sourced=sourced_documents(), project=projects)
def test_the_text_of_the_file_is_the_text_of_the_source(sourced: Sourced, project: Project, tmp_path: Path) -> None:
    source, document = sourced
    file = tmp_path / "d1.xml"
    file.write_bytes(encode_document(document, source, project, "base-en"))
    texts = blocks_text(read_document(file).root)
    spans = align(texts, source.text, document.span)
    assert isinstance(spans, tuple)
    assert tuple(span.cut(source.text) for span in spans) == texts
    assert "".join(texts) == "".join(
        block.text for holder in (document, *document.enclosures) for block in holder.blocks
    )


@slower
@given(sourced=sourced_documents(), project=projects)
def test_the_same_document_gives_the_same_bytes(sourced: Sourced, project: Project) -> None:
    source, document = sourced
    first = encode_document(document, source, project, "base-en")
    assert encode_document(document, source, project, "base-en") == first


@given(values=registers(), project=projects)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_registers_that_are_written_are_read(values: Registers, project: Project, tmp_path: Path) -> None:
    file = tmp_path / "registers.xml"
    file.write_bytes(encode_registers(values, project, {"head.from-to": "sender and addressee of a heading"}))
    assert read_registers(file) == values


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Write some forty generated documents, and as many registers, for validators that take a second to start."""
    folder = tmp_path_factory.mktemp("examples")
    files: list[Path] = []

    def keep(content: bytes) -> None:
        files.append(folder / f"{len(files)}.xml")
        files[-1].write_bytes(content)

    @settings(suppress_health_check=[HealthCheck.too_slow], max_examples=40)
    @given(sourced=sourced_documents(), project=projects, values=registers())
    def write(sourced: Sourced, project: Project, values: Registers) -> None:
        source, document = sourced
        keep(encode_document(document, source, project, "base-en"))
        keep(encode_registers(values, project, {"head.from-to": "sender and addressee of a heading"}))

    write()
    return files


@pytest.mark.slow
def test_all_that_is_written_is_tei(jing: Jing, shared: Path, examples: list[Path]) -> None:
    assert jing(shared / "schemas" / "tei_all.rng", *examples) == []


@pytest.mark.slow
def test_all_that_is_written_follows_our_schema(jing: Jing, repository: Path, examples: list[Path]) -> None:
    assert jing(repository / "schemas" / "tei-archive.rng", *examples) == []
