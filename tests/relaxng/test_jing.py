"""What jing says is what the engine says: of real letters, of TEI's own test documents, and of mutants."""

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from fixture_types import Jing

# The benchmark compares all 294 letters and thousands of mutants; here is a sample of them.
LETTERS = 24
MUTANTS = 80
SEED = 7


@pytest.fixture
def mutants(repository: Path, monkeypatch: pytest.MonkeyPatch, jing: Jing) -> Iterator[ModuleType]:
    """The benchmark, which stands in no package; it runs jing itself, so jing must be there."""
    monkeypatch.syspath_prepend(str(repository / "benchmarks"))
    import relaxng_mutants  # noqa: PLC0415 - found through the path above

    yield relaxng_mutants
    sys.modules.pop("relaxng_mutants")


@pytest.fixture
def letters(shared: Path) -> tuple[Path, ...]:
    found = sorted((shared / "conformance" / "letters").glob("*.xml"))
    if not found:
        pytest.skip("no letters in the folder 'shared'")
    return tuple(found)


@pytest.mark.slow
def test_letters_have_the_errors_that_jing_finds(mutants: ModuleType, shared: Path, letters: tuple[Path, ...]) -> None:
    agreement = mutants.measure(shared / "schemas" / "tei_all.rng", letters[:: len(letters) // LETTERS])
    assert agreement.verdicts == agreement.files >= LETTERS
    assert agreement.lines > 200
    assert agreement.missed <= 0.005 * agreement.lines, agreement.differing
    assert agreement.elsewhere <= 0.005 * agreement.lines, agreement.differing


@pytest.mark.slow
def test_mutants_have_the_errors_that_jing_finds(
    mutants: ModuleType, shared: Path, letters: tuple[Path, ...], tmp_path: Path
) -> None:
    files = list(mutants.write_mutants(letters, MUTANTS, SEED, tmp_path))
    agreement = mutants.measure(shared / "schemas" / "tei_all.rng", files)
    assert agreement.verdicts == agreement.files == MUTANTS
    assert agreement.missed <= 0.005 * agreement.lines, agreement.differing
    assert agreement.elsewhere <= 0.005 * agreement.lines, agreement.differing


def test_valid_mutants_are_among_those_compared(mutants: ModuleType, repository: Path, tmp_path: Path) -> None:
    """A sample in which every file is wrong would not show that the engine accepts what jing accepts."""
    schema = repository / "schemas" / "tei-archive.rng"
    files = (
        sorted((repository / "corpus").glob("*/**/tei/*.xml"))[:5] or sorted((repository / "corpus").rglob("*.xml"))[:5]
    )
    agreement = mutants.measure(schema, [*files, *mutants.write_mutants(files, 40, SEED, tmp_path)])
    assert agreement.verdicts == agreement.files
    assert (agreement.missed, agreement.elsewhere) == (0, 0), agreement.differing
