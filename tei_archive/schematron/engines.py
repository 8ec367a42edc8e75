"""What an engine is: it takes rules, says what of them it can run, and runs that on documents."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from tei_archive.schematron.findings import Finding
from tei_archive.schematron.values import Rules, ValueOf

Run = Callable[["etree._ElementTree"], Iterator[Finding]]  # noqa: SLF001 - the name that lxml gives its type
"""From a document to its findings, in document order."""


@dataclass(frozen=True, slots=True)
class Runnable:
    """The rules that an engine runs, the faults of all others, and how to run them."""

    rules: Rules
    run: Run


def write_value(part: ValueOf, *, compatible: bool) -> str:
    """Give back the expression whose value is the text of a part of a message.

    XPath 1 takes the first of several items; from version 2 on they are joined with spaces.
    """
    if compatible:
        return f"string(({part.select})[1])"
    return f"string-join(for $item in ({part.select}) return string($item), ' ')"
