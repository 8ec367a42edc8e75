"""The table `[validate]` of the settings: what is written is read again, what is not understood is named."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_archive.errors import ReadingError
from tei_archive.model import Project, Severity, Validation
from tei_archive.model.folder import PROJECT_FILE
from tei_archive.reading import format_project, read_project

EDITION = '[edition]\ntitle = "Letters of the court"\nsiglum = "court"\n'
CODES = st.lists(st.from_regex(r"TA[0-9]{0,3}", fullmatch=True), max_size=3).map(tuple)
SEVERITIES = st.dictionaries(st.from_regex(r"TA[0-9]{0,3}", fullmatch=True), st.sampled_from(Severity), max_size=3)

BROKEN = {
    "a text": ('validate = "TA3"\n' + EDITION, "[validate]: not a table", 1),
    "a list of tables": (f"{EDITION}[[validate]]\n", "[validate]: not a table", 4),
    "an unknown key": (f"{EDITION}[validate]\nskip = []\n", "[validate]: unknown key skip", 5),
    "no list": (f'{EDITION}[validate]\nignore = "TA3"\n', "[validate]: ignore is not a list of codes", 5),
    "a list of numbers": (f"{EDITION}[validate]\n\nselect = [301]\n", "[validate]: select is not a list of codes", 6),
    "no code": (f'{EDITION}[validate]\nselect = ["TA3", "dates"]\n', "[validate]: 'dates' is no code", 5),
    "two codes in one": (f'{EDITION}[validate]\nselect = ["TA3,TA4"]\n', "[validate]: 'TA3,TA4' is no code", 5),
    "an empty code": (f'{EDITION}[validate]\nignore = [""]\n', "[validate]: '' is no code", 5),
    "severity as text": (f'{EDITION}[validate]\nseverity = "note"\n', "[validate]: severity is not a table", 5),
    "an unknown severity": (
        f'{EDITION}[validate.severity]\nTA3 = "note"\nTA401 = "fatal"\n',
        "[validate.severity]: TA401 is 'fatal', which is no severity",
        6,
    ),
    "a severity that is a list": (
        f"{EDITION}[validate.severity]\nTA401 = []\n",
        "[validate.severity]: TA401 is [], which is no severity",
        5,
    ),
    "a severity of no code": (
        f'{EDITION}[validate.severity]\ndates = "note"\n',
        "[validate.severity]: 'dates' is no code",
        5,
    ),
}


def read(folder: Path, text: str) -> Validation:
    (folder / PROJECT_FILE).write_text(text, encoding="utf-8")
    return read_project(folder).validation


@pytest.mark.parametrize(("text", "message", "line"), BROKEN.values(), ids=BROKEN.keys())
def test_what_is_not_understood_is_named_with_its_line(
    tmp_path: Path, text: str, message: str, line: int | None
) -> None:
    with pytest.raises(ReadingError) as caught:
        read(tmp_path, text)
    assert message in caught.value.message
    assert caught.value.where is not None
    assert (caught.value.where.path, caught.value.where.line) == (str(tmp_path / PROJECT_FILE), line)
    assert caught.value.hint


def test_the_table_is_read_and_codes_may_be_written_small(tmp_path: Path) -> None:
    table = '[validate]\nselect = ["ta3", "TA401"]\nignore = []\n[validate.severity]\nta3 = "note"\n'
    assert read(tmp_path, EDITION + table) == Validation(("TA3", "TA401"), (), (("TA3", Severity.NOTE),))


@pytest.mark.parametrize("table", ["", "[validate]\n", "[validate]\nselect = []\n[validate.severity]\n"])
def test_nothing_said_is_nothing_wanted(tmp_path: Path, table: str) -> None:
    assert read(tmp_path, EDITION + table) == Validation()


@given(CODES, CODES, SEVERITIES)
def test_what_is_written_is_read_again_with_the_wishes(
    tmp_path_factory: pytest.TempPathFactory,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    severity: dict[str, Severity],
) -> None:
    validation = Validation(select, ignore, tuple(severity.items()))
    text = format_project(Project("The court", "court", validation=validation))
    assert read(tmp_path_factory.getbasetemp(), text) == validation
