"""What tells others of changes: an Atom feed (RFC 4287), and a site map (sitemaps.org, protocol 0.9)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from lxml import etree

from tei_archive.exporting.html.catalogue import Catalogue
from tei_archive.exporting.html.links import absolute
from tei_archive.exporting.html.page import Page
from tei_archive.exporting.html.withdrawn import WithdrawnView, view_withdrawn
from tei_archive.tei import EncodedDocument
from tei_archive.tei.names import one_line

_ATOM = "http://www.w3.org/2005/Atom"
_SITE_MAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_CHANGES = ".//{*}teiHeader/{*}revisionDesc//{*}change"
_MOST = 100  # changes in the feed: whoever reads it asks again


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to a document on a day: where it stands, what it is called, and the words of the header."""

    day: date
    id: str
    title: str
    address: str
    words: str


def build_feed(catalogue: Catalogue) -> bytes | None:
    """Give back the latest changes as an Atom feed; None where the edition has no address or no change a day.

    The days are those of `revisionDesc` and of withdrawals. There is no clock in it.
    """
    home = absolute(catalogue.project.base_url, "index.html")
    changes = sorted(_changes(catalogue), key=lambda change: (-change.day.toordinal(), change.id, change.words))
    if home is None or not changes:
        return None
    project = catalogue.project
    feed = _root(_ATOM, "feed")
    feed.set("{http://www.w3.org/XML/1998/namespace}lang", project.language)
    _add(feed, "id", home)
    _add(feed, "title", project.title)
    _add(feed, "updated", _moment(changes[0].day))
    for name in [person.name for person in project.editors] or [project.publisher]:
        _add(_add(feed, "author"), "name", name)
    _add(feed, "link", rel="self", href=absolute(project.base_url, "feed.xml") or "")
    _add(feed, "link", rel="alternate", type="text/html", href=home)
    for change in changes[:_MOST]:
        _add_entry(feed, change)
    return _written(feed)


def build_site_map(catalogue: Catalogue, pages: Iterable[Page]) -> bytes | None:
    """Give back the site map of the pages that are to be found; None where the edition has no address.

    A document has the day of its last change, any other page none.
    """
    last: dict[str, date] = {}
    for change in _changes(catalogue):
        last[change.address] = max(change.day, last.get(change.address, change.day))
    root = _root(_SITE_MAP, "urlset")
    paths = sorted(page.path for page in pages if page.is_listed)
    for address in filter(None, (absolute(catalogue.project.base_url, path) for path in paths)):
        place = etree.SubElement(root, f"{{{_SITE_MAP}}}url")
        etree.SubElement(place, f"{{{_SITE_MAP}}}loc").text = address
        if address in last:
            etree.SubElement(place, f"{{{_SITE_MAP}}}lastmod").text = last[address].isoformat()
    return _written(root) if len(root) else None


def _changes(catalogue: Catalogue) -> Iterator[Change]:
    for encoded in catalogue.documents:
        yield from _changes_of(catalogue, encoded)
    for gone in view_withdrawn(catalogue):
        yield from _withdrawal(catalogue, gone)


def _changes_of(catalogue: Catalogue, encoded: EncodedDocument) -> Iterator[Change]:
    item = catalogue.items[encoded.document.id]
    page = absolute(catalogue.project.base_url, item.href) or ""
    for element in encoded.root.iterfind(_CHANGES):
        day = _day(element.get("when", ""))
        if day:
            yield Change(day, item.id, item.title, page, one_line("".join(map(str, element.itertext()))))


def _withdrawal(catalogue: Catalogue, gone: WithdrawnView) -> Iterator[Change]:
    if day := _day(gone.day):
        words = catalogue.texts.gettext("This document has been withdrawn from the edition.")
        page = absolute(catalogue.project.base_url, gone.href) or ""
        yield Change(day, gone.id, gone.title, page, f"{words} {gone.reason}".strip())


def _day(when: str) -> date | None:
    """Give back the day of a date or of a moment (ISO 8601); None for a month, a year or anything else."""
    try:
        return date.fromisoformat(when[:10]) if re.match(r"\d{4}-\d\d-\d\d(T|\Z)", when) else None
    except ValueError:
        return None


def _root(namespace: str, name: str) -> etree._Element:
    """Give back an element whose namespace has no prefix, which all readers of feeds understand."""
    namespaces: dict[str, str] = {None: namespace}  # type: ignore[dict-item] # the stubs know no default namespace
    return etree.Element(f"{{{namespace}}}{name}", nsmap=namespaces)


def _add_entry(feed: etree._Element, change: Change) -> None:
    entry = _add(feed, "entry")
    # Made from what happened and not from its place in the header, where others may come before it.
    mark = sha256(f"{change.id} {change.day} {change.words}".encode()).hexdigest()[:12]
    _add(entry, "id", f"{change.address}#change-{mark}")
    _add(entry, "title", change.title)
    _add(entry, "updated", _moment(change.day))
    _add(entry, "link", rel="alternate", type="text/html", href=change.address)
    _add(entry, "summary", change.words)


def _add(parent: etree._Element, name: str, text: str | None = None, **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    element.text = _in_xml(text) if text else None
    return element


def _in_xml(text: str) -> str:
    """Leave out the characters that XML cannot hold, which a setting may have."""
    return re.sub(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text)


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _written(root: etree._Element) -> bytes:
    etree.indent(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"
