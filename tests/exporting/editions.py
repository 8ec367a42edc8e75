"""Editions for the tests of all formats: from values, from specimens, and one whose every word is hostile."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from zenda import LETTER, REPLY, write_edition

from tei_archive import api
from tei_archive.model import (
    ActionType,
    Agent,
    Block,
    Claim,
    ContextRef,
    CorrespAction,
    Document,
    Enclosure,
    Entry,
    Label,
    Mark,
    MarkKind,
    Person,
    Place,
    Project,
    Registers,
    Relation,
    Source,
    SourceNote,
    Span,
    Unresolved,
)
from tei_archive.reading import format_project
from tei_archive.tei import EncodedEdition, encode_document, encode_registers

SPECIMENS = ("01", "06", "12")
EVIL = (
    '</script><script>alert(\'1\')</script> "quoted" \\" \'\'\' """ <img src=x onerror="alert(2)"> &lt; &amp; ]]>'
    " {{ 9*9 }} ${x} <https://example.org/> . # : - %0A \u202edelrever\u2066 \u2028line\u0085\u00a0\ufeff\U0001f600"
)
BAD_ADDRESS = "javascript:alert(3)"


def edition_of(
    folder: Path, project: Project, known: Registers, sourced: Sequence[tuple[Source, Document]]
) -> EncodedEdition:
    """Write documents as an edition and read it again; the settings are those given."""
    for name in ("tei", "sources"):
        (folder / name).mkdir(parents=True, exist_ok=True)
        for path in (folder / name).iterdir():
            path.unlink()
    (folder / "tei-archive.toml").write_text(format_project(Project("E", "e")), encoding="utf-8")
    (folder / "registers.xml").write_bytes(encode_registers(known, project, {"test.rule": "a rule of a test"}))
    for source, document in sourced:
        (folder / "tei" / f"{document.id}.xml").write_bytes(encode_document(document, source, project, "base-en"))
        (folder / "sources" / source.name).write_text(source.text, encoding="utf-8", newline="\n")
    sources = tuple({source.name: source for source, _ in sourced}.values())
    return replace(api.load_edition(folder), project=project, sources=sources)


def hostile_edition(folder: Path) -> EncodedEdition:
    """Two letters of which the second answers the first: every text that a source or an editor can give is hostile."""
    evil = EVIL.strip()
    source = Source("evil", "evil.txt", evil)
    whole = Span(0, len(evil))
    said = Claim(evil, whole, "test.rule")
    sent = CorrespAction(
        ActionType.SENT,
        (Agent(said, said, ref="pers:evil"), Agent(said), Agent(role=said)),
        Claim(Place(evil, "place:evil-place"), whole, "test.rule"),
        LETTER.actions[0].date and replace(LETTER.actions[0].date, words=whole),
        said,
    )
    received = CorrespAction(ActionType.RECEIVED, (Agent(said), Agent(role=said)))
    first = Document(
        "evil-d001", "evil.txt", whole, evil, "letter", "en",
        (Block(Label.P, evil, (Mark(MarkKind.PERS_NAME, whole, "pers:evil"),)),),
        (), (sent, received), (ContextRef(Relation.CITES, evil, whole, reason=Unresolved.UNSTATED, rule="test.rule"),),
        said, said, said, said,
    )  # fmt: skip
    enclosed = (Enclosure("evil-d002-e1", whole, (Block(Label.P, evil),)),)
    second = replace(
        first,
        id="evil-d002",
        blocks=(),
        enclosures=enclosed,
        context=(ContextRef(Relation.IS_REPLY_TO, evil, whole, "evil-d001", rule="test.rule"),),
    )
    project = Project(
        evil, "evil", editors=(Person(evil, BAD_ADDRESS, evil),), publisher=evil, publisher_ref=BAD_ADDRESS,
        licence="https://example.org/licence", licence_name=evil, rights=evil, description=evil,
        base_url="https://example.org/evil", date="2026-03-01", version="1.0",
        sources=(SourceNote("evil.txt", evil, url="https://example.org/source"),),
    )  # fmt: skip
    entry = Entry("evil", evil, (evil,), (evil,), (("GND", BAD_ADDRESS), ("GND", evil)))
    known = Registers((entry,), (), (replace(entry, id="evil-place", roles=()),))
    return edition_of(folder, project, known, [(source, first), (source, second)])


def write_zenda(folder: Path, **settings: str) -> Path:
    """Write a letter and its answer as an edition; give back the folder."""
    return write_edition(folder, LETTER, REPLY, **settings)
