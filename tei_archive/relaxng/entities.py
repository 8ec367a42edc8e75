"""Entities of a file are a danger: nothing outside the file is read, and nothing inside may grow beyond a bound."""

import re
from collections.abc import Callable
from typing import Final
from xml.parsers import expat

# What one entity may stand for, all entities inside it written out. Characters and short phrases are far below.
MOST_CHARACTERS: Final = 10_000

_REFERENCE: Final = re.compile(r"&([^#;&\s][^;&\s]*);")


def guard_entities(parser: expat.XMLParserType, refuse: Callable[[str], None]) -> None:
    """Have a parser report entities that grow, with a message, as soon as they are declared.

    expat (2.4 and later) stops a document that many references to one entity make a hundred times as long, from 8 MiB
    on; the bound here is there before that. A DTD outside the file is never read: the parser is not asked to.
    """
    lengths: dict[str, int] = {}

    def declare(name: str, is_parameter: int, value: str | None, *_ids: object) -> None:
        if value is None or is_parameter:
            return
        if name not in lengths:
            lengths[name] = len(value) + sum(lengths.get(inner, 0) for inner in _REFERENCE.findall(value))
        if lengths[name] > MOST_CHARACTERS:
            refuse(f"the entity {name} stands for more than {MOST_CHARACTERS:,} characters")

    parser.EntityDeclHandler = declare
