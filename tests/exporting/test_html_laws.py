"""The laws of the site: every document has its page, and no word of it is missing there."""

import re
from pathlib import Path

from html_site import build_site
from hypothesis import HealthCheck, given, settings
from strategies import projects, registers, sourced_documents

from tei_archive.model import Block, Document, Project, Registers, Source
from tei_archive.tei import EncodedEdition, encode_document, read_document

Sourced = tuple[Source, Document]

# The temporary folder is shared by the examples of a test: each overwrites the file of the one before.
slower = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture], max_examples=40)


@settings(slower, max_examples=15)  # each makes a whole site
@given(sourced=sourced_documents(), project=projects, known=registers())
def test_no_word_of_a_document_is_missing_on_its_page(
    sourced: Sourced, project: Project, known: Registers, tmp_path: Path
) -> None:
    source, document = sourced
    file = tmp_path / f"{document.id}.xml"
    file.write_bytes(encode_document(document, source, project, "base-en"))
    edition = EncodedEdition(tmp_path, project, (read_document(file),), known, (source,))
    site = build_site(edition)
    shown = bare(site.text(f"documents/{document.id}.html", "//div[@class='tei']"))
    assert [block.text for block in blocks(document) if bare(block.text) not in shown] == []
    assert site.page(f"documents/{document.id}.html").xpath("string(//h1)").strip() == document.title.strip()


def blocks(document: Document) -> tuple[Block, ...]:
    return (*document.blocks, *(block for enclosure in document.enclosures for block in enclosure.blocks))


def bare(text: str) -> str:
    """The characters alone: white space, and the brackets around what editors supplied, are a matter of display."""
    return re.sub(r"[\s\[\]]|\u0085", "", text)
