"""The structure of an index: our grammar of CMIF, and which rule what it finds belongs to."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from tei_archive.errors import Location
from tei_archive.model import Finding
from tei_archive.relaxng import Kind, Schema, Violation
from tei_archive.schema_files import schema_file
from tei_archive.validating.codes import Code
from tei_archive.validating.relaxng_messages import describe

_STEP: Final = re.compile(r"([^/\[\]@]+)\[\d+\]")
# Where a thing is wrong that stands in such an element, however deep: the innermost one decides.
_CODES: Final[Mapping[str, Code]] = MappingProxyType(
    {
        "titleStmt": Code.TITLE_STATEMENT,
        "publicationStmt": Code.PUBLICATION_STATEMENT,
        "sourceDesc": Code.BIBL_UNFIT,
        "bibl": Code.BIBL_UNFIT,
        "body": Code.BODY_UNFIT,
        "persName": Code.NAME_UNFIT,
        "orgName": Code.NAME_UNFIT,
        "placeName": Code.NAME_UNFIT,
        "correspDesc": Code.CMIF_INVALID,
    }
)
# An element that is refused is a fault of the one around it.
_OF_THE_PARENT: Final = frozenset({Kind.ELEMENT_NOT_ALLOWED, Kind.UNKNOWN_ELEMENT, Kind.ELEMENT_MISSING})


def find_flaws_of_structure(path: Path, content: bytes) -> Iterator[Finding]:
    """Report what the grammar refuses in the content of a file, each under the code of the rule that it belongs to."""
    schema = _our_schema()
    for violation in schema.validate(io.BytesIO(content)):
        _, message, hint = describe(violation, schema.element_names)
        yield _code_of(violation).at(Location(str(path), violation.line, violation.column), message, hint)


@cache
def _our_schema() -> Schema:
    return Schema.read(schema_file("cmif.rng"))


def _code_of(violation: Violation) -> Code:
    elements = _STEP.findall(violation.xpath)
    if violation.kind in _OF_THE_PARENT and elements[-1] == violation.name:
        elements.pop()
    owner = elements[-1] if elements else ""
    if owner == "correspAction" and "type" in (violation.name, *violation.expected):
        return Code.ACTION_UNFIT
    if owner == "date" and "correspAction" in elements:
        return Code.DATE_UNFIT
    return next((_CODES[name] for name in reversed(elements) if name in _CODES), Code.CMIF_INVALID)
