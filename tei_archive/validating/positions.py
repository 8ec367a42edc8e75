"""Why a file cannot be used, and where: expat names the place and what is open there."""

import re
from dataclasses import dataclass
from typing import Final
from xml.parsers import expat

from tei_archive.validating.codes import Code
from tei_archive.validating.tags import Position

# libxml2 stops at 256 levels; the schema engine needs several frames of Python for each.
DEEPEST: Final = 200
# Between a namespace and a name: a character that no namespace can hold.
_SEPARATOR: Final = "\x01"


@dataclass(frozen=True, slots=True)
class Flaw:
    """Why a file cannot be used: the kind of finding, what is wrong, line and column, and what to do."""

    code: Code
    message: str
    position: Position
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class Scan:
    """The line and column of the document type declaration of a file, and its first flaw."""

    doctype: Position | None
    flaw: Flaw | None


def scan(content: bytes) -> Scan:
    """Read the bytes of an XML file up to the end or to the first flaw. Entities are never expanded or fetched."""
    recorder = _Recorder()
    flaw = recorder.read(content)
    return Scan(recorder.doctype, flaw)


class _FlawFoundError(Exception):
    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw.message)
        self.flaw = flaw


class _Recorder:
    """Listens to expat, so it changes with each event: what was seen, and which elements are open."""

    def __init__(self) -> None:
        self.doctype: Position | None = None
        self._open: list[tuple[str, int]] = []
        self._parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.DefaultHandler = self._note_prolog
        self._parser.EntityDeclHandler = self._declare_entity
        self._parser.SkippedEntityHandler = self._skip_entity

    def read(self, content: bytes) -> Flaw | None:
        try:
            self._parser.Parse(content, True)
        except _FlawFoundError as found:
            return found.flaw
        except expat.ExpatError as error:
            return self._explain(error, content)
        except (LookupError, ValueError) as error:  # Python has no such codec, or none that expat can use
            return Flaw(Code.WRONG_ENCODING, f"the encoding cannot be read ({error})", (1, 1), hint="save it as UTF-8")
        finally:
            del self._parser  # it holds this recorder: two that hold each other stay in memory
        return None

    @property
    def _here(self) -> Position:
        return self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1

    def _start(self, name: str, _attributes: object) -> None:
        if not self._open:
            self._parser.DefaultHandler = None
        if len(self._open) >= DEEPEST:
            message = f"elements are nested more than {DEEPEST} deep"
            raise _FlawFoundError(Flaw(Code.BEYOND_BOUNDS, message, self._here, hint="look for an end tag left out"))
        self._open.append((name, self._parser.CurrentLineNumber))

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _note_prolog(self, words: str) -> None:
        if words == "<!DOCTYPE":
            self.doctype = self._here

    def _declare_entity(self, name: str, *_declaration: object) -> None:
        self._refuse_entity(f"the file declares the entity {name}")

    def _skip_entity(self, name: str, is_parameter: bool) -> None:  # noqa: FBT001 - expat calls it
        if not is_parameter:
            self._refuse_entity(f"the file uses the entity &{name};, which is declared elsewhere")

    def _refuse_entity(self, message: str) -> None:
        hint = "write the characters themselves; entities are neither expanded nor fetched"
        raise _FlawFoundError(Flaw(Code.ENTITIES, message, self._here, hint))

    def _explain(self, error: expat.ExpatError, content: bytes) -> Flaw:
        message = expat.ErrorString(error.code)
        if message == expat.errors.XML_ERROR_UNDEFINED_ENTITY:
            used = _name_entity(content, self._parser.ErrorByteIndex)
            return Flaw(Code.ENTITIES, f"{used} is not declared", (error.lineno, error.offset + 1), _HINTS[message])
        # expat points behind the "</" of a tag that does not match.
        column = error.offset - 1 if message == expat.errors.XML_ERROR_TAG_MISMATCH else error.offset + 1
        hint = _HINTS.get(message)
        if self._open and message in _LEFT_OPEN:
            name, line = self._open[-1][0].rpartition(_SEPARATOR)[2], self._open[-1][1]
            message = f"<{name}> of line {line} is not closed here"
            hint = f"write </{name}>, or remove the tag that does not belong here"
        return Flaw(Code.NOT_WELL_FORMED, message, (error.lineno, column), hint)


def _name_entity(content: bytes, start: int) -> str:
    """Name the entity that expat does not know; for one in an attribute expat points to the start of the tag."""
    found = _ENTITY.search(content, start)
    return f"the entity {found[0].decode('utf-8', 'replace')}" if found else "an entity"


_ENTITY: Final = re.compile(rb"&(?!#|(?:amp|lt|gt|quot|apos);)[^\s&;<>]+;")

_LEFT_OPEN: Final = frozenset({expat.errors.XML_ERROR_TAG_MISMATCH, expat.errors.XML_ERROR_NO_ELEMENTS})

_HINTS: Final = {
    expat.errors.XML_ERROR_INVALID_TOKEN: "write &amp; for an ampersand and &lt; for a less-than sign in the text",
    expat.errors.XML_ERROR_SYNTAX: "XML begins with a tag; `tei-archive segment` makes XML of a text",
    expat.errors.XML_ERROR_UNCLOSED_TOKEN: "the file breaks off, or a > or a quotation mark is missing",
    expat.errors.XML_ERROR_BAD_CHAR_REF: "write the character itself; control characters cannot stand in XML",
    expat.errors.XML_ERROR_UNBOUND_PREFIX: "declare the prefix with xmlns:…, or remove it",
    expat.errors.XML_ERROR_DUPLICATE_ATTRIBUTE: "keep one of the two attributes",
    expat.errors.XML_ERROR_UNDEFINED_ENTITY: "write the character itself; XML knows &amp; &lt; &gt; &quot; &apos;",
    expat.errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT: "a file has one outermost element: remove what follows it",
    expat.errors.XML_ERROR_NO_ELEMENTS: "the file holds no element",
    expat.errors.XML_ERROR_UNKNOWN_ENCODING: "save the file as UTF-8",
    expat.errors.XML_ERROR_MISPLACED_XML_PI: "the XML declaration stands at the very beginning, with nothing before it",
}
