"""A graph as GEXF 1.3 (https://gexf.net), with the time in which nodes and edges hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Final

from lxml import etree

from tei_archive import __version__
from tei_archive.exporting.graph.values import Edge, Field, FieldType, Graph, Node, Spell, Value
from tei_archive.exporting.graph.writing import describe, element, serialize

_element = partial(element, "http://gexf.net/1.3")
_TYPES: Final = {FieldType.TEXT: "string", FieldType.COUNT: "integer"}
_SETTINGS: Final = {
    "mode": "dynamic",
    "defaultedgetype": "directed",
    "timeformat": "date",
    "timerepresentation": "interval",
}


def write_gexf(graph: Graph, date: str | None) -> bytes:
    """Give back the graph; `date` is the day of the edition's version, which stands for that of the file."""
    meta = _element(
        "meta",
        {"lastmodifieddate": date} if date else {},
        _element("creator", {}, f"tei-archive {__version__}"),
        _element("description", {}, describe(graph)),
    )
    content = _element(
        "graph",
        _SETTINGS,
        _fields("node", graph.node_fields),
        _fields("edge", graph.edge_fields),
        _element("nodes", {"count": str(len(graph.nodes))}, *map(_node, graph.nodes)),
        _element("edges", {"count": str(len(graph.edges))}, *map(_edge, graph.edges)),
    )
    return serialize(_element("gexf", {"version": "1.3"}, meta, content))


def _fields(name: str, fields: Iterable[Field]) -> etree._Element:
    declared = (
        _element("attribute", {"id": field.name, "title": field.name, "type": _TYPES[field.type]}) for field in fields
    )
    return _element("attributes", {"class": name}, *declared)


def _node(node: Node) -> etree._Element:
    return _element("node", {"id": node.id, "label": node.label}, *_content(node.values, node.spells))


def _edge(edge: Edge) -> etree._Element:
    attributes = {"id": edge.id, "source": edge.source, "target": edge.target, "weight": str(edge.weight)}
    return _element("edge", attributes, *_content(edge.values, edge.spells))


def _content(values: Mapping[str, Value], spells: Iterable[Spell]) -> Iterable[etree._Element]:
    said = (_element("attvalue", {"for": name, "value": str(value)}) for name, value in values.items())
    yield _element("attvalues", {}, *said)
    lasting = [_element("spell", {"start": spell.start.isoformat(), "end": spell.end.isoformat()}) for spell in spells]
    if lasting:
        yield _element("spells", {}, *lasting)
