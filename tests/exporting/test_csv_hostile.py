"""An edition full of markup, quotation marks, formulas and controls of direction: every table of it is harmless."""

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from court import REGISTERS, court_letter, court_reply, files, write_court
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from zenda import STRAY

from tei_archive.exporting import LAYOUTS, TABLES, CsvLayout, CsvTables
from tei_archive.model import ActionType, Claim, CorrespAction, Document, Entry, Place, Registers
from tei_archive.tei import EncodedEdition

EVIL = (
    "=HYPERLINK(\"http://evil\"),'x';@cmd|<script>alert(1)</script>\N{RIGHT-TO-LEFT OVERRIDE}\N{LEFT-TO-RIGHT ISOLATE}"
)
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0")
FORMS = [*(CsvTables((name,)) for name in TABLES), *map(CsvLayout, LAYOUTS)]

pieces = st.sampled_from(['"', "'", ",", ";", "=", "-1", "@", "|", "\N{RIGHT-TO-LEFT OVERRIDE}", "<b>", "\r\n", "\t"])
texts = st.lists(pieces | st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=5), max_size=6).map("".join)


def poisoned(edition: EncodedEdition, evil: str) -> EncodedEdition:
    """The edition with a text in every place that takes free text."""
    documents = tuple(replace(file, document=_poison(file.document, evil)) for file in edition.documents)
    return replace(edition, documents=documents, registers=_poison_registers(evil))


def _poison(document: Document, evil: str) -> Document:
    actions = tuple(_poison_action(action, evil) for action in document.actions)
    context = tuple(replace(ref, label=evil, words=None, rule=None) for ref in document.context)
    claims = {name: Claim(evil) for name in ("number", "edition_number", "classification", "archive_ref")}
    return replace(document, title=evil, kind=evil, status=evil, actions=actions, context=context, **claims)


def _poison_action(action: CorrespAction, evil: str) -> CorrespAction:
    agents = tuple(replace(agent, name=Claim(evil), role=Claim(evil)) for agent in action.agents)
    place = replace(action.place, value=Place(evil, action.place.value.ref)) if action.place else None
    return replace(action, agents=agents, place=place)


def _poison_registers(evil: str) -> Registers:
    def poison(entry: Entry) -> Entry:
        authorities = (*entry.authorities, ("GND", evil), (evil, evil))
        return replace(entry, name=evil, variants=(evil, evil), roles=(evil,), authorities=authorities)

    return Registers(
        *(tuple(map(poison, entries)) for entries in (REGISTERS.persons, REGISTERS.organisations, REGISTERS.places))
    )


def tables(form: CsvTables | CsvLayout, edition: EncodedEdition) -> dict[str, str]:
    return {name: made.decode() for name, made in files(form, edition).items() if name.endswith(".csv")}


def check_harmless(text: str) -> None:
    """No cell begins a formula, in whichever of the two readings of a line; every line has all its cells."""
    lines = list(csv.reader(io.StringIO(text, newline="")))
    assert {len(line) for line in lines} == {len(lines[0])}
    for delimiter in ",;":
        # Line by line, since no cell of ours holds the end of one.
        for line in text.split("\r\n"):
            for cells in csv.reader([line], delimiter=delimiter):
                assert [cell for cell in cells if _starts_formula(cell)] == []


def _starts_formula(cell: str) -> bool:
    """Whether a spreadsheet would compute the cell; degrees are numbers, and the rest of a line that was cut is not."""
    found = cell.lstrip(" \"'") if not cell.startswith("'") else ""
    return found.startswith(DANGEROUS) and not _is_number(found)


def _is_number(cell: str) -> bool:
    try:
        float(cell.partition(",")[0])
    except ValueError:
        return False
    return True


@pytest.mark.parametrize("form", FORMS, ids=str)
def test_an_edition_full_of_traps_makes_harmless_tables(form: CsvTables | CsvLayout, court: EncodedEdition) -> None:
    for text in tables(form, poisoned(court, EVIL)).values():
        check_harmless(text)


def test_the_traps_are_really_in_the_tables(court: EncodedEdition) -> None:
    everything = "".join(text for form in FORMS for text in tables(form, poisoned(court, EVIL)).values())
    assert everything.count("alert(1)") > 40
    raw = replace(CsvTables(("letters",)), spreadsheet_safe=False)
    with pytest.raises(AssertionError):
        check_harmless(tables(raw, poisoned(court, EVIL))["letters.csv"])


@pytest.fixture(scope="module")
def one_court(tmp_path_factory: pytest.TempPathFactory) -> EncodedEdition:
    folder = tmp_path_factory.mktemp("hostile") / "court"
    return write_court(folder, STRAY, court_reply(), court_letter(), base_url="https://example.org/")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=40)
@given(evil=texts.filter(str.strip))
def test_no_text_is_a_formula_in_any_table(evil: str, one_court: EncodedEdition) -> None:
    edition = poisoned(one_court, evil)
    for form in FORMS:
        for text in tables(form, edition).values():
            check_harmless(text)


@pytest.mark.parametrize("form", FORMS, ids=str)
def test_a_program_that_guesses_finds_commas_and_a_header(form: CsvTables | CsvLayout, court: EncodedEdition) -> None:
    for text in tables(form, court).values():
        dialect = csv.Sniffer().sniff(text.replace("\r\n", "\n"), delimiters=",;\t|")
        assert (dialect.delimiter, dialect.quotechar, dialect.doublequote or '""' not in text) == (",", '"', True)


@pytest.mark.parametrize("form", FORMS, ids=str)
def test_the_same_edition_gives_the_same_tables(form: CsvTables | CsvLayout, court: EncodedEdition) -> None:
    again = replace(court, documents=tuple(reversed(court.documents)))
    assert files(form, again) == files(form, court)


def test_a_sender_that_is_a_formula_is_told_from_one_that_is_not(tmp_path: Path) -> None:
    action = CorrespAction(ActionType.SENT, place=Claim(Place("=1+1", "place:strelsau")))
    edition = write_court(tmp_path / "e", replace(STRAY, actions=(action,)))
    made = {
        safe: files(CsvLayout("palladio", spreadsheet_safe=safe), edition)["palladio.csv"] for safe in (True, False)
    }
    assert b",'=1+1," in made[True]
    assert b",=1+1," in made[False]
