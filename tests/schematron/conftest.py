"""What the tests of Schematron share: schemas written in a line, and both engines."""

from pathlib import Path

import pytest
from lxml import etree
from schematron_types import Check, Write

from tei_archive.schematron import ENGINES, Finding, Schema

HEAD = '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="{}">{}</schema>'


@pytest.fixture(scope="session")
def write(tmp_path_factory: pytest.TempPathFactory) -> Write:
    """Return a function that writes a schema with this content into a folder of its own."""

    def write_schema(content: str, binding: str = "xslt2", name: str = "rules.sch") -> Path:
        path = tmp_path_factory.mktemp("schematron") / name
        path.write_text(HEAD.format(binding, content), encoding="utf-8")
        return path

    return write_schema


@pytest.fixture(params=list(ENGINES))
def engine(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture
def check(engine: str, write: Write) -> Check:
    """Return a function that runs a schema on a document, with each engine."""

    def check_document(content: str | Path, document: str, phase: str | None = None) -> list[Finding]:
        path = content if isinstance(content, Path) else write(content)
        return list(Schema.read(path, phase, engine=engine).validate(etree.fromstring(document.encode())))

    return check_document
