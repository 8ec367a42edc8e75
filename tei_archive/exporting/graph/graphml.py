"""A graph as GraphML (http://graphml.graphdrawing.org); it knows no time, so first and last day are fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Final

from lxml import etree

from tei_archive.exporting.graph.values import Edge, Field, FieldType, Graph, Node, Spell, Value
from tei_archive.exporting.graph.writing import describe, element, serialize

_element = partial(element, "http://graphml.graphdrawing.org/xmlns")
_TYPES: Final = {FieldType.TEXT: "string", FieldType.COUNT: "int"}
_LABEL: Final = Field("label")
_WEIGHT: Final = Field("weight", FieldType.COUNT)
_DAYS: Final = (Field("start"), Field("end"))


def write_graphml(graph: Graph) -> bytes:
    """Give back the graph."""
    return serialize(
        _element(
            "graphml",
            {},
            _element("desc", {}, describe(graph)),
            *_keys("node", (_LABEL, *graph.node_fields, *_DAYS)),
            *_keys("edge", (_WEIGHT, *graph.edge_fields, *_DAYS)),
            _element("graph", {"edgedefault": "directed"}, *map(_node, graph.nodes), *map(_edge, graph.edges)),
        )
    )


def _keys(name: str, fields: Iterable[Field]) -> Iterator[etree._Element]:
    for field in fields:
        declared = {"id": _key(name, field.name), "for": name, "attr.name": field.name}
        yield _element("key", {**declared, "attr.type": _TYPES[field.type]})


def _key(name: str, field: str) -> str:
    return f"{name}.{field}"


def _node(node: Node) -> etree._Element:
    values = {_LABEL.name: node.label, **node.values, **_days(node.spells)}
    return _element("node", {"id": node.id}, *_data("node", values))


def _edge(edge: Edge) -> etree._Element:
    values = {_WEIGHT.name: edge.weight, **edge.values, **_days(edge.spells)}
    return _element("edge", {"id": edge.id, "source": edge.source, "target": edge.target}, *_data("edge", values))


def _data(name: str, values: Mapping[str, Value]) -> Iterator[etree._Element]:
    for field, value in values.items():
        yield _element("data", {"key": _key(name, field)}, str(value))


def _days(spells: tuple[Spell, ...]) -> Mapping[str, Value]:
    if not spells:
        return {}
    return {"start": spells[0].start.isoformat(), "end": spells[-1].end.isoformat()}
