"""The head of a large file: what stands before its first start tag, and that tag. The rest is left to a stream."""

from array import array
from collections.abc import Iterator

from lxml import etree

from tei_archive.errors import Location
from tei_archive.model import Finding
from tei_archive.tei.references import normalise
from tei_archive.validating.batch import Given, XmlFile
from tei_archive.validating.codes import Code
from tei_archive.validating.tags import TagPlaces, Tags


def parse_head(given: Given) -> Iterator[Finding | XmlFile]:
    """Give back the head of a file, and a note that the rest is not looked at by all layers.

    Raises `OSError` where the file cannot be read.
    """
    where = Location(str(given.path))
    state = given.path.stat()
    with given.path.open("rb") as file:
        tags = etree.iterparse(file, events=("start",), resolve_entities=False, load_dtd=False, no_network=True)
        try:
            root: etree._Element = next(tags)[1]
        except (etree.XMLSyntaxError, StopIteration) as error:
            yield Code.NOT_WELL_FORMED.at(where, f"the file does not begin as XML: {error}")
            return
    message = f"the file has {state.st_size // 1_000_000} million bytes: only RELAX NG is checked, nothing else"
    yield Code.LARGE.at(where, message, hint="to have everything checked, divide it into one file per letter")
    places = TagPlaces(tags=array("I", [0]), lines=array("I", [0]))
    checksum = f"{state.st_size} {state.st_mtime_ns}"
    yield XmlFile(
        given.path, normalise(given.path), given.edition, root, Tags(root, lambda: places), checksum, is_head=True
    )
