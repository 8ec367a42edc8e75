"""Names of TEI: the namespace, the attributes of XML, and the forms that TEI prescribes for values."""

import re
import unicodedata
from functools import lru_cache

from lxml import etree

from tei_archive.errors import EncodingError
from tei_archive.relaxng.xml_names import is_ncname

NAMESPACE = "http://www.tei-c.org/ns/1.0"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_MOST_NAMES = 1000  # TEI has 600
_PREFIX = f"{{{NAMESPACE}}}"

_LANGUAGE = re.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
_BLANKS = re.compile("[ \t\r\n]{2,}|[\t\r\n]")  # all but the single space, which stays


def qualified(name: str) -> str:
    """Give back the name of a TEI element as lxml writes it."""
    return f"{_PREFIX}{name}"


def is_element(node: etree._Element) -> bool:
    """Say whether a node of a tree is an element, and no comment or processing instruction."""
    return not callable(node.tag)


def local_name(element: etree._Element) -> str:
    """Give back the name of a TEI element; an empty text for anything else (comments, other vocabularies)."""
    return _local_part(str(element.tag))


@lru_cache(maxsize=_MOST_NAMES)
def _local_part(tag: str) -> str:
    return tag[len(_PREFIX) :] if tag.startswith(_PREFIX) else ""


def collapse(value: str) -> str:
    """Give back a text with each run of white space of XML as one space; no-break spaces stay."""
    return _BLANKS.sub(" ", value)


def one_line(value: str) -> str:
    """Give back a value as headers hold it: collapsed, and without spaces at the ends."""
    return collapse(value).strip(" ")


def identifier(value: str) -> str:
    """Give back a value for `xml:id`; raises `EncodingError` where it cannot be one."""
    if not is_ncname(value):
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
