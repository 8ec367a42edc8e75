"""Datatypes as patterns use them.

What a text means for a datatype is its value: any object that can be hashed, equal where the datatype says that two
texts mean the same, and None where the text is not of the datatype.
"""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass

Value = Hashable
Namespaces = Mapping[str, str]
Parse = Callable[[str, Namespaces], Value | None]
Parameters = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Datatype:
    """A datatype with its parameters: its name, what it asks for in words, how to read a text.

    With its library and parameters, the name finds it again. `needs_namespaces` says whether the prefixes in scope have
    a say in what a text means.
    """

    name: str
    words: str
    parse: Parse
    needs_namespaces: bool = False
    library: str = ""
    parameters: Parameters = ()
