"""What can be downloaded: each document and the whole edition, as TEI, as plain text and as references."""

import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from types import MappingProxyType

from tei_archive.exporting.citing import Reference, as_bibtex, as_csl_json, as_ris, cite
from tei_archive.exporting.html.catalogue import Catalogue
from tei_archive.exporting.html.links import citation_file, permalink, tei_file, text_file
from tei_archive.exporting.html.texts import msgid
from tei_archive.exporting.plain_text import plain_text
from tei_archive.model import Document

_FORMS: Mapping[str, Callable[[Iterable[Reference]], str]] = MappingProxyType(
    {"bib": as_bibtex, "ris": as_ris, "json": as_csl_json}
)
# What each form of file is called, and its media type. The names of forms are the same in all languages.
_KINDS = MappingProxyType(
    {
        "xml": ("TEI-XML", "application/tei+xml"),
        "zip": (msgid("TEI-XML, with registers and sources (ZIP)"), "application/zip"),
        "txt": (msgid("Plain text"), "text/plain"),
        "bib": ("BibTeX", "application/x-bibtex"),
        "ris": ("RIS", "application/x-research-info-systems"),
        "json": ("CSL-JSON", "application/vnd.citationstyles.csl+json"),
    }
)
_WHOLE = "edition"
_DAY_OF_ALL = (1980, 1, 1, 0, 0, 0)  # the first that a ZIP file can name: the program has no clock


@dataclass(frozen=True, slots=True)
class Download:
    """A file to download: what it is (a text of the interface), its address, and its media type."""

    label: str
    href: str
    type: str


def downloads_of(id_: str) -> tuple[Download, ...]:
    """Give back what can be downloaded of a document."""
    files = (tei_file(id_), text_file(id_), *(citation_file(id_, form) for form in _FORMS))
    return tuple(map(_download, files))


def downloads_of_all() -> tuple[Download, ...]:
    """Give back what can be downloaded of the whole edition."""
    return tuple(_download(f"{_WHOLE}.{form}") for form in ("zip", "txt", *_FORMS))


def build_downloads(catalogue: Catalogue, copies: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Give back address and content of the files to download; `copies` are those that the ZIP file is to hold."""
    documents = {encoded.document.id: encoded.document for encoded in catalogue.documents}
    in_order = tuple(documents[item.id] for item in catalogue.chronology)
    references = tuple(refer_to(catalogue, document) for document in in_order)
    for document, reference in zip(in_order, references, strict=True):
        yield text_file(document.id), plain_text(document).encode()
        yield from ((citation_file(document.id, form), write([reference]).encode()) for form, write in _FORMS.items())
    yield f"{_WHOLE}.zip", _packed(copies)
    yield f"{_WHOLE}.txt", "\n\n".join(map(_titled_text, in_order)).encode()
    yield from ((f"{_WHOLE}.{form}", write(references).encode()) for form, write in _FORMS.items())


def refer_to(catalogue: Catalogue, document: Document) -> Reference:
    """Give back the reference to a document, with its lasting address where the edition has one."""
    return cite(document, catalogue.project, permalink(catalogue.project.base_url, document.id))


def _titled_text(document: Document) -> str:
    """Give back the text below its id and its title, as a heading of a longer text."""
    head = f"[{document.id}] {document.title}"
    return f"{head}\n{'=' * len(head)}\n\n{plain_text(document)}"


def _download(path: str) -> Download:
    label, type_ = _KINDS[path.rpartition(".")[2]]
    return Download(label, path, type_)


def _packed(files: Mapping[str, bytes]) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in sorted(files.items()):
            entry = zipfile.ZipInfo(path, _DAY_OF_ALL)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # the same on every system
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return packed.getvalue()
