"""Each code of the catalogue: one change to a clean edition that brings it out, at the right place."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from small_edition import FIRST_ID, SECOND_ID, Edition, change

from tei_archive.model import Finding
from tei_archive.validating import Code

Mutation = Callable[[Edition], None]


@dataclass(frozen=True, slots=True)
class Case:
    """A change, the code it brings out, and how the file goes on from the place that is named."""

    code: Code
    mutate: Mutation
    at: str | None


def first(old: str, new: str) -> Mutation:
    return lambda edition: change(edition.first, old, new)


def second(old: str, new: str) -> Mutation:
    return lambda edition: change(edition.second, old, new)


def both(*mutations: Mutation) -> Mutation:
    def mutate(edition: Edition) -> None:
        for mutation in mutations:
            mutation(edition)

    return mutate


def write(name: str, content: bytes) -> Mutation:
    def mutate(edition: Edition) -> None:
        (edition.folder / name).write_bytes(content)

    return mutate


def make_folder(edition: Edition) -> None:
    (edition.folder / "tei" / "folder.xml").mkdir()


def save_as_latin_1(edition: Edition) -> None:
    change(edition.first, "Friday", "Frïday")
    edition.first.write_bytes(edition.first.read_text(encoding="utf-8").encode("latin-1"))


def copy_first(edition: Edition) -> None:
    (edition.folder / "tei" / "copy.xml").write_bytes(edition.first.read_bytes())


def hide_title(edition: Edition) -> None:
    change(edition.unclaimed, "<ab ", "<!-- ")
    change(edition.unclaimed, "</ab>", " -->")


def change_notice(edition: Edition) -> None:
    change(edition.unclaimed, "Home | Index", "Home")


def change_source(edition: Edition) -> None:
    change(edition.source, "Index", "About")


def remove_source(edition: Edition) -> None:
    edition.source.unlink()


def substitute(pattern: str, replacement: str) -> Mutation:
    def mutate(edition: Edition) -> None:
        text = edition.first.read_text(encoding="utf-8")
        changed = re.sub(pattern, replacement, text, count=1, flags=re.DOTALL)
        assert changed != text
        edition.first.write_text(changed, encoding="utf-8", newline="\n")

    return mutate


def drop_name(kind: str) -> Mutation:
    return substitute(rf'(<correspAction type="{kind}">).*?</persName>', r"\1")


DEEP = "<hi>" * 250 + "</hi>" * 250
REPLY = f'<ref type="prev" subtype="isReplyTo" target="doc:{SECOND_ID}">a circle</ref>'
ANSWER = f'<ref type="next" subtype="hasReply" target="doc:{FIRST_ID}">a circle</ref>'
RECEIPT = '<correspAction type="received">'

CASES = (
    Case(Code.UNREADABLE, make_folder, None),
    Case(Code.EMPTY, write("tei/strelsau-d001.xml", b" \n"), None),
    Case(Code.NOT_WELL_FORMED, first("</salute>", "</salut>"), "</salut>"),
    Case(Code.WRONG_ENCODING, save_as_latin_1, None),
    Case(Code.ENTITIES, first("<TEI ", '<!DOCTYPE TEI [<!ENTITY a "b">]><TEI '), None),
    Case(Code.DOCTYPE, first("<TEI ", "<!DOCTYPE TEI>\n<TEI "), "<!DOCTYPE"),
    Case(Code.BEYOND_BOUNDS, first("Friday", DEEP), "<hi>"),
    Case(Code.ELEMENT_NOT_ALLOWED, first("<salute>Dear Colonel,</salute>", "<row/>"), "<row/>"),
    Case(Code.CONTENT_INCOMPLETE, first("<p>Letters of Strelsau</p>", ""), "<projectDesc>"),
    Case(Code.ATTRIBUTE_NOT_ALLOWED, first("<closer>", '<closer ad="x">'), "<closer ad"),
    Case(Code.ATTRIBUTE_MISSING, first('<correspAction type="sent">', "<correspAction>"), "<correspAction>"),
    Case(Code.VALUE_NOT_ALLOWED, first('cert="high" evi', 'cert="hig" evi'), "<persName"),
    Case(Code.TEXT_NOT_ALLOWED, first("<langUsage>", "<langUsage>English"), "<langUsage>"),
    Case(Code.UNKNOWN_ROOT, write("unclaimed.xml", b"<html/>"), "<html/>"),
    Case(Code.OTHER_SCHEMA, first("Friday", "<persname/>" * 31), "<TEI"),
    Case(Code.ID_TWICE, first("<salute>", f'<salute xml:id="{FIRST_ID}-cd1">'), "<salute"),
    Case(Code.DOCUMENT_ID_TWICE, copy_first, "<TEI"),
    Case(Code.ID_NOT_FILE_NAME, first(f'xml:id="{FIRST_ID}" xml:lang', 'xml:id="other" xml:lang'), "<TEI"),
    Case(Code.ID_MISSING, first(f'xml:id="{FIRST_ID}" xml:lang', "xml:lang"), "<TEI"),
    Case(Code.LOCAL_TARGET_MISSING, first('who="#resp.auto"', 'who="#resp.author"'), "<change"),
    Case(Code.DOCUMENT_MISSING, second(f'"doc:{FIRST_ID}" xml:id', '"doc:strelsau-d009" xml:id'), "<ref"),
    Case(Code.REGISTER_ENTRY_MISSING, first('"pers:sapt"', '"pers:tarlenheim"'), "<persName"),
    Case(Code.REGISTER_ENTRY_MISSING, first('"pers:sapt"', '"pers:strelsau"'), "<persName"),
    Case(Code.DECLARATION_MISSING, first('ana="rule:link"', 'ana="rule:lnk"'), "<ref"),
    Case(Code.BAD_RANGE, first("char=21,31", "char=21,3100"), "<persName"),
    Case(Code.BAD_RANGE, first("raw:strelsau.txt#char=21,31", "raw:zenda.txt#char=21,31"), "<persName"),
    Case(Code.BAD_RANGE, first("char=21,31", "char=21"), "<persName"),
    Case(Code.FILE_TARGET_MISSING, first('target="#strelsau-d001-fn1"', 'target="elsewhere.xml#n"'), "<ref"),
    Case(Code.PREFIX_UNKNOWN, first('decls="#strelsau', 'corresp="lod:x" decls="#strelsau'), "<div"),
    Case(Code.BAD_DATE, first('when="1894-03-03"', 'when="1894-02-30"'), "<date"),
    Case(Code.BACKWARDS, first('when="1894-03-03"', 'from="1894-03-04" to="1894-03-03"'), "<date"),
    Case(Code.IMPLAUSIBLE_DATE, first('when="1894-03-03"', 'when="1849-03-03"'), "<date"),
    Case(Code.IMPLAUSIBLE_DATE, first('<date when="1894-03-03">', '<date when="0094-03-03">'), "<date"),
    Case(Code.RECEIVED_BEFORE_SENT, second(RECEIPT, f'{RECEIPT}<date when="1894-03"/>'.replace("03", "02")), "<date"),
    Case(Code.MIXED_DATE, first('when="1894-03-03"', 'when="1894-03-03" notBefore="1894-03-01"'), "<date"),
    Case(Code.REPLY_TOO_OLD, second('when="1894-03-05"', 'when="1894-02-18"'), '<ref type="prev"'),
    Case(Code.REPLY_OTHER_CALENDAR, second('when="1894-03-05"', 'when="1894-02-19"'), '<ref type="prev"'),
    Case(
        Code.REPLY_CYCLE,
        both(
            first("<correspContext>", f"<correspContext>{REPLY}"),
            second("<correspContext>", f"<correspContext>{ANSWER}"),
        ),
        "<ref",
    ),
    Case(
        Code.NO_HAS_REPLY, first('type="next" subtype="hasReply"', 'type="next" subtype="sequence"'), '<ref type="prev"'
    ),
    Case(
        Code.NO_IS_REPLY_TO,
        second('type="prev" subtype="isReplyTo"', 'type="prev" subtype="cites"'),
        '<ref type="next"',
    ),
    Case(Code.WRONG_DIRECTION, second('type="prev" subtype="isReplyTo"', 'type="next" subtype="isReplyTo"'), "<ref"),
    Case(Code.NO_RANGE, first(' source="raw:strelsau.txt#char=21,199"', ""), "<TEI"),
    Case(Code.TEXT_DIFFERS, first("the horses &amp;", "the hounds &amp;"), "<p>I shall"),
    Case(Code.TEXT_DIFFERS, change_notice, "<ab"),
    Case(Code.SOURCE_CHANGED, change_source, '<idno type="sha256"'),
    Case(Code.SOURCE_MISSING, remove_source, "<div"),
    Case(Code.SOURCE_MISSING, write("sources/strelsau.txt", b"\xff"), "<div"),
    Case(Code.OVERLAP, second("#char=201,", "#char=190,"), "<div"),
    Case(Code.UNCOVERED, hide_title, "LETTERS OF"),
    Case(Code.NO_SENDER, drop_name("sent"), '<correspAction type="sent"'),
    Case(Code.NO_ADDRESSEE, drop_name("received"), '<correspAction type="received"'),
    Case(Code.NOTE_WITHOUT_CALL, first('type="noteCall" target="#strelsau-d001-fn1"', 'type="document"'), "<note"),
    Case(Code.CALL_WITHOUT_NOTE, first('"#strelsau-d001-fn1"', '"#strelsau-d001-cd1"'), "<ref"),
    Case(Code.NOT_RECEIVED, substitute('<correspAction type="received">.*?</correspAction>', ""), "<correspDesc"),
    Case(Code.NO_CORRESP_DESC, substitute("<correspDesc .*</correspDesc>", ""), "<TEI"),
)


def found_by(case: Case, edition: Edition) -> list[Finding]:
    case.mutate(edition)
    return [finding for finding in edition.check() if finding.code == case.code.code]


def rest_of_line(finding: Finding) -> str:
    """Give back what stands in the file from the place that a finding names."""
    assert finding.where.line is not None
    assert finding.where.column is not None
    lines = Path(finding.where.path).read_text(encoding="utf-8").split("\n")
    return lines[finding.where.line - 1][finding.where.column - 1 :]


def test_a_clean_edition_has_no_finding(edition: Edition) -> None:
    assert edition.check() == ()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code.code}-{case.code.name.lower()}")
def test_each_code_is_found_where_it_is(case: Case, edition: Edition) -> None:
    findings = found_by(case, edition)
    assert findings, f"{case.code} is not found"
    for finding in findings:
        assert finding.severity is case.code.severity
        assert finding.message == finding.message.strip()
        assert "\n" not in finding.message
    if case.at is not None:
        assert any(rest_of_line(finding).startswith(case.at) for finding in findings)


def test_every_code_is_tried() -> None:
    tried = {case.code for case in CASES} | {Code.OTHERWISE_INVALID}  # see test_schema_layer.py
    tried |= {code for code in Code if code.name.startswith("RULE_")}  # see test_schematron_layer.py
    assert tried == set(Code)


def test_codes_are_unique_and_explained() -> None:
    numbers = [code.code for code in Code]
    assert len(numbers) == len(set(numbers))
    assert numbers == sorted(numbers)
    for code in Code:
        assert re.fullmatch(r"TA\d{3}", code.code)
        assert code.docs.endswith(".")


def test_the_documentation_lists_every_code(repository: Path) -> None:
    page = (repository / "docs" / "validation.md").read_text(encoding="utf-8")
    listed = [line for line in page.splitlines() if line.startswith("| `TA")]
    assert listed == [f"| `{code.code}` | {code.severity} | {code.docs} |" for code in Code]
