"""Finding the files of a schema: the syntax told from the content, references confined to a folder."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tei_archive.errors import Location
from tei_archive.relaxng.nodes import Node, SchemaFile
from tei_archive.relaxng.reading import read_xml_syntax
from tei_archive.relaxng.schema_error import SchemaError, wrong
from tei_archive.relaxng.syntax import check_syntax

_MARKS: Final = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Loader:
    """Reads files of a schema below a folder; elsewhere too where `folder` is None."""

    folder: Path | None

    def load(self, path: Path, mentioned: Location | None = None) -> SchemaFile:
        """Read a file of a schema and check its syntax. Raises `SchemaError`."""
        try:
            content = path.read_bytes()
        except OSError as error:
            message = f"the schema {path} cannot be read: {error.strerror}"
            raise wrong(message, mentioned or Location(str(path)), "check the path") from error
        root = _read(content, path)
        check_syntax(root)
        return SchemaFile(path, root)

    def follow(self, node: Node, file: SchemaFile) -> SchemaFile:
        """Read the file that an `include` or `externalRef` names. Raises `SchemaError` where it may not be read."""
        from urllib.parse import unquote, urljoin, urlsplit  # noqa: PLC0415  # many schemas are one file

        href = urlsplit(urljoin(node.base, node.attributes["href"]))
        if href.scheme not in ("", "file") or href.netloc:
            hint = "put a copy beside the schema: nothing is read from the network"
            raise wrong(f"the schema refers to {node.attributes['href']}", node.where, hint)
        path = Path(os.path.realpath(file.path.parent / unquote(href.path)))
        if self.folder is not None and not path.is_relative_to(self.folder):
            hint = f"put the file below {self.folder}, or allow the schema to read elsewhere"
            raise wrong(f"the schema refers to a file outside its folder: {path}", node.where, hint)
        return self.load(path, node.where)


def _read(content: bytes, path: Path) -> Node:
    start = content[:1000]
    for mark in _MARKS:
        start = start.removeprefix(mark)
    if not start.strip(b" \t\r\n\0"):
        raise SchemaError("the schema is empty", Location(str(path)), "check the path")
    if start.lstrip(b" \t\r\n\0").startswith(b"<"):
        return read_xml_syntax(content, path)
    from tei_archive.relaxng.compact import read_compact_syntax  # noqa: PLC0415  # few schemas are written so

    return read_compact_syntax(content, path)
