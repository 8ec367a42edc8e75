"""Rules of completeness: every letter says who sent and who received it, every note and every call has its partner."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from tei_archive.files import real_path
from tei_archive.model import Finding
from tei_archive.model.folder import TEI_FOLDER
from tei_archive.tei import text_of
from tei_archive.tei.names import qualified
from tei_archive.validating.batch import XML_ID, Group, XmlFile
from tei_archive.validating.codes import Code

_NAMING: Final = tuple(map(qualified, ("persName", "orgName", "name", "rs", "roleName", "note", "p")))
_HOLDERS_OF_FOOT_NOTES: Final = frozenset(map(qualified, ("body", "back", "div", "postscript", "opener", "closer")))


def find_unnamed_correspondents(file: XmlFile) -> Iterator[Finding]:
    """Report each correspondence of which nothing says who sent it, or who received it."""
    for description in file.root.iter(qualified("correspDesc")):
        for kind, code in (("sent", Code.NO_SENDER), ("received", Code.NO_ADDRESSEE)):
            actions = [act for act in description.iterchildren(qualified("correspAction")) if act.get("type") == kind]
            if not actions and kind == "received":
                hint = "nothing to do for a record or a diary; for a letter, add who received it"
                yield Code.NOT_RECEIVED.at(file.where(description), "nobody is said to have received it", hint)
            elif not any(_is_named(action) for action in actions):
                where = file.where(actions[0] if actions else description)
                hint = f'name them in correspAction type="{kind}", or say there in a note that they are not known'
                yield code.at(where, f"nobody is named as {_WORDS[kind]}", hint)


def find_undescribed_documents(file: XmlFile) -> Iterator[Finding]:
    """Report a document of an edition without `correspDesc`."""
    is_document = file.edition is not None and real_path(file.path).parent.name == TEI_FOLDER
    if is_document and next(file.root.iter(qualified("correspDesc")), None) is None:
        hint = "add correspDesc to profileDesc"
        yield Code.NO_CORRESP_DESC.at(file.where(file.root), "the document has no correspDesc", hint)


def find_uncalled_notes(group: Group) -> Iterator[Finding]:
    """Report notes at the foot that nothing calls. The call may stand in another file, whose note was printed here."""
    called = {call.get("target", "").rpartition("#")[2] for file in group.files for call in _references(file)}
    for file in group.files:
        for note in file.root.iter(qualified("note")):
            if _is_at_foot(note) and note.get(XML_ID) not in called:
                hint = 'put <ref type="noteCall" target="#…"> around its mark in the text, if there is one'
                yield Code.NOTE_WITHOUT_CALL.at(file.where(note), "nothing calls the note", hint)


def find_vain_calls(file: XmlFile) -> Iterator[Finding]:
    """Report calls that lead to no note."""
    notes = {f"#{note.get(XML_ID)}" for note in file.root.iter(qualified("note"))}
    others = {f"#{element.get(XML_ID)}" for element in file.identified} - notes
    for call in _references(file):
        if call.get("type") == "noteCall" and call.get("target", "") in {"", *others}:
            yield Code.CALL_WITHOUT_NOTE.at(file.where(call), "the call leads to no note", hint="point target to one")


def _references(file: XmlFile) -> tuple[etree._Element, ...]:
    return tuple(file.root.iter(qualified("ref"), qualified("ptr")))


_WORDS: Final = {"sent": "sender", "received": "addressee"}


def _is_named(action: etree._Element) -> bool:
    return any(text_of(element).strip() for element in action.iterchildren(*_NAMING))


def _is_at_foot(note: etree._Element) -> bool:
    """Say whether a note stands by itself at the foot; one that stands inside a paragraph is its own anchor."""
    parent = note.getparent()
    return (
        note.get("place") in {"foot", "bottom", "end"} and parent is not None and parent.tag in _HOLDERS_OF_FOOT_NOTES
    )
