r"""Regular expressions as elementpath must get them: it hands `\s`, `\w` and their opposites on to Python as they are.

Python counts no-break spaces as white space and takes other characters for letters; XML Schema, whose regular
expressions XPath uses, does not (part 2, F.1.1). In square brackets elementpath reads them as XML Schema does, so that
is where they are put.
"""

from collections.abc import Iterator
from typing import Final

from tei_archive.schematron.lexing import Kind, Word, split_words

PREFIX: Final = "sch-regex"
NAMESPACE: Final = "urn:tei-archive:schematron:regex"
FUNCTION: Final = "pattern"

# The functions with a regular expression in second place, and where their flags stand.
_FLAGS_AT: Final = {"matches": 2, "tokenize": 2, "analyze-string": 2, "replace": 3}


def bracket_classes(regex: str) -> str:
    r"""Put `\s`, `\S`, `\w` and `\W` in square brackets where they stand outside of them."""
    written: list[str] = []
    depth = at = 0
    while at < len(regex):
        length = 2 if regex[at] == "\\" else 1
        piece = regex[at : at + length]
        depth += (piece == "[") - (piece == "]" and depth > 0)
        written.append(f"[{piece}]" if piece in _CLASSES and not depth else piece)
        at += length
    return "".join(written)


_CLASSES: Final = (r"\s", r"\S", r"\w", r"\W")


def mend_regexes(expression: str) -> str:
    """Give back an expression with `bracket_classes` done on its regular expressions.

    Those that are computed get a call of the function `sch-regex:pattern`.
    """
    words = [word.text for word in split_words(expression)]
    for first, last in _find_regexes(split_words(expression)):
        solid = [at for at in range(first, last) if words[at].strip()]
        if len(solid) == 1 and words[solid[0]][0] in "'\"":
            words[solid[0]] = bracket_classes(words[solid[0]])
        else:
            words[first] = f"{PREFIX}:{FUNCTION}(({words[first]}"
            words[last - 1] += ") cast as xs:string)"
    return "".join(words)


def _find_regexes(words: tuple[Word, ...]) -> Iterator[tuple[int, int]]:
    """Give back where the regular expressions begin and end."""
    solid = [at for at, word in enumerate(words) if word.kind is not Kind.SPACE]
    for number, at in enumerate(solid[:-1]):
        name = words[at].text.removeprefix("fn:")
        if words[at].kind is Kind.NAME and name in _FLAGS_AT and words[solid[number + 1]].text == "(":
            arguments = _find_arguments(words, solid[number + 1])
            # In `$text => matches('x')` the first argument stands before.
            moved = 1 if number and words[solid[number - 1]].text == ">" else 0
            flags = arguments[_FLAGS_AT[name] - moved :]
            is_literal = flags and "q" in "".join(word.text for word in words[flags[0][0] : flags[0][1]])
            if len(arguments) > 1 - moved and not is_literal:
                yield arguments[1 - moved]


def _find_arguments(words: tuple[Word, ...], opening: int) -> list[tuple[int, int]]:
    depth, start = 0, opening + 1
    found: list[tuple[int, int]] = []
    for at in range(opening, len(words)):
        text = words[at].text if words[at].kind is Kind.SYMBOL else ""
        depth += (text in tuple("([{")) - (text in tuple(")]}"))
        if depth == 0 or (depth == 1 and text == ","):
            found.append((start, at))
            start = at + 1
        if depth == 0:
            break
    return [(first, last) for first, last in found if first < last]
