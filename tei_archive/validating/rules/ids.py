"""Rules of ids: unique in a file, unique in an edition, and the same as the file's name."""

from collections.abc import Iterator

from lxml import etree

from tei_archive.files import real_path
from tei_archive.model import Finding
from tei_archive.model.folder import TEI_FOLDER
from tei_archive.validating.batch import XML_ID, Group, XmlFile
from tei_archive.validating.codes import Code


def find_repeated_ids(file: XmlFile) -> Iterator[Finding]:
    """Report each id that stands a second time in a file."""
    first: dict[str, etree._Element] = {}
    for element in file.identified:
        name = element.get(XML_ID, "")
        if name in first:
            message = f"the id {name} is used a second time; the first is in line {file.where(first[name]).line}"
            yield Code.ID_TWICE.at(file.where(element), message, hint="give one of the two another id")
        first.setdefault(name, element)


def find_misnamed_documents(file: XmlFile) -> Iterator[Finding]:
    """Report a document whose id is missing or differs from its file's name."""
    if file.edition is None or real_path(file.path).parent.name != TEI_FOLDER:
        return
    where, name = file.where(file.root), file.path.stem
    if file.id is None:
        yield Code.ID_MISSING.at(where, "the document has no id", hint=f'write <TEI xml:id="{name}" …>')
    elif file.id != name:
        message = f"the id is {file.id}, the file is {file.path.name}"
        yield Code.ID_NOT_FILE_NAME.at(where, message, hint="rename the file or correct the id, so that both agree")


def find_repeated_documents(group: Group) -> Iterator[Finding]:
    """Report each file whose id another file of the group has too."""
    first: dict[str, XmlFile] = {}
    for file in group.files:
        if file.id is None:
            continue
        if file.id in first:
            message = f"the id {file.id} is that of {first[file.id].path.name} too"
            yield Code.DOCUMENT_ID_TWICE.at(file.where(file.root), message, hint="give one of the two another id")
        first.setdefault(file.id, file)
