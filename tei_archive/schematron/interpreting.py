"""The first engine: rules run in process with elementpath, and only those tried on a node that can match it."""

from collections.abc import Iterator
from functools import partial

from lxml import etree

from tei_archive.schematron.axes import Context
from tei_archive.schematron.documents import Document, iterate_nodes
from tei_archive.schematron.engines import Runnable
from tei_archive.schematron.expressions import check, make_parser
from tei_archive.schematron.findings import Finding
from tei_archive.schematron.nodes import build_nodes
from tei_archive.schematron.planning import Checks, plan
from tei_archive.schematron.programs import Program, build_program, check_context
from tei_archive.schematron.reading import BOUND
from tei_archive.schematron.values import Rules


def prepare(rules: Rules) -> Runnable:
    """Make rules ready to be run with elementpath."""
    namespaces = {**BOUND, **dict(rules.namespaces)}
    parse = make_parser(namespaces, compatible=rules.compatible)

    def check_expression(expression: str) -> str | None:
        return check(parse, expression)

    checks = Checks(check_expression, lambda context: check_context(context, namespaces, check_expression))
    planned = plan(rules, checks)
    program = build_program(planned, namespaces, parse)
    return Runnable(planned, partial(run, program))


def run(program: Program, tree: etree._ElementTree) -> Iterator[Finding]:
    """Give back the findings of a document, in its order."""
    root = build_nodes(tree)
    document = Document(program, root, Context(root))
    for node, candidates in iterate_nodes(root, program.candidates):
        for rules in candidates:
            yield from document.check(node, rules)
