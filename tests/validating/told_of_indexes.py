"""What the catalogue of findings tells of an index in words, since it takes an address, a version or a network."""

from collections.abc import Callable
from pathlib import Path

from small_index import ID, INDEX

from tei_archive.errors import TeiArchiveError
from tei_archive.model import Finding
from tei_archive.validating import Code
from tei_archive.validating.cmif import Ask, Fetch, Registration, Served, check_file, check_online

Findings = tuple[Finding, ...]
Case = Callable[[Path], Findings]

URL = "https://example.org/strelsau/cmif.xml"
LATER = INDEX.replace("2026-03-01T", "2026-03-02T")


def rdf(name: str, kind: str = "P", *german: str) -> bytes:
    """What GeoNames says of a place."""
    others = "".join(f'<gn:alternateName xml:lang="de">{other}</gn:alternateName>' for other in german)
    return (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:gn="http://www.geonames.org/ontology#">'
        f'<gn:Feature><gn:name>{name}</gn:name>{others}<gn:alternateName xml:lang="fr">Autre</gn:alternateName>'
        f'<gn:featureClass rdf:resource="https://www.geonames.org/ontology#{kind}"/></gn:Feature></rdf:RDF>'
    ).encode()


def serve(status: int = 200, last_modified: str | None = "Sun, 01 Mar 2026 00:00:00 GMT") -> Ask:
    return lambda _: Served(status, last_modified)


def know(content: bytes) -> Fetch:
    return lambda _: content


def fail(_: str) -> Served:
    raise TeiArchiveError("no answer: the line is dead")


def fail_to_fetch(_: str) -> bytes:
    raise TeiArchiveError("cannot be fetched: the line is dead")


BERLIN = rdf("Berlin")


def under(url: str) -> Case:
    return lambda folder: check_file(folder / "cmif.xml", Registration(url))


def after(previous: str, now: str) -> Case:
    """Check a version against the one before."""

    def check(folder: Path) -> Findings:
        (folder / "old.xml").write_text(previous, encoding="utf-8")
        (folder / "cmif.xml").write_text(now, encoding="utf-8")
        return check_file(folder / "cmif.xml", Registration(previous=folder / "old.xml"))

    return check


def online(ask: Ask, fetch: Fetch, url: str | None = None) -> Case:
    return lambda folder: check_online(folder / "cmif.xml", ask, fetch, url)


# What must be found, and nothing else with it.
TOLD: list[tuple[Code, Case]] = [
    (Code.ADDRESS_DIFFERS, under("http://example.org/strelsau/cmif.xml")),
    (Code.ADDRESS_DIFFERS, under(f"{URL}/")),
    (Code.STAMP_NOT_LATER, after(INDEX, INDEX.replace("Sapt", "Colonel Sapt"))),
    (Code.STAMP_NOT_LATER, after(LATER, INDEX)),
    (Code.STAMP_UNFIT, after(INDEX, INDEX.replace("03-01T00:00:00+00:00", "03-02T00:00:00+01:00"))),
    (Code.BIBL_ID_CHANGED, after(INDEX, LATER.replace(ID, f"e{ID[1:]}"))),
    (Code.NOT_SERVED, online(serve(404), know(BERLIN))),
    (Code.NO_LAST_MODIFIED, online(serve(200, None), know(BERLIN))),
    (Code.NOT_ASKED, online(fail, know(BERLIN))),
    (Code.NOT_ASKED, online(serve(), fail_to_fetch)),
    (Code.NOT_ASKED, online(serve(), know(b"<html>"))),
    (Code.PLACE_NAME, online(serve(), know(rdf("Gdynia")))),
    (Code.PLACE_CLASS, online(serve(), know(rdf("Berlin", "A")))),
]

# What is as it should be.
CLEAN: list[Case] = [
    under(URL),
    after(INDEX, INDEX),
    after(INDEX, LATER),
    after(INDEX.replace("+00:00", "Z"), LATER.replace("+00:00", "Z")),
    online(serve(), know(BERLIN)),
    online(serve(), know(rdf("Berolinum", "P", "Berlin", "Spree-Athen"))),
]
