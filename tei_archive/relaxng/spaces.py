"""White space of XML: four characters, where Python's own methods know thirty."""

from typing import Final

SPACES: Final = " \t\r\n"
_TO_SPACE: Final = str.maketrans(dict.fromkeys("\t\r\n", " "))


def replace_spaces(text: str) -> str:
    """Write a space for each character of white space."""
    return text.translate(_TO_SPACE)


def split(text: str) -> list[str]:
    """Split a text at white space; none at the ends counts."""
    if is_token(text):
        return [text]
    return [token for token in replace_spaces(text).split(" ") if token]


def collapse(text: str) -> str:
    """Leave single spaces between words and none at the ends."""
    return text if is_token(text) else " ".join(split(text))


def is_token(text: str) -> bool:
    """Say whether a text is one token, as most values are; of those with rare characters it does not say so."""
    return " " not in text and text.isprintable() and text != ""
