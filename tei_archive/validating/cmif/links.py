"""Rules of links: they lead to the web, and a statement has a full address as its type."""

import re
from collections.abc import Iterator
from typing import Final

from tei_archive.model import Finding
from tei_archive.tei.cmif import TERMS, is_web_address
from tei_archive.tei.names import qualified
from tei_archive.validating.batch import XmlFile
from tei_archive.validating.cmif.parts import editions, letters
from tei_archive.validating.codes import Code

_REF: Final = qualified("ref")
_STATEMENTS: Final = f"{qualified('note')}/{_REF}"
# Terms of the vocabulary are written in camel case: `mentionsPerson`, `hasTextBase`, `isPublishedWith`.
_TERM: Final = re.compile(r"(?:cmif:)?((?:mentions|has|is)[A-Z]\w+)")
_VOCABULARY: Final = re.compile(r"https://lod\.academy/cmif/vocab/terms[/#]\w+")


def find_links_elsewhere(file: XmlFile) -> Iterator[Finding]:
    """Report links without an address of the web; empty ones in the description of an edition have a rule of theirs."""
    inside = {link for bibl in editions(file.root) for link in bibl.findall(_REF) if not link.get("target")}
    for link in file.root.iter(_REF):
        target = link.get("target", "").strip()
        if link not in inside and not is_web_address(target):
            message = f"{target!r} is no address of the web" if target else "the link has no target"
            hint = "write the whole address, https://…, or leave the link out"
            yield Code.LINK_UNFIT.at(file.where(link), message, hint)


def find_unfit_statements(file: XmlFile) -> Iterator[Finding]:
    """Report statements whose type is a short form, or no term of the vocabulary."""
    for letter in letters(file.root):
        for link in letter.iterfind(_STATEMENTS):
            type_ = link.get("type", "")
            if not _VOCABULARY.fullmatch(type_):
                found = _TERM.fullmatch(type_)
                message = f"the type {type_!r} is no full address" if type_ else "the statement has no type"
                hint = f"write {TERMS}{found[1] if found else 'mentionsPerson'}"
                yield Code.STATEMENT_UNFIT.at(file.where(link), message, hint)
