r"""Regular expressions of XML Schema (part 2, appendix F), written as those of the package `regex`.

They differ: they match whole texts, `^` and `$` are characters, `.` leaves out both line ends, `\i` and `\c` are the
characters of names, classes can be subtracted, and blocks of Unicode are named without spaces.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from tei_archive.relaxng.datatypes import Value
from tei_archive.relaxng.spaces import SPACES
from tei_archive.relaxng.unusable import UnusableDatatypeError
from tei_archive.relaxng.xml_names import FURTHER, START

_SPACE: Final = r" \t\n\r"
_ESCAPES: Final = {
    "s": _SPACE,
    "d": r"\p{Nd}",
    "i": f":{START}",
    "c": f":{FURTHER}",
}
_WORD: Final = r"\p{P}\p{Z}\p{C}"
_SINGLE: Final = frozenset("nrt\\|.?*+(){}-[]^$")
_CONTROLS: Final = {"n": "\n", "r": "\r", "t": "\t"}
_PROPERTY: Final = re.compile(r"\{(Is[A-Za-z0-9-]+|L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|Z[slp]?|S[mcko]?|C[cfon]?)\}")
_QUANTIFIER: Final = re.compile(r"[?*+]|\{[0-9]+(?:,[0-9]*)?\}")
_MOST_SECONDS: Final = 5
_MOST_REPEATS: Final = 10_000
_PLAIN: Final = re.compile(r"[A-Za-z0-9 ]")


def compile_later(expression: str) -> Callable[[str, Value], bool]:
    """Make a check from a regular expression. Raises `UnusableDatatypeError` where it is none.

    The package `regex` is loaded for the first text: many schemas have expressions that no document asks for. Only the
    names of blocks are left for it to check.
    """
    if expression in _PLAIN_CHECKS:
        return _PLAIN_CHECKS[expression]
    translated = translate(expression)
    if r"{Block=" in translated:
        _compile(translated)
    return lambda text, _: _matches(translated, text)


# Nearly every value of a TEI document is asked one of these two; Python answers without an expression.
_PLAIN_CHECKS: Final[Mapping[str, Callable[[str, Value], bool]]] = MappingProxyType(
    {
        r"[^\p{C}\p{Z}]+": lambda text, _: bool(text) and text.isprintable() and " " not in text,
        r"\S+": lambda text, _: bool(text) and not any(space in text for space in SPACES),
    }
)


def _matches(translated: str, text: str) -> bool:
    """Match a whole text. What takes longer than any honest text is no match: an expression may be made to hang."""
    try:
        return _compile(translated)(text, timeout=_MOST_SECONDS) is not None
    except TimeoutError:
        return False


@cache
def _compile(translated: str) -> Callable[..., object]:
    import regex  # noqa: PLC0415  # see above

    try:
        return regex.compile(translated, regex.V1).fullmatch
    except regex.error as error:
        raise UnusableDatatypeError(f"{translated!r} is no regular expression: {error}") from error


def translate(expression: str) -> str:
    """Write an expression of XML Schema as one of the package `regex`, version 1 syntax."""
    translation = _Translation(expression)
    written = translation.alternatives()
    if translation.at < len(expression):
        raise translation.wrong("a closing parenthesis has no opening one")
    return written


class _Translation:
    """A reading of one expression. What changes is the place that has been reached."""

    def __init__(self, expression: str) -> None:
        self._expression = expression
        self.at = 0

    def wrong(self, why: str) -> UnusableDatatypeError:
        message = f"{self._expression!r} is no regular expression of XML Schema: {why}, at character {self.at + 1}"
        return UnusableDatatypeError(message)

    def _next(self) -> str:
        return self._expression[self.at : self.at + 1]

    def _take(self) -> str:
        character = self._next()
        if not character:
            raise self.wrong("it ends too early")
        self.at += 1
        return character

    def alternatives(self) -> str:
        branches = [self._branch()]
        while self._next() == "|":
            self.at += 1
            branches.append(self._branch())
        return "|".join(branches)

    def _branch(self) -> str:
        pieces = []
        while self._next() not in ("", "|", ")"):
            pieces.append(self._atom() + self._quantifier())
        return "".join(pieces)

    def _quantifier(self) -> str:
        found = _QUANTIFIER.match(self._expression, self.at)
        if found is None:
            return ""
        numbers = [int(number[:9]) for number in re.findall("[0-9]+", found[0])]
        if any(number > _MOST_REPEATS for number in numbers) or numbers != sorted(numbers):
            raise self.wrong("the number of repeats makes no sense, or is more than 10,000")
        self.at = found.end()
        return found[0]

    def _atom(self) -> str:
        character = self._take()
        if character == "(":
            inner = self.alternatives()
            if self._take() != ")":
                raise self.wrong("a parenthesis is not closed")
            return f"(?:{inner})"
        if character == "[":
            return self._class()
        if character == ".":
            return r"[^\n\r]"
        if character == "\\":
            return f"[{self._escape()}]"
        if character in "?*+{}]":
            raise self.wrong(f"{character} stands where a character is expected")
        return _quote(character)

    def _escape(self) -> str:
        """Write an escape so that it may stand inside brackets."""
        letter = self._take()
        if letter in _SINGLE:
            return f"\\{letter}"
        if letter in ("p", "P"):
            return self._property(letter)
        if letter == "w":
            return f"[^{_WORD}]"
        if letter == "W":
            return f"[{_WORD}]"
        if letter in _ESCAPES:
            return _ESCAPES[letter] if letter != "d" else r"\p{Nd}"
        if letter.lower() in _ESCAPES:
            return f"[^{_ESCAPES[letter.lower()]}]"
        raise self.wrong(f"there is no escape \\{letter}")

    def _property(self, letter: str) -> str:
        found = _PROPERTY.match(self._expression, self.at)
        if found is None:
            raise self.wrong("a category such as {L} or a block such as {IsGreek} is expected")
        self.at = found.end()
        name = found[1]
        return f"\\{letter}{{Block={name[2:]}}}" if name.startswith("Is") else f"\\{letter}{{{name}}}"

    def _class(self) -> str:
        start = "[^" if self._next() == "^" else "["
        self.at += len(start) - 1
        members = [self._member()]
        while self._next() != "]":
            if self._next() == "-" and self._expression[self.at + 1 : self.at + 2] == "[":
                self.at += 2
                inner = self._class()
                if self._take() != "]":
                    raise self.wrong("a subtraction ends its class")
                return f"[{start}{''.join(members)}]--{inner}]"
            members.append(self._member())
        self.at += 1
        return f"{start}{''.join(members)}]"

    def _member(self) -> str:
        if self._next() and self._next() in "[]":
            raise self.wrong(f"{self._next()} must be escaped in a class")
        first, start = self._character()
        if self._next() != "-" or self._expression[self.at + 1 : self.at + 2] in ("]", "[", ""):
            return first
        self.at += 1
        last, end = self._character()
        if start is None or end is None or start > end:
            raise self.wrong("a range goes from one character to a later one")
        return f"{first}-{last}"

    def _character(self) -> tuple[str, str | None]:
        """Take a member of a class: as it is written, and the character that it stands for if it is one."""
        character = self._take()
        if character != "\\":
            return _quote(character), character
        letter = self._next()
        return self._escape(), _CONTROLS.get(letter, letter) if letter in _SINGLE else None


def _quote(character: str) -> str:
    return character if _PLAIN.match(character) or ord(character) > 127 else f"\\{character}"
