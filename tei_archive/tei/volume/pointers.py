"""Pointers of a volume: `#id` to what is in it; addresses of files are counted from the folder of the edition."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from tei_archive.tei.names import XML_ID
from tei_archive.tei.references import ATTRIBUTES, follow, normalise, prefix_of
from tei_archive.tei.volume.ids import Names
from tei_archive.tei.volume.members import Member

_ADDRESSES = ATTRIBUTES | {"url"}
_REPLACEMENT = "replacementPattern"


@dataclass(frozen=True, slots=True)
class Places:
    """Where references lead: the new ids of each file, the new id of each document by its file, the folder."""

    names: Names
    documents: Mapping[Path, str]
    folder: Path


def rewrite(root: etree._Element, member: Member, places: Places) -> None:
    """Rewrite every pointer in a tree that comes from a file of the edition.

    A pointer that leads to nothing in the volume stays what it is. In attributes that TEI does not count as pointers,
    `#id` is one where there is such an id in the file.
    """
    own = places.names[member.path]
    known: dict[str, str] = {}
    for element in root.iter("*"):
        for name, value in [(str(key), str(value)) for key, value in element.items()]:
            if name in _ADDRESSES:
                new = [known.get(word) or known.setdefault(word, _lead(word, member, places)) for word in value.split()]
            elif name == _REPLACEMENT:
                new = [_from_folder(value, member, places)]
            elif "#" in value and name != XML_ID:
                new = [f"#{own[word[1:]]}" if word[:1] == "#" and word[1:] in own else word for word in value.split()]
            else:
                continue
            if new != value.split():
                element.set(name, " ".join(new))


def _lead(word: str, member: Member, places: Places) -> str:
    """Give back what leads to the same place from inside the volume."""
    own = places.names[member.path]
    if word.startswith("#"):
        # What leads nowhere must not lead to another letter.
        return f"#{own.get(word[1:], f'{member.id}-{word[1:]}' if member.id else word[1:])}"
    target = follow(word, member.root, member.path, member.prefixes)
    if target is None:
        return word
    if not target.fragment and target.path in places.documents:
        return f"#{places.documents[target.path]}"
    new = places.names.get(target.path, {}).get(target.fragment)
    if new is not None:
        return f"#{new}"
    return word if prefix_of(word) else _from_folder(word, member, places)


def _from_folder(address: str, member: Member, places: Places) -> str:
    """Give back a relative address of a file, counted from the folder of the edition; any other as it is."""
    path, sign, fragment = address.partition("#")
    if not path or prefix_of(address) or path.startswith("/"):
        return address
    inside = member.path.parent.relative_to(normalise(places.folder)).as_posix()
    return f"{posixpath.normpath(posixpath.join(inside, path))}{sign}{fragment}"
