"""Datatype libraries: that which RELAX NG brings itself, and that of XML Schema."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from tei_archive.relaxng.datatypes import Datatype, Parameters
from tei_archive.relaxng.nodes import Node
from tei_archive.relaxng.schema_error import wrong
from tei_archive.relaxng.spaces import SPACES, collapse
from tei_archive.relaxng.unusable import UnusableDatatypeError

XSD: Final = "http://www.w3.org/2001/XMLSchema-datatypes"
BUILT_IN: Final[Mapping[str, Datatype]] = MappingProxyType(
    {
        "string": Datatype("string", "text", lambda text, _: text),
        "token": Datatype("token", "text", lambda text, _: collapse(text)),
    }
)


def read_datatype(node: Node) -> Datatype:
    """Find the datatype of a `data` or `value` element of a schema. Raises `SchemaError` where there is none."""
    if "type" not in node.attributes:
        return BUILT_IN["token"]
    name = node.attributes["type"].strip(SPACES)
    parameters = tuple((child.attributes["name"], child.text) for child in node.children if child.name == "param")
    try:
        return find_datatype(node.library, name, parameters)
    except UnusableDatatypeError as error:
        raise wrong(str(error), node.where, error.hint) from error


@lru_cache(maxsize=4096)
def find_datatype(library: str, name: str, parameters: Parameters) -> Datatype:
    """Find a datatype of a library. Raises `UnusableDatatypeError` where there is none of this name or so limited."""
    if library == XSD:
        from tei_archive.relaxng.xsd_types import find_xsd_datatype  # noqa: PLC0415  # not every schema needs it

        return replace(find_xsd_datatype(name, parameters), library=library, parameters=parameters)
    if library:
        raise UnusableDatatypeError(f"the datatype library {library} is not known", f"known is {XSD}")
    if name not in BUILT_IN:
        hint = f'known are string and token, and with datatypeLibrary="{XSD}" those of XML Schema'
        raise UnusableDatatypeError(f"the datatype {name} is not known", hint)
    if parameters:
        raise UnusableDatatypeError(f"the datatype {name} of RELAX NG takes no parameters", "use that of XML Schema")
    return BUILT_IN[name]
