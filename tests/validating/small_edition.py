"""A small edition, whole and clean: two letters, of which the second answers the first, with all that belongs to it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tei_archive.model import (
    ActionType,
    Agent,
    Block,
    Certainty,
    Claim,
    ContextRef,
    CorrespAction,
    Document,
    Entry,
    Evidence,
    Finding,
    HistoricalDate,
    Label,
    Mark,
    MarkKind,
    Place,
    Project,
    Registers,
    Relation,
    Source,
    Span,
    Unclaimed,
)
from tei_archive.reading import format_project
from tei_archive.tei import encode_document, encode_registers, encode_unclaimed
from tei_archive.validating import collect_files, validate_files

TEXT = """LETTERS OF STRELSAU

Rassendyll to Sapt
Strelsau, March 3, 1894.
Dear Colonel,
I shall be at the lodge on Friday.* Bring the horses & the keys.
Yours, Rudolf Rassendyll
* The lodge burned down later.

The following reply was received on March 5, 1894:
Dear Rudolf,
Your letter of the 3rd has reached me <late>.
The horses are ready.
Sapt

Home | Index
"""

SOURCE = Source("strelsau", "strelsau.txt", TEXT)
PROJECT = Project("Letters of Strelsau", "strelsau", earliest="1890", latest="1899-12-31")
REGISTERS = Registers(
    persons=(Entry("rassendyll", "Rudolf Rassendyll"), Entry("sapt", "Sapt")), places=(Entry("strelsau", "Strelsau"),)
)
RULES = {
    "head": "A heading names both.",
    "dateline": "A line with place and day.",
    "link": "A sentence that ties a reply to what it answers.",
    "furniture": "What belongs to the page.",
}


def span(words: str, start: int = 0) -> Span:
    """Find words in the source."""
    at = TEXT.index(words, start)
    return Span(at, at + len(words))


def reach(first: str, last: str) -> Span:
    """Find the stretch from the first words to the last."""
    return Span(span(first).start, span(last, span(first).start).end)


def day(month: int, number: int) -> HistoricalDate:
    return HistoricalDate(date(1894, month, number), date(1894, month, number))


def person(name: str, words: str, ref: str) -> Agent:
    return Agent(Claim(name, span(words), "head", Certainty.HIGH, Evidence.EXTERNAL), ref=ref)


def dated(number: int, words: str) -> Claim[HistoricalDate]:
    return Claim(day(3, number), span(words), "dateline", Certainty.HIGH, Evidence.INTERNAL)


def block(label: Label, text: str, *marks: Mark) -> Block:
    return Block(label, text, marks)


FIRST_ID, SECOND_ID = "strelsau-d001", "strelsau-d002"
CALL = "I shall be at the lodge on Friday.* Bring the horses & the keys."

FIRST = Document(
    id=FIRST_ID,
    source=SOURCE.name,
    span=reach("Rassendyll to Sapt", "burned down later."),
    title="Rassendyll to Sapt, 3 March 1894",
    kind="letter",
    language="en",
    edition_number=Claim("1"),
    blocks=(
        block(Label.HEAD, "Rassendyll to Sapt", Mark(MarkKind.PERS_NAME, Span(0, 10), "pers:rassendyll")),
        block(Label.DATELINE, "Strelsau, March 3, 1894.", Mark(MarkKind.DATE, Span(10, 23), date=day(3, 3))),
        block(Label.SALUTE, "Dear Colonel,"),
        block(Label.P, CALL, Mark(MarkKind.NOTE_CALL, Span(CALL.index("*"), CALL.index("*") + 1), f"{FIRST_ID}-fn1")),
        block(Label.SIGNED, "Yours, Rudolf Rassendyll"),
        Block(Label.NOTE, "* The lodge burned down later.", id=f"{FIRST_ID}-fn1", n="*"),
    ),
    actions=(
        CorrespAction(
            ActionType.SENT,
            (person("Rassendyll", "Rassendyll", "pers:rassendyll"),),
            Claim(Place("Strelsau", "place:strelsau"), span("Strelsau, "), "dateline"),
            dated(3, "March 3, 1894"),
        ),
        CorrespAction(ActionType.RECEIVED, (person("Sapt", "Sapt", "pers:sapt"),)),
    ),
    context=(
        ContextRef(
            Relation.HAS_REPLY, "Sapt to Rassendyll, 5 March 1894", span("The following reply"), SECOND_ID, rule="link"
        ),
    ),
)
SECOND = Document(
    id=SECOND_ID,
    source=SOURCE.name,
    span=reach("The following reply", "are ready.\nSapt"),
    title="Sapt to Rassendyll, 5 March 1894",
    kind="reply",
    language="en",
    edition_number=Claim("2"),
    blocks=(
        block(Label.LINK, "The following reply was received on March 5, 1894:"),
        block(Label.SALUTE, "Dear Rudolf,"),
        block(Label.P, "Your letter of the 3rd has reached me <late>.", Mark(MarkKind.REF, Span(0, 22), FIRST_ID)),
        block(Label.P, "The horses are ready."),
        block(Label.SIGNED, "Sapt"),
    ),
    actions=(
        CorrespAction(ActionType.SENT, (person("Sapt", "Sapt", "pers:sapt"),), date=dated(5, "March 5, 1894")),
        CorrespAction(ActionType.RECEIVED, (person("Rassendyll", "Rudolf,", "pers:rassendyll"),)),
    ),
    context=(
        ContextRef(
            Relation.IS_REPLY_TO, "Rassendyll to Sapt, 3 March 1894", span("Your letter"), FIRST_ID, rule="link"
        ),
    ),
)
UNCLAIMED = (
    Unclaimed(SOURCE.name, span("LETTERS OF STRELSAU"), "title", "furniture"),
    Unclaimed(SOURCE.name, span("Home | Index"), "navigation", "furniture"),
)


@dataclass(frozen=True, slots=True)
class Edition:
    """The folder of an edition, and what tests do to it."""

    folder: Path

    @property
    def first(self) -> Path:
        return self.folder / "tei" / f"{FIRST_ID}.xml"

    @property
    def second(self) -> Path:
        return self.folder / "tei" / f"{SECOND_ID}.xml"

    @property
    def registers(self) -> Path:
        return self.folder / "registers.xml"

    @property
    def unclaimed(self) -> Path:
        return self.folder / "unclaimed.xml"

    @property
    def source(self) -> Path:
        return self.folder / "sources" / SOURCE.name

    @property
    def settings(self) -> Path:
        return self.folder / "tei-archive.toml"

    def check(self, *paths: Path, schemas: tuple[Path, ...] = ()) -> tuple[Finding, ...]:
        """Validate the edition, or the paths given."""
        return validate_files(collect_files(paths or (self.folder,), schemas)).findings

    def codes(self, *paths: Path) -> set[str]:
        """The codes of what is found."""
        return {finding.code for finding in self.check(*paths)}


def change(path: Path, old: str, new: str) -> None:
    """Replace words that stand in a file, once."""
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} does not stand in {path.name}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")


def write_edition(folder: Path) -> Edition:
    """Write the edition into a folder."""
    edition = Edition(folder)
    for path in (edition.first, edition.source):
        path.parent.mkdir(parents=True)
    edition.source.write_text(TEXT, encoding="utf-8", newline="\n")
    edition.settings.write_text(format_project(PROJECT), encoding="utf-8", newline="\n")
    edition.first.write_bytes(encode_document(FIRST, SOURCE, PROJECT, "base-en"))
    edition.second.write_bytes(encode_document(SECOND, SOURCE, PROJECT, "base-en"))
    edition.registers.write_bytes(encode_registers(REGISTERS, PROJECT, RULES))
    edition.unclaimed.write_bytes(encode_unclaimed(UNCLAIMED, (SOURCE,), PROJECT))
    return edition
