"""The grammar in RELAX NG and the one in XML Schema are usable, and accept and refuse the same documents.

There is one exception: an xml:id that occurs twice is found by xmlschema and by jing, and not by libxml2.
"""

from itertools import islice
from pathlib import Path

import pytest
import xmlschema
import xsd_from_rng
from fixture_types import Jing
from lxml import etree
from mutants import mutants

from tei_archive.errors import TeiArchiveError
from tei_archive.schema_files import schema_file

# One mutant of so many is tried, so that the whole takes seconds; every kind of step is among them.
STEP = 17
SLOW_STEP = 401


@pytest.fixture(scope="module")
def rng() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(schema_file("tei-archive.rng")))


@pytest.fixture(scope="module")
def xsd() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(schema_file("tei-archive.xsd")))


@pytest.fixture(scope="module")
def python_xsd() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(schema_file("tei-archive.xsd"))


def test_the_xml_schema_is_the_translation_of_the_grammar() -> None:
    translation = xsd_from_rng.write(xsd_from_rng.Grammar(etree.parse(schema_file("tei-archive.rng")).getroot()))
    assert translation == schema_file("tei-archive.xsd").read_bytes(), "run: python schemas/xsd_from_rng.py"


def test_edited_files_are_valid(
    edited: tuple[Path, ...], rng: etree.RelaxNG, xsd: etree.XMLSchema, python_xsd: xmlschema.XMLSchema
) -> None:
    for file in edited:
        document = etree.parse(file)
        assert rng.validate(document), rng.error_log
        assert xsd.validate(document), xsd.error_log
        assert list(python_xsd.iter_errors(document)) == []


def test_edited_files_are_tei(edited: tuple[Path, ...], jing: Jing, shared: Path, repository: Path) -> None:
    assert jing(shared / "schemas" / "tei_all.rng", *edited) == []
    assert jing(repository / "schemas" / "tei-archive.rng", *edited) == []


def test_edited_files_use_every_element(edited: tuple[Path, ...], rng: etree.RelaxNG) -> None:
    known = {str(element.get("name")) for element in etree.parse(schema_file("tei-archive.rng")).iter("{*}element")}
    used = {etree.QName(element).localname for file in edited for element in etree.parse(file).iter("{*}*")}
    assert used == known


def test_the_examples_of_the_conventions_are_valid(shared: Path, rng: etree.RelaxNG) -> None:
    for name in ("n012.xml", "n013.xml", "registers.xml"):
        assert rng.validate(etree.parse(shared / "examples" / name)), rng.error_log


@pytest.mark.slow
def test_both_refuse_the_same_mutants(edited: tuple[Path, ...], rng: etree.RelaxNG, xsd: etree.XMLSchema) -> None:
    verdicts = [
        (step, rng.validate(document), xsd.validate(document))
        for file in edited
        for step, document in islice(mutants(etree.parse(file).getroot()), 0, None, STEP)
    ]
    assert [verdict for verdict in verdicts if verdict[1] != verdict[2]] == []
    assert min(sum(verdict[1] for verdict in verdicts), sum(not verdict[1] for verdict in verdicts)) > 100


@pytest.mark.slow
def test_xmlschema_refuses_the_same_mutants(
    edited: tuple[Path, ...], xsd: etree.XMLSchema, python_xsd: xmlschema.XMLSchema
) -> None:
    for file in edited:
        for step, document in islice(mutants(etree.parse(file).getroot()), 0, None, SLOW_STEP):
            assert python_xsd.is_valid(document) == xsd.validate(document), step


@pytest.mark.slow
def test_mutants_that_are_valid_are_tei(
    edited: tuple[Path, ...], xsd: etree.XMLSchema, jing: Jing, shared: Path, repository: Path, tmp_path: Path
) -> None:
    files: list[Path] = []
    for file in edited:
        for _, document in islice(mutants(etree.parse(file).getroot()), 0, None, STEP):
            if xsd.validate(document):
                files.append(tmp_path / f"{len(files)}.xml")
                files[-1].write_bytes(etree.tostring(document, encoding="UTF-8"))
    assert len(files) > 100
    assert jing(repository / "schemas" / "tei-archive.rng", *files) == []
    assert jing(shared / "schemas" / "tei_all.rng", *files) == []


def test_a_repeated_id_is_refused(
    edited: tuple[Path, ...], python_xsd: xmlschema.XMLSchema, jing: Jing, repository: Path, tmp_path: Path
) -> None:
    document = etree.parse(edited[0])
    for element in document.iter("{*}anchor"):
        element.set("{http://www.w3.org/XML/1998/namespace}id", "zenda-d007")
    file = tmp_path / "repeated.xml"
    document.write(file)
    assert not python_xsd.is_valid(document)
    assert "has already been defined" in jing(repository / "schemas" / "tei-archive.rng", file)[0]


def test_an_unknown_schema_is_refused() -> None:
    with pytest.raises(TeiArchiveError, match=r"no schema other\.rng") as caught:
        schema_file("other.rng")
    assert "tei-archive.rng" in (caught.value.hint or "")
