"""Parts of an index that several rules look at."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from tei_archive.tei.names import local_name, qualified

_PUBLICATION = "/".join(map(qualified, ("teiHeader", "fileDesc", "publicationStmt")))


def publication(root: etree._Element, name: str) -> etree._Element | None:
    """Give back the first element of that name in the `publicationStmt`."""
    return root.find(f"{_PUBLICATION}/{qualified(name)}")


def editions(root: etree._Element) -> list[etree._Element]:
    """Give back the descriptions of editions, wherever they stand: correspSearch looks for them in the whole file."""
    return list(root.iter(qualified("bibl")))


def letters(root: etree._Element) -> Iterator[etree._Element]:
    """Give back the letters."""
    return root.iter(qualified("correspDesc"))


def actions(letter: etree._Element) -> list[etree._Element]:
    """Give back the actions of a letter."""
    return letter.findall(qualified("correspAction"))


def parties(action: etree._Element) -> list[etree._Element]:
    """Give back the names of the persons and organisations in an action."""
    return [child for child in action if local_name(child) in ("persName", "orgName")]


def text_of(element: etree._Element) -> str:
    """Give back all text in an element, collapsed and without white space at the ends."""
    return " ".join("".join(map(str, element.itertext())).split())
