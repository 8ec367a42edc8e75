"""The second engine: rules run by Saxon (saxonche), as the XSLT 3 that `stylesheet` writes."""

import locale
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, partial
from typing import Final, Protocol

from lxml import etree

from tei_archive.errors import Location
from tei_archive.schematron.engines import Runnable
from tei_archive.schematron.errors import SchemaError
from tei_archive.schematron.findings import Finding, Place, make_finding, make_not_run
from tei_archive.schematron.lexing import find_free_variables, find_functions, find_variables
from tei_archive.schematron.paths import find_element, find_line
from tei_archive.schematron.planning import Checks, plan
from tei_archive.schematron.stylesheet import write_stylesheet
from tei_archive.schematron.values import Assertion, Fault, Let, Pattern, Rule, Rules, ValueOf

# Java's XML parser has bounds against entities, far too narrow for letters: 100 levels, 100,000 characters with "&amp;"
# among them. What it gets here has no entities; how deep and large a document may be is for its caller to say.
_BOUNDS: Final = (
    "elementAttributeLimit",
    "entityExpansionLimit",
    "maxElementDepth",
    "maxGeneralEntitySizeLimit",
    "maxXMLNameLimit",
    "totalEntitySizeLimit",
)
# Screening refuses what reaches outside; the first three hold should anything slip through.
_SETTINGS: Final = {
    "http://saxon.sf.net/feature/allowedProtocols": "",
    "http://saxon.sf.net/feature/allow-external-functions": "false",
    "http://saxon.sf.net/feature/disableXslEvaluate": "true",
    **{f"http://saxon.sf.net/feature/parserProperty?uri=jdk.xml.{name}": "0" for name in _BOUNDS},
}


class _Saxon(Protocol):
    """What is used of saxonche, which has no types of its own."""

    def new_xslt30_processor(self) -> "_Compiler": ...
    def parse_xml(self, *, xml_text: str) -> object: ...
    def set_configuration_property(self, name: str, value: str) -> None: ...


class _Compiler(Protocol):
    def compile_stylesheet(self, *, stylesheet_text: str) -> "_Stylesheet": ...


class _Stylesheet(Protocol):
    def transform_to_string(self, *, xdm_node: object) -> str | None: ...


def prepare(rules: Rules) -> Runnable:
    """Make rules ready to be run with Saxon. Raises `SchemaError` where saxonche is not installed.

    The stylesheet is compiled as a whole; only where Saxon refuses it, each expression is compiled by itself, to name
    those that it cannot run.
    """
    planned = plan(rules, Checks(lambda _: None, _find_current))
    if _find_problem(planned):
        planned = plan(rules, Checks(partial(_try, rules, "* | @*"), partial(_try_context, rules)))
        planned = _drop_patterns(planned)
    return Runnable(planned, partial(_run, planned, _compile(planned)))


def _drop_patterns(rules: Rules) -> Rules:
    """Take out the patterns that Saxon refuses though it takes each expression in them by itself."""
    problems = [(pattern, _find_problem(replace(rules, patterns=(pattern,)))) for pattern in rules.patterns]
    faults = (
        Fault(rule.name, rule.where, problem) for pattern, problem in problems if problem for rule in pattern.rules
    )
    kept = tuple(pattern for pattern, problem in problems if not problem)
    return replace(rules, patterns=kept, faults=(*rules.faults, *faults))


@cache
def _start() -> tuple[_Saxon, type[Exception]]:
    """Start Saxon, once in a process: it lives in one virtual machine of its own."""
    try:
        import saxonche  # noqa: PLC0415 - it is an extra, and large
    except ImportError as error:
        hint = "pip install 'tei-archive[saxon]'"
        raise SchemaError("the Schematron engine saxon is not installed", hint=hint) from error
    # It sets the locale of the whole process; others may rely on theirs, as elementpath does in its collations.
    before = locale.setlocale(locale.LC_ALL)
    processor: _Saxon = saxonche.PySaxonProcessor(license=False)
    locale.setlocale(locale.LC_ALL, before)
    for name, value in _SETTINGS.items():
        processor.set_configuration_property(name, value)
    return processor, saxonche.PySaxonApiError


