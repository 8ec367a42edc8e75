"""A source: the text that everything is read from."""

import hashlib
import re
from dataclasses import dataclass
from functools import cache, cached_property


@dataclass(frozen=True)
class Source:
    """A decoded text with line feeds as line ends, never altered afterwards.

    `name` is the file's name in the edition's `sources/`, `siglum` the short name that ids begin with.
    """

    siglum: str
    name: str
    text: str

    def __post_init__(self) -> None:
        if found := _not_xml().search(self.text):
            raise ValueError(f"U+{ord(found[0]):04X} at offset {found.start()} cannot stand in an XML file")

    @cached_property
    def sha256(self) -> str:
        """The checksum of the text as UTF-8, in hexadecimal digits."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()


@cache
def _not_xml() -> re.Pattern[str]:
    """What is no Char of XML 1.0, section 2.2; nor a carriage return, because line ends are line feeds here."""
    return re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
