"""What the headers of letters have in common, word for word: it stands once, in the header of the volume."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from tei_archive.tei.names import XML_ID, qualified
from tei_archive.tei.volume.members import Member

_HEADER = qualified("teiHeader")
_DESCRIPTION = f"{_HEADER}/{qualified('encodingDesc')}"
_STATEMENT = f"{_HEADER}/{qualified('fileDesc')}/{qualified('titleStmt')}"
_RESPONSIBLE = (qualified("editor"), qualified("respStmt"))

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Common:
    """The encoding description, and who answers for what; for each file, the ids that now stand there alone."""

    description: etree._Element | None
    responsible: tuple[etree._Element, ...]
    ids: Mapping[Path, frozenset[str]]


def take_out_common(documents: Iterable[Member]) -> Common:
    """Take out of each header what most others have too; ids and pointers of it need no change.

    What points to something that a file has for itself alone stays where it is.
    """
    found = {member.path: dict(_pieces(member.root)) for member in documents}
    keys = sorted({key for pieces in found.values() for key in pieces}, key=_order)
    ids: dict[Path, frozenset[str]] = dict.fromkeys(found, frozenset())
    common: dict[Key, etree._Element] = {}
    for key in keys:
        having = {path: pieces[key] for path, pieces in found.items() if key in pieces}
        sharing = _find_sharing({path: piece for path, piece in having.items() if _may_move(piece, ids[path])})
        if sharing:
            common[key] = _copy(having[sharing[0]])
        for path in sharing:
            ids[path] |= _ids(having[path])
            _remove(having[path])
    responsible = tuple(piece for (name, _), piece in common.items() if name in _RESPONSIBLE)
    return Common(common.get((qualified("encodingDesc"), "")), responsible, ids)


def _pieces(root: etree._Element) -> Iterator[tuple[Key, etree._Element]]:
    description, statement = root.find(_DESCRIPTION), root.find(_STATEMENT)
    if description is not None:
        yield (str(description.tag), ""), description
    for element in statement if statement is not None else ():
        if element.tag in _RESPONSIBLE and (id_ := element.get(XML_ID)):
            yield (str(element.tag), id_), element


def _order(key: Key) -> tuple[bool, Key]:
    """The description first, since those who are responsible may point to programs that it lists."""
    return key[0] in _RESPONSIBLE, key


def _find_sharing(pieces: Mapping[Path, etree._Element]) -> list[Path]:
    """Give back the files that have the wording that stands most often."""
    written = {path: etree.tostring(piece, method="c14n", with_tail=False) for path, piece in pieces.items()}
    often = Counter(written.values()).most_common(1)
    return [path for path, text in written.items() if text == often[0][0]]


def _may_move(piece: etree._Element, shared: Set[str]) -> bool:
    known = _ids(piece) | shared
    words = (word for element in piece.iter("*") for value in element.values() for word in str(value).split())
    return all(word[1:] in known for word in words if word.startswith("#"))


def _ids(piece: etree._Element) -> frozenset[str]:
    return frozenset(id_ for element in piece.iter("*") if (id_ := element.get(XML_ID)))


def _copy(element: etree._Element) -> etree._Element:
    copy = deepcopy(element)
    copy.tail = None
    return copy


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None  # noqa: S101 - it was found in a header
    parent.remove(element)
