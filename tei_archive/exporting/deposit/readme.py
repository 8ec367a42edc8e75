"""What a reader of a deposit sees first, `README.txt`."""

from collections.abc import Iterator

from tei_archive import __version__
from tei_archive.exporting.deposit.facts import Facts
from tei_archive.tei.names import one_line

_CONTENTS = """\
tei/                     the letters, one TEI file each
registers.xml            persons, organisations and places (TEI)
unclaimed.xml            what of the sources belongs to no letter (TEI)
sources/                 the texts that the letters were read from
tables/                  letters, replies, registers, mentions as tables (CSV), with a description (CSV on the Web)
edition.json             the same as JSON, every value with its evidence
schemas/                 what TEI files and JSON hold to
tei-archive.toml         the settings of the edition
ledger.jsonl             every decision of the program that cut the sources
written.sha256           which TEI files are as the program wrote them
CITATION.cff             how to cite the edition
.zenodo.json             its description for Zenodo
ro-crate-metadata.json   this deposit, described for machines (RO-Crate)
"""


def write_readme(facts: Facts) -> bytes:
    """Give back the file."""
    return "\n".join(_paragraphs(facts)).encode("utf-8")


def _paragraphs(facts: Facts) -> Iterator[str]:
    project = facts.project
    yield f"{one_line(project.title)}\nVersion {project.version}, {facts.published.isoformat()}\n"
    yield f"By {', '.join(one_line(person.name) for person in facts.creators)}\n"
    if project.description:
        yield f"{one_line(project.description)}\n"
    terms = one_line(project.licence_name or project.licence or "The terms of use are not stated.")
    address = f" ({project.licence})" if project.licence and project.licence_name else ""
    yield f"Licence: {terms}{address}\n"
    if project.rights:
        yield f"{one_line(project.rights)}\n"
    yield f"Made with tei-archive {__version__}. Text files are UTF-8.\n"
    yield _CONTENTS
