"""JSON as exports write it: indented, letters of all scripts as they are, and nothing in it that cannot be seen."""

import json
import re
from collections.abc import Mapping, Sequence

Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]

# Whatever lies outside of ASCII; above U+FFFF an escape would need two, which YAML reads as two characters.
_NOT_ASCII = re.compile("[\x7f-\uffff]")


def json_text(value: Json) -> str:
    """Give back a value as indented JSON with a line feed at the end.

    Characters that cannot be seen, such as those that turn the direction of a line, are written as escapes: they stand
    in strings alone, so that the value stays the same.
    """
    return show_unseen(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"


def json_bytes(value: Json) -> bytes:
    """Give back the same in UTF-8."""
    return json_text(value).encode("utf-8")


def show_unseen(text: str) -> str:
    r"""Give back text of JSON with an escape (`\u202e`) for each character that cannot be seen."""
    return _NOT_ASCII.sub(lambda found: found[0] if found[0].isprintable() else f"\\u{ord(found[0]):04x}", text)


def yaml_string(text: str) -> str:
    """Give back a text as a double-quoted scalar of YAML, which a string of JSON is."""
    return show_unseen(json.dumps(text, ensure_ascii=False))
