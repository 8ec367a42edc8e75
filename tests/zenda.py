"""A small edition for tests: invented letters, made from values, with every kind of value that a document may have."""

from datetime import date
from pathlib import Path

from tei_archive.model import (
    ActionType,
    Agent,
    AgentKind,
    Block,
    Certainty,
    Claim,
    ContextRef,
    CorrespAction,
    Document,
    Enclosure,
    HistoricalDate,
    Label,
    Place,
    Precision,
    Project,
    Registers,
    Relation,
    Source,
    Span,
    Unresolved,
)
from tei_archive.reading import format_project
from tei_archive.tei import encode_document, encode_registers

TEXTS = (
    "To the regent\nStrelsau, March 3, 1894\nI accept.\nEnclosed:\na list\nThree crowns.",
    "=SUM(A1); a reply\nIn March 1894\nSee your note of the 5th.",
    "Nobody knows who wrote this.",
)
TEXT = "\n\n".join(TEXTS)
SOURCE = Source("zenda", "zenda.txt", TEXT)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def claim(value: str, words: str = "", cert: Certainty = Certainty.HIGH) -> Claim[str]:
    return Claim(value, span(words or value), "test.rule", cert)


def block(label: Label, words: str) -> Block:
    return Block(label, words)


DAY = HistoricalDate(date(1894, 3, 3), date(1894, 3, 3))
MONTH = HistoricalDate(date(1894, 3, 1), date(1894, 3, 31), Precision.MONTH)

LETTER = Document(
    id="zenda-d001",
    source="zenda.txt",
    span=span(TEXTS[0]),
    title="To the regent",
    kind="letter",
    language="en",
    blocks=(
        block(Label.HEAD, "To the regent"),
        block(Label.DATELINE, "Strelsau, March 3, 1894"),
        block(Label.P, "I accept."),
    ),
    enclosures=(
        Enclosure(
            "zenda-d001-e1",
            span("Enclosed:\na list\nThree crowns."),
            (block(Label.ENCLOSURE, "Enclosed:\na list"), block(Label.P, "Three crowns.")),
        ),
    ),
    actions=(
        CorrespAction(
            ActionType.SENT,
            (
                Agent(claim("Flavia", "I accept", Certainty.MEDIUM), claim("queen", "I accept"), ref="pers:flavia"),
                Agent(role=claim("chancellor", "I accept", Certainty.LOW)),
            ),
            Claim(Place("Strelsau", "place:strelsau"), span("Strelsau"), "test.rule"),
            Claim(DAY, span("March 3, 1894"), "test.rule"),
        ),
        CorrespAction(ActionType.RECEIVED, (Agent(claim("Senate", "regent"), kind=AgentKind.ORGANISATION),)),
        CorrespAction(
            ActionType.RECEIVED, (Agent(claim("Sapt", "regent")), Agent(claim("Fritz", "regent"))), copy=True
        ),
    ),
    number=claim("17-a", "3"),
    classification=claim("secret", "To the regent"),
)
REPLY = Document(
    id="zenda-d002",
    source="zenda.txt",
    span=span(TEXTS[1]),
    title="=SUM(A1); a reply",
    kind="note",
    language="en",
    blocks=(
        block(Label.HEAD, "=SUM(A1); a reply"),
        block(Label.DATELINE, "In March 1894"),
        block(Label.P, "See your note of the 5th."),
    ),
    actions=(CorrespAction(ActionType.SENT, date=Claim(MONTH, span("March 1894"), "test.rule", Certainty.LOW)),),
    context=(
        ContextRef(Relation.CITES, "the 5th", span("the 5th"), "zenda-d003", rule="test.rule"),
        ContextRef(Relation.IS_REPLY_TO, "a reply", span("a reply"), "zenda-d001", rule="test.rule"),
        ContextRef(
            Relation.IS_REPLY_TO,
            "your note of the 5th",
            span("your note of the 5th"),
            reason=Unresolved.NO_CANDIDATE,
            rule="test.rule",
            certainty=Certainty.LOW,
        ),
    ),
    status="reviewed",
)
STRAY = Document(
    id="zenda-d003",
    source="zenda.txt",
    span=span(TEXTS[2]),
    title="A stray leaf",
    kind="note",
    language="en",
    blocks=(block(Label.P, TEXTS[2]),),
)


def write_edition(folder: Path, *documents: Document, **settings: str) -> Path:
    """Write documents as an edition; give back its folder."""
    project = Project("The Zenda letters", "zenda", **settings)  # type: ignore[arg-type]
    for name in ("tei", "sources"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / "tei-archive.toml").write_text(format_project(project), encoding="utf-8")
    (folder / "sources" / SOURCE.name).write_text(TEXT, encoding="utf-8", newline="\n")
    (folder / "registers.xml").write_bytes(encode_registers(Registers(), project, {}))
    for document in documents:
        encoded = encode_document(document, SOURCE, project, "base-en")
        (folder / "tei" / f"{document.id}.xml").write_bytes(encoded)
    return folder
