"""Ids of a volume: each stands once, begins with that of its document, and does not depend on what else is there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain, count
from pathlib import Path

from lxml import etree

from tei_archive.tei.names import XML_ID
from tei_archive.tei.volume.members import Member

Names = Mapping[Path, Mapping[str, str]]
"""For each file, the new id of each of its ids."""


def name_all(documents: Iterable[Member], registers: Member | None, shared: Mapping[Path, frozenset[str]]) -> Names:
    """Give back the new ids; `shared` are those that the headers of each file have in common with others.

    An id of a document that does not begin with the document's own is put behind it. Ids that are shared and those of
    the registers stay; where one would stand twice, a number follows it.
    """
    taken = {id_ for ids in shared.values() for id_ in ids}
    names: dict[Path, dict[str, str]] = {}
    for member in documents:
        own = {found: _free(_prefixed(found, member.id or ""), taken) for found in member.ids()}
        names[member.path] = own | {id_: id_ for id_ in shared[member.path]}
    if registers is not None:
        names[registers.path] = {found: _free(found, taken) for found in registers.ids()}
    return names


def rename(root: etree._Element, names: Mapping[str, str]) -> None:
    """Put the new ids in a tree."""
    for element in root.iter("*"):
        if found := element.get(XML_ID):
            element.set(XML_ID, names[found])


def _prefixed(id_: str, document: str) -> str:
    return id_ if id_ == document or id_.startswith(f"{document}-") else f"{document}-{id_}"


def _free(id_: str, taken: set[str]) -> str:
    """Give back the id, or with the first number with which it is free, and take it."""
    numbered = (f"{id_}-{number}" for number in count(2))
    found = next(name for name in chain((id_,), numbered) if name not in taken)
    taken.add(found)
    return found
