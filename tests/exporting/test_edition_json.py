"""The edition as JSON: it holds to its schema, every value has its evidence, and what is broken is refused."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from editions import EVIL, edition_of, hostile_edition
from hypothesis import HealthCheck, assume, given, settings
from jsonschema import Draft202012Validator
from strategies import projects, registers, sourced_documents

from tei_archive import api
from tei_archive.errors import ExportError
from tei_archive.exporting import EditionJson
from tei_archive.model import (
    ActionType,
    AgentKind,
    Calendar,
    Certainty,
    Coordinates,
    Document,
    Entry,
    Evidence,
    Label,
    MarkKind,
    Part,
    Precision,
    Project,
    Registers,
    Relation,
    Source,
    Unresolved,
)
from tei_archive.schema_files import schema_file
from tei_archive.tei import EncodedEdition

Json = dict[str, Any]

SCHEMA: Json = json.loads(schema_file("edition.schema.json").read_bytes())
VALIDATOR = Draft202012Validator(SCHEMA)


def content(edition: EncodedEdition) -> bytes:
    return next(iter(EditionJson().files(edition, "edition.json"))).content


def read(edition: EncodedEdition) -> Json:
    found: Json = json.loads(content(edition))
    return found


def faults(document: Json) -> list[str]:
    return [f"{error.json_path}: {error.message[:200]}" for error in VALIDATOR.iter_errors(document)]


@pytest.fixture
def kars(repository: Path) -> Json:
    return read(api.load_edition(repository / "corpus" / "kars-1921"))


# -- the schema ----------------------------------------------------------------------------------------------------


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_the_first_edition_holds_to_the_schema(kars: Json) -> None:
    assert faults(kars) == []
    assert len(kars["letters"]) == 6


def test_the_specimens_hold_to_the_schema(specimens: tuple[EncodedEdition, ...]) -> None:
    assert [faults(read(edition)) for edition in specimens] == [[]] * len(specimens)


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture], max_examples=40)
@given(sourced=sourced_documents(), project=projects, known=registers())
def test_any_document_holds_to_the_schema(
    sourced: tuple[Source, Document], project: Project, known: Registers, tmp_path: Path
) -> None:
    assume(sourced[0].text.strip())  # a source without a word is refused when it is read
    found = read(edition_of(tmp_path, project, known, [sourced]))
    assert faults(found) == []
    source, document = sourced
    (letter,) = found["letters"]
    texts = [*letter["blocks"], *(block for enclosure in letter["enclosures"] for block in enclosure["blocks"])]
    blocks = (*document.blocks, *(block for enclosure in document.enclosures for block in enclosure.blocks))
    assert [block["text"] for block in texts] == [block.text for block in blocks]
    assert letter["source"] == {"file": source.name, "start": document.span.start, "end": document.span.end}


def enumerated(*path: str) -> set[object]:
    found: Any = SCHEMA["$defs"]
    for step in path:
        found = found[step]
    return set(found["enum"]) - {None}


@pytest.mark.parametrize(
    ("values", "path"),
    [
        (ActionType, ("action", "properties", "type")),
        (AgentKind, ("agent", "properties", "kind")),
        (Relation, ("reference", "properties", "relation")),
        (Unresolved, ("reference", "properties", "reason")),
        (Label, ("block", "properties", "label")),
        (Part, ("block", "properties", "part")),
        (MarkKind, ("block", "properties", "marks", "items", "properties", "kind")),
        (Precision, ("date", "properties", "precision")),
        (Calendar, ("date", "properties", "calendar")),
        (Certainty, ("certainty",)),
        (Evidence, ("textClaim", "properties", "evidence")),
    ],
)
def test_the_schema_knows_the_words_of_the_model(values: type[StrEnum], path: tuple[str, ...]) -> None:
    assert enumerated(*path) == {value.value for value in values}


def test_no_object_of_the_schema_is_open() -> None:
    def visit(schema: Any, path: str) -> list[str]:
        if isinstance(schema, list):
            return [fault for number, part in enumerate(schema) for fault in visit(part, f"{path}[{number}]")]
        if not isinstance(schema, dict):
            return []
        is_object = schema.get("type") == "object" and "properties" in schema
        is_open = is_object and (
            schema.get("additionalProperties") is not False or set(schema["required"]) != set(schema["properties"])
        )
        inner = [fault for key, part in schema.items() for fault in visit(part, f"{path}.{key}")]
        return [path, *inner] if is_open else inner

    assert visit(SCHEMA, "$") == []


Break = Callable[[Json], object]

BROKEN: Mapping[str, Break] = {
    "another format": lambda kars: kars.update(format="edition"),
    "no letters": lambda kars: kars.update(letters=[]),
    "a key that is not known": lambda kars: kars["letters"][0].update(sender="Natsarenus"),
    "a key that is missing": lambda kars: kars["letters"][0].pop("context"),
    "a value without evidence": lambda kars: kars["letters"][0].update(number="863-a"),
    "a rule that read no words": lambda kars: kars["letters"][0]["number"].update(words=None),
    "a certainty of our own": lambda kars: kars["letters"][0]["number"].update(certainty="0.9"),
    "a correspondent without name and role": lambda kars: kars["letters"][0]["actions"][0]["agents"][0].update(
        name=None, role=None
    ),
    "neither target nor reason": lambda kars: kars["letters"][1]["context"][0].update(target=None),
    "target and reason": lambda kars: kars["letters"][1]["context"][0].update(reason="unstated"),
    "a reason of our own": lambda kars: kars["letters"][1]["context"][0].update(target=None, reason="lost"),
    "an offset before the beginning": lambda kars: kars["letters"][0]["source"].update(start=-1),
    "a day that is none": lambda kars: kars["letters"][0]["actions"][0]["date"]["value"].update(earliest="1921-13-01"),
    "an act that TEI does not know": lambda kars: kars["letters"][0]["actions"][0].update(type="burnt"),
    "a checksum that is too short": lambda kars: kars["letters"][0]["tei"].update(sha256="abc"),
    "a person without prefix": lambda kars: kars["registers"]["persons"][0].update(ref="natsarenus"),
    "a block without text": lambda kars: kars["letters"][0]["blocks"][0].update(text=""),
}


@pytest.mark.parametrize("name", BROKEN)
def test_the_schema_refuses(kars: Json, name: str) -> None:
    BROKEN[name](kars)
    assert faults(kars)


# -- values --------------------------------------------------------------------------------------------------------


def test_every_value_says_the_words_that_it_was_read_from(kars: Json, seed_text: Path) -> None:
    text = seed_text.read_text(encoding="utf-8")

    def words(value: Any) -> list[Json]:
        if isinstance(value, list):
            return [found for part in value for found in words(part)]
        if not isinstance(value, dict):
            return []
        own = [value["words"]] if value.get("words") else []
        return [*own, *(found for part in value.values() for found in words(part))]

    found = words(kars["letters"])
    assert len(found) > 20
    assert [stretch for stretch in found if text[stretch["start"] : stretch["end"]] != stretch["text"]] == []


def test_a_value_has_certainty_rule_and_the_letter_it_was_taken_from(kars: Json) -> None:
    second = next(letter for letter in kars["letters"] if letter["id"] == "kars-1921-d002")
    received = next(action for action in second["actions"] if action["type"] == "received")
    (natsarenus,) = received["agents"]
    assert natsarenus["ref"] == "pers:natsarenus"
    assert natsarenus["name"] == {
        "value": "Natsarenus",
        "certainty": "low",
        "evidence": "conjecture",
        "rule": "engine.counterpart",
        "words": {"start": 1442, "end": 1451, "text": "this note"},
        "inferred_from": "kars-1921-d001",
    }
    assert kars["rules"]["engine.counterpart"]


def test_an_unresolved_reference_has_its_reason(zenda: EncodedEdition) -> None:
    reply = next(letter for letter in read(zenda)["letters"] if letter["id"] == "zenda-d002")
    found = {(ref["relation"], ref["target"], ref["reason"]) for ref in reply["context"]}
    assert ("isReplyTo", "zenda-d001", None) in found
    assert ("isReplyTo", None, "no-candidate") in found


def test_words_of_a_source_that_is_not_there_are_null(zenda: EncodedEdition) -> None:
    letter = read(replace(zenda, sources=()))["letters"][0]
    assert letter["number"]["words"]["text"] is None
    assert faults(read(replace(zenda, sources=()))) == []


def test_a_place_says_where_it_lies(zenda: EncodedEdition) -> None:
    places = (Entry("s", "Strelsau", coordinates=Coordinates(50.5, 14.25)), Entry("z", "Zenda"))
    found = read(replace(zenda, registers=Registers(places=places)))
    assert faults(found) == []
    assert [place["coordinates"] for place in found["registers"]["places"]] == [
        {"latitude": 50.5, "longitude": 14.25},
        None,
    ]
    found["registers"]["places"][0]["coordinates"]["latitude"] = 91
    assert faults(found)


# -- form ----------------------------------------------------------------------------------------------------------


def test_hostile_words_stay_what_they_are_and_hide_nothing(tmp_path: Path) -> None:
    edition = hostile_edition(tmp_path)
    found = read(edition)
    assert faults(found) == []
    assert found["letters"][0]["blocks"][0]["text"] == EVIL.strip()
    assert found["edition"]["title"] == EVIL.strip()
    text = content(edition).decode()
    assert [char for char in set(text) if not char.isprintable() and char != "\n"] == []


def test_the_same_edition_gives_the_same_bytes(zenda: EncodedEdition) -> None:
    assert content(zenda) == content(zenda)
    assert content(zenda).endswith(b"}\n")


@pytest.mark.parametrize(("before", "replaced"), [("mine", False), ("[]", False), ("{}", False), (None, True)])
def test_only_a_document_of_ours_is_replaced(
    tmp_path: Path, repository: Path, before: str | None, replaced: bool
) -> None:
    folder, out = repository / "corpus" / "kars-1921", tmp_path / "edition.json"
    if before is None:
        api.export(EditionJson(), folder, out)
    else:
        out.write_text(before, encoding="utf-8")
    if replaced:
        assert api.export(EditionJson(), folder, out).files == (out,)
    else:
        with pytest.raises(ExportError, match="not a file that"):
            api.export(EditionJson(), folder, out)


def test_every_key_is_documented(repository: Path) -> None:
    page = (repository / "docs" / "json.md").read_text(encoding="utf-8")
    keys = {key for definition in SCHEMA["$defs"].values() for key in definition.get("properties", ())}
    assert sorted(key for key in {*keys, *SCHEMA["properties"]} if f"`{key}`" not in page) == []
