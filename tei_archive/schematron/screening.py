"""What no engine may run: expressions that reach outside of the document, and those too large to be parsed safely."""

from collections.abc import Mapping
from typing import Final

from tei_archive.schematron.lexing import find_depth, find_functions

_FUNCTIONS: Final = "http://www.w3.org/2005/xpath-functions"

# The namespaces whose functions are those of XPath itself; every other one holds extensions.
_OWN: Final = frozenset(
    {_FUNCTIONS, "http://www.w3.org/2001/XMLSchema", *(f"{_FUNCTIONS}/{name}" for name in ("math", "map", "array"))}
)
_READS: Final = "it reads files or the network, which a schema may not"
_SEES: Final = "it looks at the system that it runs on, which a schema may not"
_RUNS: Final = "it runs code that cannot be looked at beforehand"
_REFUSED: Final[Mapping[str, str]] = {
    **dict.fromkeys(("doc", "doc-available", "document", "collection", "uri-collection", "json-doc"), _READS),
    **dict.fromkeys(("unparsed-text", "unparsed-text-lines", "unparsed-text-available", "stream-available"), _READS),
    **dict.fromkeys(("parse-xml", "parse-xml-fragment"), "what it parses may pull in files"),
    **dict.fromkeys(("environment-variable", "available-environment-variables", "system-property"), _SEES),
    **dict.fromkeys(("static-base-uri", "random-number-generator"), _SEES),
    **dict.fromkeys(("transform", "function-lookup", "load-xquery-module"), _RUNS),
    "key": "it needs an xsl:key, and declarations of XSLT are not run",
}
_LONGEST: Final = 100_000
_DEEPEST: Final = 100


def find_refusal(expression: str, namespaces: Mapping[str, str]) -> str | None:
    """Say why an expression is not run in any engine; None where nothing speaks against it."""
    if not expression:
        return "its value is a tree and not an expression"
    if len(expression) > _LONGEST:
        return f"the expression has more than {_LONGEST} characters"
    if find_depth(expression) > _DEEPEST:
        return f"brackets are nested more than {_DEEPEST} deep"
    reasons = (_refuse(name, namespaces) for name in sorted(find_functions(expression)))
    return next((reason for reason in reasons if reason), None)


def _refuse(name: str, namespaces: Mapping[str, str]) -> str | None:
    if name.startswith("Q{"):
        namespace, _, local = name[2:].partition("}")
    else:
        prefix, _, local = name.rpartition(":")
        namespace = namespaces.get(prefix, "") if prefix else _FUNCTIONS
    if namespace.strip() not in _OWN:
        return f"{name}() is no function of XPath"
    reason = _REFUSED.get(local) if namespace.strip() == _FUNCTIONS else None
    return f"{name}() is refused: {reason}" if reason else None
