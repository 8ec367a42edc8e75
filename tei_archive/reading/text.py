"""Plain text files → sources."""

import codecs
import shlex
from pathlib import Path

from tei_archive.errors import Location, ReadingError
from tei_archive.files import read_bytes, refuse_foreign_name
from tei_archive.model import Source
from tei_archive.model.folder import SOURCES_FOLDER


def source_files(edition: Path) -> tuple[Path, ...]:
    """Give the paths of an edition's sources, by name; hidden files are none."""
    folder = edition / SOURCES_FOLDER
    if not folder.is_dir():
        return ()
    return tuple(sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith(".")))


def read_source(path: Path, siglum: str) -> Source:
    """Read a UTF-8 text file as a source; CR LF and CR become LF, nothing else changes.

    Raises `ReadingError` where the file is missing, empty, not UTF-8, or holds a character that XML forbids, and where
    its name is not UTF-8.
    """
    refuse_foreign_name(path)
    text = _decode(path, read_bytes(path)).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise ReadingError(
            "the file holds no text", Location(str(path)), hint="name a file with the text of the source"
        )
    try:
        return Source(siglum, path.name, text)
    except ValueError as error:
        offset = next(at for at, char in enumerate(text) if _is_control(char))
        raise ReadingError(
            str(error), _locate(path, text, offset), hint=_advise_on_control(path, text[offset])
        ) from error


def _decode(path: Path, content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        hint = f"convert the file: iconv -f utf-16 -t utf-8 {_quote(path)} > converted.txt"
        raise ReadingError("the file is in UTF-16, not in UTF-8", Location(str(path), line=1), hint)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadingError(
            f"byte {content[error.start]:#04x} is not UTF-8",
            Location(str(path), line=content.count(b"\n", 0, error.start) + 1),
            hint=f"convert the file: iconv -f cp1252 -t utf-8 {_quote(path)} > converted.txt",
        ) from error


def _is_control(char: str) -> bool:
    return (char < " " and char not in "\t\n") or char in "\ufffe\uffff"


def _locate(path: Path, text: str, offset: int) -> Location:
    return Location(str(path), line=text.count("\n", 0, offset) + 1, column=offset - text.rfind("\n", 0, offset))


def _advise_on_control(path: Path, char: str) -> str:
    if char == "\f":  # pdftotext writes one at the end of each page
        return rf"turn page breaks into line ends: tr '\f' '\n' < {_quote(path)} > converted.txt"
    if char < " ":
        octal = r"\000-\010\013\016-\037"
        return f"remove the control characters: tr -d '{octal}' < {_quote(path)} > converted.txt"
    return "remove the character in a text editor, then run again"


def _quote(path: Path) -> str:
    return shlex.quote(path.name)