def _compile(rules: Rules) -> _Stylesheet:
    return _start()[0].new_xslt30_processor().compile_stylesheet(stylesheet_text=write_stylesheet(rules).decode())


def _find_problem(rules: Rules) -> str | None:
    _, failure = _start()
    try:
        _compile(rules)
    except failure as error:
        return _shorten(str(error))
    return None


def _shorten(message: str) -> str:
    """Give back the first reason that Saxon names, and its code, without the place in our stylesheet."""
    found = _REASON.search(message)
    words, code = (found[2], found[1]) if found else (message, "Saxon")
    return f"{' '.join(words.split())} ({code})"


# A line with a code, and those that go on from it.
_REASON: Final = re.compile(r"\b([A-Z]{4}\d{4})\s+(.*?)(?=\nError |\Z)", re.DOTALL)


def _find_current(context: str) -> str | None:
    """Say why a context with variables, whose nodes are looked up for the whole document, cannot use current()."""
    both = find_variables(context) and "current" in find_functions(context)
    return "current() cannot be run in a context with variables" if both else None


def _try_context(rules: Rules, context: str) -> str | None:
    return _find_current(context) or _try(rules, context, "true()")


def _try(rules: Rules, context: str, test: str) -> str | None:
    """Say why Saxon cannot compile a context or a test by itself; the variables in it may have any value."""
    here = Location(str(rules.path))
    lets = tuple(Let(name, "//node()", here) for name in sorted(find_free_variables(f"{context} {test}")))
    as_assert = Assertion(test, (ValueOf(test),), here, "tried")
    rule = Rule(context, (as_assert, replace(as_assert, is_report=True)), here, "tried")
    return _find_problem(replace(rules, lets=lets, patterns=(Pattern((rule,), here),)))


def _run(rules: Rules, compiled: _Stylesheet, tree: etree._ElementTree) -> Iterator[Finding]:
    processor, failure = _start()
    try:
        result = compiled.transform_to_string(xdm_node=processor.parse_xml(xml_text=_write(tree)))
    except failure as error:
        fault = Fault("(all of them)", Location(str(rules.path), 1), _shorten(str(error)))
        return iter((make_not_run(fault, Place("/", find_line(tree.getroot()))),))
    found = etree.fromstring(result or "<findings/>", etree.XMLParser(huge_tree=True))
    elements = sorted(found.iterchildren("found", "not-run"), key=_order)
    return (_read(rules, tree.getroot(), element) for element in elements)


def _write(tree: etree._ElementTree) -> str:
    """Write a document without its document type and without entities: nothing is to be loaded on its behalf."""
    root = tree.getroot()
    before = reversed(list(root.itersiblings(preceding=True)))
    nodes = (*before, root, *root.itersiblings())
    text = "".join(etree.tostring(node, encoding="unicode", with_tail=False) for node in nodes)
    return text if next(root.iter(etree.Entity), None) is None else _ENTITY.sub("", text)


_ENTITY: Final = re.compile(r"&(?!#|(?:amp|lt|gt|quot|apos);)[^\s&;<>]+;")


def _order(element: etree._Element) -> tuple[tuple[int, ...], str, tuple[int, ...]]:
    attribute = (element.get("path") or "").rpartition("/@")[2]
    return _numbers(element, "key"), attribute if "-1" in (element.get("key") or "") else "", _numbers(element, "name")


def _numbers(element: etree._Element, attribute: str) -> tuple[int, ...]:
    return tuple(map(int, (element.get(attribute) or "").split()))


def _read(rules: Rules, root: etree._Element, element: etree._Element) -> Finding:
    pattern, rule, *assertion = _numbers(element, "name")
    path = element.get("path") or "/"
    place = Place(path, find_line(find_element(root, path)))
    concerned = rules.patterns[pattern].rules[rule]
    if not assertion:
        return make_not_run(Fault(concerned.name, concerned.where, element.text or ""), place, concerned.context)
    one = concerned.assertions[assertion[0]]
    if element.tag == "not-run":
        return make_not_run(Fault(one.name, one.where, " ".join((element.text or "").split())), place, one.test)
    message, *diagnostics = (text.text or "" for text in element)
    return make_finding(one, place, message, diagnostics)
