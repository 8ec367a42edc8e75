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


def failures(case: Case) -> list[str]:
    try:
        schema = Schema.read(case.schema)
    except SchemaError as error:
        return [f"{case.schema}: refused: {error}"] if case.correct else []
    if not case.correct:
        return [f"{case.schema}: accepted"]
    return [
        f"{path}: {'refused' if valid else 'accepted'}"
        for path, valid in case.documents
        if valid == any(True for _ in schema.validate(path))
    ]
