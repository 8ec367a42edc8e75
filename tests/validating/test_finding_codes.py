"""The catalogue of findings: every code has an entry, and each example of an entry brings out what it says."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import told_of_indexes
from small_edition import Edition, change
from small_index import INDEX

from tei_archive.errors import TeiArchiveError
from tei_archive.model import Finding
from tei_archive.validating import Code
from tei_archive.validating.catalogue import GAP, CodeEntry, Example, explain_codes, read_families
from tei_archive.validating.cmif import check_file
from tei_archive.validating.parsing import LARGEST

ENTRIES = explain_codes(())
EXAMPLES = [
    pytest.param(entry, example, id=f"{entry.code.code}-{entry.code.name.lower()}-{number}")
    for entry in ENTRIES
    for number, example in enumerate(entry.examples, 1)
    if example.find
]


CMIF = "cmif.xml"


def check(edition: Edition, example: Example) -> tuple[Finding, ...]:
    """Validate the edition, or check its index of letters where the example is about that."""
    return check_file(edition.folder / CMIF) if example.file == CMIF else edition.check()


@pytest.fixture(autouse=True)
def _index(edition: Edition) -> None:
    (edition.folder / CMIF).write_text(INDEX, encoding="utf-8")


def put(edition: Edition, example: Example, words: str) -> None:
    """Put words in the place of those that an example looks for; each gap holds again what it held."""
    file = edition.folder / example.file
    text = file.read_text(encoding="utf-8")
    found = re.search(re.escape(example.find).replace(GAP, "(.*?)"), text, re.DOTALL)
    assert found, f"{example.find} does not stand in {example.file}"
    gaps = iter(found.groups())
    filled = re.sub(GAP, lambda _: next(gaps), words)
    file.write_text(text[: found.start()] + filled + text[found.end() :], encoding="utf-8", newline="\n")


def rest_of_line(finding: Finding) -> str:
    """Give back what stands in the file from the place that a finding names."""
    assert finding.where.line is not None
    assert finding.where.column is not None
    lines = Path(finding.where.path).read_text(encoding="utf-8").split("\n")
    return lines[finding.where.line - 1][finding.where.column - 1 :]


def codes(findings: tuple[Finding, ...]) -> set[str]:
    return {finding.code for finding in findings}


OWN_SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.tei-c.org/ns/1.0">
<xs:element name="TEI"><xs:complexType><xs:sequence><xs:any maxOccurs="9" processContents="skip"/></xs:sequence>
<xs:anyAttribute processContents="skip"/><xs:assert test="count(.//*:p) gt 99"/></xs:complexType></xs:element>
</xs:schema>"""


# -- examples ------------------------------------------------------------------------------------------------------


def test_a_clean_edition_has_no_finding(edition: Edition) -> None:
    assert edition.check() == ()


def test_a_clean_index_has_no_finding(edition: Edition) -> None:
    assert check_file(edition.folder / CMIF) == ()


@pytest.mark.parametrize(("entry", "example"), EXAMPLES)
def test_an_example_brings_out_its_code_and_no_other(entry: CodeEntry, example: Example, edition: Edition) -> None:
    put(edition, example, example.no * example.times)
    findings = check(edition, example)
    assert codes(findings) == {entry.code.code, *example.along}
    ours = [finding for finding in findings if finding.code == entry.code.code]
    for finding in ours:
        assert finding.severity is entry.code.severity
        assert finding.message == finding.message.strip()
        assert "\n" not in finding.message
    assert not example.at or any(rest_of_line(finding).startswith(example.at) for finding in ours)


@pytest.mark.parametrize(("entry", "example"), EXAMPLES)
def test_what_an_example_mends_is_clean(entry: CodeEntry, example: Example, edition: Edition) -> None:
    put(edition, example, example.yes)
    assert check(edition, example) == ()


def make_folder(edition: Edition) -> None:
    (edition.folder / "tei" / "folder.xml").mkdir()


def save_as_latin_1(edition: Edition) -> None:
    change(edition.first, "Friday", "Frïday")
    edition.first.write_bytes(edition.first.read_text(encoding="utf-8").encode("latin-1"))


def ask_for_more_paragraphs(edition: Edition) -> None:
    (edition.folder / "own.xsd").write_text(OWN_SCHEMA, encoding="utf-8")


def write_rule(test: str, role: str = "error") -> Callable[[Edition], None]:
    rule = f'<rule context="t:body"><assert test="{test}" role="{role}">No.</assert></rule>'
    text = (
        '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2">'
        f'<ns prefix="t" uri="http://www.tei-c.org/ns/1.0"/><pattern>{rule}</pattern></schema>'
    )

    def write(edition: Edition) -> None:
        (edition.folder / "own.sch").write_text(text, encoding="utf-8")

    return write


