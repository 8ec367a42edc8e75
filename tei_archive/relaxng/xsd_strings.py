"""Texts, names, URIs and binary data of XML Schema: from white-space-normalised text to a value, or None."""

import base64
import binascii
import re
from collections.abc import Callable, Mapping
from typing import Final

from tei_archive.relaxng.datatypes import Value
from tei_archive.relaxng.xml_names import is_name, is_ncname, is_nmtoken, is_qname

_LANGUAGE: Final = re.compile(r"[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*")
_HEX: Final = re.compile(r"(?:[0-9a-fA-F]{2})*")
_BASE64: Final = re.compile(r"[A-Za-z0-9+/]*={0,2}")
_BAD_ESCAPE: Final = re.compile(r"%(?![0-9a-fA-F]{2})")
_SCHEME: Final = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:.")
_ADDRESS: Final = re.compile(r"(?<=//)(?:[^/\[\]]*@)?\[[0-9a-fA-F:.]+\]")
_NO_HOST: Final = re.compile(r"(?:[^/:]+:)?//")
# Most references: a path and a fragment without anything that could be wrong.
_PLAIN_URI: Final = re.compile(r"(?!//$)[^%#:\[\]]*(?:#[^%#:\[\]]*)?")


def parse_language(text: str) -> str | None:
    """Read a language code."""
    return text if _LANGUAGE.fullmatch(text) else None


def parse_ncname(text: str) -> str | None:
    """Read a name without a colon."""
    return text if is_ncname(text) else None


def parse_name(text: str) -> str | None:
    """Read a name."""
    return text if is_name(text) else None


def parse_nmtoken(text: str) -> str | None:
    """Read a name token."""
    return text if is_nmtoken(text) else None


def parse_items(text: str, parse: Callable[[str], Value | None]) -> tuple[Value, ...] | None:
    """Read a list with one item at least."""
    values = [parse(item) for item in text.split(" ")]
    return None if None in values else tuple(values)


def parse_qname(text: str, namespaces: Mapping[str, str]) -> tuple[str, str] | None:
    """Read a name with a prefix that must be declared."""
    prefix, _, local = text.rpartition(":")
    if not is_qname(text) or (prefix and prefix not in namespaces):
        return None
    return namespaces.get(prefix, ""), local


def parse_uri(text: str) -> str | None:
    """Read a URI reference (RFC 2396 and 2732): almost any text, since what is not allowed in one may be escaped.

    Wrong are a broken escape, a second `#`, a broken scheme, brackets but for an address of IPv6, and a missing host.
    """
    if _PLAIN_URI.fullmatch(text):
        return text
    if _BAD_ESCAPE.search(text) or text.count("#") > 1:
        return None
    path = _ADDRESS.sub("", re.split("[?#]", text, maxsplit=1)[0], count=1)
    if "[" in path or "]" in path or (path == text and _NO_HOST.fullmatch(path)):
        return None
    return None if ":" in path.split("/", 1)[0] and not _SCHEME.match(text) else text


def parse_hex(text: str) -> bytes | None:
    """Read binary data in hexadecimal digits."""
    return bytes.fromhex(text) if _HEX.fullmatch(text) else None


def parse_base64(text: str) -> bytes | None:
    """Read binary data in base64."""
    plain = text.replace(" ", "")
    if not _BASE64.fullmatch(plain):
        return None
    try:
        return base64.b64decode(plain, validate=True)
    except binascii.Error:
        return None
