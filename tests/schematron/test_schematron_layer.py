"""Schematron in `validate`: which schemas hold rules, where findings are, and the command line."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from schematron_types import Write

from tei_archive import api
from tei_archive.cli import main
from tei_archive.errors import TeiArchiveError
from tei_archive.schematron import ENGINES

RULES = """<ns prefix="t" uri="http://www.tei-c.org/ns/1.0"/>
<phase id="hints"><active pattern="advice"/></phase>
<pattern id="strict"><rule context="t:p"><assert id="words" test="normalize-space(.)" diagnostics="d">A <name/> is
empty.</assert></rule></pattern>
<pattern id="advice"><rule context="t:hi/@rend"><assert test="xs:string(.) != 'b'" role="warning">Say bold.</assert>
<report test=". = 'i'" role="info">Italics.</report></rule></pattern>
<diagnostics><diagnostic id="d">Write something.</diagnostic></diagnostics>"""
LETTER = """<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <text><p/>
    <p>One <hi rend="b">two</hi><hi
      rend="i">three</hi></p></text></TEI>
"""
RNG = """<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.tei-c.org/ns/1.0"><start>
<ref name="any"/></start><define name="any"><element><anyName/><zeroOrMore><choice><text/><ref name="any"/><attribute>
<anyName/></attribute></choice></zeroOrMore></element></define>{}</grammar>"""
EMBEDDED = """<pattern xmlns="http://purl.oclc.org/dsdl/schematron" xmlns:t="http://www.tei-c.org/ns/1.0" id="e">
<rule context="t:hi"><assert test="@n">no n</assert></rule></pattern>"""

HINTS_AND_EMBEDDED = api.SchematronChoice(phase="hints", embedded=True)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.xml"
    path.write_text(LETTER, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def schema(write: Write) -> Path:
    return write(RULES)


def command(*words: str | Path) -> Result:
    return CliRunner().invoke(main, ["validate", *map(str, words)], catch_exceptions=False)


@pytest.mark.parametrize("engine", list(ENGINES))
def test_findings_have_code_place_and_hint(engine: str, letter: Path, schema: Path) -> None:
    report = api.validate([letter], schemas=[schema], schematron=api.SchematronChoice(engine=engine))
    seen = [
        (f.code, f.where.line, f.where.column, f.message, f.hint)
        for f in report.findings
        if f.where.path == str(letter)
    ]
    assert seen == [
        ("TA120", 2, 9, "A p is empty.", "Write something. (rule words, rules.sch:3)"),
        ("TA121", 3, 12, "Say bold.", "(rule advice, rules.sch:5)"),
        ("TA122", 3, 33, "Italics.", "(rule advice, rules.sch:6)"),
    ]
    slips = [(f.code, f.where) for f in report.findings if f.where.path == str(schema)]
    assert [(code, where.line) for code, where in slips] == [("TA124", 5)]


def test_only_the_phase_that_is_asked_for_is_run(letter: Path, schema: Path) -> None:
    report = api.validate([letter], schemas=[schema], schematron=api.SchematronChoice(phase="hints"))
    assert sorted(finding.code for finding in report.findings) == ["TA121", "TA122", "TA124"]


def test_rules_in_a_grammar_are_run_beside_the_grammar(letter: Path, tmp_path: Path, schema: Path) -> None:
    grammar = tmp_path / "letter.rng"
    grammar.write_text(RNG.format(EMBEDDED), encoding="utf-8")
    report = api.validate([letter], schemas=[grammar, schema], schematron=HINTS_AND_EMBEDDED)
    assert [finding.message for finding in report.findings if finding.code == "TA120"] == ["no n", "no n"]
    assert [finding.code for finding in report.findings].count("TA121") == 1


def test_a_grammar_without_rules_is_only_a_grammar(letter: Path, tmp_path: Path) -> None:
    grammar = tmp_path / "letter.rng"
    grammar.write_text(RNG.format(""), encoding="utf-8")
    assert api.validate([letter], schemas=[grammar]).findings == ()


def test_what_cannot_be_run_is_said_once(letter: Path, write: Write) -> None:
    path = write("<pattern id='p'>\n<rule context='*'><assert test='doc(.)'>m</assert></rule></pattern>")
    other = letter.with_name("other.xml")
    other.write_text(LETTER, encoding="utf-8")
    (finding,) = api.validate([letter, other], schemas=[path]).findings
    assert (finding.code, finding.where.path, finding.where.line) == ("TA123", str(path), 2)
    assert finding.message.startswith("rule p at line 2 could not be run: doc() is refused")


def test_an_error_on_a_node_is_said_there(letter: Path, write: Write) -> None:
    path = write("<pattern><rule context='*:hi'><assert test='@rend + 1'>m</assert></rule></pattern>")
    found = api.validate([letter], schemas=[path]).findings
    assert [(finding.code, finding.where.line, finding.where.column) for finding in found] == [
        ("TA123", 3, 12),
        ("TA123", 3, 33),
    ]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--phase", "none"], "there is no phase none"),
        (["--phase", "hints", "--schema", "none.sch"], "the schema cannot be read"),
    ],
)
def test_what_cannot_be_used_is_an_error(words: list[str], message: str, letter: Path, schema: Path) -> None:
    done = command(letter, "--schema", schema, *words)
    assert done.exit_code == 2
    assert message in done.stderr


def test_a_phase_needs_a_schematron_schema(letter: Path) -> None:
    with pytest.raises(TeiArchiveError, match="no Schematron schema"):
        api.validate([letter], schematron=api.SchematronChoice(phase="hints"))


def test_a_faulty_schema_ends_the_run_with_its_place(letter: Path, write: Write) -> None:
    path = write("\n<pattern><rule><assert test='b'/></rule></pattern>")
    done = command(letter, "--schema", path)
    assert done.exit_code == 2
    assert f"{path}:2: <rule> has no context" in done.stderr


@pytest.mark.parametrize("engine", list(ENGINES))
def test_the_command_writes_findings(engine: str, letter: Path, schema: Path) -> None:
    done = command(letter, "--schema", schema, "--schematron-engine", engine, "--phase", "#ALL", "--quiet")
    assert done.exit_code == 1
    assert f"{letter}:2:9: error TA120 A p is empty." in done.stdout


def test_notes_alone_are_clean(letter: Path, write: Write) -> None:
    path = write("<pattern><rule context='*:p'><report test='true()' role='info'>a p</report></rule></pattern>")
    done = command(letter, "--schema", path)
    assert done.exit_code == 0
    assert done.stdout.count("note TA122 a p") == 2


def test_the_program_runs_schematron(letter: Path, schema: Path) -> None:
    """A process of its own, as an editor starts it: nothing is written to standard error by an engine."""
    for engine in ENGINES:
        words = ["validate", letter, "--schema", schema, "--schematron-engine", engine, "--quiet"]
        done = subprocess.run(
            [sys.executable, "-m", "tei_archive", *map(str, words)], capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr) == (1, "")
        assert done.stdout.count("TA12") == 4


def test_no_engine_is_loaded_before_it_is_needed(tmp_path: Path) -> None:
    (tmp_path / "letter.xml").write_text("<letter/>", encoding="utf-8")
    grammar = '<element name="letter" xmlns="http://relaxng.org/ns/structure/1.0"><empty/></element>'
    (tmp_path / "letter.rng").write_text(grammar, encoding="utf-8")
    program = f"""
import sys
from pathlib import Path
from tei_archive import api
api.validate([Path({str(tmp_path)!r}, "letter.xml")], schemas=[Path({str(tmp_path)!r}, "letter.rng")])
print(*sys.modules)
"""
    loaded = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout.split()
    assert "tei_archive.validating.schematron" in loaded
    assert not {"elementpath", "saxonche", "tei_archive.schematron.schema"} & set(loaded)