def remove_source(edition: Edition) -> None:
    edition.source.unlink()


def grow(edition: Edition) -> None:
    """Add bytes to a letter until no tree is made of it."""
    with next((edition.folder / "tei").glob("*.xml")).open("r+b") as stream:
        stream.truncate(LARGEST + 1)


def damage_source(edition: Edition) -> None:
    edition.source.write_bytes(b"\xff")


def change_source(edition: Edition) -> None:
    change(edition.source, "Index", "About")


# What the catalogue tells in words, for no change of a text brings it out, and what else the code has to find.
TOLD: list[tuple[Code, Callable[[Edition], None]]] = [
    (Code.UNREADABLE, make_folder),
    (Code.WRONG_ENCODING, save_as_latin_1),
    (Code.LARGE, grow),
    (Code.OTHERWISE_INVALID, ask_for_more_paragraphs),
    (Code.RULE_BROKEN, write_rule("false()")),
    (Code.RULE_ADVICE, write_rule("false()", "warning")),
    (Code.RULE_REMARK, write_rule("false()", "info")),
    (Code.RULE_NOT_RUN, write_rule("doc('other.xml')")),
    (Code.RULE_SLIP, write_rule("xs:date('1894-03-03') = xs:date('1894-03-03')")),
    (Code.SOURCE_MISSING, remove_source),
    (Code.SOURCE_MISSING, damage_source),
    (Code.SOURCE_CHANGED, change_source),
]


@pytest.mark.parametrize(("code", "act"), TOLD, ids=lambda value: getattr(value, "__name__", None))
def test_what_is_told_in_words_is_found(code: Code, act: Callable[[Edition], None], edition: Edition) -> None:
    act(edition)
    assert code.code in codes(edition.check(schemas=tuple(edition.folder.glob("own.*"))))


@pytest.mark.parametrize(("code", "case"), told_of_indexes.TOLD)
def test_what_is_told_of_an_index_is_found_and_nothing_else(
    code: Code, case: told_of_indexes.Case, edition: Edition
) -> None:
    found = case(edition.folder)
    assert codes(found) == {code.code}
    assert all(finding.hint and finding.severity is code.severity for finding in found)


@pytest.mark.parametrize("case", told_of_indexes.CLEAN)
def test_an_index_that_is_as_it_should_be_has_no_finding(case: told_of_indexes.Case, edition: Edition) -> None:
    assert case(edition.folder) == ()


def test_every_example_is_tried() -> None:
    told = {entry.code for entry in ENTRIES for example in entry.examples if not example.find}
    assert told <= {code for code, _ in (*TOLD, *told_of_indexes.TOLD)}


# -- the catalogue -------------------------------------------------------------------------------------------------


def test_the_catalogue_and_the_code_name_the_same_codes() -> None:
    assert [entry.code for entry in ENTRIES] == list(Code)


def test_codes_are_unique_and_explained() -> None:
    numbers = [code.code for code in Code]
    assert len(numbers) == len(set(numbers))
    assert numbers == sorted(numbers)
    for code in Code:
        assert re.fullmatch(r"TA\d{3}", code.code)
        assert code.docs.endswith(".")


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.code.code)
def test_an_entry_says_why_and_what_to_do(entry: CodeEntry) -> None:
    for words in (entry.why, entry.mend):
        assert 30 < len(words) < 400
        assert words[-1] in ".?`"
    assert entry.examples
    for example in entry.examples:
        assert example.no != example.yes
        assert set(example.along) <= {code.code for code in Code} - {entry.code.code}


def test_a_family_asks_a_question_and_holds_what_begins_with_its_name() -> None:
    for family in read_families():
        assert family.title.endswith("?")
        assert all(entry.code.code.startswith(family.prefix) for entry in family.entries)


def test_entries_are_found_by_code_in_any_case() -> None:
    assert [entry.code for entry in explain_codes(["ta301", "TA003", "TA301"])] == [Code.BAD_DATE, Code.NOT_WELL_FORMED]


def test_an_unknown_code_is_named_with_the_nearest_and_those_known() -> None:
    with pytest.raises(TeiArchiveError) as caught:
        explain_codes(["TA301", "TA3O2"])
    assert caught.value.message == "there is no code TA3O2"
    assert (caught.value.hint or "").startswith("did you mean TA302? known codes: TA001 to TA008, TA101 to TA124, ")
