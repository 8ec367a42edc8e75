"""Cells of the table of letters: each function reads one column from a letter, as no, one or several values."""

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from tei_archive.exporting.tables.column import Values
from tei_archive.exporting.tables.own.letter_rows import Letter
from tei_archive.exporting.tables.own.pointers import first_pointer
from tei_archive.model import ActionType, Agent, Certainty, Claim, ContextRef, HistoricalDate, Relation, Span
from tei_archive.model.folder import TEI_FOLDER
from tei_archive.tei import text_of
from tei_archive.tei.names import XML_ID, qualified

_SENT = f"{qualified('correspAction')}[@type='sent']"
_WORD = re.compile(r"\S*\w\S*")
_SURENESS = tuple(reversed(Certainty))  # the least sure first


def span(letter: Letter) -> Span | None:
    """Where the letter stands in its source; nothing where no source is stated."""
    return letter.document.span if letter.document.source else None


def relation(letter: Letter) -> Values:
    """How the letter stands to the one it is part of."""
    return ("enclosure",) if letter.part_of else ()


def names(letter: Letter, type_: ActionType) -> Values:
    """The names of those who sent or received the letter; the role where no name is known."""
    return tuple(agent.label for agent in _agents(letter, type_))


def roles(letter: Letter, type_: ActionType) -> Values:
    """The roles, one for each name."""
    return tuple(agent.role.value if agent.role else "" for agent in _agents(letter, type_))


def refs(letter: Letter, type_: ActionType) -> Values:
    """The pointers into the registers, one for each name."""
    return tuple(first_pointer(agent.ref) for agent in _agents(letter, type_))


def names_certainty(letter: Letter, type_: ActionType) -> Values:
    """How sure the least sure of the names is."""
    return _least(claim.certainty for agent in _agents(letter, type_) if (claim := agent.name or agent.role))


def place(letter: Letter, type_: ActionType) -> Values:
    """The place of sending or receipt, as printed."""
    action = letter.document.action(type_)
    return (action.place.value.name,) if action and action.place else ()


def place_ref(letter: Letter, type_: ActionType) -> Values:
    """The pointer to the place in the registers."""
    action = letter.document.action(type_)
    return (first_pointer(action.place.value.ref),) if action and action.place else ()


def copies(letter: Letter) -> Values:
    """Those who received the letter for information."""
    return tuple(agent.label for action in letter.document.actions if action.copy for agent in action.agents)


def date(letter: Letter) -> Values:
    """The date of sending, in the Extended Date/Time Format, without the sign of its reserve."""
    return tuple(sent.plain_edtf for sent in _dates(letter, ActionType.SENT))


def first_day(letter: Letter) -> Values:
    """The first day that the date of sending allows."""
    return tuple(sent.earliest.isoformat() for sent in _dates(letter, ActionType.SENT))


def last_day(letter: Letter) -> Values:
    """The last day that the date of sending allows."""
    return tuple(sent.latest.isoformat() for sent in _dates(letter, ActionType.SENT))


def date_text(letter: Letter) -> Values:
    """The words that the header gives for the date of sending."""
    return date_words(letter, ActionType.SENT)


def date_words(letter: Letter, type_: ActionType) -> Values:
    """The words that the header gives for the date of sending or receipt."""
    action = f".//{qualified('correspAction')}[@type='{type_.value}']/{qualified('date')}"
    found = None if letter.part_of else letter.file.root.find(action)
    return () if found is None else (text_of(found),)


def calendar(letter: Letter) -> Values:
    """The calendars that the words of the date belong to; Gregorian is what TEI takes where none is named."""
    if letter.document.date is None:
        return ()
    paths = (f".//{_SENT}/{qualified('date')}", f".//{qualified('dateline')}//{qualified('date')}")
    found = (element for path in paths for element in letter.file.root.iterfind(path))
    named = (
        pointer
        for element in found
        for pointer in (element.get("calendar") or element.get("datingMethod") or "").split()
    )
    return tuple(dict.fromkeys(re.split(r"[#.]", pointer)[-1] for pointer in named)) or ("gregorian",)


def date_certainty(letter: Letter) -> Values:
    """How sure the date is."""
    sent = letter.document.date
    return _least([sent.certainty] if sent else [])


def date_received(letter: Letter) -> Values:
    """The date of receipt, in the Extended Date/Time Format, without the sign of its reserve."""
    return tuple(received.plain_edtf for received in _dates(letter, ActionType.RECEIVED))


def replied_ids(letter: Letter) -> Values:
    """The letters that this one answers; an empty member where the reference is not resolved."""
    return tuple(ref.target or "" for ref in _replies(letter))


def replied_words(letter: Letter) -> Values:
    """What the references to them say, one for each."""
    return tuple(ref.label for ref in _replies(letter))


def reply_certainty(letter: Letter) -> Values:
    """How sure the least sure of the references is."""
    return _least(ref.certainty for ref in _replies(letter))


def pages(letter: Letter) -> Values:
    """The pages of the print that begin in the letter, those of its enclosures included."""
    beginnings = (beginning for part in _parts(letter) for beginning in part.iter(qualified("pb")))
    return tuple(page for beginning in beginnings if (page := beginning.get("n")))


def words(letter: Letter) -> Values:
    """The number of words: runs between white space that hold a letter or a digit."""
    return (str(sum(len(_WORD.findall(block.text)) for block in letter.document.blocks)),)


def url(letter: Letter) -> Values:
    """The address of the letter in the published edition."""
    base = letter.edition.project.base_url
    return (f"{base.rstrip('/')}/{letter.document.id}",) if base else ()


def tei_file(letter: Letter) -> Values:
    """The TEI file, seen from the edition's folder `tei`."""
    path, folder = letter.file.path, letter.edition.folder / TEI_FOLDER
    return (path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.name,)


def claimed(claim: Claim[str] | None) -> Values:
    """The value of a claim."""
    return (claim.value,) if claim else ()


def _parts(letter: Letter) -> Iterator[etree._Element]:
    """The whole file for a letter; for an enclosure, the division that it is encoded in."""
    if letter.part_of is None:
        yield letter.file.root
    else:
        divisions = letter.file.root.iter(qualified("div"))
        yield from (division for division in divisions if division.get(XML_ID) == letter.document.id)


def _agents(letter: Letter, type_: ActionType) -> tuple[Agent, ...]:
    action = letter.document.action(type_)
    return action.agents if action else ()


def _replies(letter: Letter) -> tuple[ContextRef, ...]:
    return tuple(ref for ref in letter.document.context if ref.relation is Relation.IS_REPLY_TO)


def _dates(letter: Letter, type_: ActionType) -> tuple[HistoricalDate, ...]:
    action = letter.document.action(type_)
    return (action.date.value,) if action and action.date else ()


def _least(certainties: Iterable[Certainty]) -> Values:
    found = frozenset(certainties)
    return tuple(certainty.value for certainty in _SURENESS if certainty in found)[:1]
