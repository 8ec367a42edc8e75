"""James Clark's test suite for RELAX NG: one case a schema, with the documents that it must accept and refuse."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree


@dataclass(frozen=True, slots=True)
class Case:
    """A schema as it lies in a folder, whether it is correct, and its documents with the verdict they deserve."""

    schema: Path
    correct: bool
    documents: tuple[tuple[Path, bool], ...]


def write_cases(suite: Path, folder: Path) -> Iterator[Case]:
    """Lay out the cases of the suite below a folder, each in one of its own."""
    root = etree.parse(suite, etree.XMLParser(resolve_entities=True, no_network=True)).getroot()
    for number, case in enumerate(root.iter("testCase")):
        place = folder / f"{number:03}"
        place.mkdir()
        _write_resources(case, place)
        for number_in_case, schema in enumerate([*case.findall("correct"), *case.findall("incorrect")]):
            path = _write(schema, place / f"schema-{number_in_case}.rng")
            documents = tuple(
                (_write(document, place / f"document-{at}.xml"), document.tag == "valid")
                for at, document in enumerate(case.iterchildren("valid", "invalid"))
            )
            yield Case(path, schema.tag == "correct", documents if schema.tag == "correct" else ())


def _write_resources(holder: etree._Element, place: Path) -> None:
    for child in holder.iterchildren("resource", "dir"):
        path = place / child.get("name", "")
        if child.tag == "dir":
            path.mkdir()
            _write_resources(child, path)
        else:
            _write(child, path)


def _write(holder: etree._Element, path: Path) -> Path:
    """Write what stands in an element of the suite; `dtd` has a document type declaration for it."""
    (content,) = holder.iterchildren("*")
    tree = etree.tostring(content, encoding="unicode", with_tail=False)
    path.write_text(holder.get("dtd", "") + tree, encoding="utf-8")
    return path
