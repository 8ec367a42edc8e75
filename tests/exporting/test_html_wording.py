"""The texts of the interface: none is missing, none is left over."""

import re
from pathlib import Path

import pytest

from tei_archive.exporting.html import texts
from tei_archive.exporting.html.dates import Reserve
from tei_archive.exporting.html.texts import TEXTS, count, say
from tei_archive.model import Certainty, Evidence, Relation, Unresolved

FOLDER = Path(texts.__file__).parent
SOURCES = "\n".join(
    path.read_text(encoding="utf-8")
    for path in sorted([*FOLDER.glob("*.py"), *(FOLDER / "templates").glob("*.html")])
    if path.name != "texts.py"
)
# Keys that are put together from a word and a value.
FAMILIES = {
    "basis": {*Evidence, "editor", "read", "inferred"},
    "certainty": {*Certainty},
    "unresolved": {*Unresolved},
    "legend": {*Evidence, *Certainty, "editor", "inferred", "inferred-label"},
    "reserve": {Reserve.RECEIVED, Reserve.UNCERTAIN},
    "facet": {"sender", "addressee", "year", "kind"},
}


@pytest.mark.parametrize("family", FAMILIES)
def test_every_value_has_its_words(family: str) -> None:
    assert {key.partition(".")[2] for key in TEXTS if key.startswith(f"{family}.")} == FAMILIES[family]


def test_every_text_is_used() -> None:
    values = {relation.value for relation in Relation}
    single = [key for key in TEXTS if key.partition(".")[0] not in {*FAMILIES, "principle", "status"}]
    plurals = {key.removesuffix(".one").removesuffix(".other") for key in single}
    assert [key for key in sorted(plurals) if f'"{key}"' not in SOURCES and key not in values] == []


def test_every_text_that_is_named_exists() -> None:
    named = set(re.findall(r'say\("([\w-]+)"', SOURCES))
    assert named
    assert sorted(named - TEXTS.keys()) == []


def test_one_thing_and_many() -> None:
    assert (count("documents", 1), count("documents", 2)) == ("1 document", "2 documents")


def test_what_fills_a_blank_is_not_read_as_a_text_of_ours() -> None:
    assert say("document", number="{number}") == "Document {number}"
