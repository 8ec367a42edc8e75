"""All checks of the RELAX NG test suite."""

from pathlib import Path

import pytest
from spectest import Case, write_cases

from tei_archive.relaxng import Schema, SchemaError


@pytest.fixture(scope="module")
def cases(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Case, ...]:
    suite = shared / "conformance" / "relaxng-spectest.xml"
    if not suite.is_file():
        pytest.skip(f"the RELAX NG test suite is not there: {suite}")
    return tuple(write_cases(suite, tmp_path_factory.mktemp("spectest")))


def test_every_check_of_the_suite_passes(cases: tuple[Case, ...]) -> None:
    wrong = [failure for case in cases for failure in failures(case)]
    assert not wrong, "\n".join(wrong)


def test_the_suite_is_whole(cases: tuple[Case, ...]) -> None:
    instances = sum(len(case.documents) for case in cases)
    assert (len(cases) + instances, instances) == (965, 580)


def test_compiled_schemas_pass_as_well(cases: tuple[Case, ...]) -> None:
    read = [(case, Schema.read(case.schema).to_bytes()) for case in cases if case.correct]
    compiled = [(case, Schema.from_bytes(content)) for case, content in read if content is not None]
    wrong = [failure for case, schema in compiled for failure in wrong_verdicts(schema, case)]
    assert not wrong, "\n".join(wrong)
    assert len(compiled) > 160


def failures(case: Case) -> list[str]:
    try:
        schema = Schema.read(case.schema)
    except SchemaError as error:
        return [f"{case.schema}: refused: {error}"] if case.correct else []
    if not case.correct:
        return [f"{case.schema}: accepted"]
    return wrong_verdicts(schema, case)


def wrong_verdicts(schema: Schema, case: Case) -> list[str]:
    return [
        f"{path}: {'refused' if valid else 'accepted'}"
        for path, valid in case.documents
        if valid == any(True for _ in schema.validate(path))
    ]
