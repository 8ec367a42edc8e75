"""CMIF, the format in which indexes of letters are exchanged: the forms of its values, for export and check.

After the Correspondence Metadata Interchange Format 1.1.0 (TEI Correspondence SIG, 2025) and what the service
correspSearch asks for beyond it.
"""

import hashlib
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

UNKNOWN: Final = "Unknown"
"""What stands in the place of a name that nobody knows."""

TERMS: Final = "https://lod.academy/cmif/vocab/terms#"
"""The vocabulary of the statements that version 2 adds, in the form that files in use write."""

LICENCES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "https://creativecommons.org/licenses/by/4.0/": (
            "This file is licensed under the terms of the Creative Commons License CC-BY 4.0"
        ),
        "https://creativecommons.org/publicdomain/zero/1.0/": (
            "This file is dedicated to the public domain under the Creative Commons License CC0 1.0"
        ),
    }
)
"""The two licences that a file may have, each with the words that state it."""

# RFC 9562, appendix A: the namespace of names that are addresses.
_NAMESPACE: Final = bytes.fromhex("6ba7b8119dad11d180b400c04fd430c8")

_LICENCE: Final = re.compile(
    r"https?://creativecommons\.org/(?:licenses/by/4\.0|publicdomain/zero/1\.0)(?:/(?:deed|legalcode)(?:[.-]\w+)*)?/?"
)
# The characters that correspSearch takes in an address; the last one is no punctuation.
_WEB: Final = re.compile(r"https?://[-a-zA-Z0-9+&@#/%?=~_|!:,.;]*[-a-zA-Z0-9+&@#/%=~_|]")
_AUTHORITY: Final = re.compile(
    r"https?://(?:d-nb\.info/gnd|viaf\.org/viaf|catalogue\.bnf\.fr/ark:/12148|lccn\.loc\.gov|id\.ndl\.go\.jp/auth/ndlna)"
    r"/[^\s/]\S*"
)
_GEONAMES: Final = re.compile(r"https?://(?:www|sws)\.geonames\.org/(\d+)/?")
_UUID: Final = re.compile(r"[a-f][0-9a-f]{7}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# What editors write of somebody whom they do not know, in the languages of most indexes.
_NOT_KNOWN: Final = re.compile(
    r"\W*(?:unknown|unbekannt\w{0,2}|inconnue?|sconosciut[oa]|desconocid[oa]|onbekend|n\W*n|)\W*", re.IGNORECASE
)
_DAY: Final = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def is_web_address(value: str) -> bool:
    """Say whether a value is an address of the web as correspSearch takes it."""
    return _WEB.match(value) is not None and not re.search(r"\s", value)


def is_licence(value: str) -> bool:
    """Say whether an address is that of CC BY 4.0 or CC0."""
    return _LICENCE.fullmatch(value) is not None


def is_authority(value: str) -> bool:
    """Say whether a value is one person or body in the GND, VIAF, BnF, LC or NDL."""
    return _AUTHORITY.fullmatch(value) is not None


def geonames_number(value: str) -> str | None:
    """Give back the number of a place in GeoNames; None where the value is no address of one."""
    found = _GEONAMES.fullmatch(value)
    return found[1] if found else None


def is_identifier(value: str) -> bool:
    """Say whether a value is a UUID that can be an `xml:id`, since it begins with a letter."""
    return _UUID.fullmatch(value) is not None


def means_unknown(name: str) -> bool:
    """Say whether a name is none: a word for unknown in one of several languages, `N. N.`, or no letter at all."""
    return _NOT_KNOWN.fullmatch(name) is not None


def has_date_form(value: str) -> bool:
    """Say whether a value has the form of a year, a month or a day."""
    return _DAY.fullmatch(value) is not None


def make_identifier(name: str) -> str:
    """Give back a UUID for a name, always the same, that begins with a letter.

    It is that of version 5 (RFC 9562, section 5.5) of the name; where that begins with a digit, of the name with
    `#1` behind it, with `#2`, and so on.
    """
    number, made = 0, _name_uuid(name)
    while not is_identifier(made):
        number += 1
        made = _name_uuid(f"{name}#{number}")
    return made


def _name_uuid(name: str) -> str:
    digest = bytearray(hashlib.sha1(_NAMESPACE + name.encode(), usedforsecurity=False).digest()[:16])
    digest[6] = digest[6] & 0x0F | 0x50
    digest[8] = digest[8] & 0x3F | 0x80
    text = digest.hex()
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))
