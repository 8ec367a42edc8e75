"""A run with several processes, or one that remembers, finds what a plain run finds."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from tei_archive import api
from tei_archive.cache import FOLDER_VARIABLE
from tei_archive.cli import main
from tei_archive.errors import Location
from tei_archive.model import Finding, Severity
from tei_archive.validating.kept_findings import Memory

TEI = "http://www.tei-c.org/ns/1.0"
RNG = """<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.tei-c.org/ns/1.0"
datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"><start><element name="TEI">{}</element></start>
</grammar>"""
RULE = """<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2"><ns prefix="t" uri="{}"/>
<phase id="silent"/><pattern><rule context="t:TEI"><assert test="string-length(.) lt 4">{}</assert></rule></pattern>
</schema>"""
PLAIN = api.Effort(remembers=False)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache."""
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    """Twelve files, of which some are wrong and one is not well-formed."""
    folder = tmp_path / "letters"
    folder.mkdir()
    for number in range(12):
        write(folder / f"l{number:02}.xml", f'<TEI xmlns="{TEI}">{"words" if number % 3 else number}</TEI>')
    write(folder / "l05.xml", "<TEI>")
    return folder


@pytest.fixture
def schemas(tmp_path: Path) -> list[Path]:
    """A grammar and a rule, both of which some files break."""
    grammar = write(tmp_path / "schemas" / "integer.rng", RNG.format('<data type="integer"/>'))
    return [grammar, write(tmp_path / "schemas" / "short.sch", RULE.format(TEI, "too long"))]


@pytest.mark.parametrize("threads", [1, 2])
def test_two_processes_find_what_one_finds(letters: Path, schemas: list[Path], cache: Path, threads: int) -> None:
    """With one thread, the other process is a copy of this one; with two, a fresh interpreter."""
    program = f"""
import sys, threading
from pathlib import Path
from tei_archive import api
if __name__ == "__main__":
    rest = threading.Event()
    for _ in range({threads} - 1):
        threading.Thread(target=rest.wait).start()
    paths = list(map(Path, sys.argv[1:]))
    for jobs in (1, 2):
        report = api.validate(paths[:1], schemas=paths[1:], effort=api.Effort(jobs=jobs, remembers=False))
        print(*report.findings, sep="|")
    rest.set()
"""
    script = write(letters.parent / "program.py", program)
    command = [sys.executable, str(script), str(letters), *map(str, schemas)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    alone, together = done.stdout.splitlines()
    assert alone.count("Finding(") > 1
    assert together == alone
    assert not (cache / "findings").exists()


def test_a_second_run_finds_the_same(letters: Path, schemas: list[Path], cache: Path) -> None:
    plain = api.validate([letters], schemas=schemas, effort=PLAIN)
    first, second = (api.validate([letters], schemas=schemas) for _ in range(2))
    assert plain == first == second
    assert any(cache.rglob("*"))


def test_what_was_found_is_not_looked_for_again(letters: Path, schemas: list[Path], cache: Path) -> None:
    before = api.validate([letters], schemas=schemas)
    kept = {path: path.stat().st_mtime_ns for path in cache.rglob("*") if path.is_file()}
    assert api.validate([letters], schemas=schemas) == before
    assert {path: path.stat().st_mtime_ns for path in cache.rglob("*") if path.is_file()} == kept
    assert kept


def test_a_file_that_was_changed_is_checked_anew(letters: Path, schemas: list[Path], cache: Path) -> None:
    before = api.validate([letters], schemas=schemas)
    write(letters / "l01.xml", f'<TEI xmlns="{TEI}">7</TEI>')
    after = api.validate([letters], schemas=schemas)
    assert {Path(one.where.path).name for one in set(before.findings) - set(after.findings)} == {"l01.xml"}


def test_a_schema_that_was_changed_is_run_anew(letters: Path, schemas: list[Path], cache: Path) -> None:
    api.validate([letters], schemas=schemas)
    write(schemas[0], RNG.format("<text/>"))
    write(schemas[1], RULE.format(TEI, "much too long"))
    assert {one.message for one in api.validate([letters], schemas=schemas).findings if one.code == "TA120"} == {
        "much too long"
    }


def test_what_a_schema_includes_counts_too(letters: Path, tmp_path: Path, cache: Path) -> None:
    content = '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><define name="content">{}</define></grammar>'
    included = write(tmp_path / "schemas" / "content.rng", content.format("<text/>"))
    schema = write(tmp_path / "schemas" / "letter.rng", RNG.format('<ref name="content"/>').replace(
        "<start>", '<include href="content.rng"/><start>'
    ))  # fmt: skip
    assert {one.code for one in api.validate([letters], schemas=[schema]).findings} == {"TA003"}
    write(included, content.format("<empty/>"))
    assert "TA106" in {one.code for one in api.validate([letters], schemas=[schema]).findings}


def test_another_phase_is_another_question(letters: Path, schemas: list[Path], cache: Path) -> None:
    api.validate([letters], schemas=schemas[1:])
    silent = api.validate([letters], schemas=schemas[1:], schematron=api.SchematronChoice("silent"))
    assert "TA120" not in {one.code for one in silent.findings}


@pytest.mark.parametrize("options", [["--jobs", "2"], ["--jobs", "2", "--no-cache"], ["--no-cache"], []])
def test_a_schema_that_cannot_be_used_is_one_error(
    letters: Path, tmp_path: Path, cache: Path, options: list[str]
) -> None:
    schema = write(tmp_path / "broken.rng", RNG.format("<nonsense/>"))
    result = CliRunner().invoke(main, ["validate", str(letters), "--schema", str(schema), *options])
    assert result.exit_code == 2
    assert result.output.count("error:") == 1
    assert "Traceback" not in result.output


def test_no_cache_keeps_nothing(letters: Path, schemas: list[Path], cache: Path) -> None:
    command = ["validate", str(letters), "--schema", str(schemas[0]), "--no-cache"]
    assert CliRunner().invoke(main, command).exit_code == 1
    assert not (cache / "findings").exists()


texts = st.text(max_size=20)
findings = st.builds(
    Finding,
    texts,
    st.sampled_from(Severity),
    texts,
    st.builds(Location, texts, st.none() | st.integers(1)),
    st.none() | texts,
)


@given(texts, st.lists(findings, max_size=4))
def test_findings_are_remembered_as_they_are(file: str, found: list[Finding]) -> None:
    first, second = Memory(lasts=True), Memory(lasts=True)
    schema = Path(__file__)
    kept = first.findings(f"law {file} {found}", schema, lambda: found)
    assert kept == tuple(found)
    assert second.findings(f"law {file} {found}", schema, lambda: pytest.fail("looked for again")) == kept


def write(path: Path, content: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path
