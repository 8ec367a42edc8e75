"""The folded shadow of a text: for matching only, character for character as long as the text itself."""

import re

_QUOTES = "\u02ba\u2033\u201c\u201d\u201e\u201f\u00ab\u00bb"
_APOSTROPHES = "\u02b9\u02bc\u2018\u2019\u201a\u201b\u2032\u00b4`"
_HYPHENS = "\u2010\u2011\u2012\u2212\u00ad"
# All of them but the blank itself.
_BLANKS = "\t-\r\x1c-\x1f\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
# The only letter that is longer in lower case: patterns that ignore case take it for an i, and nothing else would.
_DOTTED = "\u0130"
_PLAIN = {
    **dict.fromkeys(_QUOTES, '"'),
    **dict.fromkeys(_APOSTROPHES, "'"),
    **dict.fromkeys(_HYPHENS, "-"),
    _DOTTED: "I",
}
_FOLDED = re.compile(f"[{_BLANKS}{_QUOTES}{_APOSTROPHES}{_HYPHENS}{_DOTTED}]")

_DIGITS = {ord(digit): "#" for digit in "0123456789"}
# Typewriters without a 1 have the letter I or l, and may set the figures apart.
_TYPED = re.compile(r"(?=[IilL ]*\d)(?:[\dIilL]+|[\dIilL](?: [\dIilL])+)")
_ONES = str.maketrans("IilL", "1111", " ")


def fold(text: str) -> str:
    """Replace every kind of blank by a blank, every quotation mark, apostrophe and hyphen by the ASCII one, İ by I.

    The result is as long as the text, so that an offset into one is an offset into the other.
    """
    return _FOLDED.sub(lambda found: _PLAIN.get(found[0], " "), text)


def normalise(text: str) -> str:
    """Give a value that was read over line ends as one line: blanks collapsed, a hyphen at a line's end joined."""
    joined: list[str] = []
    for line in (" ".join(line.split()) for line in text.split("\n")):
        if line:
            glued = joined and joined[-1].endswith(("-", "\u2010", "\u2011"))
            joined.append(line if glued or not joined else f" {line}")
    return "".join(joined)


def cue_form(words: str) -> str:
    """Give the form of folded words that the cues of rules are looked for in: lower case, `#` for every digit."""
    return words.lower().translate(_DIGITS)


def figures(number: str) -> str:
    """Give a number in figures where it is typed with letters for the 1, or with blanks; any other as it is."""
    return number.translate(_ONES) if _TYPED.fullmatch(number) else number
