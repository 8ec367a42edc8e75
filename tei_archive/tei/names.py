"""Names of TEI: the namespace, the attributes of XML, and the forms that TEI prescribes for values."""

import re
import unicodedata

from lxml import etree

from tei_archive.errors import EncodingError

NAMESPACE = "http://www.tei-c.org/ns/1.0"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_PREFIX = f"{{{NAMESPACE}}}"

# NCName of "Namespaces in XML 1.0", with the characters of XML 1.0 (fifth edition), section 2.3.
_START = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f"
    "\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_NCNAME = re.compile(f"[{_START}][{_START}\\-.0-9\u00b7\u0300-\u036f\u203f\u2040]*")
_LANGUAGE = re.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
_BLANKS = re.compile("[ \t\r\n]+")


def qualified(name: str) -> str:
    """Give back the name of a TEI element as lxml writes it."""
    return f"{_PREFIX}{name}"


def is_element(node: etree._Element) -> bool:
    """Say whether a node of a tree is an element, and no comment or processing instruction."""
    return not callable(node.tag)


def local_name(element: etree._Element) -> str:
    """Give back the name of a TEI element; an empty text for anything else (comments, other vocabularies)."""
    tag = str(element.tag)
    return tag[len(_PREFIX) :] if tag.startswith(_PREFIX) else ""


def collapse(value: str) -> str:
    """Give back a text with each run of white space of XML as one space; no-break spaces stay."""
    return _BLANKS.sub(" ", value)


def one_line(value: str) -> str:
    """Give back a value as headers hold it: collapsed, and without spaces at the ends."""
    return collapse(value).strip(" ")


def identifier(value: str) -> str:
    """Give back a value for `xml:id`; raises `EncodingError` where it cannot be one."""
    if not _NCNAME.fullmatch(value):
        raise EncodingError(
            f"{value!r} cannot be an xml:id", hint="an id begins with a letter and holds letters, digits, '.', '-', '_'"
        )
    return value


def word(value: str) -> str:
    """Give back a value of TEI's data type `teidata.word`; raises `EncodingError` where it has blanks."""
    if not value or any(unicodedata.category(character)[0] in "CZ" for character in value):
        raise EncodingError(f"{value!r} cannot be a value of a TEI attribute", hint="write one word without blanks")
    return value


def language(value: str) -> str:
    """Give back a language tag (BCP 47); raises `EncodingError` where it cannot be one."""
    if not _LANGUAGE.fullmatch(value):
        raise EncodingError(f"{value!r} is not a language tag", hint="write a tag of BCP 47: en, de, ru-Latn …")
    return value
