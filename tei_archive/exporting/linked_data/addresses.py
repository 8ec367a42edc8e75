"""Addresses (IRIs) of what an edition holds: below its base_url, where the web site has the files that they lead to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from rdflib import URIRef

from tei_archive.errors import ExportError, Location
from tei_archive.model import Project, Span
from tei_archive.model.folder import REGISTERS_FILE, SOURCES_FOLDER, TEI_FOLDER

# IRIREF of Turtle 1.1, section 6.5, with a scheme of the web.
_WEB = re.compile(r"https?://[^\x00-\x20<>\"{}|^`\\]+")


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of one edition; `base` is its own, without the slash at the end."""

    base: str

    @property
    def edition(self) -> URIRef:
        """The edition itself."""
        return URIRef(f"{self.base}/")

    def letter(self, id_: str) -> URIRef:
        """A letter: the address that its TEI file has."""
        return URIRef(f"{self.base}/{quote(id_)}")

    def part(self, id_: str, name: str) -> URIRef:
        """Something that a letter states: a correspondent who is in no register, a statement with its evidence."""
        return URIRef(f"{self.base}/{quote(id_)}#{name}")

    def tei(self, file: str) -> URIRef:
        """The TEI file of a letter."""
        return URIRef(f"{self.base}/{TEI_FOLDER}/{quote(file)}")

    def entry(self, id_: str) -> URIRef:
        """An entry of the registers."""
        return URIRef(f"{self.base}/{REGISTERS_FILE}#{quote(id_)}")

    def rule(self, id_: str) -> URIRef:
        """A rule that read a value."""
        return self.entry(f"rule.{id_}")

    def words(self, source: str, span: Span) -> URIRef:
        """A stretch of a source (RFC 5147)."""
        return URIRef(f"{self.base}/{SOURCES_FOLDER}/{quote(source)}#char={span.start},{span.end}")

    def term(self, name: str) -> URIRef:
        """A word of the edition: `certainty-low`."""
        return URIRef(f"{self.base}/#{name}")


def find_addresses(project: Project, file: Path) -> Addresses:
    """Give back the addresses of an edition. Raises `ExportError` where the settings, in this file, have none."""
    if project.base_url is None:
        raise ExportError(
            "the edition has no address, and RDF names everything by addresses",
            Location(str(file)),
            hint='add to [edition]: base_url = "https://…", where the edition will stand on the web',
        )
    if not is_web_address(project.base_url):
        raise ExportError(
            f"base_url: {project.base_url!r} cannot be an address", Location(str(file)), hint="see docs/settings.md"
        )
    return Addresses(project.base_url.partition("#")[0].rstrip("/"))


def is_web_address(value: str) -> bool:
    """Say whether a value is an address of the web that RDF can hold."""
    return _WEB.fullmatch(value) is not None
