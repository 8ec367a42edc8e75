"""Rules of the editions that letters are published in: their ids, their text, their links, their use."""

import re
from collections.abc import Iterator
from typing import Final

from tei_archive.model import Finding
from tei_archive.tei.cmif import is_identifier, make_identifier
from tei_archive.tei.names import qualified
from tei_archive.validating.batch import XML_ID, XmlFile
from tei_archive.validating.cmif.parts import editions, letters, text_of
from tei_archive.validating.codes import Code

_LETTER: Final = re.compile(r"[^\W\d_]")


def find_unfit_ids(file: XmlFile) -> Iterator[Finding]:
    """Report ids that are no UUID; one that cannot be an id at all is a matter of structure."""
    for bibl in editions(file.root):
        id_ = bibl.get(XML_ID, "")
        if re.match(r"[^\W\d]", id_) and not is_identifier(id_):
            hint = f"take a UUID that begins with a letter, such as {make_identifier(id_)}, and never change it"
            yield Code.BIBL_ID_UNFIT.at(file.where(bibl), f"{id_} is no UUID", hint)


def find_empty_editions(file: XmlFile) -> Iterator[Finding]:
    """Report editions that are not described in words."""
    for bibl in editions(file.root):
        if not text_of(bibl):
            hint = "cite the edition: editors, title, place, year"
            yield Code.BIBL_EMPTY.at(file.where(bibl), "the edition is not described in words", hint)


def find_unused_editions(file: XmlFile) -> Iterator[Finding]:
    """Report editions that no letter names as its source."""
    used = {letter.get("source", "").partition("#")[2] for letter in letters(file.root)}
    for bibl in editions(file.root):
        id_ = bibl.get(XML_ID)
        if id_ is not None and id_ not in used:
            hint = f'name it in the letters, source="#{id_}", or remove it'
            yield Code.BIBL_UNUSED.at(file.where(bibl), f"no letter has the source #{id_}", hint)


def find_unfit_links(file: XmlFile) -> Iterator[Finding]:
    """Report links in a description that are empty, or are followed by text."""
    for bibl in editions(file.root):
        for link in bibl.findall(qualified("ref")):
            if not link.get("target") or not text_of(link):
                message = "the link has no target, or no text"
                hint = "write the address twice, as target and as text"
                yield Code.BIBL_LINK_EMPTY.at(file.where(link), message, hint)
            following = [link.tail or "", *(text_of(other) + (other.tail or "") for other in link.itersiblings("*"))]
            if any(map(_LETTER.search, following)):
                hint = "put the link at the end"
                yield Code.BIBL_LINK_INSIDE.at(file.where(link), "text follows the link", hint)
