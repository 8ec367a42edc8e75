"""Where things stand in the site: addresses made from ids, relative to the site's first page."""

import re
from urllib.parse import quote

from tei_archive.errors import ExportError
from tei_archive.exporting.file_names import checked_name
from tei_archive.model.folder import SOURCES_FOLDER, TEI_FOLDER

_FOLDERS = {"pers": "persons", "org": "organisations", "place": "places"}
_SECTIONS = ("assets", "chains", "chronology", "citations", "documents", "pagefind", "pairs", "texts")
_TAKEN = frozenset((*_SECTIONS, TEI_FOLDER, SOURCES_FOLDER, *_FOLDERS.values()))


def document_page(id_: str) -> str:
    """Give back the address of a document's page; `ExportError` where the id is no name."""
    return f"documents/{checked_name(id_)}.html"


def permalink(base_url: str | None, id_: str) -> str | None:
    """Give back the lasting address of a document, which its TEI file has too; None where the edition has none."""
    address = f"{(base_url or '').rstrip('/')}/{id_}"
    return address if is_web_address(address) else None


def absolute(base_url: str | None, path: str) -> str | None:
    """Give back the address in the web of a file of the site; None where the edition has none."""
    place = "" if path == "index.html" else quote(path)
    address = f"{(base_url or '').rstrip('/')}/{place}"
    return address if is_web_address(address) else None


def permalink_page(id_: str) -> str:
    """Give back where the page stands that a permalink leads to; `ExportError` where the site has a folder there."""
    if id_.casefold() in _TAKEN:
        raise ExportError(
            f"{id_!r} is a folder of the site", hint="give the document another xml:id, or set no base_url"
        )
    return f"{checked_name(id_)}/index.html"


def tei_file(id_: str) -> str:
    """Give back the address of a document's TEI file."""
    return f"{TEI_FOLDER}/{checked_name(id_)}.xml"


def text_file(id_: str) -> str:
    """Give back the address of a document as plain text."""
    return f"texts/{checked_name(id_)}.txt"


def citation_file(id_: str, form: str) -> str:
    """Give back the address of the reference to a document in a form: `bib`, `ris`, `json`."""
    return f"citations/{checked_name(id_)}.{form}"


def register_page(pointer: str | None) -> str | None:
    """Give back the address of the page of an entry (`pers:…`, `org:…`, `place:…`); None for other pointers."""
    prefix, _, id_ = (pointer or "").partition(":")
    return f"{_FOLDERS[prefix]}/{checked_name(id_)}.html" if prefix in _FOLDERS else None


def pair_page(*ids: str) -> str:
    """Give back the address of the page of two correspondents, whichever is named first."""
    first, second = sorted(map(checked_name, ids))
    # No id begins with a hyphen or holds a tilde: two hyphens part ids without two hyphens of their own, a tilde all.
    between = "~" if "--" in first + " " + second else "--"
    return f"pairs/{first}{between}{second}.html"


def chain_page(first: str) -> str:
    """Give back the address of the page of an exchange, which has the id of its first document."""
    return f"chains/{checked_name(first)}.html"


def year_page(year: int) -> str:
    """Give back the address of the calendar of a year."""
    return f"chronology/{year:04}.html"


def is_web_address(address: str | None) -> bool:
    """Say whether a link to the address may be made: it leads to the web and runs nothing."""
    return address is not None and re.match(r"https?://[^\s]+\Z", address) is not None
