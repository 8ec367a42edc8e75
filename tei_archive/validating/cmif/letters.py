"""Rules of a letter: where it is published, what it is called, that it was sent and received."""

from collections import Counter
from collections.abc import Iterator

from tei_archive.model import Finding
from tei_archive.validating.batch import XML_ID, XmlFile
from tei_archive.validating.cmif.parts import actions, editions, letters, parties
from tei_archive.validating.codes import Code

_ACTS = ("sent", "received")


def find_unknown_sources(file: XmlFile) -> Iterator[Finding]:
    """Report letters whose source is none of the editions."""
    known = {f"#{bibl.get(XML_ID)}" for bibl in editions(file.root)}
    for letter in letters(file.root):
        source = letter.get("source")
        if source not in known:
            message = f"{source} is no edition of this file" if source else "the letter has no source"
            yield Code.SOURCE_UNKNOWN.at(file.where(letter), message, "write # and the xml:id of a bibl in sourceDesc")


def find_unnamed_letters(file: XmlFile) -> Iterator[Finding]:
    """Report letters that nobody could find in the edition."""
    for letter in letters(file.root):
        if not letter.get("ref", "").strip() and not letter.get("key", "").strip():
            hint = "write its lasting address as ref, its number in the print as key, or both"
            yield Code.LETTER_UNNAMED.at(file.where(letter), "the letter has neither ref nor key", hint)
        elif not letter.get("ref", "https://").startswith(("http://", "https://")):
            message = f"the ref {letter.get('ref')} is no address of the web"
            yield Code.LETTER_UNNAMED.at(file.where(letter), message, "write its lasting address: https://…")


def find_flaws_of_actions(file: XmlFile) -> Iterator[Finding]:
    """Report letters that lack one of the two acts or have one twice, and acts in which nobody is named."""
    for letter in letters(file.root):
        known = actions(letter)
        types = Counter(action.get("type") for action in known)
        for type_ in _ACTS:
            if types[type_] == 0:
                hint = f'add <correspAction type="{type_}"><persName>Unknown</persName></correspAction>'
                yield Code.ACTION_MISSING.at(file.where(letter), f"there is no action of type {type_}", hint)
            elif types[type_] > 1:
                second = [action for action in known if action.get("type") == type_][1]
                message = f"there are {types[type_]} actions of type {type_}"
                yield Code.ACTION_TWICE.at(file.where(second), message, "put the names into one action")
        for action in known:
            if not parties(action):
                hint = "add <persName>Unknown</persName>"
                yield Code.NAME_MISSING.at(file.where(action), "the action names nobody", hint)
